namespace StrengthDays.Coaching.Emails.Words;

/// <summary>Joining sentences.</summary>
internal static class Text
{
    public static string Capital(string words) =>
        words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>For the middle of a sentence; "V-sit" stays as it is.</summary>
    public static string Uncapital(string words) => words.Length > 1 && char.IsLower(words[1])
        ? char.ToLowerInvariant(words[0]) + words[1..]
        : words;

    /// <summary>With a capital, its full stop and a space behind it; or nothing.</summary>
    public static string Sentence(string words)
    {
        var trimmed = words.Trim();
        return trimmed.Length == 0 ? "" : Capital(trimmed) + (trimmed[^1] is '.' or '!' or '?' ? " " : ". ");
    }
}
