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

    public CycleStates(Kit kit, Timeline timeline, TrainingDays days, ImmutableArray<DayOfWeek> weekdays, Reactions reactions)
    {
        (_kit, _timeline, _days, _weekdays, _reactions) = (kit, timeline, days, weekdays, reactions);
        _cycles = new ImmutableArray<WeeklyStates>[timeline.Cycles.Count];
        _pools = new(kit, Variety.Of(kit.Questionnaire));
    }

    /// <summary>What the session of a day holds; null when nothing is possible on it.</summary>
    public DayStates? On(int day)
    {
        var source = _days.SourceOf(day);
        var index = _weekdays.IndexOf(_timeline.DateAt(source).DayOfWeek);
        var cycle = CycleFor(source);
        var session = Weeks(cycle)[index];
        var states = StatesOf(session, day, source, cycle);
        // Of four short sessions those for the legs may hold nothing for a light one (D18).
        if (_timeline.PhaseAt(day) is Phase.Taper && !SessionWriter.HasLightWork(states, _kit))
            states = Weeks(cycle).Select(other => StatesOf(other, day, source, cycle))
                .FirstOrDefault(other => SessionWriter.HasLightWork(other, _kit), states);
        return states.Placed.IsEmpty ? null : states;
    }

    private DayStates StatesOf(WeeklyStates session, int day, int source, int cycle)
    {
        var states = IsSpared(day) ? session.BodyWeight : session[WeekFor(source, cycle, session.FoundationWeeks)];
        if (_reactions.StopsAny)
            states = new Substitution(session.Shape, _pools, _kit, e => _reactions.Stops(e, _timeline.DateAt(day)))
                .For(states);
        return new(session.Shape, states, session.BodyWeight);
    }

    /// <summary>Body weight for a week: after a long pause, or after pain that no exercise was named for.</summary>
    public bool IsSpared(int day) => _days.IsReentry(day) || _reactions.IsSparing(_timeline.DateAt(day));

    private int WeekFor(int day, int cycle, int foundationWeeks)
    {
        if (cycle != _timeline.CycleAt(day))
            return LastWeekOf(cycle, day);
        var week = _days.WeekOf(day) ?? 0;
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
        while (_timeline.CycleAt(day) != cycle || !_days.Trains(day))
            if ((day -= 7) < 0)
                return 0;
        return _days.WeekOf(day) ?? 0;
    }

    /// <summary>
    /// A race-block without general preparation of its own keeps what the last one ended with (R126): the cycle that had one.
    /// </summary>
    private int CycleFor(int day)
    {
        var cycle = _timeline.CycleAt(day);
        if (_timeline.PhaseAt(day) is not (Phase.RaceBlock or Phase.Taper) || HasGeneralPreparation(cycle, day))
            return cycle;
        for (var earlier = cycle - 1; earlier >= 0; earlier--)
            if (HasGeneralPreparation(earlier, day))
                return earlier;
        return cycle;
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
            _cycles[cycle] = WeeksOf([.. Enumerable.Range(0, _weekdays.Length).Select(index => CycleWeeksOf(cycle, index))]);
        return _cycles[cycle];
    }

    /// <summary>
    /// The session worked out last is the one that gives way (R016). Where nothing is left for it, they take turns, and last they
    /// keep their exercises from block to block.
    /// </summary>
    private ImmutableArray<WeeklyStates> WeeksOf(ImmutableArray<CycleWeeks> cycle)
    {
        var best = ImmutableArray<WeeklyStates>.Empty;
        foreach (var keeps in new[] { false, true })
            foreach (var turns in Turns(cycle.Length))
            {
                var sessions = InTurn(keeps ? [.. cycle.Select(c => c.Keeping())] : cycle, turns);
                if (best.IsEmpty || AlikeWeeks(sessions) < AlikeWeeks(best))
                    best = sessions;
                if (AlikeWeeks(best) == 0)
                    return best;
            }

        return best;
    }

    private static int AlikeWeeks(ImmutableArray<WeeklyStates> sessions) => sessions.Sum(s => s.AlikeWeeks);

    private static IEnumerable<ImmutableArray<int>> Turns(int sessions) => sessions switch
    {
        2 => [[0, 1], [1, 0]],
        3 => [[0, 1, 2], [0, 2, 1], [1, 2, 0], [1, 0, 2], [2, 0, 1], [2, 1, 0]],
        4 => [[0, 1, 2, 3], [2, 1, 0, 3]],
        _ => [[0]],
    };

    private ImmutableArray<WeeklyStates> InTurn(ImmutableArray<CycleWeeks> cycle, ImmutableArray<int> turns)
    {
        var made = ImmutableArray<WeeklyStates>.Empty;
        foreach (var index in turns)
            made = made.Add(new(new(index, cycle.Length, _kit.Questionnaire.Minutes), _kit, _pools, cycle[index], made));
        return [.. made.OrderBy(session => session.Shape.Index)];
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

        return new(blocks.Count + _reactions.MostAhead, foundationWeeks, blocks.DrainToImmutable(), mondays.DrainToImmutable());
    }

    private int MondayOf(int day) => day - ((int)_timeline.DateAt(day).DayOfWeek + 6) % 7;

    /// <param name="day">First training day of the week.</param>
    private DesignBlock BlockOf(int day, int index, int week, int foundationWeeks, int number)
    {
        var loadedWeeks = (_timeline.CycleAt(day) > 0 ? Jumps.WeeksBehind : 0) + Math.Max(0, week - foundationWeeks);
        return new(
            number,
            _kit.Owns(Equipment.Barbell) ? week / 4 : 0,
            Jumps.Allowed(_kit.Questionnaire, _weekdays, index) && day >= 7 * Jumps.WeeksBehind && week >= foundationWeeks,
            loadedWeeks >= 6);
    }
}

/// <param name="Shape">Which session of the week.</param>
/// <param name="Placed">What it holds.</param>
/// <param name="BodyWeight">What it would hold at body weight.</param>
internal sealed record DayStates(
    SessionShape Shape, ImmutableArray<PlacedState> Placed, ImmutableArray<PlacedState> BodyWeight);
