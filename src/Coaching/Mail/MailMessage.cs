using System.Collections.Immutable;
using StrengthDays.Coaching.Emails;

namespace StrengthDays.Coaching.Mail;

/// <summary>A finished mail, ready for any transport. All attempts at one key carry the same values (I5).</summary>
/// <param name="OperationId">Name-based UUID of the mail's key; the outbox uses it as file name.</param>
/// <param name="MessageId">Without angle brackets.</param>
/// <param name="Date">Date header.</param>
/// <param name="From">Mailbox, e.g. <c>Strength Days &lt;coach@localhost&gt;</c>.</param>
/// <param name="To">One address.</param>
/// <param name="Headers">Further headers in order, e.g. List-Unsubscribe; ASCII, no line breaks.</param>
public sealed record MailMessage(
    Guid OperationId,
    string MessageId,
    DateTimeOffset Date,
    string From,
    string To,
    string Subject,
    string Text,
    string Html,
    MailKind Kind,
    DateOnly LocalDate,
    ImmutableArray<KeyValuePair<string, string>> Headers)
{
    /// <summary>When the first attempt began; the same for all attempts at one key.</summary>
    public DateTimeOffset FirstSent { get; init; } = Date;

    /// <summary>An earlier attempt may have arrived.</summary>
    public bool IsRepeat { get; init; }
}
