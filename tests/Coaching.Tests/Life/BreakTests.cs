using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Tests.Dispatch;

namespace StrengthDays.Coaching.Tests.Life;

/// <summary>Sessions left out, sessions moved, pauses: the README's table, line by line.</summary>
[Trait("Category", "Once")]
public sealed class BreakTests
{
    [Fact]
    public async Task A_skipped_session_is_left_out_said_so_and_never_made_up_for()
    {
        await using var ana = await Trainee.StartAsync();
        await ana.GoToAsync("2027-02-12");
        var before = await ana.PlanAsync();

        var skipped = await ana.SkipAsync("2027-02-15");
        Assert.Equal(["2027-02-15"], await ana.DueAsync());
        await ana.GoToAsync("2027-02-19");
        var after = await ana.PlanAsync();

        Assert.Equal(before.Dates.Except(["2027-02-15"]), skipped.Dates);
        Assert.Equal(before.From("2027-02-16"), after.From("2027-02-16"));
        Assert.DoesNotContain(ana.Mails, m => m.LocalDate == Runners.Day("2027-02-15"));
        Assert.Equal(
            [("2027-02-15", "session", "skipped", "skipped"), ("2027-02-18", "session", "accepted", null)],
            after.Deliveries.TakeLast(2));
        Assert.DoesNotContain("2027-02-15", after.Dates);
    }

    [Fact]
    public async Task However_many_sessions_are_missed_none_is_doubled()
    {
        await using var ana = await Trainee.StartAsync();
        var before = await ana.PlanAsync();
        foreach (var date in before.Dates.Skip(2).Take(12))
            await ana.SkipAsync(date);

        var after = await ana.PlanAsync();

        Assert.Equal(before.Dates.Count - 12, after.Dates.Count);
        Assert.Equal(before.From(before.Dates[14]), after.From(before.Dates[14]));
    }

    [Fact]
    public async Task What_else_a_day_brings_still_comes_when_its_session_is_skipped()
    {
        await using var ana = await Trainee.StartAsync(("weeklyLookAhead", "true"));
        await ana.SkipAsync("2027-01-11");

        await ana.GoToAsync("2027-01-12");

        Assert.Equal(MailKind.LookAhead, ana.MailOf("2027-01-11").Kind);
    }

    [Fact]
    public async Task A_moved_session_is_mailed_on_its_new_day_and_not_on_its_old_one()
    {
        await using var ana = await Trainee.StartAsync();
        await ana.GoToAsync("2027-02-12");
        var before = await ana.PlanAsync();

        var moved = await ana.MoveAsync("2027-02-15", "2027-02-16");
        Assert.Equal(["2027-02-16"], await ana.DueAsync());
        await ana.GoToAsync("2027-02-19");

        Assert.Equal(before.Doses("2027-02-15"), moved.Doses("2027-02-16"));
        Assert.Equal(before.From("2027-02-17"), moved.From("2027-02-17"));
        Assert.Equal(
            [("2027-02-16", MailKind.Session), ("2027-02-18", MailKind.Session)], ana.Mailed.TakeLast(2));
        Assert.Equal(
            [("2027-02-16", "session", "accepted", null), ("2027-02-18", "session", "accepted", null)],
            (await ana.PlanAsync()).Deliveries.TakeLast(2));
    }

    [Fact]
    public async Task A_session_moved_to_an_earlier_day_leaves_nothing_behind()
    {
        await using var ana = await Trainee.StartAsync();
        await ana.GoToAsync("2027-02-12");

        await ana.MoveAsync("2027-02-15", "2027-02-13");
        await ana.GoToAsync("2027-02-17");

        Assert.Equal(("2027-02-13", MailKind.Session), ana.Mailed.Last());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(13)]
    [Trait("Rule", "R105")]
    public async Task A_pause_under_14_days_skips_its_sessions_and_moves_nothing(int days)
    {
        await using var ana = await Trainee.StartAsync();
        await ana.GoToAsync("2027-02-13");
        var before = await ana.PlanAsync();
        var last = Days.Later("2027-02-15", days - 1);

        var paused = await ana.PauseAsync("2027-02-15", last);
        await ana.GoToAsync("2027-03-12");

        Assert.Equal(before.Phases, paused.Phases);
        Assert.Equal(before.Dates.Where(d => !Days.IsWithin(d, "2027-02-15", last)), paused.Dates);
        Assert.False(paused.IsAtBodyWeight(paused.Dates.First(d => Days.IsAfter(d, last))));
        Assert.DoesNotContain(
            ana.Mailed, m => m.Kind is MailKind.Session && Days.IsWithin(m.Date, "2027-02-15", last));
        Assert.All(
            (await ana.PlanAsync()).Deliveries.Where(d => Days.IsWithin(d.Date, "2027-02-15", last)),
            d => Assert.Equal(("session", "skipped", "paused"), (d.Kind, d.Status, d.Reason)));
    }

    [Theory]
    [InlineData(14)]
    [InlineData(45)]
    [InlineData(100)]
    [Trait("Rule", "R105")]
    public async Task A_pause_of_14_days_or_more_gives_7_days_at_body_weight(int days)
    {
        await using var ana = await Trainee.StartAsync();
        await ana.GoToAsync("2027-02-13");
        var before = await ana.PlanAsync();
        var last = Days.Later("2027-02-15", days - 1);

        var paused = await ana.PauseAsync("2027-02-15", last);
        var back = paused.Dates.Where(d => Days.IsWithin(d, Days.Later(last, 1), Days.Later(last, 7))).ToList();
        var then = paused.Dates.First(d => Days.IsAfter(d, Days.Later(last, 7)));
        await ana.GoToAsync(then);

        Assert.Equal(before.Phases, paused.Phases);
        Assert.NotEmpty(back);
        Assert.All(back, d => Assert.True(paused.IsAtBodyWeight(d)));
        Assert.False(paused.IsAtBodyWeight(then));
        Assert.All(back, d => Assert.Contains(
            "Back after a long pause: a week at body weight first",
            ana.MailOf(d).Text.ReplaceLineEndings(" "),
            StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_pause_without_an_end_counts_by_the_days_it_lasted()
    {
        await using var ana = await Trainee.StartAsync();
        await ana.GoToAsync("2027-02-15", "05:00");
        await ana.PostAsync("pause", "{}");
        await ana.GoToAsync("2027-03-15", "05:00");

        var resumed = await ana.PostAsync("resume", "");
        await ana.GoToAsync("2027-03-16");

        Assert.True(resumed.IsAtBodyWeight("2027-03-15"));
        Assert.True(resumed.IsAtBodyWeight("2027-03-18"));
        Assert.False(resumed.IsAtBodyWeight("2027-03-22"));
        Assert.Equal(MailKind.Session, ana.Mails.Last(m => m.LocalDate == Runners.Day("2027-03-15")).Kind);
        Assert.Equal(8, resumed.Deliveries.Count(d => d is { Status: "skipped", Reason: "paused" }));
    }

    [Fact]
    public async Task A_pause_with_a_date_that_is_none_is_told_so_once()
    {
        await using var ana = await Trainee.StartAsync();

        var refused = await ana.PauseAsync("soon", "later");

        Assert.Equal("from must be a date such as 2027-09-26 (yyyy-MM-dd, years 2000 to 2100).", refused.Error("from"));
        Assert.Equal("to must be a date such as 2027-09-26 (yyyy-MM-dd, years 2000 to 2100).", refused.Error("to"));
    }

    [Fact]
    public async Task Without_a_race_general_preparation_moves_by_the_length_of_the_pause()
    {
        await using var ben = await Trainee.StartAsync(("races", "[]"));
        var before = await ben.PlanAsync();

        var paused = await ben.PauseAsync("2027-02-15", "2027-03-07");

        Assert.Equal(
            Days.Later(before.Plan.GetProperty("phases").EnumerateArray().Last().GetProperty("to").GetString()!, 21),
            paused.Plan.GetProperty("phases").EnumerateArray().Last().GetProperty("to").GetString());
    }
}
