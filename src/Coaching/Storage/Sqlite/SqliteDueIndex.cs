using System.Collections.Immutable;
using StrengthDays.Coaching.Plans;
using static StrengthDays.Coaching.Storage.Sqlite.SqliteValues;

namespace StrengthDays.Coaching.Storage.Sqlite;

/// <summary>The due index in one SQLite file: its primary key is the order of work.</summary>
public sealed class SqliteDueIndex(SqliteDatabase database, TimeProvider clock) : IDueIndex
{
    public Task<ImmutableArray<string>> ListBucketsAsync(
        string before, int most, CancellationToken cancellationToken) =>
        Task.FromResult(database.Read(session => Buckets(session, before).Take(most).ToImmutableArray()));

    public Task<int> CountAsync(string before, int most, CancellationToken cancellationToken) =>
        Task.FromResult(database.Read(session => session.List(
            "SELECT count(*) FROM (SELECT 1 FROM due WHERE bucket < $1 LIMIT $2)",
            row => row.GetInt32(0),
            before,
            most)[0]));

    public Task<ImmutableArray<DueRow>> ListFreeAsync(
        string bucket, DateTimeOffset now, int most, CancellationToken cancellationToken) =>
        Task.FromResult(database.Read(session => session.List(
            $"SELECT {SqliteDueRows.Columns} FROM due WHERE bucket = $1 AND (lease IS NULL OR lease <= $2) "
            + "ORDER BY row LIMIT $3",
            SqliteDueRows.Read, bucket, Of(now), most)).ToImmutableArray());

    public Task<DueRow?> FindAsync(DueKey key, CancellationToken cancellationToken) =>
        Task.FromResult(database.Read(session => session.Find(
            $"SELECT {SqliteDueRows.Columns} FROM due WHERE bucket = $1 AND row = $2",
            SqliteDueRows.Read,
            key.Bucket,
            key.Row)));

    public Task<ImmutableArray<DueEntry>> ListEntriesAsync(string start, CancellationToken cancellationToken) =>
        Task.FromResult(database.Read(session => session.List(
            "SELECT bucket, row, CASE WHEN typeof(lease) IN ('null', 'integer') THEN header END FROM due "
            + "WHERE row >= $1 AND row < $1 || '~'",
            row => new DueEntry(new DueKey(row.GetString(0), row.GetString(1)), row.GetValue(2) as string),
            start)).ToImmutableArray());

    public Task<ImmutableArray<DueRow>> ReplaceAsync(
        ImmutableArray<DueRow> rows, CancellationToken cancellationToken) =>
        Task.FromResult(database.Write(session => rows
            .Select(row => SqliteDueRows.Replace(session, row))
            .OfType<DueRow>()
            .ToImmutableArray()));

    public Task PutAsync(ImmutableArray<DueRow> rows, CancellationToken cancellationToken) =>
        Task.FromResult(database.Write(session => rows.Sum(row => SqliteDueRows.Put(session, row))));

    public Task MoveOnAsync(
        ImmutableArray<DueRow> add, ImmutableArray<DueKey> remove, CancellationToken cancellationToken)
    {
        database.Write(session =>
            add.Sum(row => SqliteDueRows.Add(session, row)) + remove.Sum(key => SqliteDueRows.Remove(session, key)));
        // A kept promise to erase is the last row that knew the runner.
        if (remove.Any(key => key.IsErasure))
            database.EmptyLog();
        return Task.CompletedTask;
    }

    public Task ParkAsync(DueRow row, string reason, CancellationToken cancellationToken) =>
        Task.FromResult(database.Write(session => SqliteParkedRows.Park(session, row.Key, reason, clock.GetUtcNow())));

    public Task<ImmutableArray<ParkedRow>> ListParkedAsync(int most, CancellationToken cancellationToken) =>
        Task.FromResult(database.Read(session => SqliteParkedRows.List(session, most)).ToImmutableArray());

    public Task<ParkedRow?> FindParkedAsync(string id, CancellationToken cancellationToken) =>
        Task.FromResult(database.Read(session => SqliteParkedRows.Find(session, id)));

    public Task<bool> ReleaseAsync(string id, CancellationToken cancellationToken) =>
        Task.FromResult(database.Write(session => SqliteParkedRows.Release(session, id)));

    public Task ForgetParkedAsync(ParkedRow parked, CancellationToken cancellationToken) =>
        Task.FromResult(database.Write(session => SqliteParkedRows.Forget(session, parked.Id)));

    public Task ForgetParkedAsync(PlanId plan, CancellationToken cancellationToken) =>
        Task.FromResult(database.Write(session => SqliteParkedRows.Forget(session, plan)));

    public Task EndForgottenLeasesAsync(DateTimeOffset at, CancellationToken cancellationToken) =>
        Task.FromResult(database.Write(session => session.Run(
            "UPDATE due SET lease = $1, etag = abs(random()) WHERE state <> 'Due' AND lease > $1", Of(at))));

    // From each bucket straight to the next, however many rows it holds.
    private static IEnumerable<string> Buckets(SqliteSession session, string before)
    {
        for (var bucket = Next(session, "", before); bucket is not null; bucket = Next(session, bucket, before))
            yield return bucket;
    }

    private static string? Next(SqliteSession session, string after, string before) => session.Find(
        "SELECT bucket FROM due WHERE bucket > $1 AND bucket < $2 ORDER BY bucket LIMIT 1",
        row => row.GetString(0),
        after,
        before);
}
