namespace StrengthDays.Training.Tests.Properties;

/// <summary>
/// Every rule a finished plan can be held to, worked out anew from the rule table: nothing of the planner is called. Each message
/// begins with its rule.
/// </summary>
internal static class PlanRules
{
    public static IEnumerable<string> Violations(Questionnaire asked, Plan plan)
    {
        var season = new PlannedSeason(asked, plan);
        return
        [
            .. PhaseRules.Violations(season),
            .. WeekRules.Violations(season),
            .. PlacementRules.Violations(season),
            .. WithinSessions(season),
            .. TogetherRules.Violations(season),
            .. FreezeRules.Violations(season),
            .. ProgressRules.Violations(season),
            .. JumpRules.Violations(season),
            .. NoticeRules.Violations(season),
            .. WordRules.Violations(season),
        ];
    }

    /// <summary>What each session must hold by itself.</summary>
    public static IEnumerable<string> WithinSessions(PlannedSeason season) =>
        season.Plan.Sessions.SelectMany(s => SessionViolations(season, s));

    private static IEnumerable<string> SessionViolations(PlannedSeason season, Session session) =>
        SessionRules.Violations(season, session)
            .Concat(CoverageRules.Violations(season, session))
            .Concat(Prescriptions(season, session))
            .Concat(PhaseWorkRules.Violations(season, session))
            .Select(v => Dated(v, session));

    private static IEnumerable<string> Prescriptions(PlannedSeason season, Session session) =>
        from block in session.Blocks
        where block.Kind != BlockKind.WarmUp
        from exercise in block.Exercises
        from violation in PrescriptionRules.Violations(season, block.Kind, exercise)
        select violation;

    private static string Dated(string violation, Session session) =>
        FormattableString.Invariant($"{violation} [{session.Phase} {session.Date:yyyy-MM-dd}]");
}
