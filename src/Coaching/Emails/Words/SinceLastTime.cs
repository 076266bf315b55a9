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
        if (was != dose)
            return $"{now.Exercise.Name} {dose} instead of {was.Replace(EachSide, "", StringComparison.Ordinal)}.";
        return before.Load == now.Load ? null : $"{now.Exercise.Name} with {Load(now)} instead of {Load(before)}.";
    }

    private static string Load(Prescription prescription) => prescription.Load.Kind switch
    {
        LoadKind.BodyWeight => "body weight",
        LoadKind.Band => prescription.Load.Hint ?? "a band",
        var kind => $"{kind.ToString().ToLowerInvariant()} load"
            + (prescription.Load.Hint is { } hint ? $" ({hint})" : ""),
    };

    private static IEnumerable<string> Named(string what, IEnumerable<Prescription> exercises)
    {
        var names = exercises.Select(p => Text.Uncapital(p.Exercise.Name)).ToList();
        return names.Count == 0
            ? []
            : [$"{Text.Capital(Training.Words.List(names))} {(names.Count == 1 ? "is" : "are")} {what}."];
    }
}
