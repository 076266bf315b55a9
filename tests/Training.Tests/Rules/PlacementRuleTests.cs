using StrengthDays.Training.Tests.Properties;

namespace StrengthDays.Training.Tests.Rules;

/// <summary>Weekdays with their reasons (R059 to R062, R120, R121, D1, D9, D10).</summary>
public sealed class PlacementRuleTests
{
    private const RunDay R = RunDay.Rest;
    private const RunDay E = RunDay.Easy;
    private const RunDay H = RunDay.Hard;
    private const RunDay L = RunDay.Long;

    [Fact]
    [Trait("Rule", "D10"), Trait("Rule", "R062"), Trait("Rule", "Y1")]
    public void With_a_Saturday_long_run_Monday_Wednesday_Friday_becomes_Sunday_Tuesday_Thursday()
    {
        var asked = Given.Runner with { Week = new(E, E, E, E, E, L, E), SessionsPerWeek = 3 };

        var plan = asked.Plan();

        Assert.Equal([DayOfWeek.Tuesday, DayOfWeek.Thursday, DayOfWeek.Sunday], Days(plan));
        Assert.Contains("tomorrow is your long run", plan.Placement[4].Why, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    [Trait("Rule", "R060"), Trait("Rule", "R061"), Trait("Rule", "R120"), Trait("Rule", "D1")]
    public void Two_sessions_are_the_default_and_Monday_and_Thursday_their_days_when_nothing_speaks_against_it() =>
        Assert.Equal([DayOfWeek.Monday, DayOfWeek.Thursday], Days((Given.Runner with { Week = new(R, R, R, R, R, R, R) }).Plan()));

    [Fact]
    [Trait("Rule", "R121"), Trait("Rule", "D9")]
    public void No_strength_on_a_hard_or_long_day_nor_on_the_day_before_one()
    {
        var plan = (Given.Runner with { SessionsPerWeek = 3 }).Plan();

        Assert.Equal(
            [
                "No strength: tomorrow is hard.", "No strength: hard run today.", "No strength: tomorrow is your long run.",
                "No strength: long run today.",
            ],
            new[] { 0, 1, 5, 6 }.Select(day => plan.Placement[day].Why));
    }

    [Fact]
    [Trait("Rule", "D1")]
    public void When_fewer_sessions_fit_the_notice_names_the_weekday_that_would_add_most()
    {
        var plan = (Given.Runner with { Week = new(E, H, E, H, E, L, H), SessionsPerWeek = 3 }).Plan();

        Assert.Empty(plan.Sessions);
        Assert.Contains(plan.Notices, n => n.Contains("If Tuesday became an easy day, 1 would fit", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Rule", "R121"), Trait("Rule", "R001"), Trait("Rule", "D16")]
    public void A_week_of_hard_days_gives_a_plan_without_sessions_and_the_reason()
    {
        var plan = (Given.Runner with { Week = new(H, H, H, H, H, H, H) }).RacingIn(120).Plan();

        Assert.Empty(plan.Sessions);
        Assert.Contains(plan.Notices, n => n.StartsWith("No weekday of your running week takes strength", StringComparison.Ordinal));
        Assert.NotEmpty(plan.Phases);
    }

    [Fact]
    [Trait("Rule", "D1"), Trait("Rule", "R004"), Trait("Rule", "Y7")]
    public void Four_sessions_are_split_work_two_for_legs_and_two_for_core_and_upper_body()
    {
        var plan = (Given.Experienced with { Week = new(E, E, E, E, E, E, E), SessionsPerWeek = 4, Minutes = 30 }).Plan();

        var week = plan.Sessions.Take(4).ToList();

        Assert.Equal(4, Days(plan).Count());
        Assert.Equal([true, false, true, false], week.Select(s => s.Blocks.Any(b => b.Kind == BlockKind.Main)));
        Assert.Equal([false, true, false, true], week.Select(s => s.Blocks.Any(b => b.Kind == BlockKind.Core)));
    }

    [Fact]
    [Trait("Rule", "R004"), Trait("Rule", "Y7"), Trait("Rule", "D2")]
    public void Three_short_sessions_hold_five_or_six_exercises_each()
    {
        var plan = (Given.Experienced with { Week = new(E, E, E, E, E, E, E), SessionsPerWeek = 3, Minutes = 30 }).Plan();

        Assert.Equal(3, Days(plan).Count());
        Assert.All(plan.Sessions, s => Assert.InRange(s.Trained().Count(), 5, 6));
    }

    [Fact]
    [Trait("Rule", "D1"), Trait("Rule", "R059")]
    public void Of_four_sessions_those_of_a_kind_never_touch()
    {
        var plan = (Given.Experienced with { Week = new(E, E, E, E, E, E, E), SessionsPerWeek = 4 }).Plan();

        foreach (var kind in new[] { BlockKind.Main, BlockKind.Core })
        {
            var dates = plan.Sessions.Where(s => s.In(kind).Any()).Select(s => s.Date).ToList();
            Assert.All(dates.Zip(dates.Skip(1)), pair => Assert.True(pair.Second.DayNumber - pair.First.DayNumber > 1));
        }
    }

    [Fact]
    [Trait("Rule", "R001"), Trait("Rule", "D16")]
    public void A_plan_of_a_full_running_week_leaves_every_hard_and_long_run_alone_and_says_so()
    {
        var week = new RunningWeek(H, E, H, E, H, E, L);

        var plan = (Given.Runner with { Week = week, SessionsPerWeek = 3 }).Plan();

        Assert.Empty(plan.Sessions);
        Assert.Equal(
            RunningWeek.Days.Select(d => week[d] switch
            {
                H => "No strength: hard run today.",
                L => "No strength: long run today.",
                _ => d == DayOfWeek.Saturday ? "No strength: tomorrow is your long run." : "No strength: tomorrow is hard.",
            }),
            plan.Placement.Select(p => p.Why));
    }

    [Fact]
    [Trait("Rule", "D1")]
    public void Where_four_do_not_fit_three_full_sessions_are_planned()
    {
        var asked = Given.Experienced with { Week = new(E, H, E, E, E, E, L), SessionsPerWeek = 4 };

        var plan = asked.Plan();

        Assert.Equal([DayOfWeek.Wednesday, DayOfWeek.Friday], Days(plan));
        Assert.All(plan.Sessions, s => Assert.Contains(s.Blocks, b => b.Kind == BlockKind.Calves));
    }

    [Fact]
    [Trait("Rule", "R006")]
    public void Sessions_keep_their_weekdays_all_season()
    {
        var plan = Given.Runner.RacingIn(200).Plan();

        Assert.Equal([DayOfWeek.Wednesday, DayOfWeek.Friday], plan.Sessions.Select(s => s.Date.DayOfWeek).Distinct().Order());
    }

    private static IEnumerable<DayOfWeek> Days(Plan plan) => plan.Placement.Where(p => p.Strength).Select(p => p.Weekday);
}
