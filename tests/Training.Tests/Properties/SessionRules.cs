namespace StrengthDays.Training.Tests.Properties;

/// <summary>The shape of one session: blocks, sets, rests and minutes (R101, R122, R123, R126, section 3's time model).</summary>
internal static class SessionRules
{
    public static IEnumerable<string> Violations(PlannedSeason season, Session session) =>
        Order(season, session).Concat(Sets(session)).Concat(Minutes(season, session));

    private static IEnumerable<string> Order(PlannedSeason season, Session session)
    {
        var kinds = session.Blocks.Select(b => b.Kind).ToList();
        if (!kinds.SequenceEqual(kinds.Distinct().Order()))
            yield return $"R123: blocks stand as {string.Join(' ', kinds)}";
        if (session.Blocks.Any(b => b.Exercises.IsEmpty))
            yield return "R123: an empty block";
        if (kinds.FirstOrDefault() != BlockKind.WarmUp)
            yield return "R101: no warm-up";
        if (session.Trained().GroupBy(e => e.Exercise.Ref).FirstOrDefault(g => g.Count() > 1) is { } twice)
            yield return $"R109: {twice.Key} stands twice in one session";
        if (session.Phase != season.Plan.Phases.First(p => p.From <= session.Date && session.Date <= p.To).Phase)
            yield return "R126: the session names another phase than its day";
    }

    private static IEnumerable<string> Sets(Session session)
    {
        var expected = PlannedSeason.IsLight(session) ? 1 : PhaseRules.SetsIn(session.Phase);
        if (session.Working().Any(e => e.Sets != expected))
            yield return $"R126: not {expected} sets everywhere";
        if (session.In(BlockKind.WarmUp, BlockKind.Activation).Any(e => e.Sets != 1))
            yield return "R126: warm-up or activation is not 1 set";
    }

    private static IEnumerable<string> Minutes(PlannedSeason season, Session session)
    {
        var seconds = session.Blocks.Sum(b => b.Exercises.Sum(e => Seconds(b.Kind, e)));
        var minutes = (seconds + 59) / 60;
        if (session.EstimatedMinutes != minutes)
            yield return $"R122: says {session.EstimatedMinutes} minutes, takes {minutes}";
        if (minutes > Math.Min(50, season.Asked.Minutes))
            yield return $"R122: takes {minutes} minutes of {season.Asked.Minutes}";
        var isShort = season.Asked.Minutes < 30;
        var warmUp = session.In(BlockKind.WarmUp).Sum(e => Seconds(BlockKind.WarmUp, e));
        if (warmUp != (isShort ? 120 : 240))
            yield return $"R101: {warmUp} seconds of warm-up";
        if (session.In(BlockKind.WarmUp, BlockKind.Activation).Any(e => e.RestSeconds != 15))
            yield return "R150: warm-up or activation does not rest 15 seconds";
        if (session.Working().FirstOrDefault(e => e.RestSeconds != (isShort ? 15 : 60)) is { } rest)
            yield return $"R150: {rest.Exercise.Ref} rests {rest.RestSeconds} seconds";
    }

    /// <summary>Section 3, Time model.</summary>
    public static int Seconds(BlockKind block, Prescription e)
    {
        var once = e.HoldSeconds ?? e.Reps.GetValueOrDefault() * (e.Tempo is { } tempo ? tempo[0] + tempo[2] + tempo[4] - 3 * '0' : 3);
        var set = once * (e.Exercise.PerSide ? 2 : 1) + e.RestSeconds;
        return e.Sets * set + (block > BlockKind.Activation ? 30 : 0);
    }
}
