using System.Globalization;
using StrengthDays.Coaching.Emails;

namespace StrengthDays.Coaching.Tests.Life;

/// <summary>
/// Races moved, cancelled and added by a patch while the plan runs. In every case the phases stay contiguous, what was
/// sent stays as it was, and each date to come gets its one mail.
/// </summary>
[Trait("Category", "Once")]
public sealed class RaceChangeTests
{
    private static readonly string Marathon = Race("2027-09-26");

    [Theory]
    [Trait("Rule", "R126")]
    [InlineData("2027-07-18", "race-block")]
    [InlineData("2027-05-23", "taper")]
    [InlineData("2027-05-16", "race-week")]
    [InlineData("2027-06-06", "race-block")]
    public async Task A_race_moved_to_an_earlier_date_brings_its_phases_forward(string date, string phase)
    {
        var plan = await ChangeAsync(Marathon, "2027-05-10", [Race(date)]);

        Assert.Equal(phase, plan.PhaseOn("2027-05-11"));
        Assert.Equal("race-week", plan.PhaseOn(date));
        Assert.Equal("recovery", plan.PhaseOn(Days.Later(date, 1)));
    }

    [Theory]
    [Trait("Rule", "R126")]
    [InlineData("2027-05-10", "general-preparation")]
    [InlineData("2027-08-02", "general-preparation")]
    [InlineData("2027-09-15", "race-block")]
    [InlineData("2027-09-22", "race-block")]
    public async Task A_race_moved_to_a_later_date_gives_the_time_back_to_training(string on, string phase)
    {
        var plan = await ChangeAsync(Marathon, on, [Race("2027-11-14")]);

        Assert.Equal(phase, plan.PhaseOn(Days.Later(on, 1)));
        Assert.Equal("taper", plan.PhaseOn("2027-11-01"));
        Assert.Equal("recovery", plan.PhaseOn("2027-11-15"));
    }

    [Fact]
    [Trait("Rule", "R145")]
    public async Task A_race_moved_into_the_past_is_over_and_recovered_from()
    {
        var plan = await ChangeAsync(Marathon, "2027-05-10", [Race("2027-05-02")]);

        Assert.Equal("recovery", plan.PhaseOn("2027-05-11"));
        Assert.Equal("foundation", plan.PhaseOn("2027-05-24"));
        Assert.Contains(plan.Deliveries, d => d is { Kind: "restart" or "session", Date: "2027-05-24" });
    }

    [Fact]
    public async Task A_race_moved_to_before_the_plan_is_left_out_and_said_so()
    {
        var plan = await ChangeAsync(Marathon, "2027-05-10", [Race("2026-12-06")]);

        Assert.Equal("general-preparation", plan.PhaseOn("2027-05-11"));
        Assert.Contains(plan.Notices, n => n.Contains("is over, so the plan leaves it out", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2027-02-10")]
    [InlineData("2027-05-10")]
    [InlineData("2027-08-02")]
    [InlineData("2027-09-14")]
    [InlineData("2027-09-22")]
    [InlineData("2027-10-04")]
    public async Task A_cancelled_race_leaves_rolling_general_preparation(string on)
    {
        var plan = await ChangeAsync(Marathon, on, []);

        Assert.Contains(plan.PhaseOn(Days.Later(on, 1)), (string[])["general-preparation", "easy-week"]);
        Assert.Equal(0, plan.Plan.GetProperty("races").GetArrayLength());
        Assert.All(plan.AllPhases.Where(p => Days.IsAfter(p.To, on)), p => Assert.Contains(
            p.Phase, (string[])["general-preparation", "easy-week", "foundation"]));
    }

    [Theory]
    [InlineData("2027-07-04", "race-block")]
    [InlineData("2027-06-06", "race-block")]
    [InlineData("2027-05-23", "taper")]
    [InlineData("2027-05-12", "race-week")]
    [InlineData("2027-05-10", "recovery")]
    public async Task A_race_added_in_general_preparation_takes_over_from_that_day(string date, string phase)
    {
        var plan = await ChangeAsync("", "2027-05-10", [Race(date)]);

        Assert.Equal(phase, plan.PhaseOn("2027-05-11"));
        Assert.Equal("race-week", plan.PhaseOn(date));
    }

    [Theory]
    [InlineData("2027-09-14", "2027-10-24")]
    [InlineData("2027-09-14", "2027-09-19")]
    [InlineData("2027-09-22", "2027-10-10")]
    [InlineData("2027-09-22", "2027-09-29")]
    [InlineData("2027-10-04", "2027-10-31")]
    public async Task A_second_race_added_in_taper_race_week_or_recovery_keeps_the_first_ones_silence(
        string on, string date)
    {
        var plan = await ChangeAsync(Marathon, on, [Marathon, Race(date)]);

        Assert.Equal("race-week", plan.PhaseOn(date));
        Assert.Equal("race-week", plan.PhaseOn("2027-09-26"));
        Assert.DoesNotContain(plan.Deliveries, d =>
            d.Kind == "session" && Days.IsWithin(d.Date, "2027-09-12", "2027-09-26"));
    }

    [Theory]
    [InlineData("05:00")]
    [InlineData("06:30")]
    [InlineData("23:59")]
    public async Task A_strength_day_gets_its_one_mail_whenever_on_it_the_race_moves(string time)
    {
        var plan = await ChangeAsync(Marathon, "2027-05-10", [Race("2027-10-03")], time);

        Assert.Single(plan.Deliveries, d => d is { Date: "2027-05-10", Kind: "session", Status: "accepted" });
    }

    [Fact]
    public async Task A_race_that_makes_this_morning_race_week_takes_back_no_mail_and_sends_no_second_one()
    {
        await using var ana = await Trainee.StartAsync(("races", "[]"));
        await ana.GoToAsync("2027-05-10");
        await ana.RacesAsync(Race("2027-05-16"));
        await ana.GoToAsync("2027-05-20");

        Assert.Equal(("2027-05-10", MailKind.Session), ana.Mailed.Last(m => m.Date == "2027-05-10"));
        Assert.Single(ana.Mailed, m => m.Date == "2027-05-10");
    }

    [Fact]
    public async Task A_session_moved_into_what_became_taper_is_not_held()
    {
        await using var ana = await Trainee.StartAsync();
        await ana.GoToAsync("2027-05-08");
        await ana.MoveAsync("2027-05-10", "2027-05-12");

        var plan = await ana.RacesAsync(Race("2027-05-25"));

        Assert.DoesNotContain("2027-05-12", plan.Dates);
        Assert.Contains("2027-05-10", plan.Dates);
    }

    /// <summary>Lives with one race, changes it at noon or when said, and lives on for 12 weeks.</summary>
    private static async Task<Answered> ChangeAsync(string before, string on, string[] races, string time = "12:00")
    {
        await using var ana = await Trainee.StartAsync(("races", $"[{before}]"));
        await ana.GoToAsync(on, time);
        var sent = await ana.PlanAsync();
        var changed = await ana.RacesAsync(races);
        var end = Days.Later(on, 84);
        await ana.GoToAsync(end);
        var lived = await ana.PlanAsync();

        AssertContiguous(changed);
        AssertContiguous(lived);
        Assert.Equal(sent.Deliveries, lived.Deliveries.Take(sent.Deliveries.Count));
        Assert.Equal(Past(sent, sent), Past(lived, sent));
        var dates = lived.Deliveries.Select(d => d.Date).ToList();
        Assert.Equal(dates.Distinct(), dates);
        Assert.All(lived.Deliveries, d => Assert.Equal("accepted", d.Status));
        Assert.Equal(dates.Count, ana.Mails.Count(m => m.Kind is not (MailKind.Confirm or MailKind.Welcome)));
        var due = changed.Dates.Concat(changed.AllPhases.Select(p => p.From))
            .Where(d => Days.IsAfter(d, on) && !Days.IsAfter(d, end));
        Assert.Empty(due.Except(dates));
        return lived;
    }

    private static IEnumerable<string> Past(Answered plan, Answered sent) =>
        sent.Deliveries.Where(d => d.Kind == "session").Select(d => plan.Session(d.Date).ToString());

    private static void AssertContiguous(Answered plan)
    {
        var phases = plan.AllPhases;
        Assert.Equal("2027-01-04", phases[0].From);
        Assert.Equal(phases.Skip(1).Select(p => p.From), phases.SkipLast(1).Select(p => Days.Later(p.To, 1)));
        Assert.All(phases, p => Assert.False(Days.IsAfter(p.From, p.To)));
    }

    private static string Race(string date) => string.Create(
        CultureInfo.InvariantCulture, $$"""{ "name": "Race", "date": "{{date}}", "distance": "marathon" }""");
}
