using System.Globalization;
using StrengthDays.Training.Tests.Catalogue;

namespace StrengthDays.Training.Tests.Properties;

/// <summary>Which weekdays and which dates carry strength (R059, R062, R121, D1, D18, B and C races).</summary>
internal static class PlacementRules
{
    public static IEnumerable<string> Violations(PlannedSeason season) =>
        Weekdays(season).Concat(Dates(season)).Concat(LightSessions(season));

    private static IEnumerable<string> Weekdays(PlannedSeason season)
    {
        var placement = season.Plan.Placement;
        if (!placement.Select(p => p.Weekday).SequenceEqual(RunningWeek.Days))
            yield return "R121: the placement does not list Monday to Sunday";
        if (placement.Any(p => string.IsNullOrWhiteSpace(p.Why)))
            yield return "R121: a weekday has no sentence";
        int[] planned = [.. Enumerable.Range(0, 7).Where(i => placement[i].Strength)];
        if (!planned.SequenceEqual(season.Weekdays))
            yield return $"R121: strength on {string.Join(' ', planned)}, expected {string.Join(' ', season.Weekdays)}";
    }

    /// <summary>Every strength weekday of a phase with sets holds a session, but for the days round a race.</summary>
    private static IEnumerable<string> Dates(PlannedSeason season)
    {
        var sessions = season.Plan.Sessions;
        if (!sessions.Select(s => s.Date).SequenceEqual(sessions.Select(s => s.Date).Distinct().Order()))
            yield return "R006: sessions are not in order, one a day";
        var planned = sessions.Where(s => !PlannedSeason.IsLight(s)).Select(s => s.Date).ToHashSet();
        var expected = ExpectedDates(season).ToHashSet();
        foreach (var date in planned.Except(expected))
            yield return $"R121: a session on {Words(date)}, where none may be";
        foreach (var date in expected.Except(planned))
            yield return $"R121: no session on {Words(date)}";
    }

    private static IEnumerable<DateOnly> ExpectedDates(PlannedSeason season) =>
        from phase in season.Plan.Phases
        where PhaseRules.SetsIn(phase.Phase) > 0
        from day in Enumerable.Range(phase.From.DayNumber, phase.To.DayNumber - phase.From.DayNumber + 1)
        let date = DateOnly.FromDayNumber(day)
        where IsFree(season, date)
        select date;

    /// <summary>A strength weekday that no race clears: B its last 3 days, C the day before, each its day and the day after.</summary>
    private static bool IsFree(PlannedSeason season, DateOnly date) =>
        season.Weekdays.Contains(PlannedSeason.WeekdayOf(date)) && !season.Races.Any(race => Clears(race, date));

    private static bool Clears(Race race, DateOnly date)
    {
        var before = race.Priority switch { Priority.B => 3, Priority.C => 1, _ => 6 };
        return date >= race.Date.AddDays(-before) && date <= race.Date.AddDays(1);
    }

    private static IEnumerable<string> LightSessions(PlannedSeason season)
    {
        var light = season.Plan.Sessions.Where(PlannedSeason.IsLight).ToList();
        foreach (var race in season.Races.Where(r => r.Priority == Priority.A))
        {
            DateOnly[] possible = [.. LightDays(season, race)];
            var held = light.Where(s => s.Date < race.Date && s.Date >= race.Date.AddDays(-14)).Select(s => s.Date).ToList();
            if (held.Count != Math.Min(1, possible.Length))
                yield return $"D18: {held.Count} light sessions before {race.Name}, {possible.Length} days could hold one";
            if (held.Except(possible).Any())
                yield return $"D18: the light session before {race.Name} stands on {Words(held[0])}";
        }

        if (light.Count > season.Races.Count(r => r.Priority == Priority.A))
            yield return "D18: more light sessions than races";
    }

    /// <summary>R-14 to R-8 within the taper, for a runner who has trained since the last race.</summary>
    private static IEnumerable<DateOnly> LightDays(PlannedSeason season, Race race) =>
        from n in Enumerable.Range(8, 7)
        let date = race.Date.AddDays(-n)
        where season.Asked.Taper == Taper.LightActivation && IsFree(season, date)
        where !season.Races.Any(r => r.Priority == Priority.A && r.Date.AddDays(-8) < date && date <= r.Date)
        where season.Plan.Phases.Any(p => p.Phase == Phase.Taper && p.From <= date && date <= p.To)
        let before = season.Plan.Sessions.Where(s => s.Date < date && season.CycleOf(s.Date) == season.CycleOf(date))
        where before.Any(s => s.Date.DayOfWeek == date.DayOfWeek) && before.Any(s => HasLightWork(season, s))
        select date;

    /// <summary>Activation or core that can be done again, or an easier version of it, without a weight or a band (D18).</summary>
    private static bool HasLightWork(PlannedSeason season, Session session) => session.In(BlockKind.Activation, BlockKind.Core)
        .Any(e => e.Load.Kind == LoadKind.BodyWeight
            || season.Runner.CanDoAny(Phase.Foundation, [.. e.Exercise.Easier.Select(r => SeedFile.Catalogue[r].Row())]));

    private static string Words(DateOnly date) => date.ToString("ddd yyyy-MM-dd", CultureInfo.InvariantCulture);
}
