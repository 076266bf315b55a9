using System.Collections.Immutable;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Emails.Words;

/// <summary>A prescription in the runner's words.</summary>
internal static class ExerciseWords
{
    private static readonly ImmutableArray<(Equipment Flag, string Name)> Names =
    [
        (Equipment.Mat, "a mat"), (Equipment.Band, "a band"), (Equipment.Dumbbells, "dumbbells"),
        (Equipment.Kettlebell, "a kettlebell"), (Equipment.Box, "a box"), (Equipment.Barbell, "a barbell"),
        (Equipment.CableMachine, "a cable machine"), (Equipment.AbWheel, "an ab wheel"),
        (Equipment.WeightVest, "a weight vest"), (Equipment.FoamRoller, "a foam roller"),
        (Equipment.NordicAnchor, "an anchor for the feet"),
        (Equipment.Rucksack, "a rucksack"), (Equipment.Towel, "a towel"), (Equipment.Stairs, "stairs"),
        (Equipment.Chair, "a sturdy chair"),
    ];

    public static ExerciseLine Line(Prescription p, BlockKind block) => new(
        p.Exercise.Name, Dose(p), Details(p, block), p.Exercise.Cue, Ladder(p), Demo(p.Exercise));

    /// <summary>E.g. "3 × 10 each side", "3 × 30 s"; one long hold is only its minutes.</summary>
    public static string Dose(Prescription p)
    {
        var amount = p.Reps is { } reps ? Counted.Number(reps) : Counted.Seconds(p.HoldSeconds ?? 0);
        var sets = p.Sets == 1 && p.HoldSeconds > 60 ? "" : Counted.Number(p.Sets) + " × ";
        return sets + amount + (p.Exercise.PerSide ? " each side" : "");
    }

    /// <summary>Seconds down, pause and up in words; an unusual tempo stays as written.</summary>
    public static string Tempo(string tempo) => tempo.Split('-') is [var down, var pause, var up]
        ? $"{down} s down, {(pause == "0" ? "no pause" : pause + " s pause")}, {up} s up"
        : "tempo " + tempo;

    public static string Uses(Equipment uses) =>
        Training.Words.List([.. Names.Where(t => uses.HasFlag(t.Flag)).Select(t => t.Name)]);

    private static string Details(Prescription p, BlockKind block) => Sentence(
    [
        p.Tempo is null ? "" : Tempo(p.Tempo),
        LoadOf(p.Load, block),
        Things(p) is { Length: > 0 } things ? "with " + things : "",
        // A warm-up flows into what comes next.
        p.RestSeconds == 0 || block == BlockKind.WarmUp ? "" : "rest " + Counted.Seconds(p.RestSeconds),
    ]);

    // A band that is the load has been named by it.
    private static string Things(Prescription p) =>
        Uses(p.Load.Kind == LoadKind.Band ? p.Uses & ~Equipment.Band : p.Uses);

    private static string LoadOf(Load load, BlockKind block) => load.Kind switch
    {
        // Warm-up and activation carry no load worth a word unless there is one.
        LoadKind.BodyWeight => block > BlockKind.Activation ? "body weight" : "",
        LoadKind.Band => load.Hint ?? "band",
        LoadKind.Light => WithHint("light load", load.Hint),
        LoadKind.Moderate => WithHint("moderate load", load.Hint),
        _ => WithHint("heavy load", load.Hint),
    };

    private static string WithHint(string load, string? hint) => hint is null ? load : $"{load} ({hint})";

    private static string Ladder(Prescription p) => Sentence(
    [
        p.Easier is null ? "" : "easier: " + Text.Uncapital(p.Easier),
        p.Harder is null ? "" : "harder: " + Text.Uncapital(p.Harder),
    ]);

    private static NamedLink? Demo(Exercise exercise) =>
        exercise.Demo is { } video ? new NamedLink("Video: " + exercise.Name, video) : null;

    private static string Sentence(ImmutableArray<string> facts)
    {
        var all = string.Join("; ", facts.Where(f => f.Length > 0));
        return all.Length == 0 ? "" : Text.Capital(all) + ".";
    }
}
