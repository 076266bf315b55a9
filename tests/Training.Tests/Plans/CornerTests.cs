using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using StrengthDays.Training.Tests.Catalogue;
using StrengthDays.Training.Tests.Properties;

namespace StrengthDays.Training.Tests.Plans;

/// <summary>
/// How sessions go on from week to week for runners to whom little is left to choose: those found at random whose plans
/// tell most about the planner, with what happened to them. One line a session, where it differs from the same weekday
/// before. The rules say what must never be; this says what is, so that no change of it goes by unseen.
/// </summary>
public sealed class CornerTests
{
    private static readonly JsonSerializerOptions _json = new()
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    [Fact]
    public void Sessions_go_on_as_they_did_where_little_is_left_to_choose()
    {
        var text = new StringBuilder();
        foreach (var (asked, history) in Runners())
            Append(text, asked, history);
        Approved.Check("corners", text.ToString());
    }

    private static IEnumerable<Corner> Runners([CallerFilePath] string here = "") =>
        File.ReadLines(Path.Combine(Path.GetDirectoryName(here)!, "Approved", "corners.jsonl"))
            .Select(line => JsonSerializer.Deserialize<Corner>(line, _json)!);

    private static void Append(StringBuilder text, Questionnaire asked, History history)
    {
        text.Append(new Asked(asked)).Append('\n');
        Dictionary<DayOfWeek, string> last = [];
        foreach (var session in Season.Of(asked, SeedFile.Catalogue, history).ToPlan().Sessions)
        {
            var line = string.Join(' ', session.Blocks.SelectMany(b => b.Exercises).Skip(1).Select(Words));
            if (last.GetValueOrDefault(session.Date.DayOfWeek) != line)
                text.Append(CultureInfo.InvariantCulture, $"  {session.Date:yyyy-MM-dd} {line}\n");
            last[session.Date.DayOfWeek] = line;
        }
    }

    /// <summary>Row, sets, dose, s for slow, and the step of its load.</summary>
    private static string Words(Prescription e) => string.Create(
        CultureInfo.InvariantCulture,
        $"{e.Exercise.Ref[1..]}:{e.Sets}x{e.Amount()}{(e.Tempo is null ? "" : "s")}{Load(e.Load.Hint)}");

    private static string Load(string? hint) => hint is null ? ""
        : hint.StartsWith("load step ", StringComparison.Ordinal) ? $"+{hint[10..].Split(':')[0]}"
        : "+1";

    /// <param name="Asked">What the runner answered.</param>
    /// <param name="Happened">What became of it.</param>
    private sealed record Corner(Questionnaire Asked, History Happened);
}
