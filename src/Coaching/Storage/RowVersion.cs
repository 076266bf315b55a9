namespace StrengthDays.Coaching.Storage;

/// <summary>Version of plan rows, the same in every store.</summary>
internal static class RowVersion
{
    public const int Current = 1;

    /// <summary>Readers accept this version and the one before.</summary>
    /// <exception cref="UnreadableRowException">Another version.</exception>
    public static void Check(long version)
    {
        if (version is not (Current or Current - 1))
            throw new UnreadableRowException("v");
    }
}
