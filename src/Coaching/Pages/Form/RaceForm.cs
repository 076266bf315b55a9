using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using StrengthDays.Coaching.Contract;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Pages.Form;

/// <summary>A change of one race, as a merge patch of all of them.</summary>
internal static class RaceForm
{
    public const string Moved = "race-moved", Cancelled = "race-cancelled", Added = "race-added";

    /// <summary>The patch; null when the race that the form speaks of is no longer where the page showed it.</summary>
    /// <param name="races">As they are.</param>
    /// <param name="fields">The race's place as <c>race</c> and its date as shown as <c>was</c>.</param>
    public static byte[]? Patch(ImmutableArray<Race> races, FormFields fields)
    {
        var place = fields.Text("do") == Added ? races.Length : PlaceOf(races, fields);
        return place is { } at ? ContractJson.Bytes(json => Write(json, races, at, fields)) : null;
    }

    private static int? PlaceOf(ImmutableArray<Race> races, FormFields fields) =>
        int.TryParse(fields.Text("race"), NumberStyles.None, CultureInfo.InvariantCulture, out var place)
        && place < races.Length
        && races[place].Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) == fields.Text("was")
            ? place
            : null;

    private static void Write(Utf8JsonWriter json, ImmutableArray<Race> races, int place, FormFields fields)
    {
        json.WriteStartObject();
        json.WriteStartArray("races"u8);
        for (var i = 0; i < races.Length; i++)
        {
            if (i != place)
                QuestionnaireWriter.WriteRace(json, races[i]);
            else if (fields.Text("do") == Moved)
                WriteMoved(json, races[i], fields.Text("day"));
        }

        if (place == races.Length)
            WriteNew(json, fields);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    // The day goes through as typed, for the reader to judge.
    private static void WriteMoved(Utf8JsonWriter json, Race race, string day)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, race.Name);
        json.WriteString("date"u8, day);
        json.WriteString("distance"u8, EnumNames<Distance>.Of(race.Distance));
        json.WriteBoolean("hilly"u8, race.Hilly);
        json.WriteString("priority"u8, EnumNames<Priority>.Of(race.Priority));
        json.WriteEndObject();
    }

    private static void WriteNew(Utf8JsonWriter json, FormFields fields)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, fields.Text("name"));
        json.WriteString("date"u8, fields.Text("day"));
        foreach (var member in (string[])["distance", "priority"])
            if (fields.Text(member) is { Length: > 0 } chosen)
                json.WriteString(member, chosen);
        json.WriteBoolean("hilly"u8, fields.Text("hilly").Length > 0);
        json.WriteEndObject();
    }
}
