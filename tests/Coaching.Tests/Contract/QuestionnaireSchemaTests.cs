using System.Text.Json.Nodes;
using StrengthDays.Coaching.Contract;

namespace StrengthDays.Coaching.Tests.Contract;

/// <summary>The schema that editors use promises what the reader keeps.</summary>
public sealed class QuestionnaireSchemaTests
{
    private static readonly JsonObject Schema = JsonNode.Parse(Samples.Schema)!.AsObject();

    private static readonly JsonObject Properties = Schema["properties"]!.AsObject();

    private static readonly JsonObject Defaults =
        JsonNode.Parse(QuestionnaireWriter.Write(Filled.Preview($$"""{"week":{{Filled.Week}}}""").Value!))!.AsObject();

    public static IEnumerable<object[]> Choices { get; } =
        from place in new[]
        {
            ("", Properties), ("races[0].", Definition("race")), ("niggles[0].", Definition("niggle")),
            ("week.", Definition("week")),
        }
        from property in place.Item2
        from value in Resolve(property.Value!)["enum"]?.AsArray() ?? []
        select new object[] { $"{place.Item1}{property.Key}", value?.ToJsonString() ?? "null" };

    [Fact]
    public void It_names_exactly_the_members_of_a_questionnaire() =>
        Assert.Equal(Defaults.Select(m => m.Key), Properties.Select(p => p.Key));

    [Theory]
    [MemberData(nameof(Choices))]
    public void Every_choice_it_offers_is_accepted(string path, string value) =>
        Assert.NotNull(Filled.SignUp(Filled.With(path, value)).Value);

    [Fact]
    public void It_offers_every_choice_that_there_is()
    {
        Assert.Equal(Training.EquipmentNames.All, Words(Schema["$defs"]!["equipment"]!));
        Assert.All(
            Properties.Where(p => p.Value!["enum"] is not null),
            p => Assert.Contains($"one of {string.Join(", ", Words(p.Value!))}.", Complaint(p.Key, "\"?\"")));
    }

    [Fact]
    public void Its_defaults_are_the_readers_defaults() => Assert.All(
        Properties.Where(p => Resolve(p.Value!)["default"] is not null),
        p => Assert.Equal(Resolve(p.Value!)["default"]!.ToJsonString(), Defaults[p.Key]!.ToJsonString()));

    [Theory]
    [InlineData("sessionsPerWeek")]
    [InlineData("minutes")]
    public void Its_ranges_are_the_readers_ranges(string name)
    {
        var (least, most) = (Properties[name]!["minimum"], Properties[name]!["maximum"]);

        Assert.Contains($"a whole number from {least} to {most}.", Complaint(name, "-1"), StringComparison.Ordinal);
    }

    private static string Complaint(string path, string json) =>
        string.Concat(Filled.SignUp(Filled.With(path, json)).Errors.ByMember[path]);

    private static IEnumerable<string> Words(JsonNode choice) =>
        choice["enum"]!.AsArray().Where(word => word is not null).Select(word => word!.GetValue<string>());

    private static JsonObject Definition(string name) => Schema["$defs"]![name]!["properties"]!.AsObject();

    private static JsonNode Resolve(JsonNode property) =>
        property["$ref"] is { } reference ? Schema["$defs"]![reference.GetValue<string>().Split('/')[^1]]! : property;
}
