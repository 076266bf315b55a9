using StrengthDays.Training.Tests.Properties;

namespace StrengthDays.Training.Tests.Rules;

/// <summary>Sign-up at any time: close to the race, on it, after it (R148, 3.1 Late sign-up).</summary>
[Trait("Rule", "R148")]
public sealed class LateSignUpTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(12)]
    [InlineData(20)]
    [Trait("Rule", "R127")]
    public void Under_three_weeks_there_is_no_strength_before_the_race(int lead)
    {
        var plan = Given.Runner.RacingIn(lead).Plan();

        Assert.DoesNotContain(plan.Sessions, s => Given.Day(s.Date) <= lead + 7);
        Assert.Contains(plan.Notices, n => n.Contains($"{lead} day", StringComparison.Ordinal));
        Assert.Equal(
            [Phase.RaceWeek, Phase.Recovery, Phase.Foundation, Phase.GeneralPreparation],
            plan.Shape().Where(p => p != Phase.Taper));
    }

    [Fact]
    public void Who_has_not_trained_before_the_race_begins_with_the_whole_foundation_after_it()
    {
        var plan = Given.Runner.RacingIn(12).Plan();

        Assert.Equal(21, plan.The(Phase.Foundation).Days);
        Assert.Equal([39, 40], plan.Sessions[0].In(BlockKind.WarmUp).Select(e => e.Row()).Where(r => r != 80));
    }

    [Fact]
    public void Whose_only_strength_day_before_the_race_a_lesser_race_takes_has_not_trained_either()
    {
        var once = Given.Runner with { SessionsPerWeek = 1, Week = Given.UsualWeek with { Friday = RunDay.Hard } };

        Assert.Equal(7, Eased(once.RacingIn(21)));
        Assert.Equal(21, Eased(once.RacingIn(21) with { Races = [Given.CRace(3), Given.ARace(21)] }));

        static int Eased(Questionnaire runner) => runner.Plan().Phases.Last(p => p.Phase is Phase.Foundation).Days;
    }

    [Fact]
    public void From_three_weeks_on_there_are_two_sets_at_body_weight_until_the_taper()
    {
        var plan = Given.Runner.RacingIn(30).Plan();

        Assert.Equal([Phase.Foundation, Phase.Taper, Phase.RaceWeek], plan.Shape().Take(3));
        Assert.NotEmpty(plan.Sessions.Where(s => Given.Day(s.Date) < 16));
        Assert.Contains(plan.Notices, n => n.Contains("30 days", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Rule", "R125")]
    public void Up_to_48_days_the_race_block_begins_at_once_after_the_foundation()
    {
        var plan = (Given.Runner with { Experience = Experience.Some }).RacingIn(48).Plan();

        Assert.Equal([Phase.Foundation, Phase.RaceBlock, Phase.Taper, Phase.RaceWeek], plan.Shape().Take(4));
        Assert.Equal(14, plan.The(Phase.Foundation).Days);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_race_today_or_tomorrow_gives_a_plan_that_begins_after_it(int lead)
    {
        var plan = Given.Runner.RacingIn(lead, Distance.Marathon).Plan();

        Assert.Equal([Phase.RaceWeek, Phase.Recovery], plan.Shape().Take(2));
        Assert.True(Given.Day(plan.Sessions[0].Date) > lead + 21);
    }

    [Fact]
    public void A_past_race_is_left_out_and_named()
    {
        var plan = Given.Runner.RacingIn(-1).Plan();

        Assert.Empty(plan.Races);
        Assert.Contains(plan.Notices, n => n.Contains("Race -1", StringComparison.Ordinal));
        Assert.Equal(Given.Runner.Plan().Sessions.Length, plan.Sessions.Length);
    }
}
