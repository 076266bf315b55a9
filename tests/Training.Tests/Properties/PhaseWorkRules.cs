namespace StrengthDays.Training.Tests.Properties;

/// <summary>What a phase changes in a session: foundation, a beginner's first week, the light session (R106, R107, R139, D18).</summary>
internal static class PhaseWorkRules
{
    private static readonly int[] _foundationCore = [1, 2, 13, 15, 7, 9];

    public static IEnumerable<string> Violations(PlannedSeason season, Session session) => session.Phase switch
    {
        Phase.Foundation => Foundation(season, session),
        Phase.Taper => Light(season, session),
        _ => [],
    };

    private static IEnumerable<string> Foundation(PlannedSeason season, Session session)
    {
        foreach (var e in session.Working())
        {
            if (e.Load.Kind != LoadKind.BodyWeight)
                yield return $"R139: {e.Exercise.Ref} is loaded";
            // Who rules every first version out keeps the category at body weight (R110).
            var noOther = !season.Runner.CanCover(Phase.Foundation, e.Exercise.Category)
                || e.Exercise.Category == Category.CalvesAnkles && !season.Runner.CanDoAny(Phase.Foundation, 35);
            if (e.Exercise.Stage > 1 && !noOther)
                yield return $"R102: {e.Exercise.Ref} is of stage {e.Exercise.Stage}";
        }

        if (session.In(BlockKind.Core).FirstOrDefault(e => !e.IsAny(_foundationCore)) is { } core)
            yield return $"3.1 Foundation: {core.Exercise.Ref} as core";
        if (season.Runner.IsNew && session.Date < season.Plan.Sessions[0].Date.AddDays(7))
            foreach (var row in new[] { 39, 40 })
                if (!session.In(BlockKind.WarmUp).Any(e => e.Row() == row) && season.Runner.CanDoAny(Phase.Foundation, row))
                    yield return $"R106: no E{row} in the first week's warm-up";
    }

    private static IEnumerable<string> Light(PlannedSeason season, Session session)
    {
        if (session.Blocks.Any(b => b.Kind is not (BlockKind.WarmUp or BlockKind.Activation or BlockKind.Core)))
            yield return "D18: more than activation and core";
        if (!session.Trained().Any())
            yield return "D18: an empty light session";
        if (session.All().Any(e => e.Load.Kind != LoadKind.BodyWeight))
            yield return "D18: a light session with load";
        // What was done with a band is not new without it, and the basics of the first warm-ups are known as well.
        var known = season.Plan.Sessions.Where(s => s.Date < session.Date).SelectMany(s => s.All())
            .SelectMany(e => e.Exercise.Easier.Add(e.Exercise.Ref)).ToHashSet();
        if (session.Trained().FirstOrDefault(e => !known.Contains(e.Exercise.Ref)) is { } fresh)
            yield return $"D18: {fresh.Exercise.Ref} is new";
    }
}
