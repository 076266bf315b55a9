using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Time;

namespace StrengthDays.Coaching.Dispatch;

/// <summary>The due rows that a plan's header asks for. Values in, values out.</summary>
internal static class DueRows
{
    /// <summary>A mail this much later than its time is worth nothing any more.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromHours(12);

    /// <summary>The one row for the plan's next date; null when nothing is to come.</summary>
    public static DueRow? Scheduled(PlanHeader header)
    {
        if (header.Next is not { } next)
            return null;
        var expires = Expires(header);
        return From(header) with
        {
            Key = DueKey.Scheduled(header.Id, next.At),
            Mail = expires ? MailKey.Expiry(header.Id) : MailKey.On(header.Id, next.Date),
            Date = next.Date,
            At = next.At,
            Deadline = expires ? DateTimeOffset.MaxValue : DeadlineOf(next, header.Inputs.Enrolment.TimeZone),
            Missed = header.Missed,
        };
    }

    /// <summary>
    /// The next mail's hour was worked out with other time-zone data than this release has: rules change, now and then
    /// with a few days' notice.
    /// </summary>
    public static bool IsMisplaced(PlanHeader header) =>
        header.Next is { } next
        && !Expires(header)
        && MailCalendar.DueAt(next.Date, header.Inputs.Enrolment) != next.At;

    /// <summary>The row of a mail that was caused.</summary>
    public static DueRow Immediate(PlanHeader header, QueuedLetter letter) => From(header) with
    {
        Key = DueKey.Immediate(header.Id, letter),
        Mail = MailKey.Of(header.Id, letter),
        Date = Zones.DateAt(letter.At, header.Inputs.Enrolment.TimeZone),
        At = letter.At,
        Deadline = letter.At + Grace,
        Letter = letter,
    };

    /// <summary>
    /// The promise to end a change: written before it, taken away after it. Left behind, it is met within minutes,
    /// whereas the held row may lie weeks ahead.
    /// </summary>
    /// <param name="held">When the row is due that the change holds.</param>
    public static DueRow Guard(PlanHeader header, DateTimeOffset? held, DateTimeOffset now)
    {
        var key = MailKey.Change(header.Id, header.Revision);
        return From(header with { ETag = header.ETag ?? "" }) with
        {
            Key = DueKey.Guard(key, now),
            Mail = key,
            Date = DateOnly.FromDateTime(now.UtcDateTime),
            At = held ?? DateTimeOffset.MaxValue,
            Deadline = DateTimeOffset.MaxValue,
            State = DueState.Hold,
            LeaseUntil = now + PlanRevision.Lease,
        };
    }

    /// <summary>
    /// The promise to erase a plan to its end, written before its other rows go: nobody but the next tick would ever
    /// meet a plan half erased.
    /// </summary>
    public static DueRow Erasure(PlanHeader header, DateTimeOffset now)
    {
        var key = MailKey.Erasure(header.Id);
        return From(header) with
        {
            Key = DueKey.Guard(key, now),
            Mail = key,
            Date = DateOnly.FromDateTime(now.UtcDateTime),
            At = now,
            Deadline = DateTimeOffset.MaxValue,
            LeaseUntil = now + PlanRevision.Lease,
        };
    }

    /// <summary>The row after this one, with the same copy of the inputs.</summary>
    public static DueRow After(DueRow row, Advance advance, NextDue next, string headerETag, string zone) => row with
    {
        Key = DueKey.Scheduled(row.Mail.Plan, next.At),
        Mail = MailKey.On(row.Mail.Plan, next.Date),
        Date = next.Date,
        At = next.At,
        Deadline = DeadlineOf(next, zone),
        State = DueState.Due,
        Attempt = 0,
        Owner = null,
        LeaseUntil = null,
        PayloadHash = null,
        FirstSent = null,
        HeaderETag = headerETag,
        Missed = advance.Missed,
        ETag = null,
    };

    /// <summary>
    /// The end of the grace or of the runner's day, whichever comes first. Where the zone skips the last hour of a
    /// date, its late mails move into the next day, and it is that day's end.
    /// </summary>
    public static DateTimeOffset DeadlineOf(NextDue next, string zone)
    {
        var endOfDay = Zones.StartOf(next.Date.AddDays(1), zone);
        if (endOfDay <= next.At)
            endOfDay = Zones.StartOf(Zones.DateAt(next.At, zone).AddDays(1), zone);
        return next.At + Grace < endOfDay ? next.At + Grace : endOfDay;
    }

    // A sign-up that nobody confirmed, or that became a revision of another plan, only waits to be erased.
    private static bool Expires(PlanHeader header) =>
        header.Status is PlanStatus.Pending || header.Successor is not null;

    private static DueRow From(PlanHeader header) => new()
    {
        Key = default,
        Mail = default,
        Date = default,
        At = default,
        Deadline = default,
        Revision = header.Revision,
        HeaderETag = header.ETag ?? throw new ArgumentException("The header was never stored.", nameof(header)),
        Inputs = StoredJson.Write(header.Inputs),
    };
}
