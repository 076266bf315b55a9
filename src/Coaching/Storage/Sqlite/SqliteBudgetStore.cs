using System.Collections.Immutable;
using static StrengthDays.Coaching.Storage.Sqlite.SqliteValues;

namespace StrengthDays.Coaching.Storage.Sqlite;

/// <summary>The one row of the table <c>budget</c>.</summary>
public sealed class SqliteBudgetStore(SqliteDatabase database) : IBudgetStore
{
    public Task<StoredBudget> FindAsync(CancellationToken cancellationToken) => Task.FromResult(
        database.Read(session => session.Find(
            "SELECT taken, closed, etag FROM budget WHERE id = 'mail'",
            row => new StoredBudget(
                StoredJson.Read<ImmutableArray<Take>>(row.GetString(0)), row.InstantOrNull(1), Tag(row.GetInt64(2)))))
        ?? StoredBudget.Empty);

    public Task<string?> SaveAsync(StoredBudget budget, CancellationToken cancellationToken) =>
        Task.FromResult(database.Write(session => Save(session, budget)));

    private static string? Save(SqliteSession session, StoredBudget budget)
    {
        var (taken, closed) = (StoredJson.Write(budget.Taken), Of(budget.ClosedUntil));
        if (budget.ETag is null)
            return session.Run("INSERT OR IGNORE INTO budget VALUES ('mail', 1, $1, $2)", taken, closed) == 1
                ? "1"
                : null;
        var etag = Tag(budget.ETag);
        return session.Run(
            "UPDATE budget SET etag = etag + 1, taken = $1, closed = $2 WHERE id = 'mail' AND etag = $3",
            taken, closed, etag) == 1
            ? Tag(etag + 1)
            : null;
    }
}
