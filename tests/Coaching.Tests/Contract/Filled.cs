using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using StrengthDays.Coaching.Contract;

namespace StrengthDays.Coaching.Tests.Contract;

/// <summary>The contract's example as filled in by a runner, to be bent one member at a time.</summary>
internal static class Filled
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    public const string Week = """
        { "monday": "rest", "tuesday": "hard", "wednesday": "easy", "thursday": "rest", "friday": "easy",
          "saturday": "rest", "sunday": "long" }
        """;

    public const string InFull = $$"""
        {
          "email": "ana@example.com", "name": "Ana",
          "timeZone": "Europe/Berlin", "sendAt": "06:30", "units": "metric",
          "startOn": "2027-01-04",
          "races": [
            { "name": "Berlin Marathon", "date": "2027-09-26", "distance": "marathon", "hilly": false, "priority": "a" }
          ],
          "week": {{Week}},
          "sessionsPerWeek": 2, "minutes": 45, "experience": "new",
          "equipment": ["band", "dumbbells"],
          "niggles": [ { "area": "achilles", "painfulNow": false } ],
          "avoid": ["box-jump"],
          "plyometrics": false, "dynamicCore": false, "upperBody": true, "deskJob": false, "ageBand": "under-40",
          "taper": "rest", "afterRace": "auto", "preRunPrimer": false, "weeklyLookAhead": false,
          "consent": true
        }
        """;

    /// <summary>The example with one member put in at a path such as <c>races[0].date</c>.</summary>
    public static string With(string path, string json) => Change(path, (holder, name) =>
    {
        if (holder is JsonArray list)
            list[Index(name)] = JsonNode.Parse(json);
        else
            holder[name] = JsonNode.Parse(json);
    });

    public static string Without(string path) => Change(path, (holder, name) => holder.AsObject().Remove(name));

    public static ReadResult<Enrolment> SignUp(string json) =>
        QuestionnaireReader.ReadSignUp(Encoding.UTF8.GetBytes(json), Now);

    public static ReadResult<Enrolment> Preview(string json) =>
        QuestionnaireReader.ReadPreview(Encoding.UTF8.GetBytes(json), Now);

    private static string Change(string path, Action<JsonNode, string> change)
    {
        var root = JsonNode.Parse(InFull)!;
        var steps = path.Split('.', '[').Select(step => step.TrimEnd(']')).ToArray();
        var holder = steps[..^1].Aggregate(root, (node, step) => node is JsonArray ? node[Index(step)]! : node[step]!);
        change(holder, steps[^1]);
        return root.ToJsonString();
    }

    private static int Index(string step) => int.Parse(step, CultureInfo.InvariantCulture);
}
