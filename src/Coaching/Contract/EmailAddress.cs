using System.Globalization;
using System.Text.RegularExpressions;

namespace StrengthDays.Coaching.Contract;

/// <summary>
/// The one spelling of a mail address that we store and send to: lower case, domain in punycode, plus tag kept. Only
/// what every mail server takes: no quotes, comments or address literals, only ASCII before the at sign (no SMTPUTF8).
/// </summary>
public static partial class EmailAddress
{
    /// <summary>Limits of RFC 5321, in characters.</summary>
    private const int Longest = 254, LongestLocalPart = 64;

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    /// <summary>The canonical form, or null when this is not one deliverable address.</summary>
    public static string? Canonical(string text)
    {
        var address = text.Trim(' ');
        var at = address.IndexOf('@', StringComparison.Ordinal);
        if (at is < 1 or > LongestLocalPart || address.Length > Longest || !LocalPart().IsMatch(address.AsSpan(0, at)))
            return null;
        return Punycode(address[(at + 1)..]) is { } domain && at + 1 + domain.Length <= Longest
            ? $"{address[..at].ToLowerInvariant()}@{domain}"
            : null;
    }

    private static string? Punycode(string domain)
    {
        if (domain.Any(IsInvisible))
            return null;
        try
        {
            var ascii = Idn.GetAscii(domain.ToLowerInvariant()).ToLowerInvariant();
            return Domain().IsMatch(ascii) ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // Zero-width and direction marks: the mapping would drop some of them silently.
    private static bool IsInvisible(char c) =>
        char.IsWhiteSpace(c)
        || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format;

    [GeneratedRegex(@"\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*\z")]
    private static partial Regex LocalPart();

    // At least one dot, and a last label that is no number: an IP address is not a domain.
    [GeneratedRegex(
        @"\A(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?=[a-z0-9-]*[a-z])[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])\z")]
    private static partial Regex Domain();
}
