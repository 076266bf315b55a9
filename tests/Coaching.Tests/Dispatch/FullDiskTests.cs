using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Mail;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Storage.Sqlite;
using StrengthDays.Coaching.Tests.Host;
using static StrengthDays.Coaching.Tests.Dispatch.Runners;

namespace StrengthDays.Coaching.Tests.Dispatch;

/// <summary>No room for the database, or for the outbox: what cannot be written is not half written, and goes on later.</summary>
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
    public async Task A_full_outbox_leaves_the_mail_due_and_no_half_file()
    {
        await _world.EnrolAsync(Ana);
        var full = new SubmitResult(SubmitOutcome.Later, "the disk of the outbox is full", TimeSpan.FromSeconds(30));
        _world.Outbox.Answer = mail => mail.Kind is MailKind.Session ? full : null;
        await _world.GoToAsync(Utc("2027-01-06T08:00"));
        _world.Outbox.Answer = _ => null;

        Assert.Equal(2, Directory.GetFiles(_folder["outbox"]).Length);
        await _world.GoToAsync(Utc("2027-01-06T08:02"));

        Assert.Equal(3, Directory.GetFiles(_folder["outbox"]).Length);
        Assert.Empty(_world.Alerts.Alerts);
    }

    private static void Limit(SqliteDatabase database, long pages) =>
        database.Write(session => session.List($"PRAGMA max_page_count={pages}", row => row.GetInt64(0)));
}
