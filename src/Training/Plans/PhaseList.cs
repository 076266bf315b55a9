using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <summary>The phases of a timeline as ranges, each with its sentence (R126, R127, R143 to R146).</summary>
internal static class PhaseList
{
    public static ImmutableArray<PhaseRange> Of(Timeline timeline, TrainingDays days)
    {
        var ranges = ImmutableArray.CreateBuilder<PhaseRange>();
        for (int from = 0, to; from < timeline.Length; from = to)
        {
            var phase = timeline.PhaseAt(from);
            for (to = from; to < timeline.Length && timeline.PhaseAt(to) == phase; to++)
            {
            }

            ranges.Add(Range(timeline, days, phase, from, to - 1));
        }

        return ranges.DrainToImmutable();
    }

    private static PhaseRange Range(Timeline timeline, TrainingDays training, Phase phase, int from, int to)
    {
        var first = timeline.DateAt(from);
        Phase? after = from > 0 ? timeline.PhaseAt(from - 1) : null;
        var race = timeline.Races.FirstOrDefault(r => r.Priority is Priority.A && r.Date >= first);
        // An A race's block is followed by its taper; any other is a B race's own.
        var ownB = to + 1 < timeline.Length && timeline.PhaseAt(to + 1) is Phase.Taper
            ? null
            : timeline.Races.FirstOrDefault(r =>
                r.Priority is Priority.B && r.Date >= first && r.Date <= timeline.DateAt(to));
        // Not whoever asked for a light session has one: nothing in it may be new (section 3, light session).
        var isLight = phase is Phase.Taper && Enumerable.Range(from, to - from + 1).Any(training.HoldsSession);
        var why = Why(phase, after, isLight, first, to - from + 1, race, ownB);
        return new(phase, first, timeline.DateAt(to), Periodisation.SetsIn(phase), why);
    }

    /// <summary>Each sentence has its numbers: the sets, and the days to the race ahead.</summary>
    private static string Why(
        Phase phase, Phase? after, bool isLight, DateOnly from, int days, Race? race, Race? bRace) => phase switch
        {
            Phase.Foundation =>
                $"{Words.Count(days, "day")} with body weight only and 2 sets{Ahead(from, race)}: "
                + (days <= 7 ? "ease back in before load returns." : "learn the movements before load comes."),
            Phase.GeneralPreparation => race is null
                ? "3 sets of everything: build the base while no race is near."
                : $"3 sets of everything: {ToRace(from, race)}, far enough to build strength.",
            Phase.EasyWeek => $"2 sets for a week{Ahead(from, race)}: the body catches up after the weeks of 3 sets.",
            Phase.RaceBlock when bRace is not null =>
                $"2 sets{Ahead(from, bRace)}: same exercises, same loads, one set less.",
            Phase.RaceBlock when after is not Phase.GeneralPreparation =>
                $"2 sets{Ahead(from, race)}; exercises, repetitions and loads stay as they are until the race.",
            Phase.RaceBlock => $"2 sets instead of 3{Ahead(from, race)}; exercises, repetitions and loads stay.",
            Phase.Taper => $"{ToRace(from, race!)}: {(isLight
                ? "one light session of activation and core, then nothing."
                : "no strength, so that your legs can rest.")}",
            Phase.RaceWeek => $"{ToRace(from, race!)}: no strength until it is run.",
            Phase.Recovery => $"{Words.Count(days, "day")} without strength after the race{Ahead(from, race)}.",
            _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, null),
        };

    private static string Ahead(DateOnly from, Race? race) => race is null ? "" : $", {ToRace(from, race)}";

    private static string ToRace(DateOnly from, Race race) =>
        $"{Words.Count(race.Date.DayNumber - from.DayNumber, "day")} to {RaceList.NameOf(race)}";
}
