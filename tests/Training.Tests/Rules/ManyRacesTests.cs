using StrengthDays.Training.Tests.Properties;

namespace StrengthDays.Training.Tests.Rules;

/// <summary>Races with priorities (section 3 B and C races, 3.1 Two A races).</summary>
[Trait("Rule", "R146")]
public sealed class ManyRacesTests
{
    public static TheoryData<int> WeeksApart => new(Enumerable.Range(3, 18));

    [Theory]
    [MemberData(nameof(WeeksApart))]
    [Trait("Rule", "R127"), Trait("Rule", "R145")]
    public void Two_A_races_merge_their_phases_without_a_gap(int weeks)
    {
        var plan = Given.Experienced.RacingIn(120, Distance.Marathon).RacingIn(120 + 7 * weeks, Distance.Marathon).Plan();

        Assert.Empty(PhaseRules.Violations(new(Given.Experienced with { Races = plan.Races }, plan)));
        Assert.Equal(2, plan.Shape().Count(p => p == Phase.RaceWeek));
        Assert.Equal(2, plan.Shape().Count(p => p == Phase.Taper));
        Assert.All(plan.Races, race => Assert.DoesNotContain(
            plan.Sessions,
            s => s.Date >= race.Date.AddDays(-14) && s.Date <= race.Date.AddDays(1)));
    }

    [Fact]
    [Trait("Rule", "D18")]
    public void Two_A_races_far_apart_have_a_light_session_each()
    {
        var asked = Given.Experienced with { Week = Given.EasyWeek, Taper = Taper.LightActivation };

        var light = asked.RacingIn(120).RacingIn(260).Plan().Of(Phase.Taper).ToList();

        Assert.Equal(2, light.Count);
        Assert.InRange(120 - Given.Day(light[0].Date), 8, 14);
        Assert.InRange(260 - Given.Day(light[1].Date), 8, 14);
    }

    [Fact]
    public void Three_weeks_apart_the_next_taper_cuts_the_recovery_short()
    {
        var plan = Given.Experienced.RacingIn(120, Distance.Marathon).RacingIn(141, Distance.Marathon).Plan();

        Assert.Equal([Phase.RaceWeek, Phase.Recovery, Phase.Taper, Phase.RaceWeek], plan.Shape().Skip(3).Take(4));
        Assert.Equal(6, plan.The(Phase.Recovery).Days);
    }

    [Fact]
    public void Seven_weeks_apart_a_week_of_foundation_and_a_race_block_fit_between()
    {
        var plan = Given.Experienced.RacingIn(120, Distance.Marathon).RacingIn(169, Distance.Marathon).Plan();

        Assert.Equal(
            [Phase.RaceWeek, Phase.Recovery, Phase.Foundation, Phase.RaceBlock, Phase.Taper, Phase.RaceWeek],
            plan.Shape().Skip(3).Take(6));
        Assert.Equal(21, plan.The(Phase.Recovery).Days);
        Assert.Equal(7, plan.The(Phase.Foundation).Days);
    }

    [Fact]
    [Trait("Rule", "R126")]
    public void A_B_race_gives_its_week_two_sets_and_clears_its_last_three_days_and_the_day_after()
    {
        var asked = Given.Experienced with { Week = Given.EasyWeek, SessionsPerWeek = 3, Races = [Given.BRace(40)] };

        var plan = asked.Plan();

        var block = plan.The(Phase.RaceBlock);
        Assert.Equal((33, 40), (Given.Day(block.From), Given.Day(block.To)));
        Assert.DoesNotContain(plan.Sessions, s => Given.Day(s.Date) is >= 37 and <= 41);
        Assert.All(plan.Of(Phase.RaceBlock), s => Assert.All(s.Working(), e => Assert.Equal(2, e.Sets)));
        Assert.NotEmpty(plan.Of(Phase.RaceBlock));
    }

    [Fact]
    public void A_C_race_clears_the_day_before_it_its_own_and_the_day_after_and_nothing_else()
    {
        var asked = Given.Experienced with { Week = Given.EasyWeek, SessionsPerWeek = 3 };
        var without = asked.Plan();

        for (var day = 35; day < 42; day++)
        {
            var plan = (asked with { Races = [Given.CRace(day)] }).Plan();
            var missing = without.Sessions.Select(s => Given.Day(s.Date)).Except(plan.Sessions.Select(s => Given.Day(s.Date)));
            Assert.All(missing, m => Assert.InRange(m, day - 1, day + 1));
            Assert.DoesNotContain(plan.Sessions, s => Math.Abs(Given.Day(s.Date) - day) <= 1);
            Assert.Equal(without.Shape(), plan.Shape());
        }
    }

    [Fact]
    public void Of_two_races_on_one_date_the_higher_priority_counts_and_the_other_is_named()
    {
        var plan = (Given.Runner with { Races = [Given.CRace(120) with { Name = "Fun run" }, Given.ARace(120)] }).Plan();

        Assert.Equal([Priority.A], plan.Races.Select(r => r.Priority));
        Assert.Contains(plan.Notices, n => n.Contains("Fun run", StringComparison.Ordinal));
    }

    [Fact]
    public void A_B_race_inside_foundation_leaves_it_foundation()
    {
        var plan = (Given.Runner with { Races = [Given.BRace(15)] }).Plan();

        Assert.Equal(21, plan.The(Phase.Foundation).Days);
    }
}
