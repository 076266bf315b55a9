using System.Text.Json;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Contract;

/// <summary>Answers to JSON with every default filled in, in the contract's order.</summary>
public static class QuestionnaireWriter
{
    public static byte[] Write(Enrolment enrolment) => ContractJson.Bytes(json => Write(json, enrolment));

    /// <summary>Writes the questionnaire as one object, e.g. as a member of a larger answer.</summary>
    public static void Write(Utf8JsonWriter json, Enrolment enrolment)
    {
        json.WriteStartObject();
        WriteContact(json, enrolment);
        WriteCalendar(json, enrolment.Training);
        WriteWishes(json, enrolment.Training);
        WriteFlags(json, enrolment);
        json.WriteBoolean("consent"u8, true);
        json.WriteEndObject();
    }

    private static void WriteContact(Utf8JsonWriter json, Enrolment enrolment)
    {
        json.WriteString("email"u8, enrolment.Email);
        json.WriteString("name"u8, enrolment.Name);
        json.WriteString("timeZone"u8, enrolment.TimeZone);
        json.WriteTime("sendAt"u8, enrolment.SendAt);
        json.WriteName("units"u8, enrolment.Training.Units);
    }

    private static void WriteCalendar(Utf8JsonWriter json, Questionnaire training)
    {
        json.WriteDate("startOn"u8, training.StartOn);
        json.WriteArray("races"u8, training.Races, WriteRace);
        json.WriteStartObject("week"u8);
        foreach (var day in RunningWeek.Days)
            json.WriteString(EnumNames<DayOfWeek>.Of(day), EnumNames<RunDay>.Of(training.Week[day]));
        json.WriteEndObject();
    }

    internal static void WriteRace(Utf8JsonWriter json, Race race)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, race.Name);
        json.WriteDate("date"u8, race.Date);
        json.WriteName("distance"u8, race.Distance);
        json.WriteBoolean("hilly"u8, race.Hilly);
        json.WriteName("priority"u8, race.Priority);
        json.WriteEndObject();
    }

    private static void WriteWishes(Utf8JsonWriter json, Questionnaire training)
    {
        json.WriteNumber("sessionsPerWeek"u8, training.SessionsPerWeek);
        json.WriteNumber("minutes"u8, training.Minutes);
        json.WriteName("experience"u8, training.Experience);
        json.WriteEquipment("equipment"u8, training.Equipment);
        json.WriteArray("niggles"u8, training.Niggles, WriteNiggle);
        json.WriteArray("avoid"u8, training.Avoid, static (json, id) => json.WriteStringValue(id));
    }

    private static void WriteNiggle(Utf8JsonWriter json, Niggle niggle)
    {
        json.WriteStartObject();
        json.WriteName("area"u8, niggle.Area);
        json.WriteBoolean("painfulNow"u8, niggle.PainfulNow);
        json.WriteEndObject();
    }

    private static void WriteFlags(Utf8JsonWriter json, Enrolment enrolment)
    {
        var training = enrolment.Training;
        json.WriteBoolean("plyometrics"u8, training.Plyometrics);
        json.WriteBoolean("dynamicCore"u8, training.DynamicCore);
        json.WriteBoolean("upperBody"u8, training.UpperBody);
        json.WriteBoolean("deskJob"u8, training.DeskJob);
        json.WriteName("ageBand"u8, training.AgeBand);
        json.WriteName("taper"u8, training.Taper);
        json.WriteName("afterRace"u8, training.AfterRace);
        json.WriteBoolean("preRunPrimer"u8, training.PreRunPrimer);
        json.WriteBoolean("weeklyLookAhead"u8, enrolment.WeeklyLookAhead);
    }
}
