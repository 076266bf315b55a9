using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <summary>
/// Every day of a season with its phase and its cycle. A cycle runs from the plan's first day, or the day after a
/// recovery, to the end of the next recovery; progression starts anew in each (R145).
/// </summary>
internal sealed class Timeline
{
    private readonly List<Phase> _phases = [];
    private readonly List<byte> _cycles = [];
    private readonly Questionnaire _questionnaire;
    private readonly ImmutableArray<DayOfWeek> _strengthDays;
    private readonly List<Cycle> _cycleList = [];
    private bool _hasTrained;

    private Timeline(Questionnaire questionnaire, ImmutableArray<Race> races, ImmutableArray<DayOfWeek> strengthDays) =>
        (_questionnaire, Races, _strengthDays) = (questionnaire, races, strengthDays);

    /// <summary>Races that count, by date.</summary>
    public ImmutableArray<Race> Races { get; }

    public DateOnly Start => _questionnaire.StartOn;

    public int Length => _phases.Count;

    public IReadOnlyList<Cycle> Cycles => _cycleList;

    /// <summary>Lays the phases of all A races end to end, then the B races' windows over them.</summary>
    public static Timeline Build(
        Questionnaire questionnaire,
        ImmutableArray<Race> races,
        ImmutableArray<DayOfWeek> strengthDays,
        History history)
    {
        var timeline = new Timeline(questionnaire, races, strengthDays);
        var aRaces = races.Where(r => r.Priority is Priority.A).ToArray();
        for (var i = 0; i < aRaces.Length; i++)
            timeline.AddRace(aRaces[i], i + 1 < aRaces.Length ? aRaces[i + 1] : null);
        timeline.AddGeneralPreparation(aRaces.Length == 0);
        if (aRaces.Length > 0 && questionnaire.AfterRace is AfterRace.Stop)
            return timeline.WithBRaces();
        timeline.Extend(history.Extensions);
        if (aRaces.Length == 0)
            timeline.MakeRoomFor(history.Pauses);
        return timeline.WithBRaces();
    }

    public Phase PhaseAt(int day) => _phases[day];

    public int CycleAt(int day) => _cycles[day];

    public DateOnly DateAt(int day) => Start.AddDays(day);

    /// <summary>Days from the start to a date; may lie outside the season.</summary>
    public int DayOf(DateOnly date) => date.DayNumber - Start.DayNumber;

    public bool Covers(DateOnly date) => DayOf(date) is var day && day >= 0 && day < Length;

    private void AddRace(Race race, Race? next)
    {
        var from = Length;
        var raceDay = DayOf(race.Date);
        var lead = raceDay - from;
        var taperFrom = lead < Periodisation.ShortestLeadDays && from == 0
            ? from
            : Math.Max(from, raceDay - Periodisation.TaperDays);
        var blockFrom = Math.Clamp(raceDay - Periodisation.RaceBlockDays(lead), from, taperFrom);
        if (lead < Periodisation.ShortestLeadDays)
            blockFrom = from;
        BeginCycle(from, taperFrom);
        FillGeneralPreparation(blockFrom);
        Fill(Phase.RaceBlock, taperFrom);
        LayFoundation(from, taperFrom);
        _hasTrained |= HoldsStrength(from, taperFrom);
        Fill(Phase.Taper, Math.Max(Length, raceDay - Periodisation.RaceWeekDays + 1));
        Fill(Phase.RaceWeek, raceDay + 1);
        Fill(Phase.Recovery, RecoveryEnd(race, next, raceDay));
    }

    /// <summary>The next A race may cut a recovery short, by its taper or race-week; training never does.</summary>
    private int RecoveryEnd(Race race, Race? next, int raceDay)
    {
        var end = raceDay + 1 + 7 * Periodisation.RecoveryWeeks(race.Distance, _questionnaire.AfterRace);
        return next is null ? end : Math.Min(DayOf(next.Date) - Periodisation.TaperDays, end);
    }

    private void AddGeneralPreparation(bool rolling)
    {
        if (!rolling && _questionnaire.AfterRace is AfterRace.Stop)
            return;
        var from = Length;
        var to = from + (rolling ? Periodisation.RollingDays : Periodisation.GeneralPreparationDays);
        BeginCycle(from, to);
        FillGeneralPreparation(to);
        LayFoundation(from, to);
    }

    /// <summary>12 more weeks, after an easy one: what was planned before stays as it was.</summary>
    private void Extend(int times)
    {
        for (var i = 0; i < times; i++)
        {
            Fill(Phase.EasyWeek, Length + 7);
            Fill(Phase.GeneralPreparation, Length + Periodisation.GeneralPreparationDays);
        }
    }

    /// <summary>Without a race nothing waits: general preparation moves by the length of a pause.</summary>
    private void MakeRoomFor(ImmutableArray<Pause> pauses)
    {
        foreach (var pause in Pauses.Merge(pauses))
        {
            var from = Math.Max(0, DayOf(pause.From));
            var days = pause.To is { } to ? DayOf(to) - from + 1 : 0;
            if (days <= 0 || from >= Length)
                continue;
            _phases.InsertRange(from, Enumerable.Repeat(_phases[from], days));
            _cycles.InsertRange(from, Enumerable.Repeat(_cycles[from], days));
        }
    }

    private Timeline WithBRaces()
    {
        foreach (var race in Races.Where(r => r.Priority is Priority.B))
            for (var day = Math.Max(0, DayOf(race.Date) - 7); day <= DayOf(race.Date) && day < Length; day++)
                if (_phases[day] is Phase.GeneralPreparation or Phase.EasyWeek)
                    _phases[day] = Phase.RaceBlock;
        return this;
    }

    private void BeginCycle(int from, int trainingEnd) => _cycleList.Add(new(from, trainingEnd, FoundationDays()));

    private int FoundationDays() => 7 * (_hasTrained ? 1 : Periodisation.FoundationWeeks(_questionnaire.Experience));

    private void FillGeneralPreparation(int end)
    {
        var from = Length;
        for (var day = from; day < end; day++)
            Add(Periodisation.IsEasyWeek(day - from, end - from) ? Phase.EasyWeek : Phase.GeneralPreparation);
    }

    private void LayFoundation(int from, int end)
    {
        for (var day = from; day < Math.Min(end, from + _cycleList[^1].FoundationDays); day++)
            _phases[day] = Phase.Foundation;
    }

    private bool HoldsStrength(int from, int end)
    {
        for (var day = from; day < end; day++)
            if (_strengthDays.Contains(DateAt(day).DayOfWeek) && !Races.Any(r => RaceList.KeepsFree(r, DateAt(day))))
                return true;
        return false;
    }

    private void Fill(Phase phase, int end)
    {
        while (Length < end)
            Add(phase);
    }

    private void Add(Phase phase)
    {
        _phases.Add(phase);
        _cycles.Add((byte)(_cycleList.Count - 1));
    }
}

/// <param name="From">First day, counted from the season's start.</param>
/// <param name="TrainingEnd">First day that is no longer training before its race; later days are taper, race-week,
/// recovery.</param>
/// <param name="FoundationDays">Days at body weight from <paramref name="From"/> on.</param>
internal readonly record struct Cycle(int From, int TrainingEnd, int FoundationDays);
