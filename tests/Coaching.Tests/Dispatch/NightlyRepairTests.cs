using System.Text;
using Azure;
using Azure.Data.Tables;
using StrengthDays.Coaching.Dispatch;
using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Mail;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Storage.Sqlite;
using StrengthDays.Coaching.Tests.Host;
using StrengthDays.Coaching.Tests.Storage;
using static StrengthDays.Coaching.Tests.Dispatch.Runners;

namespace StrengthDays.Coaching.Tests.Dispatch;

/// <summary>Due rows that somebody lost, moved or invented, far from their time.</summary>
[Trait("Fault", "F22")]
public abstract class NightlyRepairTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private PlanId _broken;
    private PlanId _sound;

    private protected World World { get; private set; } = null!;

    private IDueIndex Index => World.Get<IDueIndex>();

    public async Task InitializeAsync()
    {
        World = await NewWorldAsync(_folder, new ManualClock(Monday));
        _broken = await World.EnrolAsync(Ana);
        _sound = await World.EnrolAsync(Ben);
    }

    public async Task DisposeAsync()
    {
        await World.DisposeAsync();
        _folder.Dispose();
    }

    private protected abstract Task<World> NewWorldAsync(TempFolder folder, ManualClock clock);

    /// <summary>Writes nonsense into a plan.</summary>
    protected abstract Task BreakPlanAsync(PlanId plan);

    /// <summary>Takes the lease away, or makes nonsense of it, so that no question for free rows finds the row.</summary>
    protected abstract Task BreakLeaseAsync(DueKey key);

    [Fact]
    public async Task Where_everything_agrees_nothing_is_touched()
    {
        await World.GoToAsync(Utc("2027-01-12T02:20"));
        var before = await World.DueAsync();

        var report = await RepairAsync();

        Assert.Equal(new RepairReport(2, 0), report);
        Assert.Equal(before.AsEnumerable(), await World.DueAsync());
    }

    [Fact]
    public async Task A_lost_row_is_written_again_and_its_mail_sent_in_time()
    {
        await Index.MoveOnAsync([], [(await RowAsync()).Key], default);

        Assert.Equal(new RepairReport(2, 0) { Added = 1 }, await RepairAsync());
        Assert.Equal(new RepairReport(2, 0), await RepairAsync());
        await AssertSentAsync();
    }

    [Fact]
    public async Task A_row_in_a_wrong_bucket_goes_back_to_its_place()
    {
        var row = await RowAsync();
        await Index.MoveOnAsync(
            [row with { Key = DueKey.Scheduled(_broken, row.At.AddDays(3)), ETag = null }], [row.Key], default);

        Assert.Equal(new RepairReport(2, 0) { Added = 1, Removed = 1 }, await RepairAsync());
        await AssertSentAsync();
    }

    [Fact]
    public async Task A_row_whose_plan_is_gone_is_taken_away()
    {
        await World.Get<IPlanStore>().ErasePlanAsync(_broken, default);

        Assert.Equal(new RepairReport(1, 0) { Removed = 1 }, await RepairAsync());
        await World.GoToAsync(Utc("2027-01-09T00:00"));
        Assert.DoesNotContain(World.Outbox.Passed, m => m.Kind is MailKind.Session && m.To == Ana.Email);
    }

    [Fact]
    public async Task A_row_from_another_version_of_its_plan_is_written_anew()
    {
        await Index.PutAsync([await RowAsync() with { HeaderETag = "before", Inputs = "{}" }], default);

        Assert.Equal(new RepairReport(2, 0) { Renewed = 1 }, await RepairAsync());
        await AssertSentAsync();
    }

    [Theory]
    [Trait("Fault", "F21")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_row_whose_lease_is_damaged_so_that_no_tick_can_find_it_is_written_anew(bool isDue)
    {
        await BreakLeaseAsync((await RowAsync()).Key);
        if (isDue)
            await World.GoToAsync(Utc("2027-01-06T05:40"));

        Assert.Equal(new RepairReport(2, 0) { Renewed = 1 }, await RepairAsync());
        Assert.Equal(new RepairReport(2, 0), await RepairAsync());
        await World.GoToAsync(Utc("2027-01-09T00:00"));
        Assert.Equal(
            [(6, SentStatus.Accepted), (8, SentStatus.Accepted)],
            (await World.ScheduledAsync(_broken)).Select(m => (m.Date.Day, m.Status)));
    }

    [Theory]
    [Trait("Fault", "F26")]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task A_row_worked_out_with_older_zone_data_moves_to_the_hour_of_todays(int hours)
    {
        await World.AgeZoneDataAsync(_broken, TimeSpan.FromHours(hours));

        Assert.Equal(new RepairReport(2, 0) { Renewed = 1 }, await RepairAsync());
        Assert.Equal(new RepairReport(2, 0), await RepairAsync());
        await AssertSentAsync();
    }

    [Fact]
    public async Task A_row_that_somebody_is_at_work_with_is_left_alone()
    {
        var taken = await RowAsync() with { HeaderETag = "before", LeaseUntil = World.Now.AddMinutes(1) };
        await Index.PutAsync([taken], default);

        Assert.Equal(new RepairReport(2, 0), await RepairAsync());
    }

    [Fact]
    public async Task A_letter_whose_row_was_lost_is_sent_after_all()
    {
        await LosePausedLetterAsync();

        Assert.Equal(1, (await RepairAsync()).Added);
        await World.TickAsync();
        Assert.Single(World.Outbox.Passed, m => m.Kind is MailKind.Paused);
    }

    [Fact]
    public async Task A_runner_who_unsubscribed_gets_no_letter_back()
    {
        await LosePausedLetterAsync();
        await World.Get<Leaving>().UnsubscribeAsync(await World.PlanAsync(_broken), default);

        Assert.Equal(new RepairReport(2, 0), await RepairAsync());
        await World.GoToAsync(Utc("2027-01-09T00:00"));
        Assert.DoesNotContain(World.Outbox.Passed, m => m.Kind is MailKind.Paused);
    }

    [Fact]
    public async Task A_plan_that_cannot_be_read_is_counted_and_keeps_its_row()
    {
        await BreakPlanAsync(_broken);

        Assert.Equal(new RepairReport(2, 1), await RepairAsync());
        Assert.NotNull(await RowAsync());
    }

    [Fact]
    public async Task What_is_parked_stays_parked()
    {
        var row = await RowAsync();
        await Index.ParkAsync(row, "by hand", default);

        Assert.Equal(new RepairReport(2, 0), await RepairAsync());
        Assert.Null(await Index.FindAsync(row.Key, default));
    }

    [Fact]
    public async Task Erasing_a_plan_takes_what_is_parked_of_it()
    {
        await Index.ParkAsync(await RowAsync(), "by hand", default);

        await World.Get<Leaving>().EraseAsync(await World.PlanAsync(_broken), default);

        Assert.Empty(await Index.ListParkedAsync(10, default));
    }

    [Theory]
    [Trait("Fault", "F14")]
    [InlineData("")]
    [InlineData("10")]
    [InlineData("g")]
    public async Task A_message_that_names_no_slice_is_refused(string slice) =>
        await Assert.ThrowsAsync<FormatException>(() => World.Get<NightlyRepair>().RunAsync(slice, default));

    private async Task<RepairReport> RepairAsync()
    {
        var all = new RepairReport(0, 0);
        foreach (var slice in NightlyRepair.Slices)
        {
            var one = await World.Get<NightlyRepair>().RunAsync(slice, default);
            all = new(all.Plans + one.Plans, all.Unreadable + one.Unreadable)
            {
                Added = all.Added + one.Added,
                Removed = all.Removed + one.Removed,
                Renewed = all.Renewed + one.Renewed,
            };
        }

        return all;
    }

    private async Task<DueRow> RowAsync() => (await World.DueAsync()).Single(r => r.Mail.Plan == _broken);

    private async Task LosePausedLetterAsync()
    {
        World.Outbox.Answer = _ => new(SubmitOutcome.Later, "busy");
        await World.ApplyAsync(
            _broken, (edits, plan) => edits.Pause(plan, Encoding.UTF8.GetBytes("""{ "from": "2027-01-05" }""")));
        await Index.MoveOnAsync([], [(await RowAsync()).Key], default);
        World.Outbox.Answer = _ => null;
        World.Outbox.Passed.Clear();
    }

    private async Task AssertSentAsync()
    {
        await World.GoToAsync(Utc("2027-01-09T00:00"));
        Assert.Equal(
            [Utc("2027-01-06T05:30"), Utc("2027-01-08T05:30")], (await World.ScheduledAsync(_broken)).Select(m => m.At));
        Assert.Equal(4, World.Outbox.Passed.Count(m => m.Kind is MailKind.Session));
        Assert.Equal([_broken, _sound], (await World.DueAsync()).Select(r => r.Mail.Plan).Order(ById));
        Assert.Empty(World.Alerts.Alerts);
    }

    private IComparer<PlanId> ById => Comparer<PlanId>.Create((a, b) => (a == _sound).CompareTo(b == _sound));
}

public sealed class SqliteNightlyRepairTests : NightlyRepairTests
{
    private protected override Task<World> NewWorldAsync(TempFolder folder, ManualClock clock) =>
        Task.FromResult(new World(folder, clock));

    protected override Task BreakPlanAsync(PlanId plan) => Task.FromResult(World.Get<SqliteDatabase>().Write(
        session => session.Run("UPDATE plans SET inputs = '{' WHERE id = $1", plan.ToString())));

    protected override Task BreakLeaseAsync(DueKey key) => Task.FromResult(World.Get<SqliteDatabase>().Write(
        session => session.Run(
            "UPDATE due SET lease = 'never' WHERE bucket = $1 AND row = $2", key.Bucket, key.Row)));
}

[Trait("Category", "Once")]
public sealed class TableNightlyRepairTests : NightlyRepairTests
{
    private TableAccount _account = null!;

    private protected override async Task<World> NewWorldAsync(TempFolder folder, ManualClock clock)
    {
        _account = await TableAccount.NewAsync();
        return new World(folder, clock, tables: _account);
    }

    protected override async Task BreakPlanAsync(PlanId plan) => await _account.Plans.UpdateEntityAsync(
        new TableEntity(plan.ToString(), "plan") { ["inputs"] = "{" }, ETag.All);

    protected override async Task BreakLeaseAsync(DueKey key)
    {
        var row = (await _account.Due.GetEntityAsync<TableEntity>(key.Bucket, key.Row)).Value;
        row.Remove("lease");
        await _account.Due.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace);
    }
}
