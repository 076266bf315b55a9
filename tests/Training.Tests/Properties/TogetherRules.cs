namespace StrengthDays.Training.Tests.Properties;

/// <summary>What the sessions of one week must be together (R012, R016, R110, R116, D1, D13, section 2's map).</summary>
internal static class TogetherRules
{
    private static readonly Category[] _legs =
        [Category.GlutesHips, Category.PosteriorChain, Category.Quads, Category.Basics, Category.FullBody, Category.CalvesAnkles];

    public static IEnumerable<string> Violations(PlannedSeason season) =>
        from week in season.FullWeeks
        from violation in Week(season, [.. week])
        select System.FormattableString.Invariant($"{violation} [week of {week.Key:yyyy-MM-dd}, {week.First().Phase}]");

    private static IEnumerable<string> Week(PlannedSeason season, Session[] sessions) =>
        Covers(season, sessions).Concat(LegLists(season, sessions)).Concat(Upper(season, sessions)).Concat(Helps(season, sessions))
            .Concat(Split(season, sessions));

    private static IEnumerable<string> Covers(PlannedSeason season, Session[] sessions)
    {
        foreach (var category in Work.Four)
            if (!Trained(sessions).Any(e => e.Exercise.Category == category) && Can(season, sessions, category))
                yield return $"R110: nothing for {category} all week";
        if (!Trained(sessions).Any(e => e.IsAny([.. Work.Hinges, 34])) && Can(season, sessions, [.. Work.Hinges, 34]))
            yield return "R116: neither a hinge nor a Nordic curl all week";
        if (Trained(sessions).Count(e => e.Row() == 34) > 1)
            yield return "3.1 Safety: Nordic curls twice a week";
    }

    private static IEnumerable<string> LegLists(PlannedSeason season, Session[] sessions)
    {
        var legs = sessions.Where(season.IsLegsDay).ToList();
        if (season.Asked.Minutes < (season.Races.Any(r => r.Hilly) ? 45 : 30) || legs.Any(s => season.IsCrowded(season.WorksAs(s)))
            || legs.Exists(s => s.Phase == Phase.Foundation) && legs.Exists(s => s.Phase == Phase.RaceBlock) || legs.Any(s => LegListsOf(season, s) < Needed(season, legs)))
            yield break;
        var lists = legs.ConvertAll(s => string.Join(' ', Legs(s)));
        if (lists.Distinct().Count() < lists.Count)
            yield return $"R016: the same leg list twice: {lists.GroupBy(l => l).First(g => g.Count() > 1).Key}";
    }

    /// <summary>
    /// How many leg lists there are for a runner: hinges times unilateral items times calf raises. A block that follows foundation
    /// directly stays with what foundation allows; hills leave the step-up alone, or what stands in for it.
    /// </summary>
    private static int LegListsOf(PlannedSeason season, Session session)
    {
        var phase = season.WorksAs(session);
        var climbing = season.Races.Any(r => r.Hilly);
        int[] unilateral = !climbing ? [25, 46, 47, 49, 50, 53, 55]
            : season.Runner.CanDoAny(phase, 25) ? [25]
            : [53, 24];
        int[] hinges = season.Runner.Has(Area.Hamstring) && season.Runner.CanDoAny(phase, 28, 29, 30, 31)
            ? [28, 29, 30, 31]
            : Work.Hinges;
        return Count(hinges) * Count(unilateral) * Count([35, 37]);

        int Count(int[] rows) => Math.Max(1, rows.Count(row => season.Runner.CanDoAny(phase, row)));
    }

    /// <summary>
    /// One list more where short sessions leave no minute to trade, and where a phase ends within the week: one session stands still
    /// while another moves on.
    /// </summary>
    private static int Needed(PlannedSeason season, List<Session> legs) =>
        legs.Count + (season.Asked.Minutes < 45 || legs.Select(s => s.Phase).Distinct().Count() > 1 ? 1 : 0);

    private static IEnumerable<string> Legs(Session session) =>
        session.Working().Where(e => _legs.Contains(e.Exercise.Category)).Select(e => e.Exercise.Ref).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Upper(PlannedSeason season, Session[] sessions)
    {
        var upper = sessions.Sum(s => s.In(BlockKind.UpperBody).Count());
        if (!season.Asked.UpperBody && upper > 0)
            yield return "D13: upper body, though not wanted";
        // Upper body goes first when time is short (section 3): the week's only session cannot leave the heel drops out.
        if (season.IsHeelDropsOnly && sessions.Length == 1)
            yield break;
        if (season.Asked.UpperBody && season.Asked.Minutes >= (season.HasQuickCalves(sessions[0].Phase) ? 45 : 50) && upper == 0 && sessions.Length > 0
            && season.Runner.CanCover(season.WorksAs(sessions[0]), Category.UpperBody))
            yield return $"R012: no upper body all week at {season.Asked.Minutes} minutes";
    }

    /// <summary>
    /// Section 2's map: each weak place gets one of its exercises every week of training; any loaded deadlift serves a hamstring.
    /// </summary>
    private static IEnumerable<string> Helps(PlannedSeason season, Session[] sessions)
    {
        if (season.Asked.Minutes < 30 || sessions.Any(s => s.Phase is not (Phase.Foundation or Phase.GeneralPreparation)))
            yield break;
        // One session a week has one calf item, which cannot serve two places.
        var calves = season.Asked.Niggles.Count(n => n.Area is Area.Achilles or Area.ShinSplints or Area.PlantarFascia);
        foreach (var niggle in season.Asked.Niggles)
            if (sessions.Length == 1 && calves > 1 && Map(niggle.Area).Max() is > 35 and < 39)
                continue;
            else if (sessions.Any(s => season.IsCrowded(season.WorksAs(s))) && Map(niggle.Area).Contains(10))
                continue;
            else if (Map(niggle.Area) is var rows && !Trained(sessions).Any(e => e.IsAny(rows)) && Can(season, sessions, rows))
                yield return $"section 2: nothing for {niggle.Area} all week at {season.Asked.Minutes} minutes";
    }

    private static int[] Map(Area area) => area switch
    {
        Area.ItBand or Area.RunnersKnee => [10, 11, 12, 24, .. Work.StepUps],
        Area.Achilles => [36, 37, 38],
        Area.Hamstring => [28, 29, 30, 31, 32, 34],
        Area.ShinSplints => [35, 37, 38],
        Area.PlantarFascia => [35, 36],
        _ => [1, 13, 14, 28, 29, 30, 31, 32],
    };

    /// <summary>D1: two sessions for legs and hips, two for core and upper body.</summary>
    private static IEnumerable<string> Split(PlannedSeason season, Session[] sessions)
    {
        if (!season.IsSplit)
            yield break;
        foreach (var session in sessions)
        {
            var legs = session.Working().Any(e => _legs.Contains(e.Exercise.Category));
            var trunk = session.In(BlockKind.Core, BlockKind.UpperBody).Any();
            if (season.IsLegsDay(session) ? trunk : legs)
                yield return $"D1: {session.Date.DayOfWeek} mixes legs with core and upper body";
        }
    }

    private static IEnumerable<Prescription> Trained(Session[] sessions) => sessions.SelectMany(s => s.Trained());

    private static bool Can(PlannedSeason season, Session[] sessions, Category category) =>
        sessions.All(s => season.Runner.CanCover(season.WorksAs(s), category));

    private static bool Can(PlannedSeason season, Session[] sessions, int[] rows) =>
        sessions.All(s => season.Runner.CanDoAny(season.WorksAs(s), rows));
}
