using StrengthDays.Training.Tests.Properties;

namespace StrengthDays.Training.Tests.Rules;

/// <summary>What a session is made of (R110, R118, R122 to R124, D2, D11, D13, D21, Y3, Y7).</summary>
public sealed class SessionRuleTests
{
    [Fact]
    [Trait("Rule", "R123"), Trait("Rule", "Y3"), Trait("Rule", "D11"), Trait("Rule", "R101")]
    public void A_session_goes_from_warm_up_over_activation_and_main_work_to_core_and_calves()
    {
        var session = Given.Experienced.Plan().Sessions[0];

        Assert.Equal(
            [BlockKind.WarmUp, BlockKind.Activation, BlockKind.Main, BlockKind.Core, BlockKind.Calves],
            session.Blocks.Select(b => b.Kind).Where(k => k != BlockKind.UpperBody));
    }

    [Theory]
    [InlineData(30, 1, 4)]
    [InlineData(45, 3, 5)]
    [Trait("Rule", "R124"), Trait("Rule", "D2"), Trait("Rule", "D21")]
    public void The_minutes_decide_how_many_exercises_there_are(int minutes, int activation, int list) =>
        Assert.All((Given.Experienced with { Minutes = minutes }).Plan().Sessions, s =>
        {
            Assert.InRange(s.In(BlockKind.Activation).Count(), activation, activation + 2);
            Assert.InRange(s.In(BlockKind.Main, BlockKind.Core, BlockKind.Calves).Count(), list, 5);
        });

    [Theory]
    [MemberData(nameof(Kits))]
    [Trait("Rule", "D2"), Trait("Rule", "R124")]
    public void A_minute_more_never_leaves_fewer_drills_beside_the_same_work(Experience experience, int sessions, Equipment kit)
    {
        var runner = Given.Runner with { Experience = experience, SessionsPerWeek = sessions, Equipment = kit };

        var asked = Enumerable.Range(15, 46).Select(m => (Minutes: m, Is: FirstOfGeneralPreparation(runner with { Minutes = m }))).ToList();
        var poorer = asked.Zip(asked.Skip(1)).Where(p => p.Second.Is.Work <= p.First.Is.Work && p.Second.Is.Drills < p.First.Is.Drills);

        Assert.Empty(poorer);
    }

    public static TheoryData<Experience, int, Equipment> Kits()
    {
        TheoryData<Experience, int, Equipment> kits = [];
        foreach (var experience in Enum.GetValues<Experience>())
            for (var sessions = 1; sessions <= 4; sessions++)
                foreach (var kit in (Equipment[])[Equipment.None, Equipment.Chair | Equipment.Stairs, Equipment.Kettlebell | Equipment.Rucksack])
                    kits.Add(experience, sessions, kit);
        return kits;
    }

    private static (int Work, int Drills) FirstOfGeneralPreparation(Questionnaire runner)
    {
        var first = runner.Plan().Of(Phase.GeneralPreparation).Take(runner.SessionsPerWeek).ToList();
        return (first.Sum(s => s.Working().Count()), first.Sum(s => s.In(BlockKind.Activation).Count()));
    }

    [Fact]
    [Trait("Rule", "R002"), Trait("Rule", "Y7"), Trait("Rule", "D2")]
    public void Ten_exercises_come_from_50_minutes_on() => Assert.All(
        (Given.Experienced with { Minutes = 50 }).Plan().Sessions,
        s =>
        {
            Assert.Equal((3, 7), (s.In(BlockKind.Activation).Count(), s.Working().Count()));
            Assert.All(s.Working(), e => Assert.InRange(e.Sets, 2, 3));
        });

    [Fact]
    [Trait("Rule", "R122"), Trait("Rule", "D3")]
    public void No_session_is_planned_over_50_minutes() =>
        Assert.All((Given.Experienced with { Minutes = 60 }).Plan().Sessions, s => Assert.InRange(s.EstimatedMinutes, 30, 50));

    [Fact]
    [Trait("Rule", "D2"), Trait("Rule", "R110")]
    public void Twenty_minutes_are_a_circuit_of_hinge_bridge_plank_and_calf_raise() =>
        Assert.All((Given.Experienced with { Minutes = 20 }).Plan().Sessions, s =>
        {
            Assert.Equal(Work.Four.Order(), s.Working().Select(e => e.Exercise.Category).Distinct().Order());
            Assert.All(s.Working(), e => Assert.Equal(15, e.RestSeconds));
        });

    [Fact]
    [Trait("Rule", "R106"), Trait("Rule", "Y11")]
    public void A_beginners_first_week_holds_the_basics_in_its_warm_up()
    {
        var plan = Given.Runner.Plan();

        Assert.All(plan.Sessions.Take(2), s => Assert.Equal(["E39", "E40", "E80"], s.Refs(BlockKind.WarmUp).Order()));
        Assert.Equal(["E80"], plan.Sessions[2].Refs(BlockKind.WarmUp));
        Assert.Equal(["E80"], Given.Experienced.Plan().Sessions[0].Refs(BlockKind.WarmUp));
    }

    [Fact]
    [Trait("Rule", "R012"), Trait("Rule", "R042"), Trait("Rule", "R086"), Trait("Rule", "D13")]
    public void Two_sessions_hold_one_upper_body_item_a_week_and_three_one_each()
    {
        Assert.Equal(1, UpperBodyOfAWeek(Given.Experienced, 2));
        Assert.Equal(3, UpperBodyOfAWeek(Given.Experienced with { Week = Given.EasyWeek, SessionsPerWeek = 3 }, 3));
        Assert.Equal(0, UpperBodyOfAWeek(Given.Experienced with { UpperBody = false }, 2));
    }

    [Fact]
    [Trait("Rule", "R117"), Trait("Rule", "D8")]
    public void Core_is_anti_movement_unless_dynamic_core_is_wanted()
    {
        string[] dynamic = ["E05", "E06", "E07", "E08", "E09"];

        Assert.Empty(Given.Experienced.Plan().Refs().Intersect(dynamic));
        Assert.NotEmpty((Given.Experienced with { DynamicCore = true }).Plan().Refs().Intersect(dynamic));
    }

    [Fact]
    [Trait("Rule", "R053")]
    public void A_desk_job_adds_activation()
    {
        var usual = Given.Experienced.Plan().Sessions[0].In(BlockKind.Activation).Count();

        Assert.True((Given.Experienced with { DeskJob = true }).Plan().Sessions[0].In(BlockKind.Activation).Count() > usual);
    }

    [Fact]
    [Trait("Rule", "R065")]
    public void Single_leg_deadlifts_lead_from_intermediate_up()
    {
        Assert.Contains("E31", (Given.Runner with { Experience = Experience.Some }).Plan().Sessions[0].Refs(BlockKind.Main));
        Assert.Contains("E31", Given.Experienced.Plan().Sessions[0].Refs(BlockKind.Main));
    }

    [Fact]
    [Trait("Rule", "R044"), Trait("Rule", "Y13")]
    public void Who_has_a_barbell_gets_back_and_front_squats_and_a_beginner_none()
    {
        var barbell = Given.Experienced with { Equipment = Equipment.Barbell };

        Assert.Contains("E44", barbell.Plan().Refs());
        Assert.Contains("E45", barbell.Plan().Refs());
        Assert.All(
            (barbell with { Experience = Experience.New }).Plan().Sessions.SelectMany(s => s.All()),
            e => Assert.False(e.Uses.HasFlag(Equipment.Barbell)));
    }

    [Fact]
    [Trait("Rule", "R096"), Trait("Rule", "R041"), Trait("Rule", "R082")]
    public void A_plan_for_a_home_uses_nothing_from_a_gym()
    {
        const Equipment household = Equipment.Rucksack | Equipment.Towel | Equipment.Stairs | Equipment.Chair;
        var plan = (Given.Runner with { Equipment = household }).RacingIn(150).Plan();

        Assert.All(plan.Sessions.SelectMany(s => s.All()), e => Assert.Equal(Equipment.None, e.Uses & ~household));
        Assert.Contains(plan.Sessions.SelectMany(s => s.All()), e => e.Uses.HasFlag(Equipment.Rucksack));
    }

    private static int UpperBodyOfAWeek(Questionnaire asked, int sessions) =>
        asked.Plan().Sessions.Take(sessions).Sum(s => s.In(BlockKind.UpperBody).Count());
}
