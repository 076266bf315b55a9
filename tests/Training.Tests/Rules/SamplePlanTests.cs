using StrengthDays.Training.Tests.Properties;

namespace StrengthDays.Training.Tests.Rules;

/// <summary>The sample week of article 002 as a whole: three days, nine exercises (R079 to R081, D10, Y1).</summary>
[Trait("Rule", "Y1")]
public sealed class SamplePlanTests
{
    private const RunDay E = RunDay.Easy;

    private static readonly Questionnaire _asked = Given.Runner with
    {
        Experience = Experience.Some,
        Week = new(E, E, E, E, E, RunDay.Rest, E),
        SessionsPerWeek = 3,
        Minutes = 60,
        Equipment = Equipment.Band | Equipment.Stairs,
    };

    [Theory]
    [InlineData("R079", 0, "E55", 3, 10)]
    [InlineData("R080", 1, "E31", 3, 8)]
    [InlineData("R081", 2, "E25", 3, 10)]
    [Trait("Rule", "R079"), Trait("Rule", "R080"), Trait("Rule", "R081")]
    public void Each_day_of_the_first_full_week_has_its_leg_exercise_at_its_dose(
        string rule, int day, string row, int sets, int reps)
    {
        var session = FirstWeekOf(Phase.GeneralPreparation, _asked)[day];

        var exercise = session.In(BlockKind.Main).SingleOrDefault(e => e.Exercise.Ref == row);
        Assert.True(exercise is not null, $"{rule}: no {row} in {session.Title}");
        Assert.Equal(sets, exercise.Sets);
        Assert.InRange(exercise.Reps!.Value, reps, reps + 3);
    }

    [Fact]
    [Trait("Rule", "R079"), Trait("Rule", "R080"), Trait("Rule", "R081")]
    public void All_nine_exercises_are_met_within_the_plan() => Assert.Superset(
        new HashSet<string> { "E55", "E49", "E01", "E31", "E35", "E12", "E25", "E20", "E02" },
        _asked.Plan().Refs().ToHashSet());

    [Fact]
    [Trait("Rule", "D10"), Trait("Rule", "R062")]
    public void With_a_Saturday_long_run_the_days_move_and_keep_their_order()
    {
        var moved = _asked with { Week = new(E, E, E, E, E, RunDay.Long, E) };

        var week = FirstWeekOf(Phase.GeneralPreparation, moved);

        Assert.Equal([DayOfWeek.Tuesday, DayOfWeek.Thursday, DayOfWeek.Sunday], week.Select(s => s.Date.DayOfWeek));
        Assert.All(week.Zip(["E55", "E31", "E25"]), day => Assert.Contains(day.Second, day.First.Refs(BlockKind.Main)));
        Assert.Equal("No strength: tomorrow is your long run.", moved.Plan().Placement[4].Why);
    }

    private static List<Session> FirstWeekOf(Phase phase, Questionnaire asked) => [.. asked.Plan().Of(phase).Take(3)];
}
