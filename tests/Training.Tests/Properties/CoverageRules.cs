namespace StrengthDays.Training.Tests.Properties;

/// <summary>What a full session must hold, as far as the runner can do it (R048, R063, R066, R110, R111, R114, R118, R119, R124).</summary>
internal static class CoverageRules
{
    public static IEnumerable<string> Violations(PlannedSeason season, Session session)
    {
        if (PlannedSeason.IsLight(session))
            return [];
        return Quads(session).Concat(Core(season, session)).Concat(Categories(season, session))
            .Concat(PerSession(season, session)).Concat(Counts(season, session)).Concat(Hilly(season, session));
    }

    private static IEnumerable<string> Quads(Session session)
    {
        var quads = session.Trained().Count(e => e.IsAny(Work.QuadDominant));
        if (quads > 1)
            yield return $"R111: {quads} quad-dominant items";
        if (session.Working().Count(e => e.IsAny(Work.Squats)) > session.Working().Count(e => e.IsAny(Work.Hinges)))
            yield return "R049: more squats than hinges";
    }

    private static IEnumerable<string> Core(PlannedSeason season, Session session)
    {
        var core = session.In(BlockKind.Core).Count();
        var most = season.Asked.DynamicCore ? 3 : 2;
        if (core > most)
            yield return $"R118: {core} core items";
        if (session.In(BlockKind.Core).Any(e => e.Exercise.Category != Category.Core))
            yield return "R117: something else than core in the core block";
    }

    private static IEnumerable<string> Categories(PlannedSeason season, Session session)
    {
        if (season.IsSplit)
            yield break;
        foreach (var category in Work.Four)
            if (session.Trained().All(e => e.Exercise.Category != category) && season.Runner.CanCover(season.WorksAs(session), category))
                yield return $"R110: nothing for {category} at {Length(season)}";
    }

    private static IEnumerable<string> PerSession(PlannedSeason season, Session session)
    {
        if (season.Asked.Minutes < 30 || !season.IsLegsDay(session))
            yield break;
        if (!session.In(BlockKind.Activation).Any(e => e.IsAny(Work.Abductors)) && Can(season, session, Work.Abductors)
            && !season.IsCrowded(season.WorksAs(session)) && !(season.IsHeelDropsOnly && season.Asked.Minutes < 35 && session.In(BlockKind.Calves).Any(e => e.Row() == 36)))
            yield return $"R114: no abductor drill at {Length(season)}";
        if (!session.In(BlockKind.Main).Any(e => e.IsAny(Work.Hinges)) && Can(season, session, Work.Hinges))
            yield return $"R048: no hinge at {Length(season)}";
        if (!session.In(BlockKind.Main).Any(e => e.IsAny(Work.Unilateral)) && Can(season, session, Work.Unilateral))
            yield return $"R066: nothing unilateral at {Length(season)}";
        if (!session.In(BlockKind.Calves).Any() && season.Runner.CanCover(season.WorksAs(session), Category.CalvesAnkles))
            yield return $"R119: no calves at {Length(season)}";
        if (session.In(BlockKind.Calves).Any(e => e.Tempo is null))
            yield return "R119: a calf item without a tempo";
    }

    private static IEnumerable<string> Counts(PlannedSeason season, Session session)
    {
        if (!season.IsFull(session) || !season.Asked.Avoid.IsEmpty)
            yield break;
        var activation = session.In(BlockKind.Activation).Count();
        var list = session.In(BlockKind.Main, BlockKind.Core, BlockKind.Calves).Count();
        // Jumps are one of the ten while they last; when they end, nothing new takes their place (R126).
        var jumps = season.Plan.Sessions.Any(s => s.In(BlockKind.Power).Any());
        var all = session.Working().Count();
        var (fewestActivation, fewest) = season.Asked.Minutes >= 45 ? (3, 5) : (1, 4);
        if (activation < fewestActivation)
            yield return $"R124: {activation} activation items at {Length(season)}";
        if (list < fewest)
            yield return $"R124: {list} of the main list at {Length(season)}";
        if (season.Asked.Minutes >= 50 && season.Weekdays.Length <= 2 && all != 7 && !(jumps && all == 6))
            yield return $"Y7: {all} items beside activation at {Length(season)}";
    }

    private static IEnumerable<string> Hilly(PlannedSeason season, Session session)
    {
        if (season.Asked.Minutes < 30 || !season.IsLegsDay(session) || !season.Races.Any(r => r.Hilly))
            yield break;
        var main = session.In(BlockKind.Main).ToList();
        if (Can(season, session, [25]))
        {
            if (!main.Any(e => e.IsAny(Work.StepUps)))
                yield return $"R030: no step-up before a hilly race at {Length(season)}";
        }
        else if (Can(season, session, [24, 53]) && !main.Any(e => e.IsAny([24, 53, 54])))
            yield return $"R030: neither E53 nor E24 in place of the step-up at {Length(season)}";
    }

    private static bool Can(PlannedSeason season, Session session, int[] rows) => season.Runner.CanDoAny(season.WorksAs(session), rows);

    private static string Length(PlannedSeason season) => $"{season.Asked.Minutes} minutes";
}
