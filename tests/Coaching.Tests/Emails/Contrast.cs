using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace StrengthDays.Coaching.Tests.Emails;

/// <summary>
/// Contrast of all text against what lies behind it (WCAG 1.4.3), in the light scheme of the elements and in the dark
/// scheme of the style sheet.
/// </summary>
internal static partial class Contrast
{
    private const double Least = 4.5;

    public static IReadOnlyList<string> TooWeak(IDocument page)
    {
        var dark = DarkRules(page.QuerySelector("style")!.TextContent);
        return
        [
            .. from text in page.Body!.Descendants<IText>()
               where !string.IsNullOrWhiteSpace(text.Data.Replace('\u00A0', ' '))
               let element = text.ParentElement!
               where !IsHidden(element)
               from rules in new[] { [], dark }
               let ratio = Ratio(Find(element, "color", rules), Find(element, "background", rules))
               where ratio < Least
               let scheme = rules.Count == 0 ? "light" : "dark"
               select string.Create(CultureInfo.InvariantCulture, $"{scheme} {ratio:0.00} {text.Data}"),
        ];
    }

    private static bool IsHidden(IElement element) =>
        element.GetAttribute("style")?.Contains("display:none", StringComparison.Ordinal) == true;

    // The nearest element that says so; a rule of the dark sheet is important and wins over the element.
    private static string Find(IElement element, string property, IReadOnlyDictionary<string, string> rules)
    {
        for (var at = element; at is not null; at = at.ParentElement)
        {
            var own = at.ClassList.Select(rules.GetValueOrDefault).Append(at.GetAttribute("style")).OfType<string>();
            if (own.Select(style => Value(style, property)).FirstOrDefault(v => v is not null) is { } value)
                return value;
        }
        throw new InvalidOperationException($"No {property} above {element.OuterHtml}");
    }

    private static string? Value(string style, string property) =>
        Regex.Match(style, $@"(?:^|;){property}:(#[0-9a-f]{{6}})") is { Success: true } match
            ? match.Groups[1].Value
            : null;

    private static Dictionary<string, string> DarkRules(string sheet) =>
        Rule().Matches(sheet).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);

    private static double Ratio(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour) =>
        (0.2126 * Channel(colour[1..3])) + (0.7152 * Channel(colour[3..5])) + (0.0722 * Channel(colour[5..7]));

    private static double Channel(string hex)
    {
        var value = int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    [GeneratedRegex(@"\.(\w+)\{([^}]*)\}")]
    private static partial Regex Rule();
}
