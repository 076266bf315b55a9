using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <summary>A session's title and its "why today" (R109: short, clear, no promises).</summary>
internal static class SessionWords
{
    private const string Soreness = " Jumps come after your run; expect sore legs the first few times.";

    /// <summary>"General preparation: 3 sets", by phase.</summary>
    private static readonly ImmutableArray<string> PhaseAndSets =
    [
        .. Enum.GetValues<Phase>().Select(p => $"{Words.Phase(p)}: {Words.Count(Periodisation.SetsIn(p), "set")}"),
    ];

    public static string Title(SessionDay day, ImmutableArray<PlacedState> placed)
    {
        if (day.IsLight)
            return "Light activation and core";
        string? first = null, second = null;
        foreach (var place in placed)
        {
            if (place.Kind
                is not (SlotKind.Hinge or SlotKind.Unilateral or SlotKind.Second or SlotKind.Upper or SlotKind.Core))
                continue;
            if (first is null)
                first = place.State.Exercise.Name;
            else if (second is null)
                second = place.State.Exercise.Name;
        }

        return (first, second) switch
        {
            (null, _) => Words.Phase(day.Phase),
            (_, null) => first,
            _ => Joined(first, second),
        };
    }

    public static string Why(SessionDay day, ImmutableArray<Block> blocks)
    {
        var phase = (day.Spared, day.Phase) switch
        {
            (Spared.AfterPause, _) => "Back after a long pause: a week at body weight first",
            (Spared.AfterPain, _) => "Something hurt: a week at body weight first",
            (_, Phase.Taper) => "One light session to stay loose",
            (_, Phase.Foundation) => "Foundation: body weight, 2 sets",
            _ => PhaseAndSets[(int)day.Phase],
        };
        var race = day.Race is { } ahead
            ? $", {Words.Count(ahead.Date.DayNumber - day.Date.DayNumber, "day")} to {RaceList.NameOf(ahead)}"
            : "";
        var run = day.RunToday is RunDay.Easy
            ? "Easy run today and nothing hard tomorrow: run first, strength later, 3 hours apart if you can."
            : "No run today and nothing hard tomorrow.";
        return $"{phase}{race}. {run}{(HoldsPower(blocks) ? Soreness : "")}";
    }

    private static bool HoldsPower(ImmutableArray<Block> blocks)
    {
        foreach (var block in blocks)
            if (block.Kind is BlockKind.Power)
                return true;
        return false;
    }

    /// <summary>"Step-up and plank": the second begins in lower case unless it begins with an abbreviation.</summary>
    private static string Joined(string first, string second) => second.Length > 1 && char.IsLower(second[1])
        ? string.Concat(first, " and ", [char.ToLowerInvariant(second[0])], second.AsSpan(1))
        : $"{first} and {second}";
}
