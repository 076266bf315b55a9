using StrengthDays.Training.Tests.Catalogue;
using StrengthDays.Training.Tests.Properties;

namespace StrengthDays.Training.Tests.Exhaustive;

/// <summary>Every lead of 0 to 60 weeks in days, from every start weekday to every distance: 14,735 calendars for each experience.</summary>
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
        if (season.Phases.Any(p => p.Sets != PhaseRules.SetsIn(p.Phase)))
            yield return $"R126: other sets for {race}";
        if (asked.StartOn == _monday && !RestartsAfterRecovery(season, race))
            yield return $"R127: a session between the last two weeks and the end of the recovery for {race}";
    }

    private static bool RestartsAfterRecovery(Season season, Race race)
    {
        var restart = race.Date.AddDays(7 * WeeksOff(race.Distance) + 1);
        var next = season.NextStrengthDayAfter(race.Date.AddDays(-15));
        return next >= restart && next < restart.AddDays(7);
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
