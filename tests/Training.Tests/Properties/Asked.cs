using System.Text.Json;
using System.Text.Json.Serialization;

namespace StrengthDays.Training.Tests.Properties;

/// <summary>A questionnaire that prints what differs from the defaults, so that a failure can be typed in again.</summary>
internal sealed record Asked(Questionnaire Answers)
{
    private static readonly JsonSerializerOptions _json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    private static readonly JsonElement _defaults = JsonSerializer.SerializeToElement(
        new Questionnaire { StartOn = default, Week = default }, _json);

    public override string ToString()
    {
        var answers = JsonSerializer.SerializeToElement(Answers, _json);
        var changed = answers.EnumerateObject()
            .Where(p => p.Value.GetRawText() != _defaults.GetProperty(p.Name).GetRawText())
            .Select(p => p.Name == "week" ? $"week {WeekWords()}" : $"{p.Name} {p.Value.GetRawText().Replace("\"", "", StringComparison.Ordinal)}");
        return string.Join(", ", changed);
    }

    private string WeekWords() => string.Join(' ', RunningWeek.Days.Select(d => Answers.Week[d].ToString().ToLowerInvariant()));
}
