namespace StrengthDays.Coaching.Storage;

/// <summary>A due row that nothing works on until an operator releases it.</summary>
/// <param name="Id">Names it in an address.</param>
/// <param name="Reason">Words for the operator.</param>
/// <param name="At">When it was parked.</param>
/// <param name="Row">As it was.</param>
public sealed record ParkedRow(string Id, string Reason, DateTimeOffset At, DueRow Row)
{
    /// <summary>The id of a row that is parked; no character of it needs escaping.</summary>
    public static string IdOf(DueKey key) => $"{key.Bucket}.{key.Row.Replace('|', '.')}";
}
