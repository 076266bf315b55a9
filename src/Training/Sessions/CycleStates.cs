using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <summary>The weekly states of every cycle of a season, made when first asked for.</summary>
internal sealed class CycleStates
{
    private readonly Kit _kit;
    private readonly Timeline _timeline;
    private readonly TrainingDays _days;
    private readonly ImmutableArray<DayOfWeek> _weekdays;
    private readonly ImmutableArray<WeeklyStates>[] _cycles;
    private readonly Reactions _reactions;
    private readonly Pools _pools;
    private readonly WeekTurns _turns;

    public CycleStates(Kit kit, Timeline timeline, TrainingDays days, ImmutableArray<DayOfWeek> weekdays,
        Reactions reactions)
    {
        (_kit, _timeline, _days, _weekdays, _reactions) = (kit, timeline, days, weekdays, reactions);
        _cycles = new ImmutableArray<WeeklyStates>[timeline.Cycles.Count];
        _pools = new(kit, Variety.Of(kit.Questionnaire));
        _turns = new(kit, _pools, weekdays.Length);
    }

    /// <summary>What the session of a day holds; null when nothing is possible on it.</summary>
    public DayStates? On(int day)
    {
        var source = _days.SourceOf(day);
        var index = _weekdays.IndexOf(_timeline.DateAt(source).DayOfWeek);
        var cycle = CycleFor(source);
        var states = StatesOf(Weeks(cycle)[index], day, source, cycle);
        if (_timeline.PhaseAt(day) is Phase.Taper && !SessionWriter.HasLightWork(states, _kit))
            return LightStates(day, source, cycle);
        return states.Placed.IsEmpty ? null : states;
    }

    /// <summary>
    /// Of four short sessions those for the legs may hold nothing for a light one: then it is taken from another day
    /// that has been trained, for nothing in it may be new (D18).
    /// </summary>
    private DayStates? LightStates(int day, int source, int cycle)
    {
        foreach (var session in Weeks(cycle))
            if (_days.HeldBefore(day, _weekdays[session.Shape.Index])
                && StatesOf(session, day, source, cycle) is var states && SessionWriter.HasLightWork(states, _kit))
                return states;
        return null;
    }

    private DayStates StatesOf(WeeklyStates session, int day, int source, int cycle)
    {
        var week = WeekFor(source, cycle, session.FoundationWeeks);
        var states = IsSpared(day) ? session.BodyWeight : session[week];
        var unloaded = session.BodyWeight;
        if (day < _days.FirstSession + 7)
            states = BesideBasics(states);
        if (_reactions.StopsAny)
        {
            states = Substituted(
                session,
                states,
                week,
                cycle == _timeline.CycleAt(source) ? _days.WeekOf(source) : week,
                day);
            // Nothing new comes instead: that is no place for it (D18).
            unloaded = unloaded.RemoveAll(p => _reactions.Stops(p.State.Exercise, _timeline.DateAt(day)));
        }

        return new(session.Shape, states, unloaded);
    }

    /// <summary>
    /// A beginner's first warm-ups hold Mountain Pose (R106): as a drill it would stand there twice. Another one finds its
    /// time, for the list fits three sets and foundation has two.
    /// </summary>
    private ImmutableArray<PlacedState> BesideBasics(ImmutableArray<PlacedState> states)
    {
        if (_kit.Questionnaire.Experience is not Experience.New)
            return states;
        foreach (var pose in states)
            if (pose.State.Exercise == _kit.Families.MountainPose)
                foreach (var drill in _kit.Possible(_kit.Families.Crescent, _kit.Families.WalkOut))
                    if (_kit.EntryOf(drill) is { } other && states.All(p => p.State.Exercise != other.Exercise))
                        return states.Replace(pose, pose with { State = other });
        return states;
    }

    /// <param name="session">The weekday's session.</param>
    /// <param name="states">What it holds on the day.</param>
    /// <param name="week">The step it has reached.</param>
    /// <param name="own">The week of the day itself: a runner may be ahead of it, or behind.</param>
    /// <param name="day">The day.</param>
    private ImmutableArray<PlacedState> Substituted(
        WeeklyStates session, ImmutableArray<PlacedState> states, int week, int own, int day)
    {
        var substitution = new Substitution(session.Shape, _pools, _kit);
        for (var before = 0; before < week && !IsSpared(day); before++)
        {
            var date = _timeline.DateAt(session.Cycle.MondayOf(Math.Max(0, before + own - week)))
                .AddDays(MondayToSunday(session));
            substitution.For(session[before], before, e => _reactions.Stops(e, date));
        }

        return substitution.For(states, week, e => _reactions.Stops(e, _timeline.DateAt(day)));
    }

    private int MondayToSunday(WeeklyStates session) => ((int)_weekdays[session.Shape.Index] + 6) % 7;

    /// <summary>Body weight for a week: after a long pause, or after pain that no exercise was named for.</summary>
    public bool IsSpared(int day) => _days.IsReentry(day) || _reactions.IsSparing(_timeline.DateAt(day));

    private int WeekFor(int day, int cycle, int foundationWeeks)
    {
        if (cycle != _timeline.CycleAt(day))
            return LastWeekOf(cycle, day);
        var week = _days.WeekOf(day);
        var from = _timeline.Cycles[cycle].From;
        var shift = _reactions.ShiftOn(
            _timeline.DateAt(day), _timeline.DateAt(from), date => _days.Trains(_timeline.DayOf(date)));
        return _timeline.PhaseAt(day) is Phase.Foundation
            ? Math.Clamp(week + shift, 0, Math.Max(0, foundationWeeks - 1))
            : Math.Max(week + shift, Math.Min(week, foundationWeeks));
    }

    /// <summary>The week of the last training day that an earlier cycle had on the same weekday.</summary>
    private int LastWeekOf(int cycle, int day)
    {
        while (_timeline.CycleAt(day) != cycle)
            day -= 7;
        return _days.WeekOf(day);
    }

    /// <summary>
    /// A race-block without general preparation of its own keeps what the last one ended with (R126): the cycle that
    /// had one.
    /// </summary>
    private int CycleFor(int day)
    {
        var cycle = _timeline.CycleAt(day);
        return _timeline.PhaseAt(day) is Phase.RaceBlock or Phase.Taper ? PreparedCycle(cycle, day) : cycle;
    }

    private int PreparedCycle(int cycle, int weekday)
    {
        for (var earlier = cycle; earlier >= 0; earlier--)
            if (HasGeneralPreparation(earlier, weekday))
                return earlier;
        return cycle;
    }

    /// <summary>What the race-block of the other weekdays keeps from an earlier cycle.</summary>
    private ImmutableArray<ImmutableArray<PlacedState>> BesideBlock(int cycle, int index) => cycle == 0 ? [] :
    [
        .. Enumerable.Range(0, _weekdays.Length).Where(other => other != index)
            .Select(other => KeptFromBefore(cycle, other))
            .Where(kept => !kept.IsEmpty),
    ];

    /// <summary>Empty where the block follows weeks of its own cycle.</summary>
    private ImmutableArray<PlacedState> KeptFromBefore(int cycle, int index)
    {
        var weekday = ((int)_weekdays[index] - (int)_timeline.Start.DayOfWeek + 7) % 7;
        var prepared = PreparedCycle(cycle, weekday);
        var last = _timeline.Length - 1 - (_timeline.Length - 1 - weekday) % 7;
        return prepared == cycle ? [] : Weeks(prepared)[index][LastWeekOf(prepared, last)];
    }

    private bool HasGeneralPreparation(int cycle, int weekday)
    {
        var (from, end, foundation) = _timeline.Cycles[cycle];
        for (var day = from + foundation; day < end; day++)
            if ((day - weekday) % 7 == 0 && _days.Trains(day) && _timeline.PhaseAt(day) is Phase.GeneralPreparation)
                return true;
        return false;
    }

    private ImmutableArray<WeeklyStates> Weeks(int cycle)
    {
        if (_cycles[cycle].IsDefault)
            _cycles[cycle] =
                _turns.Of([.. Enumerable.Range(0, _weekdays.Length).Select(index => CycleWeeksOf(cycle, index))]);
        return _cycles[cycle];
    }

    private CycleWeeks CycleWeeksOf(int cycle, int index)
    {
        var from = _timeline.Cycles[cycle].From;
        var blocks = ImmutableArray.CreateBuilder<DesignBlock>();
        var mondays = ImmutableArray.CreateBuilder<int>();
        int easyWeeks = 0, foundationWeeks = 0;
        for (var day = from; day < _timeline.Length && _timeline.CycleAt(day) == cycle; day++)
        {
            if (_timeline.PhaseAt(day) is Phase.EasyWeek && _timeline.PhaseAt(day - 1) is not Phase.EasyWeek)
                easyWeeks++;
            if (_timeline.DateAt(day).DayOfWeek != _weekdays[index] || !_days.Trains(day))
                continue;
            if (_timeline.PhaseAt(day) is Phase.Foundation)
                foundationWeeks++;
            blocks.Add(BlockOf(day, index, blocks.Count, foundationWeeks, cycle + easyWeeks));
            mondays.Add(MondayOf(day));
        }

        if (blocks.Count == 0)
        {
            blocks.Add(BlockOf(from, index, 0, 0, cycle));
            mondays.Add(MondayOf(from));
        }

        return new(blocks.Count + _reactions.MostAhead, foundationWeeks, blocks.DrainToImmutable(),
            mondays.DrainToImmutable(), BesideBlock(cycle, index));
    }

    private int MondayOf(int day) => day - ((int)_timeline.DateAt(day).DayOfWeek + 6) % 7;

    /// <param name="day">First training day of the week.</param>
    private DesignBlock BlockOf(int day, int index, int week, int foundationWeeks, int number)
    {
        var loadedWeeks = (_timeline.CycleAt(day) > 0 ? Jumps.WeeksBehind : 0) + Math.Max(0, week - foundationWeeks);
        return new(
            number,
            week / 4,
            Jumps.Allowed(_kit.Questionnaire, _weekdays, index) && day >= 7 * Jumps.WeeksBehind
                && week >= foundationWeeks,
            loadedWeeks >= 6);
    }
}

/// <param name="Shape">Which session of the week.</param>
/// <param name="Placed">What it holds.</param>
/// <param name="BodyWeight">What it would hold at body weight.</param>
internal sealed record DayStates(
    SessionShape Shape, ImmutableArray<PlacedState> Placed, ImmutableArray<PlacedState> BodyWeight);
