using System.Globalization;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Plans;

/// <summary>
/// A plan in a line, for a person who looks at the table: strength weekdays, races, first days of the phases.
/// </summary>
internal static class PlanOutline
{
    public static string Of(Season season)
    {
        var days = season.Placement.Where(p => p.Strength).Select(p => p.Weekday.ToString()[..3]);
        var races = season.Races.Select(
            r => string.Create(CultureInfo.InvariantCulture, $"{r.Priority} {r.Distance} {r.Date:O}"));
        var phases = season.Phases.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Phase} {p.From:O}"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{string.Join(' ', days)}; {string.Join(", ", races)}; {string.Join(", ", phases)} "
            + $"to {season.Phases[^1].To:O}");
    }
}
