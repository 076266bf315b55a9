namespace StrengthDays.Training.Tests.Properties;

/// <summary>The weeks of a plan and its strength days (section 3.1 weeks[]; contract).</summary>
internal static class WeekRules
{
    public static IEnumerable<string> Violations(PlannedSeason season)
    {
        var plan = season.Plan;
        var first = PlannedSeason.MondayOf(plan.StartsOn);
        var last = PlannedSeason.MondayOf(plan.Phases[^1].To);
        var expected = (last.DayNumber - first.DayNumber) / 7 + 1;
        if (plan.Weeks.Length != expected)
            yield return $"weeks: {plan.Weeks.Length} listed, expected {expected}";
        for (var i = 0; i < Math.Min(plan.Weeks.Length, expected); i++)
            foreach (var violation in Week(season, plan.Weeks[i], first.AddDays(7 * i)))
                yield return violation;
    }

    private static IEnumerable<string> Week(PlannedSeason season, PlanWeek week, DateOnly monday)
    {
        var name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"weeks: {monday:yyyy-MM-dd}");
        var day = monday < season.Plan.StartsOn ? season.Plan.StartsOn : monday;
        var sessions = season.Plan.Sessions.Where(s => PlannedSeason.MondayOf(s.Date) == monday).ToList();
        if (week.Monday != monday)
            yield return $"{name} has another Monday";
        if (season.Plan.Phases.First(p => p.From <= day && day <= p.To).Phase is var phase && week.Phase != phase)
            yield return $"{name} says {week.Phase}, expected {phase}";
        if (week.WeeksToRace != WeeksToRace(season, day))
            yield return $"{name} says {week.WeeksToRace} weeks to the race, expected {WeeksToRace(season, day)}";
        if (week.TotalSets != sessions.SelectMany(s => s.Working()).Sum(e => e.Sets))
            yield return $"{name} says {week.TotalSets} sets";
        if (!week.StrengthDays.SequenceEqual(sessions.Select(s => s.Date)))
            yield return $"{name} lists other strength days than its sessions";
    }

    private static int? WeeksToRace(PlannedSeason season, DateOnly day) =>
        season.Races.FirstOrDefault(r => r.Priority == Priority.A && r.Date >= day) is { } race
            ? (race.Date.DayNumber - day.DayNumber) / 7
            : null;
}
