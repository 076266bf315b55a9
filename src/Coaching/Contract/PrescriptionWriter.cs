using System.Text.Json;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Contract;

/// <summary>One exercise of a session; what does not apply is written as null.</summary>
internal static class PrescriptionWriter
{
    public static void Write(Utf8JsonWriter json, Prescription prescription)
    {
        json.WriteStartObject();
        WriteExercise(json, prescription.Exercise);
        WriteDose(json, prescription);
        json.WriteEquipment("uses"u8, prescription.Uses);
        json.WriteString("cue"u8, prescription.Exercise.Cue);
        json.WriteString("harder"u8, prescription.Harder);
        json.WriteString("easier"u8, prescription.Easier);
        json.WriteString("demo"u8, prescription.Exercise.Demo?.AbsoluteUri);
        json.WriteEndObject();
    }

    private static void WriteExercise(Utf8JsonWriter json, Exercise exercise)
    {
        json.WriteString("exercise"u8, exercise.Id);
        json.WriteString("ref"u8, exercise.Ref);
        json.WriteString("name"u8, exercise.Name);
        json.WriteName("category"u8, exercise.Category);
    }

    private static void WriteDose(Utf8JsonWriter json, Prescription prescription)
    {
        json.WriteNumber("sets"u8, prescription.Sets);
        json.WriteNumberOrNull("reps"u8, prescription.Reps);
        json.WriteNumberOrNull("holdSeconds"u8, prescription.HoldSeconds);
        json.WriteBoolean("perSide"u8, prescription.Exercise.PerSide);
        json.WriteString("tempo"u8, prescription.Tempo);
        WriteLoad(json, prescription.Load);
        json.WriteNumber("restSeconds"u8, prescription.RestSeconds);
    }

    private static void WriteLoad(Utf8JsonWriter json, Load load)
    {
        json.WriteStartObject("load"u8);
        json.WriteName("kind"u8, load.Kind);
        json.WriteString("hint"u8, load.Hint);
        json.WriteEndObject();
    }
}
