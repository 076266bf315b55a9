namespace StrengthDays.Coaching.Dispatch;

/// <summary>What a repair found and mended.</summary>
/// <param name="Plans">Plans compared.</param>
/// <param name="Unreadable">Plans left alone, because they cannot be read.</param>
public sealed record RepairReport(int Plans, int Unreadable)
{
    /// <summary>Rows that were missing.</summary>
    public int Added { get; init; }

    /// <summary>Rows that no plan asks for.</summary>
    public int Removed { get; init; }

    /// <summary>Rows written from another version of their plan.</summary>
    public int Renewed { get; init; }

    internal RepairReport With(Mended mended) => this with
    {
        Added = Added + (mended is Mended.Added ? 1 : 0),
        Removed = Removed + (mended is Mended.Removed ? 1 : 0),
        Renewed = Renewed + (mended is Mended.Renewed ? 1 : 0),
    };
}

internal enum Mended
{
    Nothing,
    Added,
    Removed,
    Renewed,
}
