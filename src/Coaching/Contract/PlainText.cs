using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace StrengthDays.Coaching.Contract;

/// <summary>What a runner may type as a name: any script and emoji, nothing that hides, overwrites or links.</summary>
internal static partial class PlainText
{
    /// <summary>Marks stacked on one character; Vietnamese needs 2, pointed Hebrew 3.</summary>
    private const int MostMarks = 4;

    /// <summary>UTF-16 units to one visible character on average; a family emoji alone has 11.</summary>
    private const int UnitsPerCharacter = 4;

    private const int ZeroWidthNonJoiner = 0x200C, ZeroWidthJoiner = 0x200D;

    public static bool IsName(string text, int longest)
    {
        var name = text.Trim();
        return name.Length <= longest * UnitsPerCharacter
            && new StringInfo(name).LengthInTextElements <= longest
            && !text.EnumerateRunes().Any(IsHidden)
            && !StacksMarks(name)
            && !Link().IsMatch(name);
    }

    // The joiners are spelling in Persian, Hindi and emoji; every other format character reorders or hides text.
    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Format => rune.Value is not (ZeroWidthJoiner or ZeroWidthNonJoiner),
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse => true,
        _ => false,
    };

    private static bool StacksMarks(string name)
    {
        var marks = 0;
        foreach (var rune in name.EnumerateRunes())
        {
            marks = IsMark(rune) ? marks + 1 : 0;
            if (marks > MostMarks)
                return true;
        }

        return false;
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    // What mail programs turn into a link by themselves: a scheme, www., or word.tld in one case ("Dr.Smith" is none).
    [GeneratedRegex(
        @"://|(?i:\bwww\.|\bmailto:)|[\p{L}\p{N}-]{2,}\.(?:\p{Ll}{2,}|\p{Lu}{2,})(?:$|[^\p{L}\p{N}])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
