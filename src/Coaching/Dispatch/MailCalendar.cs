using System.Collections.Immutable;
using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Time;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Dispatch;

/// <summary>Which of a runner's dates get a mail, which kind, and when it is due. Values in, values out.</summary>
public sealed class MailCalendar
{
    /// <summary>The horizon moves on when this many days are left.</summary>
    public const int ExtendDays = 14;

    private readonly ExerciseCatalogue _catalogue;
    private readonly Lazy<DateOnly?> _extendOn;
    private readonly HashSet<DateOnly> _daysBack;
    private (DateOnly From, DateOnly? Next)? _strength;
    private (ImmutableArray<Pause> Pauses, ImmutableArray<DateOnly> Skips, Season Season)? _undone;

    public MailCalendar(PlanInputs inputs, ExerciseCatalogue catalogue)
    {
        _catalogue = catalogue;
        Inputs = inputs;
        History = inputs.Events.ToHistory();
        Season = Season.Of(inputs.Enrolment.Training, catalogue, History);
        _daysBack = [.. inputs.Events.DaysBack()];
        _extendOn = new(FindExtension);
    }

    public PlanInputs Inputs { get; }

    public History History { get; }

    public Season Season { get; }

    /// <summary>When the plan must be extended; null when it ends for good.</summary>
    public DateOnly? ExtendOn => _extendOn.Value;

    private Enrolment Enrolment => Inputs.Enrolment;

    /// <summary>Whether by then the plan must have been extended.</summary>
    public bool IsToExtend(DateOnly date) => date >= Season.Phases[^1].To.AddDays(-ExtendDays) && date >= ExtendOn;

    /// <summary>How the plan goes on once a date is settled.</summary>
    public Following After(DateOnly date)
    {
        var next = NextAfter(date);
        return new(next, IsOver(next), Enrolment.TimeZone);
    }

    /// <summary>What a date gets; null when nothing.</summary>
    public Occasion? On(DateOnly date)
    {
        if (Season.PhaseOn(date) is not { } phase)
            return null;
        if (!IsPaused(date) && KindOn(date, phase) is { } kind)
            return new(date, kind, Exists(date) ? null : SkipReasons.NoSuchDate);
        return WhyLeftOut(date) is { } why && AsIfHeldOn(date).NextStrengthDayAfter(date.AddDays(-1)) == date
            ? new(date, MailKind.Session, why)
            : null;
    }

    /// <summary>
    /// The first date after <paramref name="date"/> that needs anything done; null when nothing is to come.
    /// </summary>
    public NextDue? NextAfter(DateOnly date)
    {
        var horizon = Season.Phases[^1].To;
        var next = date < Season.Phases[0].From ? Season.Phases[0].From : date.AddDays(1);
        for (; next <= horizon && !IsPausedForGood(next); next = next.AddDays(1))
        {
            if (On(next) is not null || IsToExtend(next))
                return new(next, DueAt(next));
        }

        return null;
    }

    /// <summary>The send time on a date; the date's place in time when the zone skips the whole date.</summary>
    public DateTimeOffset DueAt(DateOnly date) => DueAt(date, Enrolment);

    /// <inheritdoc cref="DueAt(DateOnly)"/>
    public static DateTimeOffset DueAt(DateOnly date, Enrolment enrolment) =>
        Zones.InstantOf(date, enrolment.SendAt, enrolment.TimeZone) ?? Zones.StartOf(date, enrolment.TimeZone);

    /// <summary>Nothing will ever come: the season is over, and no open pause waits for its end.</summary>
    public bool IsOver(NextDue? next) => next is null && History.Pauses.All(p => p.To is not null);

    public bool IsPaused(DateOnly date) => History.Pauses.Any(p => p.Contains(date));

    /// <summary>Whether the date's phase began on it; the plan's first phase never counts.</summary>
    public bool StartsPhase(DateOnly date, PhaseRange phase) => phase.From == date && phase != Season.Phases[0];

    /// <summary>The phase before.</summary>
    public PhaseRange? Before(PhaseRange phase) => Season.PhaseOn(phase.From.AddDays(-1));

    private MailKind? KindOn(DateOnly date, PhaseRange phase)
    {
        if (StrengthFrom(date) == date)
            return MailKind.Session;
        if (phase.Phase is Phase.RaceWeek)
            return OpensRaceWeek(date, phase) ? MailKind.RaceWeek : null;
        // Whoever is told that no strength is planned must not read of sets that begin.
        if (StartsPhase(date, phase) && Season.Placement.Any(p => p.Strength))
            return Before(phase)?.Phase is Phase.Recovery ? MailKind.Restart : MailKind.Phase;
        if (Enrolment.WeeklyLookAhead && date.DayOfWeek is DayOfWeek.Monday && phase.Phase is not Phase.Recovery)
            return MailKind.LookAhead;
        if (PrimerWarmUp.Fits(Enrolment.Training, History, date, phase))
            return MailKind.Primer;
        return _daysBack.Contains(date) ? MailKind.Resumed : null;
    }

    // R-6, or the first day of a race-week that another race made shorter; a plan that begins inside one has its
    // welcome mail.
    private bool OpensRaceWeek(DateOnly date, PhaseRange phase) =>
        StartsPhase(date, phase) || Season.NextRaceFrom(date)?.Date == date.AddDays(6);

    private bool IsPausedForGood(DateOnly date) => History.Pauses.Any(p => p.To is null && p.From <= date);

    private bool Exists(DateOnly date) => Zones.InstantOf(date, Enrolment.SendAt, Enrolment.TimeZone) is not null;

    // The season looks for the next session by making it, so one answer serves all the days up to it.
    private DateOnly? StrengthFrom(DateOnly date)
    {
        if (_strength is not { } known || date < known.From || date > known.Next)
            _strength = known = (date, Season.NextStrengthDayAfter(date.AddDays(-1)));
        return known.Next;
    }

    private string? WhyLeftOut(DateOnly date) =>
        IsPaused(date) ? SkipReasons.Paused : SkipsOn(date).Any() ? SkipReasons.Skipped : null;

    private IEnumerable<DateOnly> SkipsOn(DateOnly date) =>
        from skip in Inputs.Events.OfType<SessionSkipped>() where skip.Date == date select skip.Own;

    // What the date would have held: pauses that ended before it still count, they may have moved the phases.
    private Season AsIfHeldOn(DateOnly date)
    {
        var pauses = History.Pauses.RemoveAll(p => p.Contains(date));
        var skips = History.Skips.RemoveRange(SkipsOn(date));
        if (_undone is not { } known || !known.Pauses.SequenceEqual(pauses) || !known.Skips.SequenceEqual(skips))
            _undone = known = (pauses, skips, Of(History with { Pauses = pauses, Skips = skips }));
        return known.Season;
    }

    private DateOnly? FindExtension()
    {
        var horizon = Season.Phases[^1].To;
        var extended = Of(History with { Extensions = History.Extensions + 1 });
        return extended.Phases[^1].To > horizon ? horizon.AddDays(-ExtendDays) : null;
    }

    private Season Of(History history) => Season.Of(Enrolment.Training, _catalogue, history);
}

/// <param name="Next">Null when nothing is to come.</param>
/// <param name="IsOver">Nothing will ever come.</param>
/// <param name="Zone">The runner's.</param>
public sealed record Following(NextDue? Next, bool IsOver, string Zone);

/// <param name="Date">The runner's date.</param>
/// <param name="Kind">The mail it gets.</param>
/// <param name="Skip">Why it is not sent after all.</param>
public sealed record Occasion(DateOnly Date, MailKind Kind, string? Skip)
{
    /// <summary>The ledger's row when its time is over.</summary>
    public SentMail Unsent(PlanId plan, DateTimeOffset at) => new(
        MailKey.On(plan, Date),
        Date,
        Kind,
        Skip is null ? SentStatus.Expired : SentStatus.Skipped,
        Skip ?? MissedReasons.TooLate,
        at);
}

/// <summary>Words of the ledger for mails that were not due to be sent.</summary>
public static class SkipReasons
{
    public const string Paused = "paused";

    /// <summary>By the runner.</summary>
    public const string Skipped = "skipped";

    public const string NoSuchDate = "date-does-not-exist";

    public const string Unsubscribed = "unsubscribed";
}
