using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <summary>Which days of a season hold a session, and how far training has come by each.</summary>
internal sealed class TrainingDays
{
    private const int Nothing = -1;

    private readonly Timeline _timeline;
    private readonly ImmutableArray<DayOfWeek> _weekdays;
    private readonly ImmutableArray<Pause> _pauses;
    private readonly bool[] _free;
    private readonly ushort[] _trained;
    private readonly int[] _source;

    public TrainingDays(
        Timeline timeline, ImmutableArray<DayOfWeek> weekdays, History history, Questionnaire questionnaire)
    {
        (_timeline, _weekdays, _pauses) = (timeline, weekdays, Pauses.Merge(history.Pauses));
        _free = new bool[timeline.Length];
        _trained = new ushort[timeline.Length];
        _source = new int[timeline.Length];
        MarkPhases();
        foreach (var race in timeline.Races)
            Clear(timeline.DayOf(race.Date) - RaceList.DaysBefore(race), timeline.DayOf(race.Date) + 1);
        foreach (var pause in _pauses)
            Clear(pause);
        CountTraining();
        for (var day = 0; day < _source.Length; day++)
            _source[day] = _free[day] && IsStrengthWeekday(day) ? day : Nothing;
        if (questionnaire.Taper is Taper.LightActivation)
            AddLightSessions();
        foreach (var skip in history.Skips)
            Take(timeline.DayOf(skip));
        Move(history.Moves, questionnaire.Week);
        FirstSession = Array.FindIndex(_source, s => s != Nothing) is var first and >= 0 ? first : _source.Length;
    }

    /// <summary>The first day that holds a session; the season's length when none does.</summary>
    public int FirstSession { get; }

    /// <summary>Whether strength is allowed on the day at all, whatever its weekday.</summary>
    public bool IsFree(int day) => _free[day];

    public bool HoldsSession(int day) => _source[day] != Nothing;

    /// <summary>The day whose session a day holds: its own, or the one it was moved from.</summary>
    public int SourceOf(int day) => _source[day];

    public bool IsReentry(int day) => Pauses.IsReentry(_pauses, _timeline.DateAt(day));

    /// <summary>
    /// The training week a day belongs to, from 0 in its cycle. Easy weeks, B races' weeks and the race-block hold what
    /// the same weekday last had (R126), or the first when it had none in the cycle.
    /// </summary>
    public int WeekOf(int day)
    {
        var cycle = _timeline.CycleAt(day);
        for (var same = day; same >= 0 && _timeline.CycleAt(same) == cycle; same -= 7)
            if (Trains(same))
                return _trained[same];
        return 0;
    }

    /// <summary>Whether training moves on at this day: free days of foundation and general preparation.</summary>
    public bool Trains(int day) =>
        _free[day] && _timeline.PhaseAt(day) is (Phase.Foundation or Phase.GeneralPreparation);

    /// <summary>Whether a weekday had a session earlier in a day's cycle.</summary>
    public bool HeldBefore(int day, DayOfWeek weekday)
    {
        for (var earlier = day - 1; earlier >= 0 && _timeline.CycleAt(earlier) == _timeline.CycleAt(day); earlier--)
            if (_timeline.DateAt(earlier).DayOfWeek == weekday && HoldsSession(earlier))
                return true;
        return false;
    }

    private void MarkPhases()
    {
        for (var day = 0; day < _free.Length; day++)
            _free[day] = Periodisation.SetsIn(_timeline.PhaseAt(day)) > 0;
    }

    private void Clear(Pause pause) =>
        Clear(_timeline.DayOf(pause.From), pause.To is { } to ? _timeline.DayOf(to) : _free.Length);

    private bool IsStrengthWeekday(int day) => _weekdays.Contains(_timeline.DateAt(day).DayOfWeek);

    private int Take(int day)
    {
        if (day < 0 || day >= _source.Length)
            return Nothing;
        var source = _source[day];
        _source[day] = Nothing;
        return source;
    }

    /// <summary>
    /// All at once, because sessions may change places. A move that the rules forbid by now falls back to the session's
    /// own day: the week, a race or a pause may have changed since.
    /// </summary>
    private void Move(ImmutableArray<SessionMove> moves, RunningWeek week)
    {
        var taken = moves.GroupBy(m => m.From)
            .Select(all => (From: _timeline.DayOf(all.Key), To: _timeline.DayOf(all.Last().To)))
            .Where(m => Take(m.From) != Nothing)
            .ToList();
        foreach (var (from, to) in taken)
            Put(from, IsAllowed(from, to, week) ? to : from);
    }

    private bool IsAllowed(int from, int to, RunningWeek week) =>
        to >= 0 && to < _source.Length && MoveRules.Refusal(week, _timeline, this, from, to) is null;

    private void Put(int source, int day)
    {
        if (_source[day] == Nothing)
            _source[day] = source;
    }

    private void Clear(int from, int to)
    {
        for (var day = Math.Max(0, from); day <= to && day < _free.Length; day++)
            _free[day] = false;
    }

    /// <summary>
    /// Each weekday counts for itself, so that its session moves on by one step from one time to the next.
    /// </summary>
    private void CountTraining()
    {
        Span<ushort> counts = stackalloc ushort[7];
        for (var day = 0; day < _trained.Length; day++)
        {
            if (day > 0 && _timeline.CycleAt(day) != _timeline.CycleAt(day - 1))
                counts.Clear();
            _trained[day] = counts[day % 7];
            if (Trains(day))
                counts[day % 7]++;
        }
    }

    /// <summary>
    /// One light session between for a runner who has trained before (D18); where two A races are near,
    /// one that serves both.
    /// </summary>
    private void AddLightSessions()
    {
        var raceDays =
            _timeline.Races.Where(r => r.Priority is Priority.A).Select(r => _timeline.DayOf(r.Date)).ToArray();
        List<int> light = [];
        foreach (var raceDay in raceDays)
            if (!light.Exists(day => IsLightFor(raceDay, day)) && LightDay(raceDay, raceDays) is { } best)
                light.Add(best);
        foreach (var day in light)
            _source[day] = day;
    }

    private int? LightDay(int raceDay, int[] raceDays)
    {
        int? best = null;
        var serves = 0;
        // The seventh day before a race is taper still, but too late for what is light before another.
        for (var day = Math.Max(0, raceDay - 14); IsLightFor(raceDay, day); day++)
            if (IsLightDay(day) && !raceDays.Contains(day + 7)
                && raceDays.Count(r => IsLightFor(r, day)) is var served && served > serves)
                (best, serves) = (day, served);
        return best;
    }

    private static bool IsLightFor(int raceDay, int day) => raceDay - 14 <= day && day <= raceDay - 8;

    /// <summary>
    /// Its session came before in its cycle, so that nothing in it is new, and no other race is near.
    /// </summary>
    private bool IsLightDay(int day) =>
        _timeline.PhaseAt(day) is Phase.Taper
        && HeldBefore(day, _timeline.DateAt(day).DayOfWeek)
        && !Pauses.Contain(_pauses, _timeline.DateAt(day))
        && !_timeline.Races.Any(r => RaceList.KeepsFree(r, _timeline.DateAt(day)));
}
