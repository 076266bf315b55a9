using System.Globalization;
using Azure.Data.Tables;
using StrengthDays.Coaching.Plans;

namespace StrengthDays.Coaching.Storage.Tables;

/// <summary>
/// Our values as properties that a person can read in the table: instants and dates as ISO texts, which sort by time.
/// An empty text is none: a merge cannot take a property away.
/// </summary>
internal static class TableValues
{
    /// <summary>The service takes 64 KiB for a property, two bytes a character.</summary>
    public const int LongestText = 32_000;

    private const string Write = "write";

    // The service takes 1,024 characters, Azurite 512.
    private const int LongestKey = 512;

    /// <summary>A text too long for one property goes on in "name2", "name3" and so on.</summary>
    public static void Set(this TableEntity row, string name, string? text)
    {
        var rest = text.AsSpan();
        row[name] = Cut(ref rest);
        for (var part = 2; !rest.IsEmpty; part++)
            row[Part(name, part)] = Cut(ref rest);
    }

    /// <summary>Names the write, so that one whose answer got lost can be told from somebody else's.</summary>
    public static TableEntity By(this TableEntity row, Guid write)
    {
        row[Write] = write;
        return row;
    }

    /// <summary>Whether the row is as this write left it.</summary>
    public static bool IsBy(this TableEntity row, Guid write) => row[Write] is Guid by && by == write;

    public static string Of(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    public static string? Of(DateTimeOffset? at) => at is { } value ? Of(value) : null;

    public static string Of(DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);

    public static string? Of(DateOnly? date) => date is { } value ? Of(value) : null;

    /// <exception cref="FormatException">There is no such property.</exception>
    public static string Text(this TableEntity row, string name)
    {
        var text = row.GetString(name) ?? throw new FormatException($"Missing: {name}.");
        for (var part = 2; row.GetString(Part(name, part)) is { } more; part++)
            text += more;
        return text;
    }

    public static string? TextOrNull(this TableEntity row, string name) =>
        string.IsNullOrEmpty(row.GetString(name)) ? null : row.Text(name);

    public static int Number(this TableEntity row, string name) =>
        row.GetInt32(name) ?? throw new FormatException($"Missing: {name}.");

    public static DateTimeOffset Instant(this TableEntity row, string name) => DateTimeOffset.ParseExact(
        row.Text(name), "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public static bool IsInstant(string text) => DateTimeOffset.TryParseExact(
        text, "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    public static DateTimeOffset? InstantOrNull(this TableEntity row, string name) =>
        row.TextOrNull(name) is null ? null : row.Instant(name);

    public static DateOnly Date(this TableEntity row, string name) =>
        DateOnly.ParseExact(row.Text(name), "O", CultureInfo.InvariantCulture);

    public static DateOnly? DateOrNull(this TableEntity row, string name) =>
        row.TextOrNull(name) is null ? null : row.Date(name);

    public static PlanId? PlanOrNull(this TableEntity row, string name) =>
        row.TextOrNull(name) is { } id ? PlanId.Parse(id) : null;

    public static T Name<T>(this TableEntity row, string name)
        where T : struct, Enum => Enum.Parse<T>(row.Text(name));

    /// <summary>Whether the service takes it for a key; ours always are, those in addresses may be anything.</summary>
    public static bool IsKey(string text) =>
        text.Length <= LongestKey && !text.Any(c => c is '/' or '\\' or '#' or '?' || char.IsControl(c));

    /// <summary>Whether the service takes it for a tag; anything else it calls a bad request.</summary>
    public static bool IsTag(string text) =>
        text.StartsWith("W/\"", StringComparison.Ordinal) && text.Length > 4 && text.IndexOf('"', 3) == text.Length - 1;

    /// <summary>What reading a damaged row throws.</summary>
    public static bool IsDamage(Exception e) =>
        e is FormatException or ArgumentException or InvalidOperationException or UnreadableRowException;

    private static string Part(string name, int part) => string.Create(CultureInfo.InvariantCulture, $"{name}{part}");

    private static string Cut(ref ReadOnlySpan<char> rest)
    {
        var length = Math.Min(rest.Length, LongestText);
        // Both halves of a character outside the basic plane stay together.
        if (length < rest.Length && char.IsHighSurrogate(rest[length - 1]))
            length--;
        var text = rest[..length].ToString();
        rest = rest[length..];
        return text;
    }
}
