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
    public override ImmutableArray<Equipment> Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        [.. JsonSerializer.Deserialize<ImmutableArray<ImmutableArray<Equipment>>>(ref reader, options).Select(Together)];

    public override void Write(Utf8JsonWriter writer, ImmutableArray<Equipment> value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.Select(EquipmentNames.List), options);

    private static Equipment Together(ImmutableArray<Equipment> way) =>
        way.Aggregate(Equipment.None, (set, item) => set | item);
}
