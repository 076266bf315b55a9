using System.Text.RegularExpressions;

namespace StrengthDays.Training.Tests.Sentences;

/// <summary>Every sentence of a plan.</summary>
internal static partial class Copy
{
    public static IEnumerable<string> Of(Plan plan) =>
    [
        .. plan.Notices,
        .. plan.Placement.Select(p => p.Why),
        .. plan.Phases.Select(p => p.Why),
        .. plan.Weeks.SelectMany(w => w.Notes),
        .. plan.Sessions.SelectMany(Of),
    ];

    public static IEnumerable<string> Of(Exercise exercise) =>
        new[] { exercise.Name, exercise.Cue, exercise.HarderHint, exercise.EasierHint, exercise.EasierBare }
            .OfType<string>();

    /// <summary>The same sentence whatever its numbers and dates.</summary>
    public static string WithoutNumbers(string sentence) => Number().Replace(sentence, "9");

    private static IEnumerable<string> Of(Session session) =>
    [
        session.Title,
        session.Why,
        .. session.Blocks.SelectMany(b => b.Exercises)
            .SelectMany(e => new[] { e.Load.Hint, e.Harder, e.Easier }).OfType<string>(),
    ];

    [GeneratedRegex(@"(?<=\d)\d+")]
    private static partial Regex Number();
}
