using StrengthDays.Training.Tests.Catalogue;
using StrengthDays.Training.Tests.Properties;

namespace StrengthDays.Training.Tests.Rules;

/// <summary>Corners of the calendar: edges of the season, near races, what a weekday keeps (1.8, section 3, 3.1).</summary>
public sealed class CalendarCornerTests
{
    private static readonly Questionnaire _light = Given.Experienced with { Taper = Taper.LightActivation };

    [Theory]
    [InlineData(108)]
    [InlineData(111)]
    [InlineData(112)]
    [InlineData(115)]
    public void A_race_at_or_after_the_horizon_changes_only_days_within_it(int day)
    {
        foreach (var race in new[] { Given.BRace(day), Given.CRace(day) })
        {
            var plan = (Given.Experienced with { Races = [race] }).Plan();

            Assert.Equal(111, Given.Day(plan.Horizon));
            Assert.All(plan.Sessions, s => Assert.InRange(Given.Day(s.Date), 0, 111));
        }
    }

    [Fact]
    [Trait("Rule", "R146")]
    public void A_long_preparation_between_two_races_has_its_easy_week_counted_from_its_own_beginning()
    {
        var plan = Given.Experienced.RacingIn(120).RacingIn(120 + 7 + 70 + 100).Plan();

        var easy = Assert.Single(plan.Phases, p => p.Phase == Phase.EasyWeek);
        Assert.Equal(120 + 7 + 1 + 56, Given.Day(easy.From));
    }

    [Fact]
    [Trait("Rule", "R148"), Trait("Rule", "R139")]
    public void A_strength_weekday_on_the_first_day_of_a_taper_is_no_training()
    {
        var plan = (Given.Runner with { StartOn = Given.Start.AddDays(2), Races = [Given.ARace(14)] }).Plan();

        Assert.Equal(21, plan.The(Phase.Foundation).Days);
    }

    [Fact]
    [Trait("Rule", "R148"), Trait("Rule", "R139")]
    public void Who_had_no_strength_weekday_at_all_has_not_trained()
    {
        const RunDay hard = RunDay.Hard;
        var runner = Given.Runner with { Week = new(hard, hard, hard, hard, hard, hard, hard) };

        Assert.Equal(21, runner.RacingIn(120).Plan().Phases.Last(p => p.Phase == Phase.Foundation).Days);
    }

    [Fact]
    [Trait("Rule", "D17")]
    public void Stopping_after_the_race_means_nothing_without_one()
    {
        var stops = Given.Experienced with { AfterRace = AfterRace.Stop };
        var history = new History { Extensions = 1, Pauses = [new(Given.Start.AddDays(20), Given.Start.AddDays(29))] };

        var plan = Season.Of(stops, SeedFile.Catalogue, history).ToPlan();

        Assert.Equal(111 + 91 + 10, Given.Day(plan.Horizon));
    }

    [Fact]
    [Trait("Rule", "R126")]
    public void An_easy_week_holds_on_each_weekday_what_that_weekday_last_had()
    {
        // The C race takes one Wednesday, so that Wednesdays are a week behind Fridays.
        var plan = (Given.Experienced.RacingIn(300) with { Races = [Given.ARace(300), Given.CRace(51)] }).Plan();

        Assert.Equal(Pattern(plan, 44), Pattern(plan, 58));
        Assert.Equal(Pattern(plan, 53), Pattern(plan, 60));
        Assert.DoesNotContain(plan.Sessions, s => Given.Day(s.Date) == 51);
    }

    [Fact]
    public void A_race_on_the_first_day_counts_and_is_not_over() =>
        Assert.DoesNotContain(
            Given.Runner.RacingIn(0).Plan().Notices, n => n.Contains("is over", StringComparison.Ordinal));

    [Theory]
    [InlineData(142, 128)]
    [InlineData(143, 135)]
    [Trait("Rule", "D18")]
    public void The_light_session_may_stand_from_day_14_to_day_8_before_the_race(int race, int light)
    {
        var once = _light with { SessionsPerWeek = 1, Week = Given.UsualWeek with { Friday = RunDay.Hard } };

        var session = Assert.Single(once.RacingIn(race).Plan().Of(Phase.Taper));

        Assert.Equal(light, Given.Day(session.Date));
    }

    [Fact]
    [Trait("Rule", "D18")]
    public void A_race_near_it_moves_the_light_session_to_the_next_strength_day_or_takes_it_away()
    {
        Assert.Equal([128], LightDays());
        Assert.Equal([128], LightDays(Given.CRace(126)));
        Assert.Equal([130], LightDays(Given.CRace(127)));
        Assert.Equal([130], LightDays(Given.CRace(128)));
        Assert.Empty(LightDays(Given.CRace(129)));
        Assert.Equal([128], LightDays(Given.CRace(130)));
        Assert.Empty(LightDays(Given.BRace(131)));
        Assert.Equal([128], LightDays(Given.BRace(132)));
    }

    [Fact]
    [Trait("Rule", "D18")]
    public void What_was_trained_on_the_first_day_alone_may_come_back_as_the_light_session()
    {
        var light = (_light with { Week = Given.EasyWeek }).RacingIn(21).Plan().Of(Phase.Taper);

        Assert.Equal([7], light.Select(s => Given.Day(s.Date)));
    }

    [Fact]
    [Trait("Rule", "D18")]
    public void Of_two_A_races_a_week_apart_the_second_has_no_light_session_in_the_last_week_of_the_first() =>
        Assert.Equal(
            [128], _light.RacingIn(142).RacingIn(149).Plan().Of(Phase.Taper).Select(s => Given.Day(s.Date)));

    [Fact]
    [Trait("Rule", "D18"), Trait("Rule", "R105")]
    public void A_pause_takes_the_light_session_with_it()
    {
        var history = new History { Pauses = [new(Given.Start.AddDays(124), Given.Start.AddDays(135))] };

        Assert.Empty(Season.Of(_light.RacingIn(140), SeedFile.Catalogue, history).ToPlan().Of(Phase.Taper));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-400)]
    [InlineData(112)]
    [InlineData(400)]
    public void Skips_and_moves_outside_the_season_change_nothing(int day)
    {
        var (first, outside) = (Given.Start.AddDays(2), Given.Start.AddDays(day));
        var history = new History
        {
            Skips = [outside],
            Moves = [new(outside, first), new(first, outside), new(Given.Start.AddDays(109), outside)],
        };

        var plan = Season.Of(Given.Experienced, SeedFile.Catalogue, history).ToPlan();

        Assert.Equal(Given.Experienced.Plan().Sessions.Select(s => s.Date), plan.Sessions.Select(s => s.Date));
    }

    [Fact]
    public void A_session_of_the_first_day_may_be_skipped_and_another_may_move_to_that_day()
    {
        var runner = Given.Experienced with { Week = Given.EasyWeek };
        var later = runner with { StartOn = Given.Start.AddDays(1) };
        var moved = new History { Moves = [new(Given.Start.AddDays(3), later.StartOn)] };

        Assert.NotNull(Season.Of(runner, SeedFile.Catalogue, History.Empty).SessionOn(Given.Start));
        Assert.Null(Season.Of(runner, SeedFile.Catalogue, new() { Skips = [Given.Start] }).SessionOn(Given.Start));
        Assert.NotNull(Season.Of(later, SeedFile.Catalogue, moved).SessionOn(later.StartOn));
    }

    [Fact]
    public void Of_two_moves_of_a_session_the_last_counts()
    {
        var (first, moved) = (Given.Start.AddDays(2), Given.Start.AddDays(3));
        var history = new History { Moves = [new(first, moved), new(first, first)] };

        Assert.NotNull(Season.Of(Given.Experienced, SeedFile.Catalogue, history).SessionOn(first));
    }

    private static IEnumerable<int> LightDays(params Race[] others) =>
        (_light with { Races = [Given.ARace(140), .. others] }).Plan().Of(Phase.Taper).Select(s => Given.Day(s.Date));

    private static string Pattern(Plan plan, int day) => plan.Sessions.Single(s => Given.Day(s.Date) == day).Pattern();
}
