using Microsoft.Data.Sqlite;
using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Tests.Host;
using static StrengthDays.Coaching.Tests.Dispatch.Runners;

namespace StrengthDays.Coaching.Tests.Dispatch;

/// <summary>Somebody else writes to the database, or its file is damaged.</summary>
[Trait("Fault", "F31")]
public sealed class DatabaseTroubleTests : IDisposable
{
    private const int Page = 4096;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_database_that_somebody_writes_to_is_waited_for_and_the_mail_leaves()
    {
        await using var world = await DueAsync();
        using var backup = Open();
        Run(backup, "BEGIN IMMEDIATE");

        var tick = Task.Run(world.TickAsync);
        await Task.Delay(300);
        var waited = !tick.IsCompleted;
        Run(backup, "COMMIT");
        await tick;

        Assert.True(waited, "The database was not busy.");
        Assert.Single(Sessions(world));
        Assert.Empty(world.Alerts.Alerts);
    }

    [Fact]
    public async Task A_damaged_index_stops_the_mails_and_shows_at_the_health_page()
    {
        await using var world = await DueAsync();
        Damage("sqlite_autoindex_due_1");

        var failure = await Record.ExceptionAsync(world.TickAsync);

        Assert.IsType<SqliteException>(failure);
        Assert.False((await world.Get<HealthCheck>().RunAsync(default)).Reachable);
        Assert.Empty(Sessions(world));
    }

    private async Task<World> DueAsync()
    {
        var world = new World(_folder, new ManualClock(Monday));
        await world.EnrolAsync(Ana);
        world.Clock.Advance(Utc("2027-01-06T05:30") - world.Now);
        return world;
    }

    /// <summary>Writes over the first page of a table or index, as a dying disk would.</summary>
    private void Damage(string tree)
    {
        using var connection = Open();
        Run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT rootpage FROM sqlite_schema WHERE name = '{tree}'";
        var page = (long)command.ExecuteScalar()!;
        // The process keeps pages in its memory until the file has changed.
        Run(connection, "CREATE TABLE other (one INTEGER)");
        Run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        using var file = new FileStream(_folder["plans.db"], FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        file.Position = (page - 1) * Page;
        file.Write([.. Enumerable.Repeat((byte)0xA5, Page)]);
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = _folder["plans.db"], Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static IEnumerable<object> Sessions(World world) =>
        world.Outbox.Passed.Where(mail => mail.Kind is MailKind.Session);
}
