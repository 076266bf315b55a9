using System.Globalization;

namespace StrengthDays.Training.Tests.Properties;

/// <summary>Questions about what a session holds, by the row numbers of the exercise table.</summary>
internal static class Work
{
    /// <summary>Deadlifts and their like; the walk-out stands in where nothing can be lifted (section 3, no equipment).</summary>
    public static readonly int[] Hinges = [18, 28, 29, 30, 31, 32, 33];

    /// <summary>Clamshells and band walks (R114).</summary>
    public static readonly int[] Abductors = [10, 11, 12];

    public static readonly int[] StepUps = [25, 26, 27];

    /// <summary>What R111 counts (3.1, Categories).</summary>
    public static readonly int[] QuadDominant = [40, 41, 42, 43, 44, 45, 60, 73];

    public static readonly int[] Squats = [40, 41, 42, 43, 44, 45];

    public static readonly int[] Unilateral = [24, 25, 26, 27, 31, 32, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55];

    public static readonly int[] Jumps = [70, 71, 72, 73, 74];

    /// <summary>The four of R110.</summary>
    public static readonly Category[] Four =
        [Category.GlutesHips, Category.PosteriorChain, Category.Core, Category.CalvesAnkles];

    public static int Row(this Exercise exercise) => int.Parse(exercise.Ref.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture);

    public static int Row(this Prescription prescription) => prescription.Exercise.Row();

    public static bool IsAny(this Prescription prescription, int[] rows) => rows.Contains(prescription.Row());

    public static IEnumerable<Prescription> In(this Session session, params BlockKind[] kinds) =>
        session.Blocks.Where(b => kinds.Contains(b.Kind)).SelectMany(b => b.Exercises);

    public static IEnumerable<Prescription> All(this Session session) => session.Blocks.SelectMany(b => b.Exercises);

    /// <summary>All but the warm-up.</summary>
    public static IEnumerable<Prescription> Trained(this Session session) =>
        session.Blocks.Where(b => b.Kind != BlockKind.WarmUp).SelectMany(b => b.Exercises);

    /// <summary>All but warm-up and activation.</summary>
    public static IEnumerable<Prescription> Working(this Session session) =>
        session.Blocks.Where(b => b.Kind > BlockKind.Activation).SelectMany(b => b.Exercises);

    /// <summary>Repetitions or seconds of one set.</summary>
    public static int Amount(this Prescription prescription) => prescription.Reps ?? prescription.HoldSeconds ?? 0;

    /// <summary>Everything but the number of sets, for R126.</summary>
    public static string Pattern(this Session session) => string.Join(
        "; ",
        session.Blocks.Where(b => b.Kind is not (BlockKind.WarmUp or BlockKind.Power))
            .SelectMany(b => b.Exercises.Select(e => $"{b.Kind} {e.Pattern()}")));

    public static string Pattern(this Prescription e) =>
        $"{e.Exercise.Ref} {e.Reps}r {e.HoldSeconds}s {e.Tempo} {e.Load.Kind} {e.Load.Hint}";
}
