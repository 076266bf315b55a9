namespace StrengthDays.Coaching.Emails.Words;

/// <summary>Joining sentences.</summary>
internal static class Text
{
    public static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>With its full stop and a space behind it, or nothing.</summary>
    public static string Sentence(string words) => words.Length == 0 ? "" : words.TrimEnd('.', ' ') + ". ";
}
