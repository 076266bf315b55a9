using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Plans;

namespace StrengthDays.Coaching.Storage;

/// <summary>What became of one mail: the plan's past is read from these rows and never computed again.</summary>
/// <param name="Date">The runner's date it was for.</param>
/// <param name="Reason">Words for a person; null when accepted or delivered.</param>
/// <param name="Session">The session as it was sent, see <see cref="StoredJson"/>; null for other kinds.</param>
public sealed record SentMail(
    MailKey Key,
    DateOnly Date,
    MailKind Kind,
    SentStatus Status,
    string? Reason,
    DateTimeOffset At,
    string? Session = null);

/// <summary>The contract's status of a delivery.</summary>
public enum SentStatus
{
    Accepted,
    Delivered,
    Bounced,
    Suppressed,
    Skipped,
    Expired,
    Failed,
    Unknown,
}
