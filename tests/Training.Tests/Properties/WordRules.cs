using System.Text.RegularExpressions;

namespace StrengthDays.Training.Tests.Properties;

/// <summary>No promises anywhere, and a sentence wherever one is due (R008, D14, D15).</summary>
internal static partial class WordRules
{
    public static IEnumerable<string> Violations(PlannedSeason season)
    {
        foreach (var text in All(season.Plan).Distinct())
            if (Promise().IsMatch(text))
                yield return $"R008: '{text}'";
        foreach (var session in season.Plan.Sessions)
            if (string.IsNullOrWhiteSpace(session.Why) || string.IsNullOrWhiteSpace(session.Title))
                yield return "R109: a session without a title or its why";
    }

    private static IEnumerable<string> All(Plan plan) =>
        plan.Notices.Concat(plan.Phases.Select(p => p.Why)).Concat(plan.Placement.Select(p => p.Why))
            .Concat(plan.Weeks.SelectMany(w => w.Notes)).Concat(plan.Sessions.SelectMany(s => new[] { s.Title, s.Why }));

    [GeneratedRegex(@"\bcur(e|es|ed|ing)\b|guarant|\bproven\b|lose weight|\{|  ", RegexOptions.IgnoreCase)]
    private static partial Regex Promise();
}
