using System.Text.Json;
using System.Text.Json.Nodes;

namespace StrengthDays.Training.Tests.Catalogue;

/// <summary>The schema only helps editors; it must not drift from what the loader accepts.</summary>
public sealed class SchemaTests
{
    private static readonly JsonNode _definitions = JsonNode.Parse(SeedFile.Read("exercises.schema.json"))!["$defs"]!;

    [Fact]
    public void It_knows_the_same_equipment() =>
        Assert.Equal(EquipmentNames.All, Words(_definitions["equipment"]!["enum"]!));

    [Fact]
    public void It_knows_the_same_categories() => Assert.Equal(
        Enum.GetNames<Category>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName),
        Words(_definitions["exercise"]!["properties"]!["category"]!["enum"]!));

    [Theory]
    [InlineData("exercise", typeof(Exercise))]
    [InlineData("dose", typeof(Dose))]
    public void It_knows_the_same_members(string definition, Type type) => Assert.Equal(
        type.GetProperties().Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name)).Order(StringComparer.Ordinal),
        _definitions[definition]!["properties"]!.AsObject().Select(p => p.Key).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Words(JsonNode list) => list.AsArray().Select(word => word!.GetValue<string>());
}
