using StrengthDays.Training.Tests.Properties;

namespace StrengthDays.Training.Tests.Rules;

/// <summary>Hills, pain, history, age, wishes and jumps (R030, R073, R104, D12, D22, section 2's map, 3.1 Safety).</summary>
public sealed class RunnerRuleTests
{
    private static readonly Questionnaire _jumper = Given.Experienced with { Week = Given.EasyWeek, Plyometrics = true };

    public static TheoryData<Area> Areas => new(Enum.GetValues<Area>());

    [Theory]
    [InlineData(Equipment.Stairs)]
    [InlineData(Equipment.Chair)]
    [InlineData(Equipment.Box)]
    [Trait("Rule", "R030"), Trait("Rule", "R113")]
    public void A_hilly_race_has_a_step_up_in_every_session(Equipment step) =>
        Assert.All(Hilly(step).Sessions, s => Assert.Contains(s.In(BlockKind.Main), e => e.IsAny(Work.StepUps)));

    [Fact]
    [Trait("Rule", "R030")]
    public void Hills_without_a_step_get_split_squats_or_bridges_and_a_notice()
    {
        var plan = Hilly(Equipment.None);

        Assert.All(plan.Sessions, s => Assert.Contains(s.In(BlockKind.Main), e => e.IsAny([24, 53])));
        Assert.Contains(plan.Notices, n => n.Contains("step-up", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Areas))]
    [Trait("Rule", "R104"), Trait("Rule", "R072"), Trait("Rule", "R147")]
    public void One_painful_area_leaves_everything_else_trained_and_says_whom_to_see(Area area)
    {
        var plan = (Given.Experienced with { Niggles = [new(area, true)] }).Plan();

        Assert.Contains(plan.Notices, n => n.Contains("physio", StringComparison.Ordinal));
        Assert.All(plan.Sessions, s => Assert.Empty(Work.Four.Except(s.Trained().Select(e => e.Exercise.Category))));
    }

    [Fact]
    [Trait("Rule", "R104")]
    public void Three_painful_areas_stop_strength_and_say_why()
    {
        var plan = (Given.Runner with { Niggles = [new(Area.Achilles, true), new(Area.LowBack, true), new(Area.ItBand, true)] }).Plan();

        Assert.Empty(plan.Sessions);
        Assert.All(plan.Placement, p => Assert.False(p.Strength));
        Assert.Contains(plan.Notices, n => n.StartsWith("No strength is planned", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Rule", "R077")]
    public void An_Achilles_history_gets_heel_drops_off_a_step_and_pain_only_raises_on_the_floor()
    {
        var history = Given.Experienced with { Equipment = Equipment.Stairs, Niggles = [new(Area.Achilles, false)] };
        var pain = history with { Niggles = [new(Area.Achilles, true)] };

        Assert.Contains("E36", history.Plan().Refs());
        var calves = pain.Plan().Sessions.SelectMany(s => s.In(BlockKind.Calves)).ToList();
        Assert.All(calves, e => Assert.Equal(("E35", Equipment.None), (e.Exercise.Ref, e.Uses)));
        Assert.NotEmpty(calves);
    }

    [Fact]
    [Trait("Rule", "D8")]
    public void A_low_back_history_removes_loaded_flexion_rotation_and_swings()
    {
        var asked = Given.Experienced with { DynamicCore = true, Equipment = Equipment.Kettlebell, Niggles = [new(Area.LowBack, false)] };

        Assert.Empty(asked.Plan().Refs().Intersect(["E05", "E06", "E07", "E08", "E09", "E33"]));
    }

    [Fact]
    [Trait("Rule", "D22"), Trait("Rule", "R073"), Trait("Rule", "R102")]
    public void A_beginner_gets_split_squats_and_no_single_leg_squats()
    {
        var asked = Given.Runner with { Week = Given.EasyWeek, SessionsPerWeek = 3 };

        Assert.DoesNotContain("E55", asked.Plan().Refs());
        Assert.Contains("E53", asked.Plan().Refs());
        Assert.Contains("E55", (asked with { Experience = Experience.Experienced }).Plan().Refs());
    }

    [Fact]
    [Trait("Rule", "D12"), Trait("Rule", "R011"), Trait("Rule", "R033"), Trait("Rule", "R052"), Trait("Rule", "R073"), Trait("Rule", "R083")]
    public void Jumps_come_after_8_weeks_in_general_preparation_and_warn_of_sore_legs()
    {
        var plan = _jumper.RacingIn(150).Plan();

        var jumping = plan.Sessions.Where(s => s.In(BlockKind.Power).Any()).ToList();
        Assert.Equal(56, Given.Day(jumping[0].Date) / 7 * 7);
        Assert.All(jumping, s => Assert.Equal(Phase.GeneralPreparation, s.Phase));
        Assert.Contains("sore", jumping[0].Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Experience.New, AgeBand.Under40, true)]
    [InlineData(Experience.Some, AgeBand.Under40, true)]
    [InlineData(Experience.Experienced, AgeBand.SixtyPlus, true)]
    [InlineData(Experience.Experienced, AgeBand.Under40, false)]
    [Trait("Rule", "D12"), Trait("Rule", "R011")]
    public void No_jumps_without_the_wish_the_experience_or_over_60(Experience experience, AgeBand age, bool wish)
    {
        var plan = (_jumper with { Experience = experience, AgeBand = age, Plyometrics = wish }).Plan();

        Assert.DoesNotContain(plan.Sessions, s => s.In(BlockKind.Power).Any());
        Assert.Equal(wish, plan.Notices.Any(n => n.StartsWith("No jumps", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Areas))]
    [Trait("Rule", "D12")]
    public void No_jumps_with_a_niggle_of_the_leg(Area area) => Assert.Equal(
        area == Area.LowBack,
        (_jumper with { Niggles = [new(area, false)] }).Plan().Sessions.Any(s => s.In(BlockKind.Power).Any()));

    [Fact]
    [Trait("Rule", "R009")]
    public void At_60_no_hold_is_longer_than_30_seconds() => Assert.All(
        (Given.Experienced with { AgeBand = AgeBand.SixtyPlus }).Plan().Sessions.SelectMany(s => s.Trained()),
        e => Assert.True(e.HoldSeconds is null or <= 30));

    [Fact]
    public void What_is_avoided_never_comes()
    {
        string[] avoided = ["single-leg-romanian-deadlift", "clamshell", "forearm-plank"];

        var asked = Given.Experienced with { Avoid = [.. avoided] };

        Assert.DoesNotContain(asked.Plan().Sessions.SelectMany(s => s.All()), e => avoided.Contains(e.Exercise.Id));
    }

    private static Plan Hilly(Equipment owned) =>
        (Given.Experienced with { Equipment = owned, Races = [Given.ARace(150) with { Hilly = true }] }).Plan();
}
