using StrengthDays.Training.Tests.Properties;

namespace StrengthDays.Training.Tests.Rules;

/// <summary>Phases and progress (R067, R068, R126, R127, R138 to R140, D4, D5, D18, Y5).</summary>
public sealed class ProgressRuleTests
{
    private static readonly Questionnaire _lifter = Given.Experienced with { Equipment = Equipment.Dumbbells | Equipment.Band };

    [Fact]
    [Trait("Rule", "R126"), Trait("Rule", "D4"), Trait("Rule", "Y4")]
    public void From_general_preparation_to_race_block_only_the_sets_change()
    {
        var plan = _lifter.RacingIn(140).Plan();

        foreach (var weekday in plan.Sessions.GroupBy(s => s.Date.DayOfWeek))
        {
            var last = weekday.Last(s => s.Date < plan.The(Phase.RaceBlock).From && s.Phase == Phase.GeneralPreparation);
            var block = weekday.Where(s => s.Phase == Phase.RaceBlock && s.Date < plan.Races[0].Date).ToList();
            Assert.NotEmpty(block);
            Assert.All(block, s => Assert.Equal(last.Pattern(), s.Pattern()));
            Assert.All(last.Working(), e => Assert.Equal(3, e.Sets));
            Assert.All(block.SelectMany(s => s.Working()), e => Assert.Equal(2, e.Sets));
        }
    }

    [Fact]
    [Trait("Rule", "R127"), Trait("Rule", "D18")]
    public void The_last_two_weeks_hold_no_strength()
    {
        var plan = Given.Runner.RacingIn(140).Plan();

        Assert.DoesNotContain(plan.Sessions, s => Given.Day(s.Date) is >= 126 and <= 147);
        Assert.Contains(plan.Sessions, s => Given.Day(s.Date) is >= 119 and < 126);
    }

    [Theory]
    [InlineData(Experience.New)]
    [InlineData(Experience.Some)]
    [Trait("Rule", "D18")]
    public void Light_activation_is_one_session_of_one_set_at_body_weight_between_days_14_and_8(Experience experience)
    {
        var asked = Given.Runner with { Experience = experience, Equipment = Equipment.Band | Equipment.Dumbbells, Taper = Taper.LightActivation };
        var plan = asked.RacingIn(140).Plan();

        var light = Assert.Single(plan.Of(Phase.Taper));
        Assert.InRange(140 - Given.Day(light.Date), 8, 14);
        Assert.Equal([BlockKind.WarmUp, BlockKind.Activation, BlockKind.Core], light.Blocks.Select(b => b.Kind));
        Assert.All(light.All(), e => Assert.Equal((1, Load.BodyWeight), (e.Sets, e.Load)));
        Assert.Empty(PhaseWorkRules.Violations(new(asked.RacingIn(140), plan), light));
    }

    [Theory]
    [Trait("Rule", "R068"), Trait("Rule", "R138"), Trait("Rule", "R067")]
    [InlineData(45, Experience.Some)]
    [InlineData(45, Experience.Experienced)]
    [InlineData(50, Experience.Some)]
    [InlineData(60, Experience.Experienced)]
    public void Ten_single_leg_squats_become_fifteen_within_four_to_six_weeks(int minutes, Experience experience)
    {
        var asked = Given.Runner with { Experience = experience, Week = Given.EasyWeek, SessionsPerWeek = 3, Minutes = minutes };

        var squats = asked.Plan().Sessions.SelectMany(s => s.Working(), (s, e) => (s.Date, e)).Where(x => x.e.Exercise.Ref == "E55").ToList();

        var ten = squats.First(x => x.e.Reps == 10).Date;
        var fifteen = squats.First(x => x.e.Reps == 15).Date;
        Assert.InRange(fifteen.DayNumber - ten.DayNumber, 28, 42);
    }

    [Fact]
    [Trait("Rule", "R068"), Trait("Rule", "R122")]
    public void In_30_minutes_single_leg_squats_rise_only_as_far_as_the_minutes_go()
    {
        var asked = Given.Runner with { Experience = Experience.Some, Week = Given.EasyWeek, SessionsPerWeek = 3, Minutes = 30 };

        var sessions = asked.Plan().Sessions;

        Assert.Contains(sessions.SelectMany(s => s.Working()), e => e.Exercise.Ref == "E55" && e.Reps > 10);
        Assert.DoesNotContain(sessions.SelectMany(s => s.Working()), e => e.Exercise.Ref == "E55" && e.Reps == 15);
        Assert.All(sessions, s => Assert.InRange(s.EstimatedMinutes, 1, 30));
    }

    [Fact]
    [Trait("Rule", "R139"), Trait("Rule", "R107"), Trait("Rule", "R087")]
    public void Foundation_is_body_weight_whatever_the_runner_owns()
    {
        var plan = (_lifter with { Experience = Experience.New }).Plan();

        Assert.All(plan.Of(Phase.Foundation).SelectMany(s => s.Working()), e => Assert.Equal(LoadKind.BodyWeight, e.Load.Kind));
        Assert.Contains(plan.Of(Phase.GeneralPreparation).First().Working(), e => e.Load.Kind == LoadKind.Light);
    }

    [Fact]
    [Trait("Rule", "R140"), Trait("Rule", "D5")]
    public void An_experienced_runner_starts_loaded_at_the_lower_bound()
    {
        var loaded = _lifter.Plan().Sessions[0].Working().Where(e => e.Load.Kind != LoadKind.BodyWeight).ToList();

        Assert.NotEmpty(loaded);
        Assert.All(loaded, e => Assert.Equal(e.Exercise.Dose!.Lower, e.Amount()));
    }

    [Fact]
    [Trait("Rule", "R138"), Trait("Rule", "Y5")]
    public void Over_months_loads_rise_and_never_in_the_week_the_repetitions_do()
    {
        var plan = _lifter.Plan();

        Assert.Contains(plan.Sessions.SelectMany(s => s.Working()), e => e.Load.Kind >= LoadKind.Moderate);
        Assert.Empty(ProgressRules.Violations(new(_lifter, plan)));
    }

    [Fact]
    [Trait("Rule", "R133")]
    public void The_first_kettlebell_weighs_12_to_16_kg_or_26_to_35_lb()
    {
        var asked = Given.Experienced with { Equipment = Equipment.Kettlebell };

        Assert.Contains(Hints(asked), h => h.StartsWith("12 to 16 kg kettlebell", StringComparison.Ordinal));
        Assert.Contains(Hints(asked with { Units = Units.Imperial }), h => h.StartsWith("26 to 35 lb kettlebell", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Rule", "R071"), Trait("Rule", "R069")]
    public void Bands_grow_stiffer()
    {
        var bands = Hints(Given.Experienced with { Equipment = Equipment.Band }).Where(h => h.EndsWith(" band", StringComparison.Ordinal));

        Assert.Equal(["heavy band", "light band", "medium band"], bands.Distinct().Order());
    }

    private static IEnumerable<string> Hints(Questionnaire asked) =>
        asked.Plan().Sessions.SelectMany(s => s.Working()).Select(e => e.Load.Hint).OfType<string>();
}
