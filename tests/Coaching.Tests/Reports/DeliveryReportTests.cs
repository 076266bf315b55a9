using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using StrengthDays.Coaching.Dispatch;
using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Mail;
using StrengthDays.Coaching.Operation;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Reports;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Storage.Sqlite;
using StrengthDays.Coaching.Tests.Dispatch;
using StrengthDays.Coaching.Tests.Host;
using StrengthDays.Coaching.Tests.Storage;
using static StrengthDays.Coaching.Reports.ReportOutcome;
using static StrengthDays.Coaching.Tests.Dispatch.Runners;
using static StrengthDays.Coaching.Tests.Reports.Events;

namespace StrengthDays.Coaching.Tests.Reports;

/// <summary>Reports about the first session of one runner, on both stores.</summary>
public abstract class DeliveryReportTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private World _world = null!;
    private PlanId _plan;
    private Guid _operation;

    public async Task InitializeAsync()
    {
        _world = new World(_folder, new ManualClock(Monday), tables: await NewTablesAsync());
        _plan = await _world.EnrolAsync(Ana);
        await _world.GoToAsync(Utc("2027-01-06T05:31"));
        _operation = MailKey.On(_plan, Day("2027-01-06")).OperationId;
    }

    public async Task DisposeAsync()
    {
        await _world.DisposeAsync();
        _folder.Dispose();
    }

    private protected abstract Task<TableAccount?> NewTablesAsync();

    /// <summary>Writes nonsense into a plan.</summary>
    private protected abstract Task BreakPlanAsync(World world, PlanId plan);

    [Theory]
    [InlineData("Delivered", SentStatus.Delivered, null)]
    [InlineData("delivered", SentStatus.Delivered, null)]
    [InlineData("Bounced", SentStatus.Bounced, "the address takes no mail")]
    [InlineData("Suppressed", SentStatus.Suppressed, "the mail service suppresses the address")]
    [InlineData("FilteredSpam", SentStatus.Failed, "the recipient's server held it back as spam")]
    [InlineData("Quarantined", SentStatus.Failed, "the recipient's server held it back as spam")]
    [InlineData("Failed", SentStatus.Failed, "the mail service could not deliver it")]
    public async Task A_report_says_what_became_of_its_mail(string word, SentStatus status, string? reason)
    {
        Assert.Equal([Applied], await ReportAsync(Delivery(_operation, word)));

        var sent = await SentAsync();
        Assert.Equal((status, reason), (sent.Status, sent.Reason));
        Assert.NotNull(sent.Session);
        Assert.Equal(status is SentStatus.Failed ? [Alerts.Failed] : [], _world.Alerts.Alerts);
    }

    [Fact]
    public async Task A_delivery_changes_nothing_that_the_plans_tag_stands_for()
    {
        var before = await _world.PlanAsync(_plan);

        await ReportAsync(Delivery(_operation, "Delivered"));

        var after = await _world.PlanAsync(_plan);
        Assert.Equal((before.ETag, before.Revision), (after.ETag, after.Revision));
    }

    [Fact]
    [Trait("Fault", "F10")]
    public async Task Reports_in_any_order_and_twice_end_the_same()
    {
        object[] events =
        [
            Delivery(_operation, "Bounced", time: "2099-01-01T00:00:00+00:00"), Delivery(_operation, "Delivered"),
            Delivery(_operation, "Bounced"), Delivery(_operation, "Failed"),
        ];

        Assert.Equal([Applied, Known, Known, Known], await ReportAsync(events));
        Assert.Equal(SentStatus.Bounced, (await SentAsync()).Status);
    }

    [Fact]
    public async Task One_event_without_a_batch_is_fine_and_so_is_any_spelling_of_its_members()
    {
        var json = JsonSerializer.Serialize(Delivery(_operation, "Delivered"))
            .Replace("deliveryAttemptTimestamp", "deliveryAttemptTimeStamp", StringComparison.Ordinal)
            .Replace("messageId", "MessageID", StringComparison.Ordinal);

        Assert.Equal([Applied], await _world.Get<DeliveryReports>().RunAsync(json, default));
    }

    [Fact]
    public async Task What_is_not_about_a_mail_of_ours_is_counted_and_ignored_and_the_rest_of_its_batch_is_not()
    {
        object[] events =
        [
            Delivery(Guid.NewGuid(), "Bounced"), Delivery(_operation, "Bounced", to: "somebody@example.com"),
            Delivery(_operation, "Expanded"), Delivery(_operation, "Delivered", to: "not an address"),
            Engagement(_operation, "click"), new { }, 5, new { eventType = 7 },
            new { eventType = "Microsoft.Communication.SMSReceived", data = new { messageId = _operation } },
            Delivery(_operation, "Delivered"),
        ];

        var outcomes = await ReportAsync(events);

        Assert.Equal([.. Enumerable.Repeat(Ignored, 9), Applied], outcomes);
        Assert.Equal(SentStatus.Delivered, (await SentAsync()).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ana@example.com")]
    [InlineData("{\"data\":")]
    [InlineData("5")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]")]
    public async Task What_is_no_event_is_refused_without_repeating_it(string message)
    {
        var refusal = await Assert.ThrowsAsync<FormatException>(
            () => _world.Get<DeliveryReports>().RunAsync(message, default));

        Assert.DoesNotContain("example", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Fault", "F10")]
    [Trait("Fault", "F21")]
    public async Task A_plan_that_cannot_be_read_keeps_no_other_report_of_its_batch_from_counting()
    {
        var ben = await _world.EnrolAsync(Ben);
        await BreakPlanAsync(_world, _plan);
        var welcome = MailKey.Of(ben, new QueuedLetter(MailKind.Welcome, 1, default)).OperationId;

        await Assert.ThrowsAsync<UnreadableRowException>(
            () => ReportAsync(Delivery(_operation, "Bounced"), Delivery(welcome, "Bounced", to: Ben.Email)));

        Assert.NotNull((await _world.Get<People>().FindAsync(Ben.Email, default))!.Suppressed);
    }

    [Fact]
    public async Task A_mail_that_nobody_could_tell_about_is_told_by_its_report()
    {
        await _world.Get<IPlanStore>().ReviseSentAsync(
            await SentAsync(), await SentAsync() with { Status = SentStatus.Unknown, Reason = "?" }, default);

        await ReportAsync(Delivery(_operation, "Delivered"));

        Assert.Equal((SentStatus.Delivered, null), ((await SentAsync()).Status, (await SentAsync()).Reason));
    }

    [Theory]
    [InlineData(SentStatus.Expired, "Bounced", "the address takes no mail")]
    [InlineData(SentStatus.Skipped, "Bounced", "the address takes no mail")]
    [InlineData(SentStatus.Suppressed, "Complained", "it was marked as spam")]
    [Trait("Fault", "F10")]
    public async Task An_address_is_dead_whatever_our_ledger_says_of_the_mail(
        SentStatus ledger, string word, string reason)
    {
        await _world.Get<IPlanStore>().ReviseSentAsync(
            await SentAsync(), await SentAsync() with { Status = ledger, Reason = "?" }, default);

        var outcomes = await ReportAsync(Delivery(_operation, word));

        Assert.Equal([Known], outcomes);
        Assert.Equal(reason, (await _world.Get<People>().FindAsync(Ana.Email, default))!.Suppressed);
        Assert.Equal(ledger, (await SentAsync()).Status);
        Assert.Empty(await _world.DueAsync());
    }

    [Fact]
    [Trait("Fault", "F3")]
    [Trait("Fault", "F10")]
    public async Task A_report_before_its_mail_is_settled_counts_at_once_and_comes_again_for_the_ledger()
    {
        _world.Outbox.Hears = _ => new SubmitResult(SubmitOutcome.Unknown, "timeout");
        await _world.GoToAsync(Utc("2027-01-08T05:30"));
        var key = MailKey.On(_plan, Day("2027-01-08"));
        var bounced = Delivery(key.OperationId, "Bounced");

        await Assert.ThrowsAsync<TimeoutException>(() => ReportAsync(bounced));
        var suppressed = (await _world.Get<People>().FindAsync(Ana.Email, default))!.Suppressed;
        await _world.GoToAsync(Utc("2027-01-08T05:33"));
        var outcomes = await ReportAsync(bounced);

        Assert.Equal("the address takes no mail", suppressed);
        Assert.Equal([Applied], outcomes);
        Assert.Equal(
            SentStatus.Bounced, (await _world.Get<IPlanStore>().FindSentAsync(key, default))!.Status);
        Assert.Empty(await _world.DueAsync());
    }

    [Fact]
    public async Task A_report_that_clears_a_mail_takes_its_alert_away()
    {
        await ReportAsync(Delivery(_operation, "Failed"));
        var raised = await _world.Get<IAlertStore>().ListAsync(10, default);

        await ReportAsync(Delivery(_operation, "Bounced"));

        Assert.Single(raised);
        Assert.Empty(await _world.Get<IAlertStore>().ListAsync(10, default));
    }

    [Fact]
    [Trait("Fault", "F10")]
    public async Task A_report_that_something_more_final_overtook_leaves_no_alert()
    {
        await ReportAsync(Delivery(_operation, "Bounced"));
        var failed = await SentAsync() with { Status = SentStatus.Failed, Reason = "?" };
        await _world.Get<MailAlerts>().RaiseAsync([failed], default);

        var outcomes = await ReportAsync(Delivery(_operation, "Failed"));

        Assert.Equal([Known], outcomes);
        Assert.Empty(await _world.Get<IAlertStore>().ListAsync(9, default));
    }

    [Fact]
    public async Task Mails_that_were_caused_have_reports_too()
    {
        var welcome = (await _world.SentAsync(_plan)).Single(m => m.Kind is MailKind.Welcome).Key;

        Assert.Equal([Applied], await ReportAsync(Delivery(welcome.OperationId, "Delivered")));
    }

    [Theory]
    [InlineData("Bounced", false)]
    [InlineData("Complained", false)]
    [InlineData("complaint", true)]
    [Trait("Fault", "F10")]
    public async Task An_address_that_bounced_or_complained_gets_nothing_more(string word, bool engagement)
    {
        var ben = await _world.EnrolAsync(Ben);
        await ReportAsync(engagement ? Engagement(_operation, word) : Delivery(_operation, word));
        _world.Outbox.Passed.Clear();

        var rows = await _world.DueAsync();
        await _world.ApplyAsync(_plan, (edits, plan) => edits.Pause(plan, "{}"u8.ToArray()));
        await _world.GoToAsync(Utc("2027-01-22T12:00"));

        Assert.DoesNotContain(rows, row => row.Mail.Plan == _plan);
        Assert.DoesNotContain(_world.Outbox.Passed, mail => mail.To == Ana.Email);
        Assert.NotEmpty(await _world.ScheduledAsync(ben));
        Assert.Equal(PlanStatus.Unsubscribed, (await _world.PlanAsync(_plan)).Status);
        Assert.NotNull((await _world.Get<People>().FindAsync(Ana.Email, default))!.Suppressed);
        Assert.Empty(_world.Alerts.Alerts);
    }

    [Fact]
    public async Task A_service_that_suppresses_for_a_while_puts_nobody_on_our_list()
    {
        await ReportAsync(Delivery(_operation, "Suppressed"));

        Assert.Null((await _world.Get<People>().FindAsync(Ana.Email, default))!.Suppressed);
        Assert.Equal(PlanStatus.Active, (await _world.PlanAsync(_plan)).Status);
    }

    [Fact]
    public async Task Who_signs_up_again_and_confirms_gets_mails_again_whatever_old_reports_come()
    {
        await ReportAsync(Delivery(_operation, "Bounced"));
        var earlier = (await _world.SentAsync(_plan)).Single(m => m.Kind is MailKind.Welcome).Key.OperationId;
        _world.Clock.Advance(TimeSpan.FromDays(2));
        _world.Outbox.Passed.Clear();

        var again = await _world.EnrolAsync(Ana);
        var outcomes = await ReportAsync(Delivery(_operation, "Bounced"), Delivery(earlier, "Bounced"));
        await _world.GoToAsync(Utc("2027-01-16T00:00"));

        Assert.Equal(_plan, again);
        Assert.Equal([Known, Applied], outcomes);
        Assert.Equal(
            [MailKind.Confirm, MailKind.Welcome, MailKind.Session, MailKind.Session, MailKind.Session],
            _world.Outbox.Passed.Select(m => m.Kind));
        Assert.Null((await _world.Get<People>().FindAsync(Ana.Email, default))!.Suppressed);
    }

    [Fact]
    public async Task Erasing_everything_keeps_the_address_on_the_list()
    {
        await ReportAsync(Delivery(_operation, "Bounced"));
        await _world.Get<Leaving>().EraseAsync(await _world.PlanAsync(_plan), default);

        var person = await _world.Get<People>().FindAsync(Ana.Email, default);

        Assert.Equal((null, "the address takes no mail"), (person!.Plan, person.Suppressed));
        Assert.Equal([Ignored], await ReportAsync(Delivery(_operation, "Bounced")));
    }

    [Fact]
    public async Task No_address_is_logged()
    {
        await ReportAsync(Delivery(_operation, "Failed"), Delivery(_operation, "Bounced"), Delivery(_operation, "x"));

        Assert.DoesNotContain(_world.Alerts.Lines, line => line.Contains("example.com", StringComparison.Ordinal));
    }

    private Task<List<ReportOutcome>> ReportAsync(params object[] events) =>
        _world.Get<DeliveryReports>().RunAsync(Json(events), default);

    private async Task<SentMail> SentAsync() =>
        (await _world.Get<IPlanStore>().FindSentAsync(MailKey.On(_plan, Day("2027-01-06")), default))!;
}

public sealed class SqliteDeliveryReportTests : DeliveryReportTests
{
    private protected override Task<TableAccount?> NewTablesAsync() => Task.FromResult<TableAccount?>(null);

    private protected override Task BreakPlanAsync(World world, PlanId plan) => Task.FromResult(
        world.Get<SqliteDatabase>().Write(
            session => session.Run("UPDATE plans SET inputs = '{' WHERE id = $1", plan.ToString())));
}

[Trait("Category", "Once")]
public sealed class TableDeliveryReportTests : DeliveryReportTests
{
    private TableAccount _account = null!;

    private protected override async Task<TableAccount?> NewTablesAsync() =>
        _account = await TableAccount.NewAsync();

    private protected override async Task BreakPlanAsync(World world, PlanId plan) =>
        await _account.Plans.UpdateEntityAsync(
            new TableEntity(plan.ToString(), "plan") { ["inputs"] = "{" }, ETag.All);
}
