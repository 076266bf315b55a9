using System.Text.Json;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Contract;

/// <summary>A plan as the contract shows it. The same plan always gives the same bytes.</summary>
public static class PlanWriter
{
    public static byte[] Write(Plan plan, int revision) => ContractJson.Bytes(json => Write(json, plan, revision));

    /// <summary>Writes the plan as one object, e.g. as a member of a larger answer.</summary>
    public static void Write(Utf8JsonWriter json, Plan plan, int revision)
    {
        json.WriteStartObject();
        json.WriteDate("startsOn"u8, plan.StartsOn);
        json.WriteNumber("revision"u8, revision);
        json.WriteArray("races"u8, plan.Races, QuestionnaireWriter.WriteRace);
        json.WriteArray("placement"u8, plan.Placement, WritePlacement);
        json.WriteArray("phases"u8, plan.Phases, WritePhase);
        json.WriteArray("weeks"u8, plan.Weeks, WriteWeek);
        json.WriteArray("sessions"u8, plan.Sessions, WriteSession);
        json.WriteArray("notices"u8, plan.Notices, WriteText);
        json.WriteEndObject();
    }

    /// <summary>Writes one session as one object.</summary>
    public static void WriteSession(Utf8JsonWriter json, Session session)
    {
        json.WriteStartObject();
        json.WriteDate("date"u8, session.Date);
        json.WriteName("phase"u8, session.Phase);
        json.WriteString("title"u8, session.Title);
        json.WriteNumber("estimatedMinutes"u8, session.EstimatedMinutes);
        json.WriteString("why"u8, session.Why);
        json.WriteArray("blocks"u8, session.Blocks, WriteBlock);
        json.WriteEndObject();
    }

    private static void WritePlacement(Utf8JsonWriter json, WeekdayPlacement day)
    {
        json.WriteStartObject();
        json.WriteName("weekday"u8, day.Weekday);
        json.WriteBoolean("strength"u8, day.Strength);
        json.WriteString("why"u8, day.Why);
        json.WriteEndObject();
    }

    private static void WritePhase(Utf8JsonWriter json, PhaseRange phase)
    {
        json.WriteStartObject();
        json.WriteName("phase"u8, phase.Phase);
        json.WriteDate("from"u8, phase.From);
        json.WriteDate("to"u8, phase.To);
        json.WriteNumber("sets"u8, phase.Sets);
        json.WriteString("why"u8, phase.Why);
        json.WriteEndObject();
    }

    private static void WriteWeek(Utf8JsonWriter json, PlanWeek week)
    {
        json.WriteStartObject();
        json.WriteDate("monday"u8, week.Monday);
        json.WriteName("phase"u8, week.Phase);
        json.WriteNumberOrNull("weeksToRace"u8, week.WeeksToRace);
        json.WriteNumber("totalSets"u8, week.TotalSets);
        json.WriteArray("strengthDays"u8, week.StrengthDays, ContractJson.WriteDateValue);
        json.WriteArray("notes"u8, week.Notes, WriteText);
        json.WriteEndObject();
    }

    private static void WriteBlock(Utf8JsonWriter json, Block block)
    {
        json.WriteStartObject();
        json.WriteName("block"u8, block.Kind);
        json.WriteArray("exercises"u8, block.Exercises, PrescriptionWriter.Write);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string text) => json.WriteStringValue(text);
}
