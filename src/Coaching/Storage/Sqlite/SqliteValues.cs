using System.Globalization;
using Microsoft.Data.Sqlite;
using StrengthDays.Coaching.Plans;

namespace StrengthDays.Coaching.Storage.Sqlite;

/// <summary>
/// Our values as SQLite's: instants as milliseconds since 1970, dates as ISO texts, ETags as integers.
/// </summary>
internal static class SqliteValues
{
    public static long Of(DateTimeOffset at) => at.ToUnixTimeMilliseconds();

    public static long? Of(DateTimeOffset? at) => at?.ToUnixTimeMilliseconds();

    public static string Of(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string? Of(DateOnly? date) => date is { } value ? Of(value) : null;

    public static long Tag(string etag) => long.Parse(etag, CultureInfo.InvariantCulture);

    public static string Tag(long etag) => etag.ToString(CultureInfo.InvariantCulture);

    public static string? Text(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);

    // SQLite itself would read a text in place of a number as 0.
    public static DateTimeOffset Instant(this SqliteDataReader row, int column) =>
        row.GetValue(column) is long milliseconds
        ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
        : throw new FormatException("Not an instant.");

    public static DateTimeOffset? InstantOrNull(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.Instant(column);

    public static DateOnly Date(this SqliteDataReader row, int column) =>
        DateOnly.ParseExact(row.GetString(column), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? DateOrNull(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.Date(column);

    public static PlanId? PlanOrNull(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : PlanId.Parse(row.GetString(column));

    public static T Name<T>(this SqliteDataReader row, int column)
        where T : struct, Enum => Enum.Parse<T>(row.GetString(column));

    /// <summary>What reading a damaged row throws.</summary>
    public static bool IsDamage(Exception e) =>
        e is FormatException or InvalidCastException or ArgumentException or InvalidOperationException;
}
