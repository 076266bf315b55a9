using Microsoft.Data.Sqlite;
using StrengthDays.Coaching.Plans;
using static StrengthDays.Coaching.Storage.Sqlite.SqliteValues;

namespace StrengthDays.Coaching.Storage.Sqlite;

/// <summary>The rows of the table <c>due</c>.</summary>
internal static class SqliteDueRows
{
    public const string Columns =
        "bucket, row, etag, mail, date, at, deadline, letter, state, attempt, owner, lease, hash, revision, header, "
        + "inputs, missed, firstSent";

    private const string Insert =
        $"({Columns}) VALUES ($1, $2, $18, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)";

    private const string Assignments =
        "etag = $18, mail = $3, date = $4, at = $5, deadline = $6, letter = $7, state = $8, attempt = $9, "
        + "owner = $10, lease = $11, hash = $12, revision = $13, header = $14, inputs = $15, missed = $16, "
        + "firstSent = $17";

    private const string Update = $"UPDATE due SET {Assignments} WHERE bucket = $1 AND row = $2 AND etag = $19";

    /// <summary>A row that cannot be read comes back with its defect, so that the others in its bucket go on.</summary>
    public static DueRow Read(SqliteDataReader row)
    {
        try
        {
            return Parse(row);
        }
        catch (Exception e) when (IsDamage(e) || e is UnreadableRowException)
        {
            return Defective(row);
        }
    }

    /// <summary>The row with its new ETag, or null when it was not as expected.</summary>
    public static DueRow? Replace(SqliteSession session, DueRow row)
    {
        var etag = NewTag();
        return session.Run(Update, [.. Values(row), etag, Tag(row.ETag!)]) == 1
            ? row with { ETag = Tag(etag) }
            : null;
    }

    public static int Put(SqliteSession session, DueRow row) =>
        session.Run($"INSERT INTO due {Insert} ON CONFLICT DO UPDATE SET {Assignments}", [.. Values(row), NewTag()]);

    public static int Add(SqliteSession session, DueRow row) =>
        session.Run($"INSERT OR IGNORE INTO due {Insert}", [.. Values(row), NewTag()]);

    public static int Remove(SqliteSession session, DueKey key) =>
        session.Run("DELETE FROM due WHERE bucket = $1 AND row = $2", key.Bucket, key.Row);

    // At random, because a row may be removed and come back: no ETag of its first life may match in its second.
    private static long NewTag() => Random.Shared.NextInt64();

    private static DueRow Parse(SqliteDataReader row) => new()
    {
        Key = new DueKey(row.GetString(0), row.GetString(1)),
        ETag = Tag(row.GetInt64(2)),
        Mail = MailKey.Parse(row.GetString(3)),
        Date = row.Date(4),
        At = row.Instant(5),
        Deadline = row.Instant(6),
        Letter = row.Text(7) is { } letter ? StoredJson.Read<QueuedLetter>(letter) : null,
        State = row.Name<DueState>(8),
        Attempt = row.GetInt32(9),
        Owner = row.Text(10),
        LeaseUntil = row.InstantOrNull(11),
        PayloadHash = row.Text(12),
        Revision = row.GetInt32(13),
        HeaderETag = row.GetString(14),
        Inputs = row.GetString(15),
        Missed = row.Text(16),
        FirstSent = row.InstantOrNull(17),
    };

    private static DueRow Defective(SqliteDataReader row) => new()
    {
        Key = new DueKey(row.GetString(0), row.GetString(1)),
        ETag = Convert.ToString(row.GetValue(2), System.Globalization.CultureInfo.InvariantCulture),
        Mail = default,
        Date = default,
        At = default,
        Deadline = default,
        HeaderETag = "",
        Inputs = "",
        Defect = "unreadable due row",
    };

    private static object?[] Values(DueRow row) =>
    [
        row.Key.Bucket, row.Key.Row, row.Mail.ToString(), Of(row.Date), Of(row.At), Of(row.Deadline),
        row.Letter is { } letter ? StoredJson.Write(letter) : null, row.State.ToString(), row.Attempt, row.Owner,
        Of(row.LeaseUntil), row.PayloadHash, row.Revision, row.HeaderETag, row.Inputs, row.Missed,
        Of(row.FirstSent),
    ];
}
