using System.Net;
using System.Text.Json;

namespace StrengthDays.Coaching.Tests.Life;

/// <summary>An answer of the service, and questions about the plan in it.</summary>
internal sealed record Answered(HttpStatusCode Status, JsonElement Body)
{
    public JsonElement Plan => Body.GetProperty("plan");

    public string Phases => Plan.GetProperty("phases").ToString();

    public IReadOnlyList<(string Phase, string From, string To)> AllPhases =>
    [
        .. Plan.GetProperty("phases").EnumerateArray().Select(p => (
            p.GetProperty("phase").GetString()!, p.GetProperty("from").GetString()!, p.GetProperty("to").GetString()!)),
    ];

    public int Revision => Plan.GetProperty("revision").GetInt32();

    public IReadOnlyList<string> Notices =>
        [.. Plan.GetProperty("notices").EnumerateArray().Select(n => n.GetString()!)];

    /// <summary>Dates with a session.</summary>
    public IReadOnlyList<string> Dates => [.. Sessions.Select(s => s.GetProperty("date").GetString()!)];

    /// <summary>Date, kind, status and reason of each delivery that was scheduled.</summary>
    public IReadOnlyList<(string Date, string Kind, string Status, string? Reason)> Deliveries =>
    [
        .. from delivery in Body.GetProperty("deliveries").EnumerateArray()
           let kind = delivery.GetProperty("kind").GetString()!
           where kind is not ("confirm" or "welcome" or "paused")
           select (
               delivery.GetProperty("date").GetString()!,
               kind,
               delivery.GetProperty("status").GetString()!,
               delivery.GetProperty("reason").GetString()),
    ];

    private IEnumerable<JsonElement> Sessions => Plan.GetProperty("sessions").EnumerateArray();

    public string PhaseOn(string date) => AllPhases.Single(p => Days.IsWithin(date, p.From, p.To)).Phase;

    public JsonElement Session(string date) => Sessions.Single(s => s.GetProperty("date").GetString() == date);

    public string Why(string date) => Session(date).GetProperty("why").GetString()!;

    /// <summary>The session's exercises after its warm-up, with their blocks.</summary>
    public IReadOnlyList<(string Block, JsonElement Exercise)> Exercises(string date) =>
    [
        .. from block in Session(date).GetProperty("blocks").EnumerateArray()
           let name = block.GetProperty("block").GetString()!
           where name != "warm-up"
           from exercise in block.GetProperty("exercises").EnumerateArray()
           select (name, exercise),
    ];

    public IReadOnlyList<string> Ids(string date) =>
        [.. Exercises(date).Select(e => e.Exercise.GetProperty("exercise").GetString()!)];

    /// <summary>All that is to be done, so that two sessions can be compared whatever their phase.</summary>
    public IReadOnlyList<string> Doses(string date) =>
    [
        .. Exercises(date).Select(e => string.Join(
            ' ',
            new[] { "exercise", "reps", "holdSeconds", "tempo", "load" }.Select(m => e.Exercise.GetProperty(m).ToString()))),
    ];

    public bool IsAtBodyWeight(string date) => Exercises(date).Where(e => e.Block != "activation")
        .All(e => e.Exercise.GetProperty("load").GetProperty("kind").GetString() == "body-weight");

    /// <summary>Each session from a date on, whole.</summary>
    public IReadOnlyList<string> From(string date) =>
    [
        .. Sessions.Where(s => !Days.IsAfter(date, s.GetProperty("date").GetString()!))
            .Select(s => s.ToString()),
    ];

    /// <summary>What a problem says about a member.</summary>
    public string Error(string member) =>
        string.Join(' ', Body.GetProperty("errors").GetProperty(member).EnumerateArray().Select(e => e.GetString()));

    public string Detail => Body.GetProperty("detail").GetString()!;
}
