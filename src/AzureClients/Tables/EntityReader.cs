using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables;

/// <summary>Entities from JSON with minimal metadata.</summary>
internal static class EntityReader
{
    public static TableEntity Read(JsonElement json)
    {
        var entity = new TableEntity();
        foreach (var property in json.EnumerateObject())
        {
            if (property.Name != EntityNames.Metadata && !IsType(property.Name))
                entity[property.Name] = Value(property, json);
        }

        return entity;
    }

    /// <summary>The rows of one page.</summary>
    public static List<TableEntity> ReadPage(BinaryData body)
    {
        using var document = JsonDocument.Parse(body);
        return document.RootElement.GetProperty("value").EnumerateArray().Select(Read).ToList();
    }

    private static bool IsType(string name) => name.EndsWith(EntityNames.TypeSuffix, StringComparison.Ordinal);

    private static object? Value(JsonProperty property, JsonElement entity) =>
        entity.TryGetProperty(property.Name + EntityNames.TypeSuffix, out var type)
            ? Typed(property.Value, type.GetString())
            : property.NameEquals(EntityNames.Timestamp) && property.Value.ValueKind == JsonValueKind.String
                ? Time(property.Value)
                : Plain(property.Value);

    private static object Typed(JsonElement value, string? type) => type switch
    {
        EntityNames.Binary => value.GetBytesFromBase64(),
        EntityNames.DateTime => Time(value),
        EntityNames.Guid => value.GetGuid(),
        EntityNames.Int64 => long.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        EntityNames.Double when value.ValueKind == JsonValueKind.Number => value.GetDouble(),
        EntityNames.Double => double.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"Not supported type {type}."),
    };

    private static DateTimeOffset Time(JsonElement value) => DateTimeOffset.Parse(
        value.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    private static object? Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Null => null,
        JsonValueKind.Number when value.TryGetInt32(out var small) => small,
        JsonValueKind.Number when value.TryGetInt64(out var large) => large,
        JsonValueKind.Number => value.GetDouble(),
        _ => throw new NotSupportedException($"Not supported value kind {value.ValueKind}."),
    };
}
