using System.Collections.Immutable;
using System.Globalization;
using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Emails;

namespace StrengthDays.Coaching.Mail;

/// <summary>Headers that every mail carries beyond the usual ones, in one order on every transport.</summary>
public static class MailHeaders
{
    public const string Kind = "X-Strength-Days-Kind";
    public const string Date = "X-Strength-Days-Date";

    /// <param name="kind">The mail's kind.</param>
    /// <param name="localDate">The runner's date it is for.</param>
    /// <param name="unsubscribe">One-click address (RFC 8058), also on confirmations.</param>
    /// <param name="listDomain">Domain of the sender, for List-Id (RFC 2919).</param>
    public static ImmutableArray<KeyValuePair<string, string>> Of(
        MailKind kind, DateOnly localDate, Uri unsubscribe, string listDomain) =>
    [
        new("List-Unsubscribe", $"<{unsubscribe.AbsoluteUri}>"),
        new("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
        new("List-Id", $"Strength Days <strength-days.{listDomain}>"),
        new("Auto-Submitted", "auto-generated"),
        new(Kind, EnumNames<MailKind>.Of(kind)),
        new(Date, localDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
    ];
}
