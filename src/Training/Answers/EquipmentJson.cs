using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace StrengthDays.Training;

/// <summary>One item as its name.</summary>
internal sealed class EquipmentJson : JsonConverter<Equipment>
{
    public override Equipment Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var name = reader.TokenType == JsonTokenType.String ? reader.GetString()! : "";
        return EquipmentNames.TryParse(name, out var item)
            ? item
            : throw new JsonException($"unknown equipment '{name}', known are {string.Join(", ", EquipmentNames.All)}");
    }

    public override void Write(Utf8JsonWriter writer, Equipment value, JsonSerializerOptions options) =>
        writer.WriteStringValue(EquipmentNames.Of(value));
}

/// <summary>Ways to do an exercise: <c>[["box", "band"], []]</c> is "a box and a band, or nothing".</summary>
internal sealed class WaysJson : JsonConverter<ImmutableArray<Equipment>>
{
    public override ImmutableArray<Equipment> Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var ways = JsonElement.ParseValue(ref reader);
        return IsList(ways) && ways.EnumerateArray().All(IsList)
            ? [.. ways.EnumerateArray().Select(way => Together(way.Deserialize<Equipment[]>(options)!))]
            : throw new JsonException("""equipment is not a list of lists such as [["box", "band"], []]""");
    }

    public override void Write(Utf8JsonWriter writer, ImmutableArray<Equipment> value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.Select(EquipmentNames.List), options);

    private static bool IsList(JsonElement element) => element.ValueKind == JsonValueKind.Array;

    private static Equipment Together(Equipment[] way) => way.Aggregate(Equipment.None, (set, item) => set | item);
}
