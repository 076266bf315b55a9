using System.Collections.Immutable;
using System.Globalization;
using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Dispatch;
using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Time;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Plans;

/// <summary>
/// What a runner may do to one session: say how it went, leave it out, move it. Values in, values out; what was sent
/// stays as it was sent.
/// </summary>
public sealed class SessionEdits(ExerciseCatalogue catalogue, TimeProvider clock)
{
    // Every day that a session can be moved to lies within as many days of where it is now.
    private const int SearchDays = 12;

    // "Done" changes nothing to come; kept for ever, the answers would outgrow the plan's row.
    private const int KeepDoneDays = 182;

    /// <summary>The last answer about a session counts; pain of several exercises adds up.</summary>
    public Edit Feedback(PlanDay day, ReadOnlyMemory<byte> body)
    {
        var calendar = Calendar(day);
        if (HeldOn(day, calendar.Season) is not { } session)
            return NoSession(day, calendar);
        if (day.Date > calendar.Season.NextStrengthDayAfter(Today(day)))
            return Edit.Refused(
                Problem.BadInput("date", $"must be a session up to the next one; {Iso(day.Date)} is later."));
        var read = FeedbackRequest.Read(body, ExercisesOf(session));
        if (read.Value is not { } given)
            return Edit.Refused(Problem.BadInput(read.Errors));
        var told = new FeedbackGiven(clock.GetUtcNow(), day.Date, given.Answer, given.Exercise);
        return day.Plan.Inputs.Events.OfType<FeedbackGiven>().Any(f => f with { At = told.At } == told)
            ? Edit.None
            : Changed(day.Plan, e => e is FeedbackGiven earlier && IsReplaced(earlier, told), told);
    }

    /// <summary>Takes back what was said last about a session.</summary>
    /// <param name="day">The session's.</param>
    /// <param name="before">
    /// The answers that stood before, each as the body of <see cref="Feedback"/>; none when nothing was said.
    /// </param>
    public Edit TakeBack(PlanDay day, IEnumerable<byte[]> before)
    {
        var calendar = Calendar(day);
        if (HeldOn(day, calendar.Season) is not { } session)
            return NoSession(day, calendar);
        var exercises = ExercisesOf(session);
        var read = before.Select(body => FeedbackRequest.Read(body, exercises)).ToList();
        return read.Find(r => r.Value is null) is { } wrong
            ? Edit.Refused(Problem.BadInput(wrong.Errors))
            : Changed(
                day.Plan,
                e => e is FeedbackGiven given && given.Date == day.Date,
                [.. read.Select(r => new FeedbackGiven(
                    clock.GetUtcNow(), day.Date, r.Value!.Answer, r.Value.Exercise))]);
    }

    /// <summary>The session is left out and never made up for.</summary>
    public Edit Skip(PlanDay day)
    {
        var calendar = Calendar(day);
        var own = calendar.Season.OwnDateOf(day.Date);
        if (own is null && day.Plan.Inputs.Events.OfType<SessionSkipped>().Any(s => s.Date == day.Date))
            return Edit.None;
        return Refusal(day, calendar, "Leave the session out if you like: nothing is made up for.")
            ?? Changed(day.Plan, _ => false, new SessionSkipped(clock.GetUtcNow(), day.Date, own!.Value));
    }

    /// <summary>A session that was left out comes after all, while its mail still can.</summary>
    public Edit Restore(PlanDay day)
    {
        if (!day.Plan.Inputs.Events.OfType<SessionSkipped>().Any(s => s.Date == day.Date))
            return Edit.None;
        var calendar = Calendar(day);
        if (!CanBeMailed(day.Date, day, calendar))
            return Edit.Refused(Problem.Conflict(
                $"The time of {Words.Date(day.Date)} is over. Nothing is made up for; the plan goes on."));
        return MovedBeside(day.Date, calendar.Season) is { } beside
            ? Edit.Refused(Problem.Conflict(
                $"{Words.Date(beside)} is a strength day now, and two in a row leave no time to recover."))
            : Changed(day.Plan, e => e is SessionSkipped skipped && skipped.Date == day.Date);
    }

    /// <summary>The session and its mail come on another day, which the rules of the calendar must allow.</summary>
    public Edit Move(PlanDay day, ReadOnlyMemory<byte> body)
    {
        var read = MoveRequest.Read(body);
        if (read.Value is not { To: var to })
            return Edit.Refused(Problem.BadInput(read.Errors));
        var calendar = Calendar(day);
        var own = calendar.Season.OwnDateOf(day.Date);
        if (own is null && day.Plan.Inputs.Events.OfType<SessionMoved>().Any(
            m => (m.From, m.To) == (day.Date, to) && calendar.Season.OwnDateOf(to) == m.Own))
            return Edit.None;
        return Refusal(day, calendar, "Do it on another day from that mail if you like, but not on two days in a row "
                + "and not the day before a hard or long run.")
            ?? RefusalOf(to, day, calendar)
            ?? Changed(
                day.Plan,
                e => e is SessionMoved earlier && earlier.Own == own,
                new SessionMoved(clock.GetUtcNow(), own!.Value, day.Date, to));
    }

    private MailCalendar Calendar(PlanDay day) => new(day.Plan.Inputs, catalogue);

    private DateOnly Today(PlanDay day) => Zones.DateAt(clock.GetUtcNow(), day.Plan.Inputs.Enrolment.TimeZone);

    /// <summary>The session as it was sent, or as planned while it was not; null when the date holds none.</summary>
    private Session? HeldOn(PlanDay day, Season season) => day.Sent switch
    {
        { Kind: MailKind.Session, Session: { } stored } =>
            StoredJson.Read<StoredSession>(stored).On(day.Date, catalogue),
        { Kind: MailKind.Session, Status: not SentStatus.Skipped } => season.SessionOn(day.Date),
        // Today's mail may be leaving at this moment.
        null when !day.IsSettled || day.Date == Today(day) => season.SessionOn(day.Date),
        _ => null,
    };

    // The warm-up is the same for everyone and has nothing to swap.
    private static ImmutableArray<string> ExercisesOf(Session session) =>
    [
        .. from block in session.Blocks
           where block.Kind is not BlockKind.WarmUp
           from prescription in block.Exercises
           select prescription.Exercise.Id,
    ];

    // Naming what hurt makes an answer more exact, and a second exercise that hurts does not heal the first.
    private static bool IsReplaced(FeedbackGiven earlier, FeedbackGiven told) => earlier.Date == told.Date
        ? told.Answer is not Training.Answer.Pain || earlier is not { Answer: Training.Answer.Pain, Exercise: not null }
        : earlier.Answer is Training.Answer.Done && earlier.Date < told.Date.AddDays(-KeepDoneDays);

    private static Edit Changed(PlanHeader plan, Predicate<PlanEvent> replaced, params PlanEvent[] happened) =>
        Edit.To(PlanEdits.Revised(
            plan, plan.Inputs with { Events = [.. plan.Inputs.Events.RemoveAll(replaced), .. happened] }));

    // Days that the plan itself puts side by side are its own affair.
    private static DateOnly? MovedBeside(DateOnly date, Season season)
    {
        foreach (var beside in (ReadOnlySpan<DateOnly>)[date.AddDays(-1), date.AddDays(1)])
            if (season.OwnDateOf(beside) is { } own && own != beside)
                return beside;
        return null;
    }

    /// <summary>Why the date's session can no longer be changed, or null.</summary>
    /// <param name="instead">What to do once the mail is out.</param>
    private Edit? Refusal(PlanDay day, MailCalendar calendar, string instead)
    {
        if (day.Date < Today(day))
            return Edit.Refused(Problem.BadInput(
                "date", $"must be a date from {Iso(Today(day))} on; the past of a plan cannot be changed."));
        var hasSession = calendar.Season.OwnDateOf(day.Date) is not null;
        if (day.IsSettled && (day.Sent is null ? hasSession : day.Sent.Kind is MailKind.Session))
            return Edit.Refused(Problem.Conflict(
                $"The mail of {Words.Date(day.Date)} is out already, or its time is over. {instead}"));
        return hasSession ? null : NoSession(day, calendar);
    }

    private static Edit NoSession(PlanDay day, MailCalendar calendar)
    {
        var why = calendar.On(day.Date)?.Skip switch
        {
            SkipReasons.Paused => "its session lies in a pause",
            SkipReasons.Skipped => "its session was skipped",
            _ => "it holds none",
        };
        var next = calendar.Season.NextStrengthDayAfter(day.Date) is { } later
            ? $"The next one is on {Iso(later)}."
            : "None comes after it.";
        return Edit.Refused(
            Problem.BadInput("date", $"must be the date of a session; {Iso(day.Date)} is not: {why}. {next}"));
    }

    private Edit? RefusalOf(DateOnly to, PlanDay day, MailCalendar calendar)
    {
        if (!CanBeMailed(to, day, calendar))
            return Edit.Refused(
                Problem.BadInput("to", $"must be a day whose mail can still come. {Possible(day, calendar)}"));
        return calendar.Season.RefusalToMove(day.Date, to) is { } rule
            ? Edit.Refused(Problem.Conflict("to", $"cannot be {Iso(to)}. {rule} {Possible(day, calendar)}"))
            : null;
    }

    private string Possible(PlanDay day, MailCalendar calendar)
    {
        var days = Enumerable.Range(-SearchDays, 2 * SearchDays + 1).Select(day.Date.AddDays)
            .Where(d => CanBeMailed(d, day, calendar) && calendar.Season.RefusalToMove(day.Date, d) is null)
            .Select(Iso).ToList();
        return days.Count == 0 ? "No other day is possible." : $"Possible: {string.Join(", ", days)}.";
    }

    /// <summary>The day has had no mail yet, and today's would not be too late.</summary>
    private bool CanBeMailed(DateOnly date, PlanDay day, MailCalendar calendar) =>
        !(date <= day.Plan.Through)
        && DueRows.DeadlineOf(new(date, calendar.DueAt(date)), day.Plan.Inputs.Enrolment.TimeZone) > clock.GetUtcNow();

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
