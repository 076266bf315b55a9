using StrengthDays.Training.Tests.Catalogue;

namespace StrengthDays.Training.Tests.Rules;

/// <summary>The calendar weeks of a plan and the notes in them (section 3.1, weeks[]).</summary>
public sealed class WeekRuleTests
{
    [Fact]
    public void A_week_notes_its_races_the_phases_that_begin_in_it_and_its_pauses()
    {
        var runner = Given.Experienced with { Races = [Given.ARace(120), Given.BRace(62) with { Name = "" }] };
        var history = new History
        {
            Pauses = [new(Given.Start.AddDays(9), Given.Start.AddDays(16)), new(Given.Start.AddDays(130), null)],
        };

        var weeks = Season.Of(runner, SeedFile.Catalogue, history).ToPlan().Weeks;

        Assert.Equal("Mon 4 Jan 2027: general preparation starts", Assert.Single(weeks[0].Notes));
        Assert.Equal("Paused Wed 13 Jan 2027 to Wed 20 Jan 2027", Assert.Single(weeks[1].Notes));
        Assert.Equal("Paused Wed 13 Jan 2027 to Wed 20 Jan 2027", Assert.Single(weeks[2].Notes));
        Assert.Empty(weeks[3].Notes);
        Assert.Contains("Sun 7 Mar 2027: your 10k", weeks[8].Notes);
        Assert.Contains("Tue 4 May 2027: Race 120", weeks[17].Notes);
        Assert.Contains("Paused from Fri 14 May 2027 until you resume", weeks[18].Notes);
        Assert.Contains("Paused from Fri 14 May 2027 until you resume", weeks[^1].Notes);
    }

    [Fact]
    public void What_begins_or_ends_on_a_weeks_first_or_last_day_is_noted_in_it_by_date()
    {
        var runner = Given.Experienced with { Races = [Given.CRace(14)] };
        var history = new History
        {
            Pauses = [new(Given.Start.AddDays(20), Given.Start.AddDays(28)), new(Given.Start.AddDays(31), null)],
        };

        var weeks = Season.Of(runner, SeedFile.Catalogue, history).ToPlan().Weeks;

        Assert.Equal(
            "Mon 18 Jan 2027: Race 14; Paused Sun 24 Jan 2027 to Mon 1 Feb 2027", string.Join("; ", weeks[2].Notes));
        Assert.Equal(
            "Paused Sun 24 Jan 2027 to Mon 1 Feb 2027; Paused from Thu 4 Feb 2027 until you resume",
            string.Join("; ", weeks[4].Notes));
    }

    [Fact]
    public void A_week_counts_the_sets_of_its_work_and_names_its_days()
    {
        var plan = Given.Experienced.RacingIn(120).Plan();

        var expected = plan.Sessions.Take(2)
            .SelectMany(s => s.Blocks).Where(b => b.Kind > BlockKind.Activation)
            .SelectMany(b => b.Exercises).Sum(e => e.Sets);
        Assert.Equal(expected, plan.Weeks[0].TotalSets);
        Assert.True(expected > 0);
        Assert.Equal(plan.Sessions.Take(2).Select(s => s.Date), plan.Weeks[0].StrengthDays);
        Assert.Equal(0, plan.Weeks.First(w => w.Phase == Phase.RaceWeek).TotalSets);
    }

    [Fact]
    public void The_first_week_begins_on_its_Monday_though_the_plan_begins_later()
    {
        var plan = (Given.Experienced with { StartOn = Given.Start.AddDays(6) }).Plan();

        Assert.Equal(Given.Start, plan.Weeks[0].Monday);
        Assert.Equal(Phase.GeneralPreparation, plan.Weeks[0].Phase);
        Assert.Empty(plan.Weeks[0].StrengthDays);
        Assert.Equal(plan.Horizon, plan.Weeks[^1].Monday.AddDays(5));
    }

    [Fact]
    public void Weeks_to_the_race_are_whole_ones_and_end_with_the_race()
    {
        var weeks = Given.Experienced.RacingIn(20).Plan().Weeks;

        Assert.Equal([2, 1, 0, null], weeks.Take(4).Select(w => w.WeeksToRace));
    }
}
