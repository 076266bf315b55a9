using Microsoft.Data.Sqlite;
using StrengthDays.Coaching.Plans;
using static StrengthDays.Coaching.Storage.Sqlite.SqliteValues;

namespace StrengthDays.Coaching.Storage.Sqlite;

/// <summary>The rows of the table <c>parked</c>: due rows, damaged ones too, with the reason and the time.</summary>
internal static class SqliteParkedRows
{
    public static int Park(SqliteSession session, DueKey key, string reason, DateTimeOffset at) =>
        session.Run(
            $"INSERT OR REPLACE INTO parked (id, reason, parkedAt, {SqliteDueRows.Columns}) "
            + $"SELECT $3, $4, $5, {SqliteDueRows.Columns} FROM due WHERE bucket = $1 AND row = $2",
            key.Bucket, key.Row, ParkedRow.IdOf(key), reason, Of(at))
        + SqliteDueRows.Remove(session, key);

    public static List<ParkedRow> List(SqliteSession session, int most) => session.List(
        $"SELECT {SqliteDueRows.Columns}, id, reason, parkedAt FROM parked ORDER BY id LIMIT $1", Read, most);

    public static ParkedRow? Find(SqliteSession session, string id) => session.Find(
        $"SELECT {SqliteDueRows.Columns}, id, reason, parkedAt FROM parked WHERE id = $1", Read, id);

    public static bool Release(SqliteSession session, string id)
    {
        // With an attempt left to ask about, or else whoever fails to prepare it again would rebuild it unasked.
        session.Run(
            $"INSERT OR IGNORE INTO due ({SqliteDueRows.Columns}) SELECT bucket, row, abs(random()), mail, date, at, "
            + "deadline, letter, CASE WHEN state = $2 OR row LIKE '%' || $3 THEN state ELSE $4 END, state = $2, NULL, "
            + "NULL, hash, revision, header, inputs, missed, firstSent FROM parked WHERE id = $1",
            id, nameof(DueState.Submitting), MailKey.ErasureTail, nameof(DueState.Hold));
        return Forget(session, id) == 1;
    }

    public static int Forget(SqliteSession session, string id) =>
        session.Run("DELETE FROM parked WHERE id = $1", id);

    public static int Forget(SqliteSession session, PlanId plan) => session.Run(
        "DELETE FROM parked WHERE row = $1 OR row LIKE $1 || '|%'", plan.ToString());

    private static ParkedRow Read(SqliteDataReader row) =>
        new(row.GetString(18), row.GetString(19), row.Instant(20), SqliteDueRows.Read(row));
}
