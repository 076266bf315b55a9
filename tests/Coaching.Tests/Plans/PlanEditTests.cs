using System.Text;
using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Tests.Dispatch;
using StrengthDays.Coaching.Tests.Host;
using static StrengthDays.Coaching.Tests.Dispatch.Runners;

namespace StrengthDays.Coaching.Tests.Plans;

public sealed class PlanEditTests : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly World _world;

    public PlanEditTests() => _world = new World(_folder, new ManualClock(Monday));

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Another_send_time_counts_from_the_next_mail_on()
    {
        var plan = await _world.EnrolAsync(Ana);
        await PatchAsync(plan, """{ "sendAt": "18:45" }""");

        await _world.GoToAsync(Utc("2027-01-07T00:00"));

        Assert.Equal(Utc("2027-01-06T17:45"), Assert.Single(await _world.ScheduledAsync(plan)).At);
        Assert.Single(await _world.DueAsync());
    }

    [Fact]
    public async Task A_day_that_had_its_mail_gets_no_second_one_whatever_changes()
    {
        var plan = await _world.EnrolAsync(Ana);
        await _world.GoToAsync(Utc("2027-01-06T06:00"));

        await PatchAsync(plan, """{ "sendAt": "18:45" }""");
        await PatchAsync(plan, """{ "timeZone": "America/Los_Angeles" }""");
        await _world.GoToAsync(Utc("2027-01-08T00:00"));

        Assert.Single(await _world.ScheduledAsync(plan));
    }

    [Fact]
    public async Task A_change_while_the_mail_is_leaving_sends_nothing_twice_and_loses_nothing()
    {
        var plan = await _world.EnrolAsync(Ana);
        var changed = false;
        _world.Outbox.Hears = result =>
        {
            if (!changed)
                PatchAsync(plan, """{ "sendAt": "07:00" }""").GetAwaiter().GetResult();
            changed = true;
            return result;
        };

        await _world.GoToAsync(Utc("2027-01-09T00:00"));

        Assert.Equal(
            [Utc("2027-01-06T05:30"), Utc("2027-01-08T06:00")], (await _world.ScheduledAsync(plan)).Select(m => m.At));
        Assert.Equal(2, _world.Outbox.Passed.Count(m => m.Kind is MailKind.Session));
        var due = Assert.Single(await _world.DueAsync());
        Assert.Equal((await _world.PlanAsync(plan)).ETag, due.HeaderETag);
    }

    [Fact]
    public async Task An_erased_plan_settles_nothing_and_has_no_next_mail()
    {
        var plan = await _world.EnrolAsync(Ana);
        _world.Outbox.Hears = result =>
        {
            _world.Get<Leaving>().EraseAsync(_world.PlanAsync(plan).Result, default).GetAwaiter().GetResult();
            return result;
        };

        await _world.GoToAsync(Utc("2027-01-06T05:30"));

        Assert.Empty(await _world.SentAsync(plan));
        Assert.Empty(await _world.DueAsync());
    }

    [Fact]
    public async Task A_mail_that_reaches_the_outbox_after_its_plan_was_erased_does_not_stay_there()
    {
        var plan = await _world.EnrolAsync(Ana);
        _world.Outbox.Answer = _ =>
        {
            _world.Get<Leaving>().EraseAsync(_world.PlanAsync(plan).Result, default).GetAwaiter().GetResult();
            return null;
        };

        await _world.GoToAsync(Utc("2027-01-06T05:30"));

        Assert.Equal(MailKind.Session, _world.Outbox.Passed[^1].Kind);
        Assert.Empty(Directory.GetFiles(_world.Folder["outbox"]));
    }

    [Fact]
    public async Task The_past_stays_as_it_was_sent_when_the_week_changes()
    {
        var plan = await _world.EnrolAsync(Ana);
        await _world.GoToAsync(Utc("2027-01-09T00:00"));
        var before = await ReadAsync(plan);

        await PatchAsync(
            plan, """{ "week": { "monday": "easy", "wednesday": "rest", "friday": "hard" }, "sessionsPerWeek": 1 }""");

        var after = await ReadAsync(plan);
        Assert.Equal(
            before.Sessions.Where(s => s.Date < Day("2027-01-09")).Select(Text),
            after.Sessions.Where(s => s.Date < Day("2027-01-09")).Select(Text));
        Assert.NotEqual(
            before.Sessions.Where(s => s.Date > Day("2027-01-09")).Select(s => s.Date),
            after.Sessions.Where(s => s.Date > Day("2027-01-09")).Select(s => s.Date));
    }

    [Fact]
    public async Task A_patch_that_changes_nothing_makes_no_revision()
    {
        var plan = await _world.EnrolAsync(Ana);

        await PatchAsync(plan, """{ "sendAt": "06:30", "minutes": null }""");

        Assert.Equal(1, (await _world.PlanAsync(plan)).Revision);
    }

    [Fact]
    public async Task Overdue_dates_of_the_old_plan_are_accounted_for_when_it_changes()
    {
        var plan = await _world.EnrolAsync(Ana);
        _world.Clock.Advance(Utc("2027-01-11T08:00") - _world.Now);

        await PatchAsync(plan, """{ "sendAt": "07:00" }""");

        Assert.Equal(
            [(Day("2027-01-06"), SentStatus.Expired), (Day("2027-01-08"), SentStatus.Expired)],
            (await _world.ScheduledAsync(plan)).Select(m => (m.Date, m.Status)));
        Assert.Equal(2, _world.Alerts.Alerts.Count);
        Assert.Equal(Day("2027-01-13"), (await _world.PlanAsync(plan)).Next?.Date);
    }

    [Fact]
    public async Task Overdue_dates_are_accounted_for_when_the_runner_leaves()
    {
        var plan = await _world.EnrolAsync(Ana);
        _world.Clock.Advance(Utc("2027-01-07T08:00") - _world.Now);

        await _world.Get<Leaving>().UnsubscribeAsync(await _world.PlanAsync(plan), default);

        var sent = Assert.Single(await _world.ScheduledAsync(plan));
        Assert.Equal((Day("2027-01-06"), SentStatus.Expired), (sent.Date, sent.Status));
        Assert.Single(await _world.Get<IAlertStore>().ListAsync(9, default));
    }

    [Fact]
    public async Task Two_weeks_before_its_horizon_a_plan_goes_on_as_a_new_revision()
    {
        var plan = await _world.EnrolAsync(Ben);
        var before = await ReadAsync(plan);

        await _world.GoToAsync(Utc("2027-04-11T00:00"));
        var early = (await _world.PlanAsync(plan)).Revision;
        await _world.GoToAsync(Utc("2027-05-20T00:00"));

        var after = await ReadAsync(plan);
        Assert.Equal((1, 2), (early, (await _world.PlanAsync(plan)).Revision));
        Assert.Equal(before.Horizon.AddDays(13 * 7), after.Horizon);
        Assert.All(await _world.ScheduledAsync(plan), m => Assert.Equal(SentStatus.Accepted, m.Status));
        Assert.Contains(await _world.ScheduledAsync(plan), m => m.Date > before.Horizon);
    }

    [Fact]
    public async Task A_plan_that_is_to_stop_after_its_race_ends()
    {
        var plan = await _world.EnrolAsync(Ana.With(t => t with { AfterRace = Training.AfterRace.Stop }));

        await _world.GoToAsync(Utc("2027-12-31T00:00"));

        Assert.Equal(
            (PlanStatus.Ended, null), ((await _world.PlanAsync(plan)).Status, (await _world.PlanAsync(plan)).Next));
        Assert.Empty(await _world.DueAsync());
    }

    [Fact]
    public async Task Every_date_gets_at_most_one_scheduled_mail_in_a_whole_season_with_everything_wished_for()
    {
        var plan = await _world.EnrolAsync(
            (Ana with { WeeklyLookAhead = true }).With(t => t with { PreRunPrimer = true, SessionsPerWeek = 4 }));

        await _world.GoToAsync(Utc("2027-11-30T00:00"));

        var sent = await _world.ScheduledAsync(plan);
        Assert.Equal(sent.Length, sent.DistinctBy(m => m.Date).Count());
        Assert.Equal(
            sent.Length, _world.Outbox.Passed.Count(m => m.Kind is not (MailKind.Confirm or MailKind.Welcome)));
        Assert.All(sent, m => Assert.Equal(SentStatus.Accepted, m.Status));
        Assert.Equal(
            [
                MailKind.Session, MailKind.RaceWeek, MailKind.Restart, MailKind.Phase, MailKind.LookAhead,
                MailKind.Primer,
            ],
            sent.Select(m => m.Kind).Distinct().Order());
    }

    [Fact]
    public async Task What_we_hold_can_be_taken_along()
    {
        var plan = await _world.EnrolAsync(Ana);
        await _world.GoToAsync(Utc("2027-01-07T00:00"));

        var json = Encoding.UTF8.GetString(
            await _world.Get<PlanExport>().WriteAsync(await _world.PlanAsync(plan), default));

        using var export = System.Text.Json.JsonDocument.Parse(json);
        Assert.Equal(3, export.RootElement.GetProperty("mails").GetArrayLength());
        var consent = export.RootElement.GetProperty("stored").GetProperty("consent");
        Assert.Equal(Consent.Wording, consent.GetProperty("text").GetString());
    }

    private Task PatchAsync(PlanId plan, string patch) =>
        _world.ApplyAsync(plan, (edits, header) => edits.Patch(header, Encoding.UTF8.GetBytes(patch)));

    private async Task<Training.Plan> ReadAsync(PlanId plan) => _world.Get<PlanDocument>().PlanOf(
        await _world.PlanAsync(plan), await _world.Get<IPlanStore>().ListSentAsync(plan, default));

    private static string Text(Training.Session session) =>
        Encoding.UTF8.GetString(ContractJson.Bytes(json => PlanWriter.WriteSession(json, session)));
}
