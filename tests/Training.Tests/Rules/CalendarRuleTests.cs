namespace StrengthDays.Training.Tests.Rules;

/// <summary>One A race and its phases (1.8, section 3, 3.1).</summary>
public sealed class CalendarRuleTests
{
    [Theory]
    [InlineData(21, 3)]
    [InlineData(48, 7)]
    [InlineData(49, 6)]
    [InlineData(97, 6)]
    [InlineData(98, 6)]
    [InlineData(105, 7)]
    [InlineData(112, 8)]
    [InlineData(126, 8)]
    [InlineData(140, 8)]
    [InlineData(141, 9)]
    [InlineData(147, 9)]
    [InlineData(153, 10)]
    [InlineData(154, 10)]
    [InlineData(155, 10)]
    [InlineData(400, 10)]
    [Trait("Rule", "R125"), Trait("Rule", "D20")]
    public void The_race_block_begins_so_many_weeks_before_the_race(int lead, int weeks)
    {
        var plan = Given.Experienced.RacingIn(lead).Plan();

        Assert.Equal(Math.Max(0, lead - 7 * weeks), Given.Day(plan.The(Phase.RaceBlock).From));
        Assert.Equal(lead - 15, Given.Day(plan.The(Phase.RaceBlock).To));
    }

    [Fact]
    [Trait("Rule", "R125"), Trait("Rule", "R143"), Trait("Rule", "Y4")]
    public void The_worked_check_of_22_weeks_begins_its_race_block_on_14_February()
    {
        var runner = Given.Runner with
        {
            StartOn = new(2026, 11, 23),
            Races = [new Race("", new(2027, 4, 25), Distance.HalfMarathon)],
        };

        var plan = runner.Plan();

        Assert.Equal(new(2027, 2, 14), plan.The(Phase.RaceBlock).From);
        Assert.Equal(new(2027, 4, 11), plan.The(Phase.Taper).From);
        Assert.Equal(new(2027, 4, 19), plan.The(Phase.RaceWeek).From);
        Assert.Equal(new(2027, 4, 25), plan.The(Phase.RaceWeek).To);
        Assert.Equal(new(2027, 5, 9), plan.The(Phase.Recovery).To);
    }

    [Theory]
    [InlineData(98)]
    [InlineData(120)]
    [InlineData(154)]
    [Trait("Rule", "R143")]
    public void General_preparation_takes_8_to_12_weeks_where_the_lead_allows_it(int lead)
    {
        var plan = Given.Experienced.RacingIn(lead).Plan();

        Assert.InRange(plan.The(Phase.GeneralPreparation).Days, 56, 84);
    }

    [Theory]
    [InlineData(Experience.New, 21)]
    [InlineData(Experience.Some, 14)]
    [InlineData(Experience.Experienced, 0)]
    [Trait("Rule", "R139"), Trait("Rule", "Y6")]
    public void Foundation_takes_3_weeks_2_or_none(Experience experience, int days)
    {
        var plan = (Given.Runner with { Experience = experience }).Plan();

        Assert.Equal(days, plan.Phases.Where(p => p.Phase == Phase.Foundation).Sum(p => p.Days));
    }

    [Fact]
    [Trait("Rule", "R146")]
    public void A_long_general_preparation_has_an_easy_week_on_days_57_to_63_and_every_63_after()
    {
        var easy = Given.Experienced.RacingIn(70 + 63 + 63 + 20).Plan().Phases.Where(p => p.Phase == Phase.EasyWeek).ToList();

        var only = Assert.Single(easy);
        Assert.Equal((56, 62), (Given.Day(only.From), Given.Day(only.To)));
    }

    [Fact]
    [Trait("Rule", "R146")]
    public void The_second_easy_week_comes_when_21_days_of_general_preparation_remain_after_it()
    {
        var easy = Given.Experienced.RacingIn(70 + 63 + 63 + 21).Plan().Phases.Where(p => p.Phase == Phase.EasyWeek).ToList();

        Assert.Equal([56, 119], easy.Select(p => Given.Day(p.From)));
        Assert.All(easy, p => Assert.Equal(7, p.Days));
    }

    [Theory]
    [InlineData(Distance.FiveK, 1)]
    [InlineData(Distance.TenK, 1)]
    [InlineData(Distance.HalfMarathon, 2)]
    [InlineData(Distance.Marathon, 3)]
    [InlineData(Distance.Ultra, 3)]
    [Trait("Rule", "D17"), Trait("Rule", "R145"), Trait("Rule", "R105")]
    public void The_break_after_a_race_depends_on_its_distance(Distance distance, int weeks)
    {
        var plan = Given.Runner.RacingIn(120, distance).Plan();

        Assert.Equal(7 * weeks, plan.The(Phase.Recovery).Days);
        Assert.Equal([Phase.RaceWeek, Phase.Recovery, Phase.Foundation, Phase.GeneralPreparation], plan.Shape().TakeLast(4));
        Assert.Equal(7, plan.Phases[^2].Days);
        Assert.Equal(77, plan.Phases[^1].Days);
    }

    [Theory]
    [InlineData(AfterRace.OneWeek, 1)]
    [InlineData(AfterRace.TwoWeeks, 2)]
    [InlineData(AfterRace.FourWeeks, 4)]
    [Trait("Rule", "D17"), Trait("Rule", "R105")]
    public void The_runner_may_choose_the_break(AfterRace choice, int weeks) => Assert.Equal(
        7 * weeks,
        (Given.Runner.RacingIn(120, Distance.Marathon) with { AfterRace = choice }).Plan().The(Phase.Recovery).Days);

    [Fact]
    [Trait("Rule", "D17")]
    public void Who_stops_after_the_race_has_a_plan_to_the_end_of_the_recovery()
    {
        var plan = (Given.Runner.RacingIn(120, Distance.Marathon) with { AfterRace = AfterRace.Stop }).Plan();

        Assert.Equal(Phase.Recovery, plan.Phases[^1].Phase);
        Assert.Equal(120 + 21, Given.Day(plan.Horizon));
    }

    [Fact]
    [Trait("Rule", "R143"), Trait("Rule", "R146")]
    public void Without_a_race_general_preparation_rolls_for_16_weeks()
    {
        var plan = Given.Runner.Plan();

        Assert.Equal([Phase.Foundation, Phase.GeneralPreparation, Phase.EasyWeek, Phase.GeneralPreparation], plan.Shape());
        Assert.Equal(111, Given.Day(plan.Horizon));
        Assert.All(plan.Weeks, w => Assert.Null(w.WeeksToRace));
    }

    [Fact]
    public void Weeks_name_the_phase_of_their_Monday_and_the_whole_weeks_to_the_race()
    {
        var runner = Given.Runner with { StartOn = Given.Start.AddDays(2), Races = [Given.ARace(100)] };

        var weeks = runner.Plan().Weeks;

        Assert.Equal(Given.Start, weeks[0].Monday);
        Assert.Equal([14, 13, 12], weeks.Take(3).Select(w => w.WeeksToRace));
        Assert.Equal(0, weeks.Last(w => w.WeeksToRace is not null).WeeksToRace);
    }
}
