using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <summary>Which days of a season hold a session, and how far training has come by each.</summary>
internal sealed class TrainingDays
{
    private readonly Timeline _timeline;
    private readonly ImmutableArray<DayOfWeek> _weekdays;
    private readonly ImmutableArray<Pause> _pauses;
    private readonly bool[] _free;
    private readonly ushort[] _trained;

    public TrainingDays(
        Timeline timeline, ImmutableArray<Race> races, ImmutableArray<DayOfWeek> weekdays, ImmutableArray<Pause> pauses, Taper taper)
    {
        (_timeline, _weekdays, _pauses) = (timeline, weekdays, pauses);
        _free = new bool[timeline.Length];
        _trained = new ushort[timeline.Length];
        MarkPhases();
        foreach (var race in races)
            Clear(race);
        foreach (var pause in pauses)
            Clear(pause);
        CountTraining();
        if (taper is Taper.LightActivation)
            AddLightSessions(races);
    }

    public bool HoldsSession(int day) => _free[day] && _weekdays.Contains(_timeline.DateAt(day).DayOfWeek);

    public bool IsReentry(int day) => Pauses.IsReentry(_pauses, _timeline.DateAt(day));

    /// <summary>
    /// The training week a day belongs to, from 0 in its cycle. Easy weeks, B races' weeks and the race-block hold what the same
    /// weekday last had (R126); null when the cycle has no training week before the day.
    /// </summary>
    public int? WeekOf(int day)
    {
        var cycle = _timeline.CycleAt(day);
        for (var same = day; same >= 0 && _timeline.CycleAt(same) == cycle; same -= 7)
            if (Trains(same))
                return _trained[same] / 7;
        for (var earlier = day; earlier >= 0 && _timeline.CycleAt(earlier) == cycle; earlier--)
            if (Trains(earlier))
                return _trained[earlier] / 7;
        return null;
    }

    /// <summary>Whether training moves on at this day: foundation and general preparation, outside pauses.</summary>
    public bool Trains(int day) =>
        _timeline.PhaseAt(day) is Phase.Foundation or Phase.GeneralPreparation
        && !Pauses.Contain(_pauses, _timeline.DateAt(day));

    private void MarkPhases()
    {
        for (var day = 0; day < _free.Length; day++)
            _free[day] = Periodisation.SetsIn(_timeline.PhaseAt(day)) > 0;
    }

    /// <summary>B: nothing in the last three days; C: nothing the day before; none on the day nor on the day after (section 3).</summary>
    private void Clear(Race race)
    {
        var before = race.Priority switch { Priority.B => 3, Priority.C => 1, _ => 0 };
        Clear(_timeline.DayOf(race.Date) - before, _timeline.DayOf(race.Date) + 1);
    }

    private void Clear(Pause pause) =>
        Clear(_timeline.DayOf(pause.From), pause.To is { } to ? _timeline.DayOf(to) : _free.Length);

    private void Clear(int from, int to)
    {
        for (var day = Math.Max(0, from); day <= to && day < _free.Length; day++)
            _free[day] = false;
    }

    private void CountTraining()
    {
        ushort count = 0;
        for (var day = 0; day < _trained.Length; day++)
        {
            if (day > 0 && _timeline.CycleAt(day) != _timeline.CycleAt(day - 1))
                count = 0;
            _trained[day] = count;
            if (Trains(day))
                count++;
        }
    }

    /// <summary>One light session between for a runner who has trained before (D18).</summary>
    private void AddLightSessions(ImmutableArray<Race> races)
    {
        foreach (var race in races.Where(r => r.Priority is Priority.A))
        {
            var raceDay = _timeline.DayOf(race.Date);
            for (var day = Math.Max(0, raceDay - 14); day <= raceDay - 8 && day < _free.Length; day++)
            {
                if (!IsLightDay(day, races))
                    continue;
                _free[day] = true;
                break;
            }
        }
    }

    private bool IsLightDay(int day, ImmutableArray<Race> races) =>
        _timeline.PhaseAt(day) is Phase.Taper
        && _weekdays.Contains(_timeline.DateAt(day).DayOfWeek)
        && WeekOf(day) is not null
        && !Pauses.Contain(_pauses, _timeline.DateAt(day))
        && !races.Any(r => r.Date == _timeline.DateAt(day) || r.Date == _timeline.DateAt(day - 1) || r.Date == _timeline.DateAt(day + 1));
}
