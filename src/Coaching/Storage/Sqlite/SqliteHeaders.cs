using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using StrengthDays.Coaching.Plans;
using static StrengthDays.Coaching.Storage.Sqlite.SqliteValues;

namespace StrengthDays.Coaching.Storage.Sqlite;

/// <summary>The rows of the table <c>plans</c>.</summary>
internal static class SqliteHeaders
{
    private const string Columns =
        "id, v, status, inputs, revision, through, nextDate, nextAt, missed, consent, consentAt, letters, signUp, "
        + "successor, outline";

    public const string Select = $"SELECT etag, {Columns} FROM plans WHERE id = $1";

    public const string Page = $"SELECT etag, {Columns} FROM plans WHERE id > $1 AND id < $2 ORDER BY id LIMIT $3";

    private const string Insert =
        $"INSERT OR IGNORE INTO plans (etag, {Columns}) "
        + "VALUES (1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";

    private const string Update =
        "UPDATE plans SET etag = etag + 1, v = $2, status = $3, inputs = $4, revision = $5, through = $6, "
        + "nextDate = $7, nextAt = $8, missed = $9, consent = $10, consentAt = $11, letters = $12, signUp = $13, "
        + "successor = $14, outline = $15 WHERE id = $1 AND etag = $16";

    public static PlanHeader Read(SqliteDataReader row)
    {
        RowVersion.Check(row.GetInt64(2));
        try
        {
            return Parse(row);
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw new UnreadableRowException("plan");
        }
    }

    /// <summary>
    /// Inserts a header without ETag, replaces one whose ETag is still the same; false when neither was possible.
    /// </summary>
    public static bool Save(SqliteSession session, PlanHeader header) => header.ETag is null
        ? session.Run(Insert, Values(header)) == 1
        : session.Run(Update, [.. Values(header), Tag(header.ETag)]) == 1;

    /// <summary>Moves a header on and gives its new ETag.</summary>
    public static string? MoveOn(SqliteSession session, PlanId plan, Advance advance)
    {
        session.Run(
            "UPDATE plans SET etag = etag + 1, through = $2, nextDate = $3, nextAt = $4, missed = $5, "
            + "status = CASE WHEN $6 THEN 'Ended' ELSE status END WHERE id = $1",
            plan.ToString(), Of(advance.Through), Of(advance.Next?.Date), Of(advance.Next?.At), advance.Missed,
            advance.Ended);
        return Tag(Tag(advance.HeaderETag) + 1);
    }

    private static PlanHeader Parse(SqliteDataReader row) => new()
    {
        ETag = Tag(row.GetInt64(0)),
        Id = PlanId.Parse(row.GetString(1)),
        Status = row.Name<PlanStatus>(3),
        Inputs = StoredJson.Read<PlanInputs>(row.GetString(4)),
        Revision = row.GetInt32(5),
        Through = row.DateOrNull(6),
        Next = row.DateOrNull(7) is { } date ? new NextDue(date, row.Instant(8)) : null,
        Missed = row.Text(9),
        Consent = new Consent(row.GetString(10), row.Instant(11)),
        Letters = StoredJson.Read<ImmutableArray<QueuedLetter>>(row.GetString(12)),
        SignUp = row.PlanOrNull(13),
        Successor = row.PlanOrNull(14),
        Outline = row.GetString(15),
    };

    private static object?[] Values(PlanHeader header) =>
    [
        header.Id.ToString(), RowVersion.Current, header.Status.ToString(), StoredJson.Write(header.Inputs),
        header.Revision, Of(header.Through), Of(header.Next?.Date), Of(header.Next?.At), header.Missed,
        header.Consent.Text, Of(header.Consent.At),
        StoredJson.Write(header.Letters), header.SignUp?.ToString(), header.Successor?.ToString(), header.Outline,
    ];
}
