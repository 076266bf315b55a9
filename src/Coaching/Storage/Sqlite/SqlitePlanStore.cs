using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Plans;
using static StrengthDays.Coaching.Storage.Sqlite.SqliteValues;

namespace StrengthDays.Coaching.Storage.Sqlite;

/// <summary>Plans and people in one SQLite file.</summary>
public sealed class SqlitePlanStore(SqliteDatabase database) : IPlanStore
{
    private const string SentColumns = "key, date, kind, status, reason, at, session";

    public Task<PlanHeader?> FindPlanAsync(PlanId id, CancellationToken cancellationToken) =>
        Task.FromResult(
            database.Read(session => session.Find(SqliteHeaders.Select, SqliteHeaders.Read, id.ToString())));

    public Task<ImmutableArray<StoredPlan>> ListPlansAsync(
        string after, string before, int most, CancellationToken cancellationToken) =>
        Task.FromResult(database.Read(session => session.List(
            SqliteHeaders.Page,
            row => StoredPlan.Of(row.GetString(1), () => SqliteHeaders.Read(row)),
            after,
            before,
            most)).ToImmutableArray());

    public Task<string?> SavePlanAsync(
        PlanHeader header, ImmutableArray<SentMail> add, CancellationToken cancellationToken)
    {
        try
        {
            return Task.FromResult<string?>(database.Write(session => Save(session, header, add)));
        }
        catch (NotAsExpected)
        {
            return Task.FromResult<string?>(null);
        }
    }

    public Task<ImmutableArray<Settled>> SettleAsync(
        ImmutableArray<Settlement> settlements, CancellationToken cancellationToken) =>
        Task.FromResult(database.Write(session => settlements.Select(s => Settle(session, s)).ToImmutableArray()));

    public Task<SentMail?> FindSentAsync(MailKey key, CancellationToken cancellationToken) =>
        Task.FromResult(database.Read(session => session.Find(
            $"SELECT {SentColumns} FROM sent WHERE plan = $1 AND key = $2",
            ReadSent,
            key.Plan.ToString(),
            key.ToString())));

    public Task<bool> ReviseSentAsync(SentMail mail, SentMail? next, CancellationToken cancellationToken) =>
        Task.FromResult(database.Write(session =>
            session.Run(
                "DELETE FROM sent WHERE plan = $1 AND key = $2 AND status = $3",
                mail.Key.Plan.ToString(), mail.Key.ToString(), mail.Status.ToString()) == 1
            && (next is null || Insert(session, next))));

    public Task<ImmutableArray<SentMail>> ListSentAsync(PlanId id, CancellationToken cancellationToken) =>
        Task.FromResult(database.Read(session => session.List(
            $"SELECT {SentColumns} FROM sent WHERE plan = $1 ORDER BY key",
            ReadSent,
            id.ToString())).ToImmutableArray());

    public Task ErasePlanAsync(PlanId id, CancellationToken cancellationToken) =>
        Task.FromResult(database.Write(session =>
        session.Run("DELETE FROM plans WHERE id = $1", id.ToString())
        + session.Run("DELETE FROM sent WHERE plan = $1", id.ToString())));

    public Task<Person?> FindPersonAsync(string hash, CancellationToken cancellationToken) =>
        Task.FromResult(database.Read(session => session.Find(SqlitePeople.Select, SqlitePeople.Read, hash)));

    public Task<bool> SavePersonAsync(Person person, CancellationToken cancellationToken) =>
        Task.FromResult(database.Write(session => SqlitePeople.Save(session, person)));

    private static string Save(SqliteSession session, PlanHeader header, ImmutableArray<SentMail> add)
    {
        if (!SqliteHeaders.Save(session, header) || add.Any(mail => !Insert(session, mail)))
            throw new NotAsExpected();
        return header.ETag is null ? "1" : Tag(Tag(header.ETag) + 1);
    }

    private static Settled Settle(SqliteSession session, Settlement settlement)
    {
        var found = session.Find(
            "SELECT etag, EXISTS (SELECT 1 FROM sent WHERE plan = $1 AND key = $2) FROM plans WHERE id = $1",
            row => new Found(Tag(row.GetInt64(0)), row.GetBoolean(1)),
            settlement.Plan.ToString(),
            settlement.Sent?.Key.ToString());
        if (found is null)
            return new(SettleOutcome.Erased);
        if (found.IsSent)
            return new(SettleOutcome.AlreadySettled);
        if (settlement.Advance is { } advance && advance.HeaderETag != found.ETag)
            return new(SettleOutcome.Changed);
        if (settlement.Sent is not null)
            Insert(session, settlement.Sent);
        return new(
            SettleOutcome.Done,
            settlement.Advance is null ? null : SqliteHeaders.MoveOn(session, settlement.Plan, settlement.Advance));
    }

    private static bool Insert(SqliteSession session, SentMail mail) => session.Run(
        $"INSERT OR IGNORE INTO sent (plan, {SentColumns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        mail.Key.Plan.ToString(), mail.Key.ToString(), Of(mail.Date), mail.Kind.ToString(), mail.Status.ToString(),
        mail.Reason, Of(mail.At), mail.Session) == 1;

    private static SentMail ReadSent(SqliteDataReader row)
    {
        try
        {
            return ParseSent(row);
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw new UnreadableRowException("sent");
        }
    }

    private static SentMail ParseSent(SqliteDataReader row) => new(
        MailKey.Parse(row.GetString(0)),
        row.Date(1),
        row.Name<MailKind>(2),
        row.Name<SentStatus>(3),
        row.Text(4),
        row.Instant(5),
        row.Text(6));

    /// <param name="ETag">The header's.</param>
    /// <param name="IsSent">The mail's row is there.</param>
    private sealed record Found(string ETag, bool IsSent);

    /// <summary>Rolls the transaction back; never leaves this class.</summary>
    [SuppressMessage("Design", "CA1064", Justification = "Never leaves this class.")]
    private sealed class NotAsExpected : Exception;
}
