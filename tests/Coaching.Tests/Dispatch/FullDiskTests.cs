using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Mail;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Storage.Sqlite;
using StrengthDays.Coaching.Tests.Host;
using StrengthDays.Coaching.Tests.Mail;
using static StrengthDays.Coaching.Tests.Dispatch.Runners;

namespace StrengthDays.Coaching.Tests.Dispatch;

/// <summary>
/// No room for the database, or for the outbox: what cannot be written is not half written, and goes on later.
/// </summary>
[Trait("Fault", "F29")]
public sealed class FullDiskTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly World _world;

    public FullDiskTests() => _world = new World(_folder, new ManualClock(Monday));

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _world.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_full_database_stops_the_tick_and_loses_no_mail_and_doubles_none()
    {
        for (var i = 0; i < 12; i++)
            await _world.EnrolAsync(Named($"runner{i}@example.com"));
        _world.Clock.Advance(Utc("2027-01-06T05:30") - _world.Now);
        var database = _world.Get<SqliteDatabase>();
        var pages = database.Read(session => session.List("PRAGMA page_count", row => row.GetInt64(0)))[0];
        Limit(database, pages);

        var failures = 0;
        for (var minute = 0; minute < 5; minute++, _world.Clock.Advance(TimeSpan.FromMinutes(1)))
            failures += await Record.ExceptionAsync(() => _world.TickAsync()) is null ? 0 : 1;
        Limit(database, 1_000_000);
        await _world.GoToAsync(Utc("2027-01-06T06:00"));

        Assert.True(failures > 0, "The database was not full.");
        var sent = Directory.GetFiles(_folder["outbox"], "*.eml").Select(File.ReadAllText)
            .Where(mail => mail.Contains("X-Strength-Days-Kind: session", StringComparison.Ordinal)).ToList();
        Assert.Equal(12, sent.Count);
        Assert.All(_world.Outbox.Passed.Where(m => m.Kind is MailKind.Session).GroupBy(m => m.To), g => Assert.Single(
            sent, mail => mail.Contains($"To: {g.Key}", StringComparison.Ordinal)));
        Assert.Equal(12, (await _world.DueAsync()).Count(row => row.State is not DueState.Submitting));
    }

    [Fact]
    public async Task A_full_outbox_leaves_the_mail_due_and_no_half_file_and_shows_at_the_health_page()
    {
        await _world.EnrolAsync(Ana);
        var full = new SubmitResult(SubmitOutcome.Down, "the disk of the outbox is full", TimeSpan.FromSeconds(30));
        _world.Outbox.Answer = mail => mail.Kind is MailKind.Session ? full : null;
        await _world.GoToAsync(Utc("2027-01-06T08:00"));
        var stopped = await _world.Get<HealthCheck>().RunAsync(default);
        _world.Outbox.Answer = _ => null;

        Assert.True(stopped is { Reachable: true, IsMailStopped: true });
        Assert.Equal(2, Directory.GetFiles(_folder["outbox"]).Length);
        await _world.GoToAsync(Utc("2027-01-06T08:02"));

        Assert.False((await _world.Get<HealthCheck>().RunAsync(default)).IsMailStopped);
        Assert.Equal(3, Directory.GetFiles(_folder["outbox"]).Length);
        Assert.Empty(_world.Alerts.Alerts);
    }

    /// <summary>With the database elsewhere, as it is with Table Storage.</summary>
    [Fact]
    [Trait("Category", "Once")]
    public async Task A_full_disk_under_the_outbox_alone_takes_no_mail_of_anybody_and_holds_no_half_one()
    {
        using var disk = new SmallDisk(megabytes: 1);
        var outbox = new OutboxTransport(disk.Folder["outbox"]);
        disk.Fill(leaveKilobytes: 0);

        var results = await outbox.SubmitAsync([.. Enumerable.Range(1, 12).Select(Mails.Number)], default);
        var left = Directory.GetFiles(disk.Folder["outbox"]);
        disk.MakeRoom();

        Assert.All(results, r => Assert.Equal(SubmitOutcome.Down, r.Outcome));
        Assert.Empty(left);
        Assert.Equal<SubmitResult>([SubmitResult.Accepted], await outbox.SubmitAsync([Mails.Number(1)], default));
    }

    /// <summary>
    /// Database and outbox on a real disk without room, or with room for some mails or some pages only.
    /// </summary>
    [Theory]
    [InlineData(0)]
    [InlineData(24)]
    [InlineData(120)]
    [Trait("Category", "Once")]
    public async Task A_full_disk_holds_no_half_mail_shows_at_the_health_page_and_loses_nothing(int leftKilobytes)
    {
        using var disk = new SmallDisk(megabytes: 16);
        await using var world = new World(disk.Folder, new ManualClock(Monday));
        for (var i = 0; i < 12; i++)
            await world.EnrolAsync(Named($"runner{i}@example.com"));
        Assert.True(await IsHealthyAsync(world));
        world.Clock.Advance(Utc("2027-01-06T05:30") - world.Now);
        Checkpoint(world);
        disk.Fill(leftKilobytes);

        var healthy = await IsHealthyAsync(world);
        for (var minute = 0; minute < 4; minute++, world.Clock.Advance(TimeSpan.FromMinutes(1)))
        {
            await Record.ExceptionAsync(() => world.TickAsync());
            healthy &= await IsHealthyAsync(world);
            Assert.All(MailsIn(disk.Folder), mail => Assert.EndsWith("--", mail.TrimEnd(), StringComparison.Ordinal));
            Assert.Empty(Directory.GetFiles(disk.Folder["outbox"], "*.tmp"));
        }

        Assert.False(healthy, "The disk was not full.");
        Assert.True(Sessions(disk.Folder).Count < 12, "The disk was not full.");
        disk.MakeRoom();
        await world.GoToAsync(Utc("2027-01-06T06:00"));

        Assert.True(await IsHealthyAsync(world));
        Assert.Equal(12, Sessions(disk.Folder).Count);
        Assert.Equal(12, Sessions(disk.Folder).Distinct().Count());
        Assert.All(await world.DueAsync(), row => Assert.Equal(Day("2027-01-08"), row.Date));
        Assert.Empty(world.Alerts.Alerts);
    }

    private static async Task<bool> IsHealthyAsync(World world) =>
        (await world.Get<HealthCheck>().RunAsync(default)).Reachable;

    // An old log of the database would be room that it has for itself.
    private static void Checkpoint(World world) => world.Get<SqliteDatabase>().Read(
        session => session.List("PRAGMA wal_checkpoint(TRUNCATE)", row => row.GetInt64(0)));

    private static IEnumerable<string> MailsIn(TempFolder folder) =>
        Directory.GetFiles(folder["outbox"], "*.eml").Select(File.ReadAllText);

    /// <summary>To whom the session mails are.</summary>
    private static List<string> Sessions(TempFolder folder) =>
    [
        .. from mail in MailsIn(folder)
           where mail.Contains("X-Strength-Days-Kind: session", StringComparison.Ordinal)
           select mail.Split('\n').Single(line => line.StartsWith("To:", StringComparison.Ordinal)),
    ];

    private static void Limit(SqliteDatabase database, long pages) =>
        database.Write(session => session.List($"PRAGMA max_page_count={pages}", row => row.GetInt64(0)));
}
