using StrengthDays.Training.Tests.Catalogue;
using StrengthDays.Training.Tests.Properties;

namespace StrengthDays.Training.Tests.Exhaustive;

/// <summary>All 32,768 sets of equipment: a week of foundation and a week of general preparation with each.</summary>
public sealed class AllEquipmentTests
{
    private static readonly DateOnly _start = new(2027, 1, 4);
    private static readonly RunningWeek _week = new(
        RunDay.Rest, RunDay.Hard, RunDay.Easy, RunDay.Rest, RunDay.Easy, RunDay.Rest, RunDay.Long);

    // The first week of foundation and, for one who has done some strength before, the first of general preparation.
    private static readonly int[] _days = [.. Enumerable.Range(0, 7), .. Enumerable.Range(14, 7)];

    public static TheoryData<int> Minutes => [20, 45];

    [Theory]
    [MemberData(nameof(Minutes))]
    [Trait("Rule", "R005"), Trait("Rule", "R110"), Trait("Rule", "Y2"), Trait("Rule", "Y8")]
    public void Every_set_of_equipment_gives_sessions_the_runner_can_do_in_all_four_categories(int minutes) =>
        Assert.All(Enumerable.Range(0, 1 << 15), things => Assert.Empty(Broken((Equipment)things, minutes)));

    private static IEnumerable<string> Broken(Equipment owned, int minutes)
    {
        var asked = new Questionnaire
        {
            StartOn = _start,
            Week = _week,
            Experience = Experience.Some,
            Equipment = owned,
            Minutes = minutes,
            // A near race: two weeks of foundation, one of general preparation, and no months to plan after them.
            Races = [new Race("", _start.AddDays(63), Distance.TenK)],
        };
        var season = new PlannedSeason(asked, TwoWeeks(asked));
        var missing = season.Plan.Sessions.Length == 4 ? [] : new[] { "a session is missing" };
        return missing.Concat(PlanRules.WithinSessions(season));
    }

    private static Plan TwoWeeks(Questionnaire asked)
    {
        var season = Season.Of(asked, SeedFile.Catalogue, History.Empty);
        var sessions = _days.Select(day => season.SessionOn(_start.AddDays(day))).OfType<Session>();
        return new(asked.StartOn, season.Races, season.Placement, season.Phases, [], [.. sessions], season.Notices);
    }
}
