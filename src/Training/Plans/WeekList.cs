using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <summary>The calendar weeks of a season.</summary>
internal static class WeekList
{
    public static ImmutableArray<PlanWeek> Of(
        Season season, DateOnly horizon, ImmutableArray<Session> sessions, ImmutableArray<Pause> pauses)
    {
        var start = season.Phases[0].From;
        var weeks = ImmutableArray.CreateBuilder<PlanWeek>();
        var next = 0;
        for (var monday = MondayOf(start); monday <= horizon; monday = monday.AddDays(7))
        {
            var first = next;
            while (next < sessions.Length && sessions[next].Date < monday.AddDays(7))
                next++;
            weeks.Add(Week(season, monday, monday < start ? start : monday, sessions.AsSpan()[first..next], pauses));
        }

        return weeks.DrainToImmutable();
    }

    /// <summary>The first day of a date's calendar week.</summary>
    public static DateOnly MondayOf(DateOnly date) => date.AddDays(-(((int)date.DayOfWeek + 6) % 7));

    private static PlanWeek Week(
        Season season, DateOnly monday, DateOnly from, ReadOnlySpan<Session> sessions, ImmutableArray<Pause> pauses)
    {
        var sets = 0;
        var days = ImmutableArray.CreateBuilder<DateOnly>(sessions.Length);
        foreach (var session in sessions)
        {
            sets += SetsOf(session);
            days.Add(session.Date);
        }

        var toRace = season.NextRaceFrom(from) is { } race ? (race.Date.DayNumber - from.DayNumber) / 7 : (int?)null;
        return new(monday, season.PhaseOn(from)!.Phase, toRace, sets, days.DrainToImmutable(),
            Notes(season, monday, pauses));
    }

    private static int SetsOf(Session session)
    {
        var sets = 0;
        foreach (var block in session.Blocks)
            if (block.Kind > BlockKind.Activation)
                foreach (var exercise in block.Exercises)
                    sets += exercise.Sets;
        return sets;
    }

    private static ImmutableArray<string> Notes(Season season, DateOnly monday, ImmutableArray<Pause> pauses)
    {
        var sunday = monday.AddDays(6);
        List<(DateOnly Day, string Text)>? notes = null;
        foreach (var phase in season.Phases)
            if (phase.From >= monday && phase.From <= sunday)
                (notes ??= [])
                    .Add((phase.From,
                    $"{Words.Date(phase.From)}: {Words.Phase(phase.Phase).ToLowerInvariant()} starts"));
        foreach (var race in season.Races)
            if (race.Date >= monday && race.Date <= sunday)
                (notes ??= []).Add((race.Date, $"{Words.Date(race.Date)}: {RaceList.NameOf(race)}"));
        foreach (var pause in pauses)
            if (pause.From <= sunday && (pause.To is null || pause.To >= monday))
                (notes ??= []).Add((pause.From, pause.To is { } to
                    ? $"Paused {Words.Date(pause.From)} to {Words.Date(to)}"
                    : $"Paused from {Words.Date(pause.From)} until you resume"));
        return notes is null ? [] : [.. notes.OrderBy(n => n.Day).Select(n => n.Text)];
    }
}
