using StrengthDays.Coaching.Dispatch;
using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Mail;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Tests.Host;
using StrengthDays.Coaching.Tests.Storage;
using static StrengthDays.Coaching.Tests.Dispatch.Runners;

namespace StrengthDays.Coaching.Tests.Dispatch;

public abstract class DeliveryTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private World _world = null!;

    public async Task InitializeAsync() =>
        _world = new World(_folder, new ManualClock(Monday), tables: await NewTablesAsync());

    public async Task DisposeAsync()
    {
        await _world.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Null for a store on the disk.</summary>
    private protected abstract Task<TableAccount?> NewTablesAsync();

    [Fact]
    public async Task Each_strength_day_gets_its_mail_at_the_chosen_minute()
    {
        var plan = await _world.EnrolAsync(Ana);

        await _world.GoToAsync(Utc("2027-01-16T00:00"));

        var sent = await _world.ScheduledAsync(plan);
        Assert.Equal(
            [Utc("2027-01-06T05:30"), Utc("2027-01-08T05:30"), Utc("2027-01-13T05:30"), Utc("2027-01-15T05:30")],
            sent.Select(m => m.At));
        Assert.All(sent, m => Assert.Equal((MailKind.Session, SentStatus.Accepted), (m.Kind, m.Status)));
    }

    [Fact]
    [Trait("Fault", "F26")]
    public async Task A_mail_that_older_zone_data_would_send_an_hour_early_waits_for_its_hour()
    {
        var plan = await _world.EnrolAsync(Ana);
        await _world.AgeZoneDataAsync(plan, -TimeSpan.FromHours(1));

        await _world.GoToAsync(Utc("2027-01-09T00:00"));

        Assert.Equal(
            [Utc("2027-01-06T05:30"), Utc("2027-01-08T05:30")], (await _world.ScheduledAsync(plan)).Select(m => m.At));
        Assert.Single(await _world.DueAsync());
    }

    [Fact]
    public async Task A_plan_has_exactly_one_due_row_and_its_header_knows_which()
    {
        var plan = await _world.EnrolAsync(Ana);
        await _world.GoToAsync(Utc("2027-02-01T00:00"));

        var header = await _world.PlanAsync(plan);

        var row = Assert.Single(await _world.DueAsync());
        Assert.Equal(DueKey.Scheduled(plan, header.Next!.Value.At), row.Key);
        Assert.Equal(header.ETag, row.HeaderETag);
    }

    [Fact]
    public async Task An_idle_tick_finds_nothing()
    {
        await _world.EnrolAsync(Ana);
        await _world.TickAsync();

        Assert.Empty(await _world.Get<Tick>().RunAsync(default));
    }

    [Fact]
    [Trait("Fault", "F11")]
    public async Task The_same_message_twice_sends_nothing_twice()
    {
        await _world.EnrolAsync(Ana);
        _world.Clock.Advance(Utc("2027-01-06T05:30") - _world.Now);
        var bucket = Assert.Single(await _world.Get<Tick>().RunAsync(default));

        await Task.WhenAll(
            Task.Run(() => _world.Get<Deliveries>().RunAsync(bucket, default)),
            Task.Run(() => _world.Get<Deliveries>().RunAsync(bucket, default)));
        await _world.Get<Deliveries>().RunAsync(bucket, default);

        Assert.Single(_world.Outbox.Passed, m => m.Kind is MailKind.Session);
    }

    [Theory]
    [Trait("Fault", "F14")]
    [InlineData("{}")]
    [InlineData("20270104T0530-16")]
    [InlineData("20270104T0530")]
    [InlineData("")]
    public async Task A_message_that_names_no_bucket_is_refused(string message) =>
        await Assert.ThrowsAsync<FormatException>(() => _world.Get<Deliveries>().RunAsync(message, default));

    [Fact]
    [Trait("Fault", "F6")]
    public async Task A_mail_that_the_transport_will_take_later_waits_as_long_as_it_asked()
    {
        await _world.EnrolAsync(Ana);
        _world.Outbox.Answer = _ => new(SubmitOutcome.Later, "busy", TimeSpan.FromMinutes(10));
        await _world.GoToAsync(Utc("2027-01-06T05:30"));
        _world.Outbox.Answer = _ => null;

        _world.Clock.Advance(TimeSpan.FromMinutes(9));
        await _world.TickAsync();
        var early = _world.Outbox.Passed.Count(m => m.Kind is MailKind.Session);
        _world.Clock.Advance(TimeSpan.FromMinutes(2));
        await _world.TickAsync();

        Assert.Equal((1, 2), (early, _world.Outbox.Passed.Count(m => m.Kind is MailKind.Session)));
        Assert.Empty(_world.Alerts.Alerts);
    }

    [Fact]
    [Trait("Fault", "F6")]
    public async Task A_storm_of_later_answers_never_counts_as_attempts()
    {
        var plan = await _world.EnrolAsync(Ana);
        _world.Outbox.Answer = _ => new(SubmitOutcome.Later, "busy", TimeSpan.FromMinutes(1));
        await _world.GoToAsync(Utc("2027-01-06T06:30"));
        _world.Outbox.Answer = _ => null;

        await _world.GoToAsync(Utc("2027-01-06T06:40"));

        Assert.Equal(SentStatus.Accepted, Assert.Single(await _world.ScheduledAsync(plan)).Status);
    }

    [Fact]
    [Trait("Fault", "F10")]
    public async Task A_refused_mail_is_failed_with_one_alert_and_the_plan_goes_on()
    {
        var plan = await _world.EnrolAsync(Ana);
        _world.Outbox.Answer = mail =>
            mail.LocalDate == Day("2027-01-06") ? new(SubmitOutcome.Refused, "no such box") : null;

        await _world.GoToAsync(Utc("2027-01-09T00:00"));

        Assert.Equal(
            [(SentStatus.Failed, "no such box"), (SentStatus.Accepted, null)],
            (await _world.ScheduledAsync(plan)).Select(m => (m.Status, m.Reason)));
        Assert.Equal([Alerts.Failed], _world.Alerts.Alerts);
    }

    [Fact]
    public async Task A_mail_later_than_its_grace_expires_with_one_alert_and_the_next_session_says_so()
    {
        var plan = await _world.EnrolAsync(Ana);
        _world.Clock.Advance(Utc("2027-01-06T17:30") - _world.Now);
        await _world.TickAsync();
        await _world.GoToAsync(Utc("2027-01-09T00:00"));

        Assert.Equal(
            [SentStatus.Expired, SentStatus.Accepted], (await _world.ScheduledAsync(plan)).Select(m => m.Status));
        Assert.Equal([Alerts.Expired], _world.Alerts.Alerts);
        Assert.Contains(MissedReasons.TooLate, Unwrapped(_world.Outbox.Passed[^1]), StringComparison.Ordinal);
        Assert.Null((await _world.PlanAsync(plan)).Missed);
    }

    [Fact]
    public async Task A_late_evening_mail_expires_at_the_end_of_the_local_day()
    {
        var plan = await _world.EnrolAsync(Ana with { SendAt = new TimeOnly(20, 0) });

        _world.Clock.Advance(Utc("2027-01-06T23:00") - _world.Now);
        await _world.TickAsync();

        Assert.Equal(SentStatus.Expired, Assert.Single(await _world.ScheduledAsync(plan)).Status);
    }

    [Fact]
    [Trait("Fault", "F19")]
    [Trait("Fault", "F24")]
    public async Task After_a_week_without_power_every_date_is_accounted_for_and_the_next_is_sent()
    {
        var plan = await _world.EnrolAsync(Ana);

        _world.Clock.Advance(Utc("2027-01-15T06:00") - _world.Now);
        await _world.TickAsync();
        await _world.TickAsync();
        await _world.TickAsync();
        await _world.TickAsync();

        Assert.Equal(
            [(6, SentStatus.Expired), (8, SentStatus.Expired), (13, SentStatus.Expired), (15, SentStatus.Accepted)],
            (await _world.ScheduledAsync(plan)).OrderBy(m => m.Date).Select(m => (m.Date.Day, m.Status)));
        Assert.Equal(3, _world.Alerts.Alerts.Count);
    }

    [Fact]
    [Trait("Fault", "F3")]
    public async Task A_lost_answer_is_asked_for_and_the_mail_is_not_sent_again()
    {
        var plan = await _world.EnrolAsync(Ana);
        _world.Outbox.Hears = _ => new(SubmitOutcome.Unknown, "timeout");
        await _world.GoToAsync(Utc("2027-01-06T05:30"));
        _world.Outbox.Hears = r => r;

        await _world.GoToAsync(Utc("2027-01-06T05:40"));

        Assert.Single(_world.Outbox.Passed, m => m.Kind is MailKind.Session);
        Assert.Equal(SentStatus.Accepted, Assert.Single(await _world.ScheduledAsync(plan)).Status);
    }

    [Fact]
    [Trait("Fault", "F3")]
    [Trait("Fault", "F5")]
    public async Task A_mail_that_the_transport_never_saw_is_sent_again_with_the_same_operation()
    {
        await _world.EnrolAsync(Ana);
        _world.Outbox.Answer = _ => new(SubmitOutcome.Unknown, "connection lost");
        await _world.GoToAsync(Utc("2027-01-06T05:30"));
        _world.Outbox.Answer = _ => null;

        await _world.GoToAsync(Utc("2027-01-06T05:40"));

        var sessions = _world.Outbox.Passed.Where(m => m.Kind is MailKind.Session).ToList();
        Assert.Equal(2, sessions.Count);
        Assert.Equal(
            sessions[0] with { Date = default, Headers = [], IsRepeat = true },
            sessions[1] with { Date = default, Headers = [] });
        Assert.False(sessions[0].IsRepeat);
        Assert.Equal(sessions[0].Headers.AsEnumerable(), sessions[1].Headers);
    }

    [Fact]
    [Trait("Fault", "F3")]
    public async Task A_transport_that_cannot_say_leaves_the_mail_unknown_at_its_deadline_with_one_alert()
    {
        var plan = await _world.EnrolAsync(Ana);
        _world.Outbox.Answer = m => m.Kind is MailKind.Session ? new(SubmitOutcome.Unknown, "connection lost") : null;
        _world.Outbox.Find = () => SubmissionState.NoAnswer;

        await _world.GoToAsync(Utc("2027-01-06T18:00"));

        Assert.Single(_world.Outbox.Passed, m => m.Kind is MailKind.Session);
        Assert.Equal(SentStatus.Unknown, Assert.Single(await _world.ScheduledAsync(plan)).Status);
        Assert.Equal([Alerts.Unknown], _world.Alerts.Alerts);
    }

    [Fact]
    [Trait("Fault", "F7")]
    public async Task A_mail_that_nobody_can_tell_about_is_unknown_with_one_alert_and_the_plan_goes_on()
    {
        var plan = await _world.EnrolAsync(Ana);
        _world.Outbox.Answer = m => m.LocalDate == Day("2027-01-06") ? new(SubmitOutcome.Untold, "refused") : null;

        await _world.GoToAsync(Utc("2027-01-09T00:00"));

        Assert.Equal(
            [(SentStatus.Unknown, "refused"), (SentStatus.Accepted, null)],
            (await _world.ScheduledAsync(plan)).Select(m => (m.Status, m.Reason)));
        Assert.Equal([Alerts.Unknown], _world.Alerts.Alerts);
        Assert.Single(await _world.Get<IDueIndex>().ListParkedAsync(9, default));
    }

    [Fact]
    [Trait("Fault", "F15")]
    public async Task After_five_attempts_a_mail_is_given_up_with_one_alert_and_the_plan_goes_on()
    {
        var plan = await _world.EnrolAsync(Ana);
        _world.Outbox.Answer = m => m.LocalDate == Day("2027-01-06") ? new(SubmitOutcome.Unknown, "lost") : null;

        await _world.GoToAsync(Utc("2027-01-09T00:00"));

        Assert.Equal(5, _world.Outbox.Passed.Count(m => m.LocalDate == Day("2027-01-06")));
        Assert.Equal(
            [SentStatus.Failed, SentStatus.Accepted], (await _world.ScheduledAsync(plan)).Select(m => m.Status));
        Assert.Equal([Alerts.Failed], _world.Alerts.Alerts);
    }

    [Fact]
    public async Task No_address_and_no_token_is_ever_logged()
    {
        _world.Outbox.Answer = m => m.Kind is MailKind.Session ? new(SubmitOutcome.Refused, "no") : null;
        var plan = await _world.EnrolAsync(Ana);
        await _world.GoToAsync(Utc("2027-01-09T00:00"));

        var token = _world.Get<Links.RunnerLinks>().Manage(plan, LinkGenerations.First);
        Assert.NotEmpty(_world.Alerts.Lines);
        Assert.DoesNotContain(_world.Alerts.Lines, l => l.Contains("example.com", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(_world.Alerts.Lines, l => l.Contains(token, StringComparison.Ordinal));
    }

    private static string Unwrapped(MailMessage mail) =>
        string.Join(' ', mail.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

public sealed class SqliteDeliveryTests : DeliveryTests
{
    private protected override Task<TableAccount?> NewTablesAsync() => Task.FromResult<TableAccount?>(null);
}

[Trait("Category", "Once")]
public sealed class TableDeliveryTests : DeliveryTests
{
    private protected override async Task<TableAccount?> NewTablesAsync() => await TableAccount.NewAsync();
}
