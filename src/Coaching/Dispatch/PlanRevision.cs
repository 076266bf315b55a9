using System.Collections.Immutable;
using StrengthDays.Coaching.Links;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Time;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Dispatch;

/// <summary>Works out all that follows from a change: horizon, next date, letters, outline. No I/O.</summary>
public sealed class PlanRevision(ExerciseCatalogue catalogue, TimeProvider clock)
{
    /// <summary>How long a change may take before somebody else may look at its row.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(90);

    // One transaction takes 100 rows.
    private const int MostOverdue = 90;

    private static readonly TimeSpan RememberLetters = TimeSpan.FromDays(1);

    internal DueRow Held(DueRow row) =>
        row with { State = DueState.Hold, LeaseUntil = clock.GetUtcNow() + Lease, Owner = null };

    internal DueRow Guard(PlanHeader header, DateTimeOffset? held) => DueRows.Guard(header, held, clock.GetUtcNow());

    internal bool IsDue(DueRow row) => row.At <= clock.GetUtcNow();

    /// <summary>The plan as it is once the mail of a row is sent.</summary>
    internal static PlanHeader Sent(PlanHeader plan, DueRow row) =>
        plan with { Through = Later(plan.Through, row.Date) };

    /// <summary>The plan as it was before the mail of a row counted as sent.</summary>
    internal static PlanHeader Unsent(PlanHeader plan, DueRow row) => plan with
    {
        Status = PlanStatus.Active,
        Through = row.Date.AddDays(-1),
        Next = new(row.Date, row.At),
    };

    /// <param name="before">The plan as it is.</param>
    /// <param name="held">Its scheduled row; one that is being sent counts as sent.</param>
    internal NewRevision Make(PlanHeader before, PlanChange change, DueRow? held)
    {
        var now = clock.GetUtcNow();
        var letters = Letters(change, now);
        var header = change.Header with
        {
            Through = held is { State: DueState.Submitting } ? Sent(before, held).Through : before.Through,
            Letters = [.. before.Letters.Where(l => l.At > now - RememberLetters), .. letters],
        };
        var expired = Overdue(before, header.Through, now);
        var next = header.Status is PlanStatus.Active or PlanStatus.Ended && header.Successor is null
            ? Plan(header, expired, now)
            : header with { Next = header.Status is PlanStatus.Unsubscribed ? null : Expiry(header) };
        return new(next, [.. change.Add, .. expired], letters);
    }

    private PlanHeader Plan(PlanHeader header, ImmutableArray<SentMail> expired, DateTimeOffset now)
    {
        var zone = header.Inputs.Enrolment.TimeZone;
        var today = Zones.DateAt(now, zone);
        var calendar = Extended(header.Inputs, today);
        var through = Later(header.Through, today.AddDays(-1));
        var next = calendar.NextAfter(through);
        while (next is { } late && DueRows.DeadlineOf(late, zone) <= now)
            next = calendar.NextAfter(late.Date);
        return header with
        {
            Inputs = calendar.Inputs,
            Status = calendar.IsOver(next) ? PlanStatus.Ended : PlanStatus.Active,
            Through = through,
            Next = next,
            Missed = expired.IsEmpty ? header.Missed : MissedReasons.TooLate,
            Outline = PlanOutline.Of(calendar.Season),
        };
    }

    /// <summary>With today's rules, and with the horizon where it belongs today.</summary>
    private MailCalendar Extended(PlanInputs inputs, DateOnly today)
    {
        var calendar = new MailCalendar(inputs with { Engine = PlanInputs.CurrentEngine }, catalogue);
        while (calendar.IsToExtend(today))
        {
            var events = calendar.Inputs.Events.Add(new HorizonMoved(clock.GetUtcNow()));
            calendar = new MailCalendar(calendar.Inputs with { Events = events }, catalogue);
        }

        return calendar;
    }

    // Dates of the plan as it was that nobody got to in time: they are gone, but not silently.
    private ImmutableArray<SentMail> Overdue(PlanHeader before, DateOnly? through, DateTimeOffset now)
    {
        if (before.Status is not PlanStatus.Active || before.Next is not { } first || !IsLate(first))
            return [];
        var calendar = new MailCalendar(before.Inputs, catalogue);
        var late = ImmutableArray.CreateBuilder<SentMail>();
        NextDue? next = first;
        while (next is { } due && IsLate(due) && late.Count < MostOverdue)
        {
            if (due.Date > (through ?? DateOnly.MinValue) && calendar.On(due.Date) is { } occasion)
                late.Add(occasion.Unsent(before.Id, now));
            next = calendar.NextAfter(due.Date);
        }

        return late.ToImmutable();

        bool IsLate(NextDue due) => DueRows.DeadlineOf(due, before.Inputs.Enrolment.TimeZone) <= now;
    }

    private static NextDue Expiry(PlanHeader header)
    {
        var at = header.Consent.At + RunnerLinks.ConfirmWithin;
        return new(Zones.DateAt(at, header.Inputs.Enrolment.TimeZone), at);
    }

    // Who left gets no word about what they still change.
    private static ImmutableArray<QueuedLetter> Letters(PlanChange change, DateTimeOffset now) =>
        change.Letter is { } kind && change.Header.Status is not PlanStatus.Unsubscribed
            ? [new QueuedLetter(kind, change.Number ?? change.Header.Revision, now)]
            : [];

    private static DateOnly Later(DateOnly? a, DateOnly b) => a > b ? a.Value : b;
}

/// <param name="Add">Mails that are settled by the change itself.</param>
/// <param name="Letters">Mails that the change causes.</param>
internal sealed record NewRevision(
    PlanHeader Header, ImmutableArray<SentMail> Add, ImmutableArray<QueuedLetter> Letters);

/// <summary>Clauses that the next mail gives for one that did not come.</summary>
public static class MissedReasons
{
    public const string TooLate = "it could not be sent in time";
}
