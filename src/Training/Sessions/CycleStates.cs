using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <summary>The weekly states of every cycle of a season, made when first asked for.</summary>
internal sealed class CycleStates
{
    private readonly Kit _kit;
    private readonly Families _families;
    private readonly Timeline _timeline;
    private readonly TrainingDays _days;
    private readonly ImmutableArray<DayOfWeek> _weekdays;
    private readonly ImmutableArray<WeeklyStates>[] _cycles;
    private readonly int _variety;

    public CycleStates(
        Kit kit, Families families, Timeline timeline, TrainingDays days, ImmutableArray<DayOfWeek> weekdays)
    {
        (_kit, _families, _timeline, _days, _weekdays) = (kit, families, timeline, days, weekdays);
        _cycles = new ImmutableArray<WeeklyStates>[timeline.Cycles.Count];
        _variety = Variety.Of(kit.Questionnaire);
    }

    /// <summary>What the session of a day holds; null when nothing is possible on it.</summary>
    public DayStates? On(int day)
    {
        var index = _weekdays.IndexOf(_timeline.DateAt(day).DayOfWeek);
        var cycle = SourceOf(day);
        var session = Weeks(cycle)[index];
        var week = cycle == _timeline.CycleAt(day) ? _days.WeekOf(day) ?? 0 : int.MaxValue;
        var states = _days.IsReentry(day) ? session.BodyWeight : session[week];
        return states.IsEmpty ? null : new(session.Shape, states, session.BodyWeight);
    }

    /// <summary>
    /// A race-block without general preparation of its own keeps what the last one ended with (R126): the cycle that had one.
    /// </summary>
    private int SourceOf(int day)
    {
        var cycle = _timeline.CycleAt(day);
        if (_timeline.PhaseAt(day) is not (Phase.RaceBlock or Phase.Taper) || HasGeneralPreparation(cycle))
            return cycle;
        for (var earlier = cycle - 1; earlier >= 0; earlier--)
            if (HasGeneralPreparation(earlier))
                return earlier;
        return cycle;
    }

    private bool HasGeneralPreparation(int cycle)
    {
        var (from, end, foundation) = _timeline.Cycles[cycle];
        for (var day = from + foundation; day < Math.Min(end, _timeline.Length); day++)
            if (_timeline.PhaseAt(day) is Phase.GeneralPreparation)
                return true;
        return false;
    }

    private ImmutableArray<WeeklyStates> Weeks(int cycle)
    {
        if (!_cycles[cycle].IsDefault)
            return _cycles[cycle];
        var pools = new Pools(_kit, _families, _variety);
        var sessions = ImmutableArray<WeeklyStates>.Empty;
        for (var index = 0; index < _weekdays.Length; index++)
        {
            var shape = new SessionShape(index, _weekdays.Length, _kit.Questionnaire.Minutes);
            sessions = sessions.Add(new(shape, _kit, pools, CycleWeeksOf(cycle, index), sessions));
        }

        return _cycles[cycle] = sessions;
    }

    private CycleWeeks CycleWeeksOf(int cycle, int index)
    {
        var from = _timeline.Cycles[cycle].From;
        var foundationWeeks = _timeline.Cycles[cycle].FoundationDays / 7;
        var blocks = ImmutableArray.CreateBuilder<DesignBlock>();
        var easyWeeks = 0;
        for (var day = from; day < _timeline.Length && _timeline.CycleAt(day) == cycle; day++)
        {
            if (_timeline.PhaseAt(day) is Phase.EasyWeek && _timeline.PhaseAt(day - 1) is not Phase.EasyWeek)
                easyWeeks++;
            if (_days.Trains(day) && _days.WeekOf(day) == blocks.Count)
                blocks.Add(BlockOf(cycle, index, blocks.Count, cycle + easyWeeks, foundationWeeks));
        }

        if (blocks.Count == 0)
            blocks.Add(BlockOf(cycle, index, 0, cycle, foundationWeeks));
        return new(blocks.Count, foundationWeeks, blocks.DrainToImmutable());
    }

    private DesignBlock BlockOf(int cycle, int index, int week, int number, int foundationWeeks)
    {
        var loadedWeeks = (cycle > 0 ? 8 : 0) + Math.Max(0, week - foundationWeeks);
        return new(
            number,
            _kit.Owns(Equipment.Barbell) ? week / 4 : 0,
            Jumps.Allowed(_kit.Questionnaire, _weekdays, index) && week >= (cycle == 0 ? 8 : 4),
            loadedWeeks >= 6);
    }
}

/// <param name="Shape">Which session of the week.</param>
/// <param name="Placed">What it holds.</param>
/// <param name="BodyWeight">What it would hold at body weight.</param>
internal sealed record DayStates(
    SessionShape Shape, ImmutableArray<PlacedState> Placed, ImmutableArray<PlacedState> BodyWeight);
