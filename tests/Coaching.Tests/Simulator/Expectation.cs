using NodaTime;
using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Plans;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Tests.Simulator;

/// <summary>
/// Which dates get a mail and when, worked out from the answers and the contract's words. It asks the planner for
/// sessions and phases, which have an oracle of their own, and nothing of what dispatches mails or knows zones.
/// </summary>
internal sealed class Expectation(PlanInputs inputs)
{
    private readonly History _history = inputs.Events.ToHistory();
    private readonly Season _season = Season.Of(
        inputs.Enrolment.Training, Catalogue.Default, inputs.Events.ToHistory());

    private readonly Dictionary<DateOnly, Wanted> _known = [];
    private readonly DateTimeZone _zone = DateTimeZoneProviders.Tzdb[inputs.Enrolment.TimeZone];

    public Wanted On(DateOnly date) =>
        _known.TryGetValue(date, out var known) ? known : _known[date] = Decide(date);

    /// <summary>The send time, later by what the clock skips, and the first where it shows it twice.</summary>
    public DateTimeOffset DueOn(DateOnly date) => _zone.AtLeniently(
        LocalDate.FromDateOnly(date).At(LocalTime.FromTimeOnly(inputs.Enrolment.SendAt))).ToDateTimeOffset().ToUniversalTime();

    /// <summary>Twelve hours later, or the end of the day.</summary>
    public DateTimeOffset DeadlineOn(DateOnly date)
    {
        var due = DueOn(date);
        var shown = Instant.FromDateTimeOffset(due).InZone(_zone).Date;
        var end = _zone.AtStartOfDay(shown.PlusDays(1)).ToDateTimeOffset();
        return end < due.AddHours(12) ? end : due.AddHours(12);
    }

    public DateOnly DateAt(DateTimeOffset at) => Instant.FromDateTimeOffset(at).InZone(_zone).Date.ToDateOnly();

    private Wanted Decide(DateOnly date)
    {
        if (_season.PhaseOn(date) is not { } phase || _history.Pauses.Any(p => p.Contains(date)))
            return Wanted.None;
        if (_season.NextStrengthDayAfter(date.AddDays(-1)) == date)
            return Wanted.Mail;
        if (phase.Phase is Phase.RaceWeek)
            return StartsOn(phase, date) || _season.NextRaceFrom(date)?.Date == date.AddDays(6) ? Wanted.Mail : Wanted.None;
        if (StartsOn(phase, date) && _season.Placement.Any(p => p.Strength))
            return Wanted.Mail;
        if (inputs.Enrolment.WeeklyLookAhead && date.DayOfWeek is DayOfWeek.Monday && phase.Phase is not Phase.Recovery)
            return Wanted.Mail;
        // The day after a pause has a mail unless the runner came back before.
        return _history.Pauses.Any(p => p.To == date.AddDays(-1)) ? Wanted.Perhaps : Wanted.None;
    }

    private bool StartsOn(PhaseRange phase, DateOnly date) => phase.From == date && phase != _season.Phases[0];
}

internal enum Wanted
{
    None,
    Mail,
    Perhaps,
}
