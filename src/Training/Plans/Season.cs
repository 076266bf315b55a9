using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <summary>
/// The outline of a plan, cheap to build: phases, weekdays and which dates carry a session. Sessions are made when
/// asked for, so that one mail and the next date cost no whole plan.
/// </summary>
public sealed class Season
{
    private readonly Questionnaire _questionnaire;
    private readonly Timeline _timeline;
    private readonly TrainingDays _days;
    private readonly CycleStates _states;
    private readonly SessionWriter _writer;
    private readonly ImmutableArray<Pause> _pauses;
    private readonly ImmutableArray<DayOfWeek> _weekdays;

    private Season(Questionnaire questionnaire, ExerciseCatalogue catalogue, History history)
    {
        _questionnaire = questionnaire;
        _pauses = Pauses.Merge(history.Pauses);
        _weekdays = Safety.StopsStrength(questionnaire)
            ? []
            : Training.Placement.Choose(questionnaire.Week, questionnaire.SessionsPerWeek);
        Races = RaceList.Counting(questionnaire);
        _timeline = Timeline.Build(questionnaire, Races, _weekdays, history);
        _days = new(_timeline, _weekdays, history, questionnaire);
        var kit = new Kit(questionnaire, catalogue);
        _states = new(kit, _timeline, _days, _weekdays, new(history.Feedback));
        _writer = new(kit, catalogue);
        Phases = PhaseList.Of(_timeline, _days);
        Placement = Safety.StopsStrength(questionnaire)
            ? Safety.ExplainNoStrength()
            : Training.Placement.Explain(questionnaire.Week, _weekdays);
        Notices = NoticeList.For(questionnaire, catalogue, _timeline, _weekdays, history);
    }

    /// <summary>Races that count, by date.</summary>
    public ImmutableArray<Race> Races { get; }

    public ImmutableArray<WeekdayPlacement> Placement { get; }

    /// <summary>Contiguous, from the plan's first day to its horizon.</summary>
    public ImmutableArray<PhaseRange> Phases { get; }

    public ImmutableArray<string> Notices { get; }

    /// <summary>
    /// Lays out the season. Total: valid answers that cannot be planned give fewer or no sessions and a notice.
    /// </summary>
    public static Season Of(Questionnaire questionnaire, ExerciseCatalogue catalogue, History history) =>
        new(questionnaire, catalogue, history);

    /// <summary>The phase of a date, or null outside the season.</summary>
    public PhaseRange? PhaseOn(DateOnly date)
    {
        foreach (var phase in Phases)
            if (phase.Contains(date))
                return phase;
        return null;
    }

    /// <summary>The session of a date, or null when it holds none.</summary>
    public Session? SessionOn(DateOnly date)
    {
        var day = _timeline.DayOf(date);
        return _timeline.Covers(date) && _days.HoldsSession(day) && _states.On(day) is { } states
            ? _writer.Write(new SessionDay(
                date,
                _timeline.PhaseAt(day),
                NextRaceFrom(date),
                _questionnaire.Week[date.DayOfWeek],
                IsFirstWeek: day < _days.FirstSession + 7,
                SparedFor(day)), states)
            : null;
    }

    /// <summary>
    /// The date the plan gave the session of a date: another one when it was moved; null when the date holds none.
    /// </summary>
    public DateOnly? OwnDateOf(DateOnly date) =>
        _timeline.Covers(date) && _timeline.DayOf(date) is var day && _days.HoldsSession(day)
            ? _timeline.DateAt(_days.SourceOf(day))
            : null;

    /// <summary>
    /// The first date with a session later than <paramref name="date"/>, or null when the season holds none.
    /// </summary>
    public DateOnly? NextStrengthDayAfter(DateOnly date)
    {
        for (var day = Math.Max(0, _timeline.DayOf(date) + 1); day < _timeline.Length; day++)
            if (_days.HoldsSession(day) && _states.On(day) is not null)
                return _timeline.DateAt(day);
        return null;
    }

    /// <summary>The first A race on or after a date.</summary>
    public Race? NextRaceFrom(DateOnly date)
    {
        foreach (var race in Races)
            if (race.Priority is Priority.A && race.Date >= date)
                return race;
        return null;
    }

    /// <summary>
    /// Why a session cannot move to another date, in the runner's words, or null when it can: the rules of the calendar
    /// hold for a moved session as for a planned one (R059, R121, section 3).
    /// </summary>
    public string? RefusalToMove(DateOnly from, DateOnly to) =>
        !_timeline.Covers(from) || !_days.HoldsSession(_timeline.DayOf(from))
            ? $"There is no session on {Words.Date(from)}."
            : !_timeline.Covers(to)
                ? $"{Words.Date(to)} is outside the plan."
                : MoveRules.Refusal(_questionnaire.Week, _timeline, _days, _timeline.DayOf(from), _timeline.DayOf(to));

    private Spared SparedFor(int day) =>
        _days.IsReentry(day) ? Spared.AfterPause : _states.IsSpared(day) ? Spared.AfterPain : Spared.No;

    /// <summary>Everything at once, as the contract shows it.</summary>
    public Plan ToPlan()
    {
        var sessions = ImmutableArray.CreateBuilder<Session>();
        for (var day = 0; day < _timeline.Length; day++)
            if (_days.HoldsSession(day) && SessionOn(_timeline.DateAt(day)) is { } session)
                sessions.Add(session);
        var written = sessions.DrainToImmutable();
        return new(
            _questionnaire.StartOn,
            Races,
            Placement,
            Phases,
            WeekList.Of(this, Phases[^1].To, written, _pauses),
            written,
            NoticeList.WithPlyometrics(Notices, _questionnaire, written));
    }
}
