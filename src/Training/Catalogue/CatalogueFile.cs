using System.Text.Json;
using System.Text.Json.Serialization;

namespace StrengthDays.Training;

/// <summary>Reads <c>seeds/exercises.json</c>; refuses what a slip of the hand would leave in it.</summary>
public static class CatalogueFile
{
    private static readonly JsonSerializerOptions _options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        Converters =
        {
            new EquipmentJson(),
            new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false),
        },
    };

    /// <exception cref="CatalogueException">The first thing wrong, with its row.</exception>
    public static ExerciseCatalogue Parse(ReadOnlySpan<byte> utf8Json)
    {
        Exercise[] exercises = [.. Rows(utf8Json).Select(Row)];
        return CatalogueRules.Faults(exercises).FirstOrDefault() is { } fault
            ? throw new CatalogueException(fault)
            : new ExerciseCatalogue(exercises);
    }

    private static JsonElement[] Rows(ReadOnlySpan<byte> utf8Json)
    {
        try
        {
            return JsonSerializer.Deserialize<Document>(utf8Json, _options)?.Exercises
                ?? throw new JsonException("the file holds no exercises");
        }
        catch (JsonException e)
        {
            throw new CatalogueException($"line {1 + (e.LineNumber ?? 0)}: {WithoutPosition(e.Message)}", e);
        }
    }

    private static Exercise Row(JsonElement row, int index)
    {
        try
        {
            return row.Deserialize<Exercise>(_options) ?? throw new JsonException("the row is null");
        }
        catch (JsonException e)
        {
            throw new CatalogueException($"{NameOf(row, index)}: {WithoutPosition(e.Message)}", e);
        }
    }

    private static string NameOf(JsonElement row, int index) =>
        row.ValueKind == JsonValueKind.Object
        && row.TryGetProperty("ref", out var reference)
        && reference.ValueKind == JsonValueKind.String
            ? reference.GetString()!
            : $"row {index + 1}";

    // The position counts from the start of the row, not of the file: it would mislead.
    private static string WithoutPosition(string message) => message.Split(" | LineNumber")[0];

    private sealed record Document
    {
        [JsonPropertyName("$schema")]
        public string? Schema { get; init; }

        public required JsonElement[] Exercises { get; init; }
    }
}
