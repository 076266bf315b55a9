using System.Collections.Immutable;

namespace StrengthDays.Coaching.Emails.Words;

/// <summary>Joining sentences.</summary>
internal static class Text
{
    public static string Capital(string words) =>
        words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    // Exercises that carry one.
    private static readonly ImmutableArray<string> ProperNames =
        ["Mountain", "Nordic", "Pallof", "Pilates", "Romanian", "Russian"];

    /// <summary>For the middle of a sentence; "V-sit" and "Nordic hamstring curl" stay as they are.</summary>
    public static string Uncapital(string words) =>
        words.Length > 1 && char.IsLower(words[1]) && !ProperNames.Contains(words.Split(' ')[0])
        ? char.ToLowerInvariant(words[0]) + words[1..]
        : words;

    /// <summary>With a capital, its full stop and a space behind it; or nothing.</summary>
    public static string Sentence(string words)
    {
        var trimmed = words.Trim();
        return trimmed.Length == 0 ? "" : Capital(trimmed) + (trimmed[^1] is '.' or '!' or '?' ? " " : ". ");
    }
}
