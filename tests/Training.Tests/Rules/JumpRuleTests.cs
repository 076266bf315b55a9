using StrengthDays.Training.Tests.Properties;

namespace StrengthDays.Training.Tests.Rules;

/// <summary>Who may jump, on which days and when (D12, R011, R033, R052, R073, section 3 and 3.1).</summary>
[Trait("Rule", "D12")]
public sealed class JumpRuleTests
{
    private const RunDay E = RunDay.Easy;
    private const RunDay R = RunDay.Rest;

    private static readonly Questionnaire _jumper =
        Given.Experienced with { Week = Given.EasyWeek, Plyometrics = true, Minutes = 60, UpperBody = false };

    [Theory]
    [InlineData(2, 2)]
    [InlineData(3, 2)]
    [InlineData(1, 1)]
    [Trait("Rule", "R033")]
    public void Two_sessions_a_week_jump_at_most(int sessions, int jumping) => Assert.Equal(
        jumping, Jumping(_jumper with { SessionsPerWeek = sessions }).Select(s => s.Date.DayOfWeek).Distinct().Count());

    [Fact]
    [Trait("Rule", "D1")]
    public void Of_four_sessions_only_those_for_legs_jump() =>
        Assert.All(Jumping(_jumper with { SessionsPerWeek = 4 }), s => Assert.True(s.In(BlockKind.Main).Any()));

    [Fact]
    [Trait("Rule", "R052")]
    public void Jumps_come_on_days_with_an_easy_run_and_on_no_others()
    {
        Assert.Empty(Jumping(_jumper with { Week = new(R, R, R, R, R, R, R) }));
        Assert.All(
            Jumping(_jumper with { Week = new(R, R, R, E, R, R, R) }),
            s => Assert.Equal(DayOfWeek.Thursday, s.Date.DayOfWeek));
    }

    [Theory]
    [InlineData(29, false)]
    [InlineData(60, true)]
    public void A_circuit_has_no_jumps(int minutes, bool jumps) =>
        Assert.Equal(jumps, Jumping(_jumper with { Minutes = minutes }).Any());

    [Fact]
    public void A_back_that_once_hurt_may_jump_and_one_that_hurts_may_not()
    {
        Assert.NotEmpty(Jumping(_jumper with { Niggles = [new(Area.LowBack, false)] }));
        Assert.Empty(Jumping(_jumper with { Niggles = [new(Area.LowBack, true)] }));
        Assert.Empty(Jumping(_jumper with { Niggles = [new(Area.LowBack, false), new(Area.Achilles, false)] }));
    }

    [Theory]
    [InlineData(AgeBand.Under40, true)]
    [InlineData(AgeBand.From40To59, true)]
    [InlineData(AgeBand.SixtyPlus, false)]
    public void Jumps_are_for_those_under_60(AgeBand age, bool jumps) =>
        Assert.Equal(jumps, Jumping(_jumper with { AgeBand = age }).Any());

    [Fact]
    [Trait("Rule", "R073"), Trait("Rule", "R033"), Trait("Rule", "R083")]
    public void They_begin_after_eight_weeks_and_end_with_general_preparation()
    {
        var jumping = Jumping(_jumper.RacingIn(200)).ToList();

        // Days 56 to 62 of so long a preparation are its easy week.
        Assert.Equal(63, Given.Day(jumping[0].Date));
        Assert.Equal(56, Given.Day(Jumping(_jumper.RacingIn(130)).First().Date));
        Assert.All(jumping, s => Assert.Equal(Phase.GeneralPreparation, s.Phase));
        Assert.Contains(jumping, s => Given.Day(s.Date) > 200);
    }

    [Fact]
    [Trait("Rule", "R052")]
    public void Every_session_with_jumps_says_that_they_come_after_the_run_and_no_other_does()
    {
        const string words = "Jumps come after your run; expect sore legs the first few times.";

        Assert.All(
            _jumper.Plan().Sessions,
            s => Assert.Equal(s.In(BlockKind.Power).Any(), s.Why.Contains(words, StringComparison.Ordinal)));
    }

    [Fact]
    [Trait("Rule", "R111")]
    public void A_session_with_jumps_has_no_squat_beside_a_squat_jump() => Assert.All(
        Jumping(_jumper with { Equipment = Equipment.Dumbbells | Equipment.Barbell }),
        s => Assert.InRange(s.Trained().Count(e => e.IsAny(Work.QuadDominant)), 0, 1));

    private static IEnumerable<Session> Jumping(Questionnaire asked) =>
        asked.Plan().Sessions.Where(s => s.In(BlockKind.Power).Any());
}
