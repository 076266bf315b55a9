using StrengthDays.Training.Tests.Properties;

namespace StrengthDays.Training.Tests.Rules;

/// <summary>
/// Which exercises lead, and that those an article praises are met (R044 to R051, R065 to R070, R085, R113, R134).
/// </summary>
public sealed class ExerciseRuleTests
{
    private static readonly string[] _lunges = ["E46", "E47", "E48", "E49", "E50", "E51", "E52", "E53", "E54"];

    private static readonly Questionnaire _threeDays =
        Given.Experienced with { Week = Given.EasyWeek, SessionsPerWeek = 3 };

    [Fact]
    [Trait("Rule", "R065"), Trait("Rule", "R048")]
    public void The_single_leg_deadlift_leads_for_all_but_beginners_who_begin_on_two_legs()
    {
        Assert.Equal("E31", FirstHinge(Experience.Some));
        Assert.Equal("E31", FirstHinge(Experience.Experienced));
        Assert.Equal("E30", FirstHinge(Experience.New));
    }

    [Fact]
    [Trait("Rule", "R048")]
    public void Who_can_load_a_hinge_meets_the_deadlift_in_more_than_one_form()
    {
        var hinges = (Given.Experienced with { Equipment = Equipment.Dumbbells }).RacingIn(300).Plan().Refs();

        Assert.Superset(new HashSet<string> { "E28", "E29", "E30", "E31" }, hinges.ToHashSet());
    }

    [Fact]
    [Trait("Rule", "R046"), Trait("Rule", "R016")]
    public void Over_a_season_lunges_come_in_many_forms()
    {
        var lunges = _threeDays.RacingIn(300).Plan().Refs().Where(r => _lunges.Contains(r)).Order().ToList();

        Assert.True(lunges.Count >= 4, string.Join(' ', lunges));
        Assert.Contains(lunges, r => r is "E50" or "E51");
    }

    [Fact]
    [Trait("Rule", "R113"), Trait("Rule", "R129")]
    public void Step_ups_and_band_walks_come_first_for_those_who_have_a_step_and_a_band()
    {
        var first = (Given.Experienced with { Equipment = Equipment.Band | Equipment.Stairs }).Plan().Sessions[0];

        Assert.Equal(["E31", "E25"], first.Refs(BlockKind.Main));
        Assert.Contains("E12", first.Refs(BlockKind.Activation));
    }

    [Fact]
    [Trait("Rule", "R113")]
    public void The_single_leg_bridge_is_met_by_those_with_a_long_session() =>
        Assert.Contains("E24", (_threeDays with { Minutes = 60, SessionsPerWeek = 2 }).RacingIn(300).Plan().Refs());

    [Fact]
    [Trait("Rule", "R050")]
    public void Without_equipment_the_upper_body_item_is_the_push_up_and_later_the_plank_grows_out_of_it()
    {
        var plan = Given.Experienced.RacingIn(300).Plan();

        Assert.Equal(["E65"], plan.Sessions.SelectMany(s => s.Refs(BlockKind.UpperBody)).Distinct());
        Assert.Contains("E04", plan.Refs());
    }

    [Fact]
    [Trait("Rule", "R051"), Trait("Rule", "D8")]
    public void The_Russian_twist_is_for_those_who_want_dynamic_core()
    {
        var asked = _threeDays with { Minutes = 60 };

        Assert.DoesNotContain("E05", asked.Plan().Refs());
        Assert.Contains("E05", (asked with { DynamicCore = true }).Plan().Refs());
    }

    [Fact]
    [Trait("Rule", "R070"), Trait("Rule", "R069")]
    public void A_band_brings_walks_in_every_session_and_later_shuffles_and_high_knees()
    {
        var plan = (Given.Experienced with { Equipment = Equipment.Band }).RacingIn(400).Plan();

        Assert.All(plan.Sessions, s => Assert.Contains("E12", s.Refs(BlockKind.Activation)));
        var drills = plan.Sessions.SelectMany(s => s.Refs(BlockKind.Activation));
        Assert.Superset(new HashSet<string> { "E16", "E17" }, drills.ToHashSet());
    }

    [Fact]
    [Trait("Rule", "R129")]
    public void A_band_alone_loads_clamshells_bridges_and_squats()
    {
        var plan = (Given.Experienced with { Equipment = Equipment.Band, Minutes = 60 }).RacingIn(300).Plan();

        Assert.Superset(new HashSet<string> { "E11", "E12", "E22", "E43" }, LoadedWith(plan, Equipment.Band));
    }

    [Fact]
    [Trait("Rule", "R130")]
    public void Dumbbells_load_the_deadlift_the_step_up_and_the_calf_raise()
    {
        var plan = (Given.Experienced with { Equipment = Equipment.Dumbbells | Equipment.Stairs }).RacingIn(300).Plan();

        Assert.Superset(new HashSet<string> { "E30", "E27", "E38" }, LoadedWith(plan, Equipment.Dumbbells));
    }

    [Fact]
    [Trait("Rule", "R134"), Trait("Rule", "R085"), Trait("Rule", "R133")]
    public void A_kettlebell_brings_the_single_leg_deadlift_the_goblet_squat_and_after_six_weeks_the_swing()
    {
        var plan = (Given.Experienced with { Equipment = Equipment.Kettlebell, Minutes = 60 }).RacingIn(300).Plan();

        Assert.Superset(new HashSet<string> { "E32", "E42", "E33" }, plan.Refs().ToHashSet());
        var swing = plan.Sessions.First(s => s.Refs(BlockKind.Main).Contains("E33"));
        Assert.True(Given.Day(swing.Date) >= 42);
    }

    [Fact]
    [Trait("Rule", "R085"), Trait("Rule", "R075"), Trait("Rule", "R073")]
    public void Box_jumps_come_first_without_a_band_and_then_with_one()
    {
        const Equipment kit = Equipment.Box | Equipment.Band | Equipment.Dumbbells;
        var plan = (_threeDays with { Plyometrics = true, Minutes = 60, Equipment = kit }).RacingIn(400).Plan();

        var jumps = plan.Sessions.SelectMany(s => s.Refs(BlockKind.Power)).Where(r => r is "E70" or "E71").Distinct();
        Assert.Equal(["E70", "E71"], jumps);
        Assert.Contains("E27", plan.Refs());
    }

    [Theory]
    [InlineData(Equipment.Rucksack, "E30", "R097")]
    [InlineData(Equipment.Towel, "E15", "R098")]
    [InlineData(Equipment.Stairs, "E25", "R099")]
    [InlineData(Equipment.Stairs, "E36", "R099")]
    [Trait("Rule", "R097"), Trait("Rule", "R098"), Trait("Rule", "R099")]
    public void Things_at_home_are_used_for_what_they_stand_in_for(Equipment thing, string row, string rule)
    {
        var runner = Given.Experienced with { Equipment = thing, Niggles = [new(Area.Achilles, false)] };

        var uses = runner.RacingIn(300).Plan().Sessions.SelectMany(s => s.Trained()).Where(e => e.Exercise.Ref == row);

        Assert.True(uses.Any(e => e.Uses == thing), $"{rule}: no {row} with {thing}");
    }

    [Fact]
    [Trait("Rule", "R135"), Trait("Rule", "R116")]
    public void A_gym_adds_Nordic_curls_and_barbell_hinges_and_is_never_needed()
    {
        var runner = Given.Experienced.RacingIn(300);
        var curls = runner with { Equipment = Equipment.NordicAnchor | Equipment.Dumbbells };
        var bars = runner with { Equipment = Equipment.Barbell | Equipment.CableMachine, Minutes = 60 };

        Assert.Contains("E34", curls.Plan().Refs());
        Assert.Superset(new HashSet<string> { "E28", "E14" }, bars.Plan().Refs().ToHashSet());
        Assert.Equal(bars.Plan().Sessions.Length, (bars with { Equipment = Equipment.None }).Plan().Sessions.Length);
    }

    [Fact]
    [Trait("Rule", "Y13"), Trait("Rule", "R058")]
    public void A_beginner_meets_all_of_the_best_exercises_but_the_squat_jump()
    {
        var asked = Given.Runner with { Equipment = Equipment.Dumbbells, Minutes = 60, DynamicCore = true };
        var barehanded = asked with { Equipment = Equipment.None, Week = Given.EasyWeek, SessionsPerWeek = 3 };

        var plans = new[] { asked, barehanded with { Plyometrics = true } }.Select(q => q.RacingIn(300).Plan());
        var refs = plans.SelectMany(p => p.Sessions).SelectMany(s => s.All()).Select(e => e.Exercise.Ref).ToHashSet();

        Assert.Superset(new HashSet<string> { "E40", "E46", "E01", "E28", "E65", "E05" }, refs);
        Assert.DoesNotContain("E73", refs);
    }

    private static HashSet<string> LoadedWith(Plan plan, Equipment thing) =>
    [
        .. plan.Sessions.SelectMany(s => s.Trained())
            .Where(e => e.Load.Kind != LoadKind.BodyWeight && e.Uses.HasFlag(thing)).Select(e => e.Exercise.Ref),
    ];

    private static string FirstHinge(Experience experience) =>
        (Given.Runner with { Experience = experience, Equipment = Equipment.Dumbbells }).Plan().Sessions[0]
        .In(BlockKind.Main).First(e => e.IsAny(Work.Hinges)).Exercise.Ref;
}
