using StrengthDays.Training.Tests.Catalogue;
using StrengthDays.Training.Tests.Properties;

namespace StrengthDays.Training.Tests.Rules;

/// <summary>
/// One exercise as a runner reads it: sets, rest, versions, things (R101, R104, R106, R119, D11, D18, Y8).
/// </summary>
public sealed class PrescriptionRuleTests
{
    [Theory]
    [InlineData(20, 120)]
    [InlineData(29, 120)]
    [InlineData(30, 240)]
    [InlineData(60, 240)]
    [Trait("Rule", "R101"), Trait("Rule", "D11")]
    public void A_warm_up_takes_four_minutes_and_two_in_a_circuit_whatever_it_holds(int minutes, int seconds)
    {
        foreach (var runner in new[] { Given.Runner, Given.Experienced })
            Assert.All(
                (runner with { Minutes = minutes }).Plan().Sessions,
                s => Assert.Equal(seconds, s.In(BlockKind.WarmUp).Sum(e => SessionRules.Seconds(BlockKind.WarmUp, e))));
    }

    [Fact]
    [Trait("Rule", "R101"), Trait("Rule", "R106")]
    public void The_warm_up_and_its_mountain_pose_are_timed_and_its_squats_are_counted() => Assert.Equal(
        [("E80", true, false), ("E39", true, false), ("E40", false, true)],
        Given.Runner.Plan().Sessions[0].In(BlockKind.WarmUp)
            .Select(e => (e.Exercise.Ref, e.HoldSeconds is not null, e.Reps is not null)));

    [Fact]
    [Trait("Rule", "R106"), Trait("Rule", "R100")]
    public void The_basics_are_the_first_weeks_alone_though_the_next_is_at_body_weight_too()
    {
        var history = new History
        {
            Feedback = [new(Given.Start.AddDays(2), Answer.Pain), new(Given.Start.AddDays(4), Answer.Pain)],
        };

        var season = Season.Of(Given.Runner, SeedFile.Catalogue, history);

        Assert.Equal(["E80", "E39", "E40"], season.SessionOn(Given.Start.AddDays(4))!.Refs(BlockKind.WarmUp));
        Assert.Equal(["E80"], season.SessionOn(Given.Start.AddDays(11))!.Refs(BlockKind.WarmUp));
    }

    [Fact]
    [Trait("Rule", "R106"), Trait("Rule", "R104")]
    public void A_painful_knee_keeps_the_mountain_pose_and_leaves_the_squat_out_of_the_first_week()
    {
        var hurt = Given.Runner with { Niggles = [new(Area.RunnersKnee, true)] };

        Assert.Equal(["E80", "E39"], hurt.Plan().Sessions[0].Refs(BlockKind.WarmUp));
        Assert.Equal(["E80", "E39", "E40"], Given.Runner.Plan().Sessions[0].Refs(BlockKind.WarmUp));
    }

    [Theory]
    [InlineData(45, Equipment.None)]
    [InlineData(60, Equipment.Dumbbells)]
    [Trait("Rule", "R106"), Trait("Rule", "R123")]
    public void The_mountain_pose_of_the_first_warm_up_is_no_drill_as_well(int minutes, Equipment equipment) =>
        Assert.All(
            (Given.Runner with { Minutes = minutes, Equipment = equipment }).Plan().Sessions.Take(2),
            s => Assert.Single(s.All(), e => e.Exercise.Ref == "E39"));

    [Fact]
    [Trait("Rule", "R106")]
    public void The_first_week_is_seven_days_from_the_first_session()
    {
        var sessions = (Given.Runner with { StartOn = Given.Start.AddDays(3) }).Plan().Sessions;

        Assert.Equal([3, 3, 1, 1], sessions.Take(4).Select(s => s.In(BlockKind.WarmUp).Count()));
    }

    [Fact]
    [Trait("Rule", "R104"), Trait("Rule", "Y6")]
    public void The_versions_named_are_the_nearest_the_runner_can_do_or_else_a_hint()
    {
        var bare = Find(Given.Experienced with { Minutes = 60 }, "E20");
        var banded = Find(Given.Runner with { Equipment = Equipment.Band, Minutes = 60 }, "E10");
        var lifter = Given.Experienced with { Equipment = Equipment.Dumbbells };

        Assert.Equal("Long-lever glute bridge", bare.Harder);
        Assert.Equal("smaller range", bare.Easier);
        Assert.Equal("Banded clamshell", banded.Harder);
        Assert.Null(Find(Given.Runner, "E10").Harder);
        Assert.Equal("longer hold", Find(Given.Runner, "E01").Harder);
        Assert.Equal("Single-leg Romanian deadlift", Find(lifter, "E30").Harder);
        Assert.Equal("Romanian deadlift", Find(lifter, "E31").Easier);
        Assert.Equal("plank on the knees", Find(Given.Runner, "E01").Easier);
    }

    [Fact]
    [Trait("Rule", "Y6")]
    public void An_easier_version_takes_away_only_what_is_there()
    {
        string[] less = ["no weight", "body weight only", "on the flat floor"];

        Assert.Equal("no weight", Find(Given.Experienced with { Equipment = Equipment.Dumbbells }, "E30").Easier);
        Assert.Equal("fewer reps", Find(Given.Runner, "E35").Easier);
        Assert.All(
            Everyone.Seasons.SelectMany(s => s.Plan.Sessions).SelectMany(s => s.Trained())
                .Where(e => e.Uses is Equipment.None),
            e => Assert.DoesNotContain(e.Easier, less));
    }

    [Fact]
    [Trait("Rule", "R014"), Trait("Rule", "R104")]
    public void Without_a_weight_or_with_a_painful_back_a_harder_version_is_slower_and_not_heavier()
    {
        var lifter = Given.Experienced with { Equipment = Equipment.Dumbbells };

        Assert.Equal("add weight", Find(lifter, "E31").Harder);
        Assert.Equal("slower lowering", Find(Given.Experienced, "E31").Harder);
        Assert.Equal(
            "slower lowering", Find(lifter with { Niggles = [new(Area.LowBack, true)] }, "E31").Harder);
    }

    [Fact]
    [Trait("Rule", "R104")]
    public void A_version_that_pain_rules_out_is_not_named()
    {
        var hurt = Given.Experienced with { Equipment = Equipment.Chair, Niggles = [new(Area.ItBand, true)] };

        Assert.All(
            hurt.RacingIn(300).Plan().Sessions.SelectMany(s => s.Trained()),
            e => Assert.NotEqual(SeedFile.Catalogue["E54"].Name, e.Harder));
    }

    [Fact]
    [Trait("Rule", "Y8")]
    public void What_is_used_is_the_way_of_doing_it_and_what_loads_it()
    {
        var runner = Given.Experienced with { Equipment = Equipment.Stairs | Equipment.Dumbbells | Equipment.Band };
        var trained = runner.Plan().Sessions.SelectMany(s => s.Trained()).ToList();

        Assert.Equal(Equipment.Stairs | Equipment.Dumbbells, trained.First(e => e.Exercise.Ref == "E27").Uses);
        Assert.Equal(Equipment.Dumbbells, trained.First(e => e.Exercise.Ref == "E30").Uses);
        Assert.Equal(Equipment.Band, trained.First(e => e.Exercise.Ref == "E12").Uses);
        Assert.Equal(Equipment.None, trained.First(e => e.Exercise.Ref == "E01").Uses);
    }

    [Fact]
    [Trait("Rule", "D18"), Trait("Rule", "R127")]
    public void The_light_session_holds_one_set_of_drills_and_core_that_are_known_and_without_load()
    {
        var runner = Given.Experienced with
        {
            Equipment = Equipment.Band | Equipment.Dumbbells,
            Taper = Taper.LightActivation,
        };
        var plan = runner.RacingIn(140).Plan();

        var light = Assert.Single(plan.Of(Phase.Taper));
        Assert.All(light.All(), e => Assert.Equal((1, Load.BodyWeight), (e.Sets, e.Load)));
        Assert.NotEmpty(light.In(BlockKind.Activation));
        Assert.NotEmpty(light.In(BlockKind.Core));
        Assert.DoesNotContain(light.Blocks, b => b.Kind is BlockKind.Main or BlockKind.Calves or BlockKind.UpperBody);
        Assert.Equal("Light activation and core", light.Title);
        Assert.Equal(1, light.Sets);
        Assert.Equal(3, plan.Sessions[0].Sets);
    }

    [Fact]
    [Trait("Rule", "D18"), Trait("Rule", "D1")]
    public void The_light_session_of_a_day_for_legs_is_activation_only_and_counts_no_sets()
    {
        var runner = Given.Experienced with
        {
            Week = Given.EasyWeek,
            SessionsPerWeek = 4,
            Taper = Taper.LightActivation,
        };

        var light = Assert.Single(runner.RacingIn(140).Plan().Of(Phase.Taper));

        Assert.Equal([BlockKind.WarmUp, BlockKind.Activation], light.Blocks.Select(b => b.Kind));
        Assert.Equal(0, light.Sets);
    }

    /// <summary>Stopped where it hurt, and nothing new comes instead (R104, D18).</summary>
    [Fact]
    [Trait("Rule", "D18"), Trait("Rule", "R104")]
    public void The_light_session_leaves_out_what_hurt()
    {
        var runner = Given.Runner.RacingIn(140) with { Taper = Taper.LightActivation };
        var plan = runner.Plan();
        var light = Assert.Single(plan.Of(Phase.Taper));
        foreach (var hurt in light.Trained().Select(e => e.Exercise))
        {
            var history = new History { Feedback = [new(plan.Sessions[0].Date, Answer.Pain, hurt.Id)] };

            var after = Season.Of(runner, SeedFile.Catalogue, history).SessionOn(light.Date)!;

            Assert.DoesNotContain(after.All(), e => e.Exercise == hurt);
            Assert.NotEmpty(after.Trained());
        }
    }

    [Fact]
    [Trait("Rule", "D18")]
    public void Who_did_not_train_before_the_race_gets_no_light_session()
    {
        var plan = (Given.Runner.RacingIn(13) with { Taper = Taper.LightActivation }).Plan();

        Assert.Empty(plan.Of(Phase.Taper));
        Assert.EndsWith("no strength, so that your legs can rest.", plan.The(Phase.Taper).Why, StringComparison.Ordinal);
    }

    private static Prescription Find(Questionnaire asked, string row) =>
        asked.Plan().Sessions.SelectMany(s => s.Trained()).First(e => e.Exercise.Ref == row);
}
