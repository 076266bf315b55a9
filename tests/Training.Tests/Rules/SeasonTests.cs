using StrengthDays.Training.Tests.Catalogue;
using StrengthDays.Training.Tests.Properties;

namespace StrengthDays.Training.Tests.Rules;

/// <summary>A season asked day by day.</summary>
public sealed class SeasonTests
{
    private static readonly Season _season = Season.Of(
        Given.Experienced with { Races = [Given.ARace(120), Given.BRace(60), Given.ARace(240)] },
        SeedFile.Catalogue,
        History.Empty);

    [Fact]
    public void A_date_outside_it_has_neither_phase_nor_session()
    {
        var end = _season.Phases[^1].To;

        Assert.Null(_season.PhaseOn(Given.Start.AddDays(-1)));
        Assert.Equal(Phase.GeneralPreparation, _season.PhaseOn(Given.Start)!.Phase);
        Assert.Equal(_season.Phases[^1], _season.PhaseOn(end));
        Assert.Null(_season.PhaseOn(end.AddDays(1)));
        Assert.Null(_season.SessionOn(Given.Start.AddDays(-5)));
        Assert.Null(_season.SessionOn(end.AddDays(5)));
        Assert.Null(_season.NextStrengthDayAfter(end));
    }

    [Fact]
    public void The_next_strength_day_is_looked_for_after_a_date_and_may_be_the_first()
    {
        Assert.Equal(Given.Start.AddDays(2), _season.NextStrengthDayAfter(Given.Start.AddDays(-50)));
        Assert.Equal(Given.Start.AddDays(2), _season.NextStrengthDayAfter(Given.Start.AddDays(1)));
        Assert.Equal(Given.Start.AddDays(4), _season.NextStrengthDayAfter(Given.Start.AddDays(2)));
    }

    [Fact]
    public void The_race_ahead_is_the_next_A_race_and_on_its_day_still_that_one()
    {
        Assert.Equal(Given.ARace(120), _season.NextRaceFrom(Given.Start));
        Assert.Equal(Given.ARace(120), _season.NextRaceFrom(Given.Start.AddDays(120)));
        Assert.Equal(Given.ARace(240), _season.NextRaceFrom(Given.Start.AddDays(121)));
        Assert.Null(_season.NextRaceFrom(Given.Start.AddDays(241)));
    }

    [Theory]
    [InlineData(0, 84)]
    [InlineData(1, 84 + 91)]
    [InlineData(2, 84 + 182)]
    [Trait("Rule", "R145"), Trait("Rule", "R146")]
    public void An_extension_adds_an_easy_week_and_twelve_weeks_and_leaves_what_was_planned(int times, int days)
    {
        var runner = Given.Runner.RacingIn(120);
        var plain = runner.Plan();

        var plan = Season.Of(runner, SeedFile.Catalogue, new History { Extensions = times }).ToPlan();

        Assert.Equal(120 + 7 + days, Given.Day(plan.Horizon));
        Assert.Equal(
            plain.Sessions.Select(s => s.Pattern()),
            plan.Sessions.Take(plain.Sessions.Length).Select(s => s.Pattern()));
        Assert.All(plan.Phases.Skip(plain.Phases.Length).Chunk(2), pair =>
        {
            Assert.Equal((Phase.EasyWeek, 7), (pair[0].Phase, pair[0].Days));
            Assert.Equal((Phase.GeneralPreparation, 84), (pair[1].Phase, pair[1].Days));
        });
    }

    [Fact]
    public void Who_stops_after_the_race_is_not_extended()
    {
        var runner = Given.Runner.RacingIn(120) with { AfterRace = AfterRace.Stop };

        var plan = Season.Of(runner, SeedFile.Catalogue, new History { Extensions = 3 }).ToPlan();

        Assert.Equal(runner.Plan().Horizon, plan.Horizon);
    }
}
