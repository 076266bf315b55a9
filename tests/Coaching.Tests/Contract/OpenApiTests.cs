using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Tests.Host;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Tests.Contract;

public sealed partial class OpenApiTests
{
    private static readonly JsonObject Document = Read();

    private static readonly JsonObject Schemas = Document["components"]!["schemas"]!.AsObject();

    /// <summary>The contract's table of routes.</summary>
    private static readonly string[] Contract =
    [
        "GET /", "POST /api/plans/preview", "POST /api/plans", "GET /confirm/{token}", "POST /confirm/{token}",
        "GET /plan/{token}", "GET /api/plans/{token}", "PATCH /api/plans/{token}", "DELETE /api/plans/{token}",
        "GET /api/plans/{token}/export", "POST /api/plans/{token}/pause", "POST /api/plans/{token}/resume",
        "POST /api/plans/{token}/sessions/{date}/feedback", "POST /api/plans/{token}/sessions/{date}/skip",
        "POST /api/plans/{token}/sessions/{date}/move", "GET /calendar/{token}.ics", "GET /unsubscribe/{token}",
        "POST /unsubscribe/{token}", "GET /api/health", "GET /ops", "GET /api/ops", "POST /api/ops/parked/{id}/release",
        "GET /api/openapi.json",
    ];

    private static IEnumerable<string> Described =>
        from path in Document["paths"]!.AsObject()
        from method in path.Value!.AsObject()
        where method.Key != "parameters"
        select $"{method.Key.ToUpperInvariant()} {path.Key}";

    private static IEnumerable<string> Served =>
        from type in typeof(Functions.OpenApi).Assembly.GetTypes()
        from method in type.GetMethods()
        from parameter in method.GetParameters()
        let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
        where trigger is not null
        from verb in trigger.Methods!
        where verb != "head"
        select $"{verb.ToUpperInvariant()} /{Constraint().Replace(trigger.Route!, "")}";

    [Fact]
    public void It_describes_the_contract() =>
        Assert.Equal(Contract.Order(StringComparer.Ordinal), Described.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_function_of_the_API_is_described() =>
        Assert.Empty(Served.Where(route => route.Contains(" /api/", StringComparison.Ordinal)).Except(Described));

    [Fact]
    public void Whatever_it_describes_is_served() => Assert.Empty(Described.Except(Served));

    [Fact]
    public void It_describes_the_same_questionnaire_as_the_schema_for_editors()
    {
        var text = Samples.Schema.Replace("#/$defs/", "#/components/schemas/", StringComparison.Ordinal);
        var schema = JsonNode.Parse(text)!.AsObject();

        Assert.All(schema["$defs"]!.AsObject(), part => AssertSame(part.Value, Schemas[part.Key]));
        Assert.All(Schemas["questionnaire"]!.AsObject(), part => AssertSame(part.Value, schema[part.Key]));
    }

    [Fact]
    public void Its_words_are_the_words_of_the_plan()
    {
        Assert.Equal(EnumNames<Phase>.List, Words(Schemas["phase"]!));
        Assert.Equal(EnumNames<BlockKind>.List, Words(Schemas["block"]!["properties"]!["block"]!));
        var prescription = Schemas["prescription"]!["properties"]!;
        Assert.Equal(EnumNames<LoadKind>.List, Words(prescription["load"]!["properties"]!["kind"]!));
        Assert.Equal(EnumNames<Category>.List.Take(10), Words(prescription["category"]!));
    }

    [Fact]
    public void Every_member_of_a_real_plan_is_in_its_schema()
    {
        var enrolment = QuestionnaireReader.ReadPreview(Samples.Read("ultra"), Filled.Now).Value!;
        var plan = PlanWriter.Write(Season.Of(enrolment.Training, Catalogue.Default, History.Empty).ToPlan(), 1);

        AssertFits(JsonNode.Parse(plan), Schemas["plan"]!, "plan");
    }

    [Fact]
    public void Nothing_it_refers_to_is_missing()
    {
        var references = Reference().Matches(Document.ToJsonString()).Select(m => m.Groups[1].Value).Distinct();

        Assert.All(references, reference => Assert.NotNull(
            reference.Split('/').Aggregate((JsonNode?)Document, (node, step) => node?[step])));
    }

    [Fact]
    public void Every_operation_has_a_name_of_its_own_and_says_what_it_does()
    {
        var operations = Document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject())
            .Where(operation => operation.Key != "parameters").ToList();
        var names = operations.Select(o => o.Value!["operationId"]!.GetValue<string>()).ToList();

        Assert.Equal(names.Distinct(), names);
        Assert.All(operations, o => Assert.NotNull(o.Value!["summary"]));
    }

    [Fact]
    public async Task It_is_served()
    {
        await using var host = await RunningHost.StartAsync();

        var answer = await host.Client.GetAsync("/api/openapi.json");

        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        Assert.True(JsonNode.DeepEquals(Document, JsonNode.Parse(await answer.Content.ReadAsStringAsync())));
    }

    private static void AssertFits(JsonNode? json, JsonNode schema, string path)
    {
        schema = schema["$ref"] is { } reference ? Schemas[reference.GetValue<string>().Split('/')[^1]]! : schema;
        if (json is JsonArray list && schema["items"] is { } items)
            Assert.All(list, item => AssertFits(item, items, path));
        if (json is not JsonObject members || schema["properties"] is not JsonObject known)
            return;
        Assert.True(members.Select(m => m.Key).SequenceEqual(known.Select(k => k.Key)), path);
        Assert.All(members, member => AssertFits(member.Value, known[member.Key]!, $"{path}.{member.Key}"));
    }

    private static void AssertSame(JsonNode? one, JsonNode? other) =>
        Assert.Equal(one?.ToJsonString(), other?.ToJsonString());

    private static IEnumerable<string> Words(JsonNode choice) =>
        choice["enum"]!.AsArray().Select(word => word!.GetValue<string>());

    private static JsonObject Read()
    {
        using var file = typeof(Functions.OpenApi).Assembly.GetManifestResourceStream("openapi.json")!;
        return JsonNode.Parse(file)!.AsObject();
    }

    // "{token:guid}" is "{token}", the empty route of the root is nothing.
    [GeneratedRegex(@":[^}]*(?=\})|\{ignored[^}]*\}")]
    private static partial Regex Constraint();

    [GeneratedRegex("""#/([^"]+)""")]
    private static partial Regex Reference();
}
