namespace StrengthDays.Coaching.Emails.Words;

/// <summary>Joining sentences.</summary>
internal static class Text
{
    public static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>With a capital, its full stop and a space behind it; or nothing.</summary>
    public static string Sentence(string words)
    {
        var trimmed = words.Trim();
        return trimmed.Length == 0 ? "" : Capital(trimmed) + (trimmed[^1] is '.' or '!' or '?' ? " " : ". ");
    }
}
