using StrengthDays.Training.Tests.Catalogue;
using StrengthDays.Training.Tests.Properties;
using StrengthDays.Training.Tests.Rules;

namespace StrengthDays.Training.Tests.Exhaustive;

/// <summary>All 32,768 sets of equipment: a week of foundation and a week of general preparation with each.</summary>
[Trait("Category", "Once")]
public sealed class AllEquipmentTests
{
    private const Equipment House = Equipment.Rucksack | Equipment.Towel | Equipment.Stairs | Equipment.Chair;

    // The first week of foundation and, for one who has done some strength before, the first of general preparation.
    private static readonly int[] _days = [.. Enumerable.Range(0, 7), .. Enumerable.Range(14, 7)];

    public static TheoryData<int> Minutes => [20, 45];

    [Theory]
    [MemberData(nameof(Minutes))]
    [Trait("Rule", "R005"), Trait("Rule", "R110"), Trait("Rule", "Y2"), Trait("Rule", "Y8")]
    public void Every_set_of_equipment_gives_sessions_the_runner_can_do_in_all_four_categories(int minutes) =>
        Assert.Empty(
        from things in Enumerable.Range(0, 1 << 15).AsParallel()
        let owned = (Equipment)things
        from broken in Broken(owned, minutes)
        select $"{broken} with {owned}");

    [Fact]
    [Trait("Rule", "R096"), Trait("Rule", "R041"), Trait("Rule", "R082")]
    public void Every_set_of_things_at_home_gives_whole_plans_that_use_nothing_else() => Assert.All(
        Enumerable.Range(0, 1 << 15).Select(things => (Equipment)things).Where(things => (things & ~House) == 0),
        owned => Assert.All(WholePlans(owned), plan =>
        {
            Assert.Equal(WholePlans(Equipment.None).First().Sessions.Length, plan.Sessions.Length);
            Assert.All(plan.Sessions.SelectMany(s => s.All()), e => Assert.Equal(Equipment.None, e.Uses & ~owned));
        }));

    [Fact]
    [Trait("Rule", "R096")]
    public void Nine_tenths_of_a_default_plan_need_nothing_but_a_house() =>
        Assert.All(WholePlans(Equipment.None), plan =>
        {
            var exercises = plan.Sessions.SelectMany(s => s.All()).ToList();

            var atHome = exercises.Count(e => e.Exercise.Equipment.Any(way => (way & ~House) == 0));

            Assert.True(10 * atHome >= 9 * exercises.Count, $"{atHome} of {exercises.Count}");
        });

    private static IEnumerable<string> Broken(Equipment owned, int minutes)
    {
        // A near race: two weeks of foundation, one of general preparation, and no months to plan after them.
        var runner = Given.Runner with { Experience = Experience.Some, Equipment = owned, Minutes = minutes };
        var asked = runner.RacingIn(63);
        var season = new PlannedSeason(asked, TwoWeeks(asked));
        foreach (var session in season.Plan.Sessions)
            foreach (var category in Work.Four.Except(session.Trained().Select(e => e.Exercise.Category)))
                yield return $"R110: nothing for {category}";
        if (season.Plan.Sessions.Length != 4)
            yield return "R005: a session is missing";
        foreach (var violation in PlanRules.WithinSessions(season))
            yield return violation;
    }

    private static Plan TwoWeeks(Questionnaire asked)
    {
        var season = Season.Of(asked, SeedFile.Catalogue, History.Empty);
        var sessions = _days.Select(day => season.SessionOn(Given.Start.AddDays(day))).OfType<Session>();
        return new(asked.StartOn, season.Races, season.Placement, season.Phases, [], [.. sessions], season.Notices);
    }

    private static IEnumerable<Plan> WholePlans(Equipment owned) =>
        from experience in Enum.GetValues<Experience>()
        let runner = Given.Runner with { Experience = experience, Equipment = owned }
        select runner.RacingIn(150).Plan();
}
