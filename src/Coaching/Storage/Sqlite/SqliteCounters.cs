using System.Collections.Immutable;

namespace StrengthDays.Coaching.Storage.Sqlite;

/// <summary>Counts in one SQLite file.</summary>
public sealed class SqliteCounters(SqliteDatabase database) : ICounters
{
    public Task<ImmutableArray<long>> AddAsync(
        string window, ImmutableArray<KeyValuePair<string, long>> counts, CancellationToken cancellationToken) =>
        Task.FromResult(database.Write(
            session => counts.Select(count => Add(session, window, count)).ToImmutableArray()));

    public Task<ImmutableDictionary<string, long>> ListAsync(string window, CancellationToken cancellationToken) =>
        Task.FromResult(database.Read(session => session.List(
            "SELECT name, count FROM counts WHERE window = $1",
            row => KeyValuePair.Create(row.GetString(0), row.GetInt64(1)),
            window)).ToImmutableDictionary(StringComparer.Ordinal));

    public Task ForgetAsync(string from, string before, CancellationToken cancellationToken) =>
        Task.FromResult(database.Write(session => session.Run(
            "DELETE FROM counts WHERE window >= $1 AND window < $2", from, before)));

    private static long Add(SqliteSession session, string window, KeyValuePair<string, long> count)
    {
        session.Run(
            "INSERT INTO counts (window, name, count) VALUES ($1, $2, $3) ON CONFLICT DO UPDATE SET count = count + $3",
            window, count.Key, count.Value);
        return session.List(
            "SELECT count FROM counts WHERE window = $1 AND name = $2", row => row.GetInt64(0), window, count.Key)[0];
    }
}
