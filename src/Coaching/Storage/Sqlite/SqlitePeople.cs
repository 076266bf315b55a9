using Microsoft.Data.Sqlite;
using static StrengthDays.Coaching.Storage.Sqlite.SqliteValues;

namespace StrengthDays.Coaching.Storage.Sqlite;

/// <summary>The rows of the table <c>people</c>.</summary>
internal static class SqlitePeople
{
    public const string Select =
        "SELECT hash, etag, plan, pending, confirmations, lastConfirmation, suppressed FROM people WHERE hash = $1";

    private const string Insert =
        "INSERT OR IGNORE INTO people (hash, etag, plan, pending, confirmations, lastConfirmation, suppressed) "
        + "VALUES ($1, 1, $2, $3, $4, $5, $6)";

    private const string Update =
        "UPDATE people SET etag = etag + 1, plan = $2, pending = $3, confirmations = $4, lastConfirmation = $5, "
        + "suppressed = $6 WHERE hash = $1 AND etag = $7";

    public static Person Read(SqliteDataReader row) => new(row.GetString(0), Tag(row.GetInt64(1)))
    {
        Plan = row.PlanOrNull(2),
        Pending = row.PlanOrNull(3),
        Confirmations = row.GetInt32(4),
        LastConfirmation = row.InstantOrNull(5),
        Suppressed = row.Text(6),
    };

    public static bool Save(SqliteSession session, Person person) => person.ETag is null
        ? session.Run(Insert, Values(person)) == 1
        : session.Run(Update, [.. Values(person), Tag(person.ETag)]) == 1;

    private static object?[] Values(Person person) =>
    [
        person.Hash, person.Plan?.ToString(), person.Pending?.ToString(), person.Confirmations,
        Of(person.LastConfirmation), person.Suppressed,
    ];
}
