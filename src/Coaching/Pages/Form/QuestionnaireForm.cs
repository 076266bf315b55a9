using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using StrengthDays.Coaching.Contract;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Pages.Form;

/// <summary>
/// The form as the questionnaire's JSON, so that the reader of the API is the only one that judges it. What was left
/// empty is left out; what makes no sense goes through as typed, for the reader to name.
/// </summary>
internal static class QuestionnaireForm
{
    /// <summary>Rows for races on the form.</summary>
    public const int RaceRows = 4;

    /// <summary>Prefix of the fields that say how each area feels.</summary>
    public const string Niggle = "niggle.";

    /// <summary>A field that only programs fill in.</summary>
    public const string Honeypot = "website";

    public const string HurtsNow = "now", HurtOnce = "once";

    /// <summary>What a visitor finds filled in.</summary>
    public static readonly FormFields Blank = FormFields.Parse(
        "sessionsPerWeek=2&minutes=45&experience=new&ageBand=under-40&upperBody=true&sendAt=06:00&units=metric"
        + "&taper=rest&afterRace=auto");

    private static readonly string[] Contact = ["email", "name"];

    private static readonly string[] Words =
        ["timeZone", "sendAt", "units", "startOn", "experience", "ageBand", "taper", "afterRace"];

    private static readonly string[] Numbers = ["sessionsPerWeek", "minutes"];

    private static readonly string[] Flags =
        ["plyometrics", "dynamicCore", "upperBody", "deskJob", "preRunPrimer", "weeklyLookAhead"];

    // What makes a row a race; its importance is always sent.
    private static readonly string[] RaceMembers = ["name", "date", "distance"];

    /// <summary>The same answers with the rows of races moved up.</summary>
    public static FormFields Compact(FormFields fields) => fields.WithoutEmptyRows("races", RaceMembers);

    /// <param name="fields">With the rows of races moved up.</param>
    /// <param name="contact">With the address, the name and the consent: for a sign-up, not for a preview.</param>
    public static byte[] ToJson(FormFields fields, bool contact) => ContractJson.Bytes(json =>
    {
        json.WriteStartObject();
        foreach (var name in contact ? [.. Contact, .. Words] : Words)
            WriteText(json, name, fields.Text(name));
        if (contact && fields.Text("consent").Length > 0)
            json.WriteBoolean("consent"u8, true);
        foreach (var name in Numbers)
            WriteNumber(json, name, fields.Text(name));
        WriteRest(json, fields);
        json.WriteEndObject();
    });

    /// <summary>As a merge patch of a runner's answers: what was emptied goes back to its default.</summary>
    /// <param name="fields">With the rows of races moved up.</param>
    /// <param name="startOn">Whether the plan begins in the future, so that its first day can change.</param>
    public static byte[] ToPatch(FormFields fields, bool startOn) => ContractJson.Bytes(json =>
    {
        json.WriteStartObject();
        foreach (var name in ((string[])["name", .. Words, .. Numbers]).Where(n => startOn || n != "startOn"))
        {
            if (string.IsNullOrWhiteSpace(fields.Text(name)))
                json.WriteNull(name);
            else if (Numbers.Contains(name))
                WriteNumber(json, name, fields.Text(name));
            else
                WriteText(json, name, fields.Text(name));
        }

        WriteRest(json, fields);
        json.WriteEndObject();
    });

    private static void WriteRest(Utf8JsonWriter json, FormFields fields)
    {
        foreach (var name in Flags)
            json.WriteBoolean(name, fields.Text(name).Length > 0);
        WriteRaces(json, fields);
        WriteWeek(json, fields);
        WriteList(json, "equipment", fields.All("equipment"));
        WriteNiggles(json, fields);
        WriteList(json, Avoided.Field, Avoided.IdsOf(fields));
    }

    private static void WriteText(Utf8JsonWriter json, string name, string typed)
    {
        if (!string.IsNullOrWhiteSpace(typed))
            json.WriteString(name, typed.Trim());
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, string typed)
    {
        if (int.TryParse(typed, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number))
            json.WriteNumber(name, number);
        else
            WriteText(json, name, typed);
    }

    private static void WriteRaces(Utf8JsonWriter json, FormFields fields)
    {
        json.WriteStartArray("races"u8);
        for (var i = 0; i < RaceRows && IsTyped(fields, i); i++)
        {
            json.WriteStartObject();
            foreach (var member in (string[])[.. RaceMembers, "priority"])
                WriteText(json, member, fields.Text($"races[{i}].{member}"));
            json.WriteBoolean("hilly"u8, fields.Text($"races[{i}].hilly").Length > 0);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static bool IsTyped(FormFields fields, int race) =>
        RaceMembers.Any(member => !string.IsNullOrWhiteSpace(fields.Text($"races[{race}].{member}")));

    private static void WriteWeek(Utf8JsonWriter json, FormFields fields)
    {
        json.WriteStartObject("week"u8);
        foreach (var day in RunningWeek.Days)
            WriteText(json, EnumNames<DayOfWeek>.Of(day), fields.Text($"week.{EnumNames<DayOfWeek>.Of(day)}"));
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string name, ImmutableArray<string> values)
    {
        json.WritePropertyName(name);
        json.WriteList(values, static (json, value) => json.WriteStringValue(value));
    }

    private static void WriteNiggles(Utf8JsonWriter json, FormFields fields)
    {
        json.WriteStartArray("niggles"u8);
        foreach (var area in EnumNames<Area>.List)
        {
            if (fields.Text(Niggle + area) is not (HurtsNow or HurtOnce))
                continue;
            json.WriteStartObject();
            json.WriteString("area"u8, area);
            json.WriteBoolean("painfulNow"u8, fields.Has(Niggle + area, HurtsNow));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
