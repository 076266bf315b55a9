using System.Text;
using StrengthDays.Coaching.Dispatch;
using StrengthDays.Coaching.Mail;
using StrengthDays.Coaching.Operation;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Tests.Host;
using StrengthDays.Coaching.Tests.Storage;
using static StrengthDays.Coaching.Tests.Dispatch.Runners;

namespace StrengthDays.Coaching.Tests.Dispatch;

/// <summary>The shared budget in the pipeline, on both stores.</summary>
public abstract class BudgetTests : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private protected ManualClock Clock { get; } = new(Monday);

    private readonly List<World> _worlds = [];
    private TableAccount? _tables;

    public async ValueTask DisposeAsync()
    {
        foreach (var world in _worlds)
            await world.DisposeAsync();
        _folder.Dispose();
    }

    private protected abstract Task<TableAccount?> NewTablesAsync();

    [Fact]
    [Trait("Fault", "F6")]
    public async Task Beyond_the_budget_mails_stay_due_and_leave_when_there_is_room_without_an_attempt_counted()
    {
        var world = await NewAsync();
        await EnrolAsync(world, 7);
        var limited = await NewAsync(("Mail:PerMinute", "3"));

        await limited.GoToAsync(Utc("2027-01-06T05:30"));
        var first = limited.Outbox.Passed.Count;
        var waiting = (await limited.DueAsync()).Where(r => r.At <= limited.Now).ToList();
        await limited.GoToAsync(Utc("2027-01-06T05:40"));

        Assert.Equal(3, first);
        Assert.Equal(4, waiting.Count);
        Assert.All(waiting, row => Assert.Equal((DueState.Due, 0), (row.State, row.Attempt)));
        Assert.Equal(7, limited.Outbox.Passed.Select(m => m.To).Distinct().Count());
        Assert.Equal(7, limited.Outbox.Passed.Count);
        Assert.Empty(limited.Alerts.Alerts);
    }

    [Fact]
    [Trait("Fault", "F6")]
    public async Task Two_instances_share_one_budget()
    {
        var world = await NewAsync();
        await EnrolAsync(world, 6);
        var (one, two) = (await NewAsync(("Mail:PerMinute", "4")), await NewAsync(("Mail:PerMinute", "4")));
        Clock.Advance(Utc("2027-01-06T05:30") - Clock.GetUtcNow());

        await one.TickAsync();
        await two.TickAsync();
        await one.TickAsync();

        Assert.Equal(4, one.Outbox.Passed.Count + two.Outbox.Passed.Count);
        var report = OpsWriter.Write(await two.Get<OpsDesk>().ReportAsync(default));
        Assert.Contains("\"quotaLeft\":{\"perMinute\":0}", Encoding.UTF8.GetString(report), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Fault", "F6")]
    public async Task A_pause_that_the_transport_asks_for_holds_for_every_instance_and_every_mail()
    {
        var world = await NewAsync();
        await EnrolAsync(world, 4);
        var (one, two) = (await NewAsync(("Mail:PerHour", "100")), await NewAsync(("Mail:PerHour", "100")));
        one.Outbox.Answer = _ => new(SubmitOutcome.Busy, "quota", TimeSpan.FromMinutes(20));
        Clock.Advance(Utc("2027-01-06T05:30") - Clock.GetUtcNow());

        await one.TickAsync();
        var asked = one.Outbox.Passed.Count;
        Clock.Advance(TimeSpan.FromMinutes(19));
        await one.TickAsync();
        await two.TickAsync();
        var early = one.Outbox.Passed.Count - asked + two.Outbox.Passed.Count;
        Clock.Advance(TimeSpan.FromMinutes(2));
        await two.TickAsync();

        Assert.Equal((0, 4), (early, two.Outbox.Passed.Count));
    }

    private protected static async Task EnrolAsync(World world, int runners)
    {
        for (var i = 0; i < runners; i++)
            await world.EnrolAsync(Named($"runner{i}@example.com"));
        world.Outbox.Passed.Clear();
    }

    private protected async Task<World> NewAsync(params (string, string)[] settings)
    {
        _tables ??= await NewTablesAsync();
        _worlds.Add(new World(_folder, Clock, tables: _tables, settings: settings));
        return _worlds[^1];
    }
}

public sealed class SqliteBudgetDispatchTests : BudgetTests
{
    [Fact]
    [Trait("Fault", "F6")]
    public async Task A_storm_longer_than_the_grace_expires_each_mail_with_one_alert_and_the_next_says_so()
    {
        var world = await NewAsync();
        await EnrolAsync(world, 3);
        world.Outbox.Answer = m => m.LocalDate == Day("2027-01-06")
            ? new(SubmitOutcome.Busy, "quota", TimeSpan.FromMinutes(30))
            : null;

        await world.GoToAsync(Utc("2027-01-09T00:00"));

        Assert.Equal(Enumerable.Repeat(Alerts.Expired, 3), world.Alerts.Alerts);
        var sent = world.Outbox.Passed.Where(m => m.LocalDate == Day("2027-01-08")).ToList();
        Assert.Equal(3, sent.Count);
        Assert.All(sent, m => Assert.Contains("it could not be sent", Words(m), StringComparison.Ordinal));
        // Asked at most once for each pause of the storm, not once for each mail and minute.
        Assert.InRange(world.Outbox.Passed.Count(m => m.LocalDate == Day("2027-01-06")), 1, 3 * 25);
    }

    [Fact]
    public async Task Asking_about_a_mail_again_and_again_takes_nothing_out_of_the_budget()
    {
        await EnrolAsync(await NewAsync(), 1);
        var world = await NewAsync(("Mail:PerHour", "10"));
        world.Outbox.Answer = _ => new(SubmitOutcome.Unknown, "lost");
        world.Outbox.Find = () => SubmissionState.NoAnswer;

        await world.GoToAsync(Utc("2027-01-06T05:50"));

        Assert.Equal((null, 9), await world.Get<MailBudget>().LeftAsync(default));
    }

    [Fact]
    [Trait("Fault", "F6")]
    public async Task A_mail_that_never_left_waits_for_room_like_any_other()
    {
        await EnrolAsync(await NewAsync(), 1);
        var world = await NewAsync(("Mail:PerHour", "1"));
        world.Outbox.Answer = _ => world.Outbox.Passed.Count == 1 ? new(SubmitOutcome.Unknown, "lost") : null;

        await world.GoToAsync(Utc("2027-01-06T06:29"));
        var early = world.Outbox.Passed.Count;
        await world.GoToAsync(Utc("2027-01-06T06:40"));

        Assert.Equal((1, 2), (early, world.Outbox.Passed.Count));
        Assert.True(world.Outbox.Passed[1].IsRepeat);
        Assert.Empty(world.Alerts.Alerts);
    }

    [Fact]
    [Trait("Fault", "F5")]
    public async Task What_is_too_old_to_be_repeated_and_was_never_taken_sets_out_anew()
    {
        await EnrolAsync(await NewAsync(), 1);
        var world = await NewAsync();
        world.Outbox.Answer = _ => world.Outbox.Passed.Count switch
        {
            1 => new(SubmitOutcome.Unknown, "lost"),
            2 => new(SubmitOutcome.TooOld, "412"),
            3 => new(SubmitOutcome.Unknown, "lost"),
            _ => null,
        };

        await world.GoToAsync(Utc("2027-01-06T06:00"));

        var sent = world.Outbox.Passed.Select(m => m.FirstSent).ToList();
        Assert.Equal(4, sent.Count);
        Assert.Equal((sent[0], sent[2]), (sent[1], sent[3]));
        Assert.True(sent[2] > sent[0]);
        Assert.Single(world.Outbox.Passed.DistinctBy(m => m.OperationId));
        Assert.Empty(world.Alerts.Alerts);
    }

    [Fact]
    public async Task The_oldest_deadline_goes_first()
    {
        var world = await NewAsync();
        await EnrolAsync(world, 20);
        var index = world.Get<IDueIndex>();
        var bucket = (await world.DueAsync()).GroupBy(r => r.Key.Bucket).First(g => g.Count() > 1);
        await index.ReplaceAsync(
            [.. bucket.Select((row, i) => row with { Deadline = row.Deadline.AddMinutes(-i) })], default);
        Clock.Advance(Utc("2027-01-06T05:30") - Clock.GetUtcNow());
        var limited = await NewAsync(("Mail:PerMinute", "1"));

        await limited.Get<Deliveries>().RunAsync(bucket.Key, default);

        var left = await index.ListFreeAsync(bucket.Key, Clock.GetUtcNow(), 100, default);
        Assert.Equal(bucket.SkipLast(1).Select(r => r.Key), left.Select(r => r.Key));
    }

    private protected override Task<TableAccount?> NewTablesAsync() => Task.FromResult<TableAccount?>(null);

    private static string Words(MailMessage mail) =>
        string.Join(' ', mail.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

[Trait("Category", "Once")]
public sealed class TableBudgetDispatchTests : BudgetTests
{
    private protected override async Task<TableAccount?> NewTablesAsync() => await TableAccount.NewAsync();
}
