using System.Globalization;
using System.Text.RegularExpressions;

namespace StrengthDays.Training.Tests.Properties;

/// <summary>Every refusal and every shortened plan has its sentence.</summary>
internal static class NoticeRules
{
    public static IEnumerable<string> Violations(PlannedSeason season) =>
        Fewer(season).Concat(Races(season)).Concat(Pain(season)).Concat(Rest(season));

    private static IEnumerable<string> Fewer(PlannedSeason season)
    {
        var wished = season.Asked.SessionsPerWeek;
        if (season.IsStopped || season.Weekdays.Length >= wished)
            yield break;
        var notice = season.Plan.Notices.FirstOrDefault(n => Regex.IsMatch(n, @"\bsessions? fits?\b|No weekday"));
        if (notice is null)
            yield return $"D1: {season.Weekdays.Length} of {wished} sessions and no sentence";
        else if (BestChanges(season.Asked) is { Count: > 0 } best && !best.Any(d => notice.Contains(d.ToString(), StringComparison.Ordinal)))
            yield return $"D1: '{notice}' names none of {string.Join(' ', best)}";
    }

    /// <summary>The weekdays that, made easy, add most sessions (3.1, Choosing).</summary>
    private static List<DayOfWeek> BestChanges(Questionnaire asked)
    {
        var sessions = RunningWeek.Days.ToDictionary(d => d, d => ExpectedPlacement.Of(MadeEasy(asked.Week, d), asked.SessionsPerWeek).Length);
        var most = sessions.Values.Max();
        return most > ExpectedPlacement.Of(asked.Week, asked.SessionsPerWeek).Length
            ? [.. sessions.Where(s => s.Value == most).Select(s => s.Key)]
            : [];
    }

    private static RunningWeek MadeEasy(RunningWeek week, DayOfWeek day)
    {
        RunDay At(DayOfWeek d) => d == day ? RunDay.Easy : week[d];
        RunDay[] days = [.. RunningWeek.Days.Select(At)];
        return new(days[0], days[1], days[2], days[3], days[4], days[5], days[6]);
    }

    private static IEnumerable<string> Races(PlannedSeason season)
    {
        foreach (var race in season.Asked.Races.Where(r => !season.Races.Contains(r)))
            if (!Says(season, race.Name))
                yield return $"R146: {race.Name} does not count and nothing says so";
        if (season.Races.FirstOrDefault(r => r.Priority == Priority.A) is not { } first)
            yield break;
        var lead = first.Date.DayNumber - season.Asked.StartOn.DayNumber;
        if (lead < 98 && !season.Plan.Notices.Any(n => n.Contains(lead.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)))
            yield return $"R143: {lead} days to {first.Name} and no sentence about it";
    }

    private static IEnumerable<string> Pain(PlannedSeason season)
    {
        if (season.Asked.Niggles.Any(n => n.PainfulNow) && !Says(season, "physio"))
            yield return "section 2: something hurts and nobody says whom to see";
        if (season.IsStopped && !Says(season, "No strength"))
            yield return "section 3: no strength for three painful areas, and nothing says so";
        if (season.IsStopped && !season.Plan.Sessions.IsEmpty)
            yield return "section 3: sessions in spite of three painful areas";
    }

    private static IEnumerable<string> Rest(PlannedSeason season)
    {
        var steps = Equipment.Box | Equipment.Stairs | Equipment.Chair;
        if (season.Races.Any(r => r.Hilly) && (season.Asked.Equipment & steps) == 0 && !Says(season, "step-up"))
            yield return "R030: hilly without a step and nothing says so";
        if (season.Asked.Minutes > 50 && !season.IsStopped && !Says(season, "50 minutes"))
            yield return "R122: more than 50 minutes asked for and nothing says so";
        if (!Says(season, "doctor"))
            yield return "section 3: nobody says to ask a doctor";
        if (season.Plan.Notices.Distinct().Count() < season.Plan.Notices.Length)
            yield return "R109: the same notice twice";
    }

    private static bool Says(PlannedSeason season, string words) =>
        season.Plan.Notices.Any(n => n.Contains(words, StringComparison.OrdinalIgnoreCase));
}
