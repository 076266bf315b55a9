namespace StrengthDays.Coaching.Storage;

/// <summary>A stored row of another version, or damaged. The message names the column, never its value.</summary>
public sealed class UnreadableRowException(string column) : Exception($"Unreadable row: {column}");
