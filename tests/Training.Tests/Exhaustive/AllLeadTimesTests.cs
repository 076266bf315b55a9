using StrengthDays.Training.Tests.Catalogue;
using StrengthDays.Training.Tests.Properties;

namespace StrengthDays.Training.Tests.Exhaustive;

/// <summary>
/// Every lead of 0 to 60 weeks in days, from every start weekday to every distance: 14,735 calendars for each
/// experience.
/// </summary>
[Trait("Category", "Once")]
public sealed class AllLeadTimesTests
{
    private static readonly DateOnly _monday = new(2027, 1, 4);
    private static readonly RunningWeek _week = new(
        RunDay.Rest, RunDay.Hard, RunDay.Easy, RunDay.Rest, RunDay.Easy, RunDay.Rest, RunDay.Long);

    public static TheoryData<Experience> Experiences => new(Enum.GetValues<Experience>());

    [Theory]
    [MemberData(nameof(Experiences))]
    [Trait("Rule", "R125"), Trait("Rule", "R126"), Trait("Rule", "R127"), Trait("Rule", "R143"), Trait("Rule", "R144")]
    [Trait("Rule", "R145"), Trait("Rule", "R148"), Trait("Rule", "D17"), Trait("Rule", "D20"), Trait("Rule", "Y4")]
    public void Every_lead_time_has_its_phases_its_sets_and_its_restart_day(Experience experience) =>
        Assert.All(Questionnaires(experience), asked => Assert.Empty(Broken(asked)));

    private static IEnumerable<Questionnaire> Questionnaires(Experience experience) =>
        from weekday in Enumerable.Range(0, 7)
        from lead in Enumerable.Range(0, 421)
        from distance in Enum.GetValues<Distance>()
        let start = _monday.AddDays(weekday)
        select new Questionnaire
        {
            StartOn = start,
            Week = _week,
            Experience = experience,
            Races = [new Race("", start.AddDays(lead), distance)],
        };

    private static IEnumerable<string> Broken(Questionnaire asked)
    {
        var season = Season.Of(asked, SeedFile.Catalogue, History.Empty);
        var race = asked.Races[0];
        // From three weeks on at least one strength weekday lies before the taper.
        var trains = race.Date >= asked.StartOn.AddDays(21);
        if (!ExpectedPhases.Of(asked, day => trains && day > race.Date).SequenceEqual(ByDay(season)))
            yield return $"R125: other phases for {race}";
        if (season.Phases.Any(p => p.Sets != PhaseRules.SetsIn(p.Phase) || p.Days < 1))
            yield return $"R126: other sets, or a phase without a day, for {race}";
        foreach (var (phase, from, to) in Lengths(asked))
            if (DaysOf(season, phase, race) is var days && (days < from || days > to))
                yield return $"R143: {days} days of {phase} for {race}";
        if (FirstSessionFrom(race.Date.AddDays(-14), asked) != RestartAfter(race))
            yield return $"R145: strength comes back on another day after {race}";
    }

    /// <summary>
    /// The lengths a phase before and round the race may have, in days; general preparation counts its foundation.
    /// </summary>
    private static IEnumerable<(Phase Phase, int From, int To)> Lengths(Questionnaire asked)
    {
        var lead = asked.Races[0].Date.DayNumber - asked.StartOn.DayNumber;
        yield return (Phase.RaceWeek, Math.Min(7, lead + 1), 7);
        yield return (Phase.Taper, Math.Clamp(lead - 6, 0, 8), lead < 21 ? 14 : 8);
        yield return (Phase.Recovery, 7 * WeeksOff(asked.Races[0].Distance), 7 * WeeksOff(asked.Races[0].Distance));
        if (lead >= 98)
        {
            yield return (Phase.RaceBlock, 6 * 7 - 14, 10 * 7 - 14);
            yield return (Phase.GeneralPreparation, 8 * 7, lead <= 154 ? 12 * 7 : int.MaxValue);
        }
    }

    private static int DaysOf(Season season, Phase phase, Race race) => season.Phases
        .Where(p => p.From <= race.Date || phase == Phase.Recovery)
        .Where(p => p.Phase == phase || phase == Phase.GeneralPreparation && IsPartOfIt(p.Phase)).Sum(p => p.Days);

    private static bool IsPartOfIt(Phase phase) => phase is Phase.Foundation or Phase.EasyWeek;

    /// <summary>From the days alone: what the sessions hold would take longer to work out than all the rest.</summary>
    private static DateOnly FirstSessionFrom(DateOnly date, Questionnaire asked)
    {
        var weekdays = Placement.Choose(asked.Week, asked.SessionsPerWeek);
        var timeline = Timeline.Build(asked, asked.Races, weekdays, History.Empty);
        var days = new TrainingDays(timeline, weekdays, History.Empty, asked);
        var from = Math.Max(0, timeline.DayOf(date));
        return timeline.DateAt(Enumerable.Range(from, timeline.Length - from).First(days.HoldsSession));
    }

    /// <summary>The first Wednesday or Friday after the break.</summary>
    private static DateOnly RestartAfter(Race race)
    {
        var restart = race.Date.AddDays(7 * WeeksOff(race.Distance) + 1);
        while (restart.DayOfWeek is not (DayOfWeek.Wednesday or DayOfWeek.Friday))
            restart = restart.AddDays(1);
        return restart;
    }

    /// <summary>Joining the ranges day by day shows gaps, overlaps and negative lengths too.</summary>
    private static IEnumerable<Phase> ByDay(Season season) =>
        season.Phases.SelectMany(p => Enumerable.Repeat(p.Phase, p.To.DayNumber - p.From.DayNumber + 1));

    private static int WeeksOff(Distance distance) => distance switch
    {
        Distance.FiveK or Distance.TenK => 1,
        Distance.HalfMarathon => 2,
        _ => 3,
    };
}
