using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using StrengthDays.Coaching.Time;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Contract;

/// <summary>The rules of single answers, each with the words that say what is accepted.</summary>
internal static class Answer
{
    public static readonly Rule<bool> Flag = new("true or false", field => field.Json.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => field.Refuse<bool>(),
    });

    public static readonly Rule<DateOnly> Date = new(
        "a date such as 2027-09-26 (yyyy-MM-dd, years 2000 to 2100)",
        field => DateOf(field.Json) ?? field.Refuse<DateOnly>());

    public static readonly Rule<bool> Consent = new(
        "true: without consent nothing may be stored or mailed",
        field => field.Json.ValueKind == JsonValueKind.True || field.Refuse<bool>());

    public static readonly Rule<TimeOnly> QuarterHour = new(
        "a quarter hour from 00:00 to 23:45 (HH:mm with minutes 00, 15, 30 or 45)",
        field => !TryTime(field.Text, out var time) ? field.Refuse<TimeOnly>()
            : time.Minute % 15 == 0 ? time
            : field.Refuse<TimeOnly>(FormattableString.Invariant($" The nearest is {Nearest(time):HH:mm}.")));

    public static readonly Rule<string> Zone = new(
        "an IANA time zone such as Europe/Berlin, America/New_York or UTC, in exactly that spelling",
        field => field.Text is not { } id ? field.Refuse<string>()
            : Zones.Canonical(id) ?? field.Refuse<string>(Spelling.Hint(id, Zones.Ids)));

    public static readonly Rule<string> Email = new(
        "one plain address such as ana@example.com, at most 254 characters, with a domain name and without quotes",
        field => EmailAddress.Canonical(field.Text ?? "") ?? field.Refuse<string>());

    public static readonly Rule<string> ExerciseId = new(
        "the id of an exercise as plans show it, such as box-jump",
        field => field.Text is not { } id ? field.Refuse<string>()
            : Catalogue.Default.Find(id)?.Id
            ?? field.Refuse<string>(Spelling.Hint(id, [.. Catalogue.Default.All.Select(exercise => exercise.Id)])));

    public static readonly Rule<Equipment> Thing =
        OneOf(EquipmentNames.All, name => EquipmentNames.TryParse(name, out var item) ? item : default(Equipment?));

    public static Rule<DateOnly> DateUntil(DateOnly last) => new(
        $"{Date.Accepted}, not after {last.ToString("O", CultureInfo.InvariantCulture)}",
        field => DateOf(field.Json) is { } date && date <= last ? date : field.Refuse<DateOnly>());

    public static Rule<int> Whole(int least, int most) => new(
        $"a whole number from {least} to {most}",
        field => field.Json.ValueKind == JsonValueKind.Number && field.Json.TryGetInt32(out var number)
            && number >= least && number <= most ? number : field.Refuse<int>());

    public static Rule<T> OneOf<T>()
        where T : struct, Enum => OneOf(EnumNames<T>.List, EnumNames<T>.Parse);

    /// <summary>One of these words, and nothing else.</summary>
    public static Rule<string> OneOf(IReadOnlyList<string> words) => new(
        $"one of {string.Join(", ", words)}",
        field => field.Text is not { } word ? field.Refuse<string>()
            : words.Contains(word) ? word : field.Refuse<string>(Spelling.Hint(word, words)));

    private static Rule<T> OneOf<T>(IReadOnlyList<string> names, Func<string, T?> parse)
        where T : struct => new(
        $"one of {string.Join(", ", names)}",
        field => field.Text is not { } name ? field.Refuse<T>()
            : parse(name) ?? field.Refuse<T>(Spelling.Hint(name, names)));

    /// <summary>The date in a string, or null.</summary>
    public static DateOnly? DateOf(JsonElement json) =>
        json.ValueKind == JsonValueKind.String ? DateOf(json.GetString()) : null;

    /// <summary>The date of a path or a string, or null.</summary>
    public static DateOnly? DateOf(string? text) =>
        DateOnly.TryParseExact(
            text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && date.Year is >= 2000 and <= 2100
            ? date
            : null;

    /// <summary>A name to call someone or something by; one of spaces only is the empty string.</summary>
    public static Rule<string> Name(int longest) => new(
        $"plain text of at most {longest} characters, without control characters and web addresses",
        field => field.Text is { } text && PlainText.IsName(text, longest) ? text.Trim() : field.Refuse<string>());

    public static Rule<ImmutableArray<T>> List<T>(Rule<T> item, int most) => new(
        $"a list of at most {most} items, each {item.Accepted}",
        field => field.Json.ValueKind == JsonValueKind.Array && field.Json.GetArrayLength() <= most
            ? [.. field.Json.EnumerateArray().Select((json, i) => item.Read(field.Item(json, i, item.Accepted))!)]
            : [.. field.Refuse<T[]>() ?? []]);

    public static Rule<T> Object<T>(string accepted, Func<Members, T> read) => new(
        accepted,
        field => field.Json.ValueKind == JsonValueKind.Object
            ? Members.ReadAll(field.Json, field.Path, field.Errors, read)
            : field.Refuse<T>());

    private static bool TryTime(string? text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    // On the same day: the one nearest to 23:59 is 23:45.
    private static TimeOnly Nearest(TimeOnly time) =>
        TimeOnly.MinValue.AddMinutes(15 * Math.Min(95, (60 * time.Hour + time.Minute + 7) / 15));
}
