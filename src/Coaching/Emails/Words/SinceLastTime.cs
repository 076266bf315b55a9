using System.Collections.Immutable;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Emails.Words;

/// <summary>What is different from the session before, in one short paragraph.</summary>
internal static class SinceLastTime
{
    private const int MostChanges = 4;

    private const string EachSide = " each side";

    /// <summary>E.g. "3 sets instead of 2. Split squat 3 × 11 instead of 3 × 10.", or that nothing is.</summary>
    public static string Of(Session before, Session now)
    {
        var (was, today) = (Working(before), Working(now));
        ImmutableArray<string> changes =
        [
            .. before.Sets == now.Sets || before.Sets == 0 || now.Sets == 0
                ? ImmutableArray<string>.Empty
                : [$"{Counted.Sets(now.Sets)} instead of {Counted.Number(before.Sets)}."],
            .. today.Select(p => Change(was.FirstOrDefault(w => w.Exercise.Id == p.Exercise.Id), p)).OfType<string>(),
            .. Named("new", today.Where(p => was.All(w => w.Exercise.Id != p.Exercise.Id))),
            .. Named("not in today", was.Where(w => today.All(p => p.Exercise.Id != w.Exercise.Id))),
        ];
        var more = changes.Length > MostChanges ? " The rest is below." : "";
        return changes.IsEmpty
            ? "the same work as then."
            : string.Join(" ", changes.Take(MostChanges)) + more;
    }

    private static ImmutableArray<Prescription> Working(Session session) =>
        [.. session.Blocks.Where(b => b.Kind > BlockKind.Activation).SelectMany(b => b.Exercises)];

    private static string? Change(Prescription? before, Prescription now)
    {
        if (before is null)
            return null;
        // Sets are the session's and said once.
        var (was, dose) = (ExerciseWords.Dose(before with { Sets = now.Sets }), ExerciseWords.Dose(now));
        // Fewer repetitions are no step back where weight or pace has made them harder.
        ImmutableArray<(string Was, string Is)> parts =
        [
            (was.Replace(EachSide, "", StringComparison.Ordinal), dose),
            ($"({Pace(before.Tempo)})", $"({Pace(now.Tempo)})"),
            ("with " + Load(before.Load), "with " + Load(now.Load)),
        ];
        var told = parts.Where(part => part.Was != part.Is.Replace(EachSide, "", StringComparison.Ordinal)).ToList();
        return told.Count == 0
            ? null
            : $"{now.Exercise.Name} {string.Join(' ', told.Select(t => t.Is))} instead of "
                + $"{WithoutWith(string.Join(' ', told.Select(t => t.Was)))}.";
    }

    private static string WithoutWith(string words) =>
        words.StartsWith("with ", StringComparison.Ordinal) ? words["with ".Length..] : words;

    private static string Pace(string? tempo) => tempo is null ? "at an even pace" : ExerciseWords.Tempo(tempo);

    // How to find it stands with the exercise.
    private static string Load(Load load) => (load.Kind, load.Hint?.Split(':')[0]) switch
    {
        (LoadKind.BodyWeight, _) => "body weight",
        (LoadKind.Band, var band) => band ?? "a band",
        (var kind, null) => $"{kind.ToString().ToLowerInvariant()} load",
        (var kind, var what) => $"{kind.ToString().ToLowerInvariant()} load ({what})",
    };

    private static IEnumerable<string> Named(string what, IEnumerable<Prescription> exercises)
    {
        var names = exercises.Select(p => Text.Uncapital(p.Exercise.Name)).ToList();
        return names.Count == 0
            ? []
            : [$"{Text.Capital(Training.Words.List(names))} {(names.Count == 1 ? "is" : "are")} {what}."];
    }
}
