using StrengthDays.Training.Tests.Properties;

namespace StrengthDays.Training.Tests.Rules;

/// <summary>Who may begin, and with what (R095, R102, R106 to R109, R148, Y11).</summary>
public sealed class BeginnerRuleTests
{
    [Fact]
    [Trait("Rule", "R095")]
    public void Every_experience_age_and_distance_gets_a_plan_with_sessions_before_and_after_the_race()
    {
        var plans = from experience in Enum.GetValues<Experience>()
                    from age in Enum.GetValues<AgeBand>()
                    let runner = Given.Runner with { Experience = experience, AgeBand = age }
                    from distance in Enum.GetValues<Distance>()
                    select runner.RacingIn(120, distance).Plan();

        Assert.All(plans, plan =>
        {
            Assert.Contains(plan.Sessions, s => Given.Day(s.Date) < 106);
            Assert.Contains(plan.Sessions, s => Given.Day(s.Date) > 120);
        });
    }

    [Fact]
    [Trait("Rule", "R107"), Trait("Rule", "R139"), Trait("Rule", "R102")]
    public void In_foundation_nothing_outside_activation_is_loaded_or_beyond_the_first_stage() => Assert.All(
        Everyone.Seasons.SelectMany(s => s.Plan.Of(Phase.Foundation)).SelectMany(s => s.Working()),
        e =>
        {
            Assert.Equal(Load.BodyWeight, e.Load);
            Assert.InRange(e.Exercise.Stage, 0, 1);
        });

    [Fact]
    [Trait("Rule", "R108"), Trait("Rule", "Y11")]
    public void Foundation_holds_the_foundational_list_its_side_planks_wheel_holds_walk_outs_and_body_squats()
    {
        var asked = Given.Runner with
        {
            Week = Given.EasyWeek,
            Equipment = Equipment.Towel,
            Minutes = 60,
            DynamicCore = true,
        };
        var plans = new[] { asked, asked with { SessionsPerWeek = 3 } }.Select(q => q.Plan());

        var refs = plans.SelectMany(p => p.Of(Phase.Foundation)).SelectMany(s => s.All()).Select(e => e.Exercise.Ref);
        Assert.Superset(new HashSet<string> { "E02", "E07", "E15", "E18", "E40" }, refs.ToHashSet());
    }

    [Fact]
    [Trait("Rule", "R108"), Trait("Rule", "D8")]
    public void Core_in_foundation_is_plank_side_plank_dead_bug_and_wheel_hold()
    {
        var sessions = Everyone.Seasons.SelectMany(s => s.Plan.Of(Phase.Foundation));

        Assert.Equal(["E01", "E02", "E13", "E15"], sessions.SelectMany(s => s.Refs(BlockKind.Core)).Distinct().Order());
    }

    [Fact]
    [Trait("Rule", "R109"), Trait("Rule", "R122"), Trait("Rule", "D3")]
    public void Whatever_the_minutes_no_session_takes_longer_and_most_of_them_are_used() => Assert.All(
        Enumerable.Range(15, 46),
        minutes =>
        {
            var sessions = (Given.Experienced with { Minutes = minutes }).Plan().Sessions;

            Assert.All(sessions, s => Assert.InRange(s.EstimatedMinutes, minutes / 2, Math.Min(50, minutes)));
            Assert.Contains(sessions, s => s.EstimatedMinutes >= Math.Min(50, minutes) - 5);
        });

    [Fact]
    [Trait("Rule", "R109")]
    public void No_exercise_stands_twice_in_a_session_and_each_session_has_a_title() =>
        Assert.All(Everyone.Sessions, s =>
        {
            Assert.Equal(s.Trained().Count(), s.Trained().DistinctBy(e => e.Exercise).Count());
            Assert.NotEmpty(s.Title);
        });
}
