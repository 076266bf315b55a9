using StrengthDays.Coaching.Dispatch;
using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Tests.Dispatch;

namespace StrengthDays.Coaching.Tests.Storage;

/// <summary>Rows with every column filled.</summary>
internal static class StoreRows
{
    public static readonly DateTimeOffset At = new(2027, 1, 6, 5, 30, 0, TimeSpan.Zero);

    public static readonly DateOnly Day = new(2027, 1, 6);

    public static PlanHeader Header(PlanId id) => new()
    {
        Id = id,
        Status = PlanStatus.Active,
        Inputs = new PlanInputs(
            Runners.Ana,
            [new PauseTaken(At, Day, Day.AddDays(3)), new PauseEnded(At, Day.AddDays(1)), new HorizonMoved(At)],
            new LinkGenerations(1, 2, 3, 4)),
        Consent = new Consent(Consent.Wording, At),
        Revision = 3,
        Through = Day,
        Next = new NextDue(Day.AddDays(2), At.AddDays(2)),
        Missed = "the mail service was down",
        Letters = [new QueuedLetter(MailKind.Welcome, 1, At)],
        SignUp = id,
        Successor = id,
        Outline = "Wed Fri",
    };

    public static DueRow Due(PlanId id, DateTimeOffset? at = null) => new()
    {
        Key = DueKey.Scheduled(id, at ?? At),
        Mail = MailKey.On(id, Day),
        Date = Day,
        At = at ?? At,
        Deadline = (at ?? At) + DueRows.Grace,
        Letter = new QueuedLetter(MailKind.Paused, 2, At),
        State = DueState.Due,
        Attempt = 2,
        FirstSent = At.AddMinutes(1),
        Owner = "me",
        PayloadHash = "0f",
        Revision = 3,
        HeaderETag = "tag",
        Inputs = "{}",
        Missed = "late",
    };

    public static SentMail Sent(PlanId id, DateOnly? day = null) => new(
        MailKey.On(id, day ?? Day), day ?? Day, MailKind.Session, SentStatus.Failed, "why", At, "{}");

    /// <summary>What stands in a row, arrays included.</summary>
    public static string Text(PlanHeader header) => string.Join(
        '\n',
        StoredJson.Write(header.Inputs),
        StoredJson.Write(header.Letters),
        header with { Inputs = null!, Letters = [], ETag = null });
}
