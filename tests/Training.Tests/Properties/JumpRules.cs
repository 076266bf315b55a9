namespace StrengthDays.Training.Tests.Properties;

/// <summary>When there may be jumps, and that they come when they may (D12, R011, R052, R073, section 3 and 3.1).</summary>
internal static class JumpRules
{
    public static IEnumerable<string> Violations(PlannedSeason season)
    {
        var jumping = season.Plan.Sessions.Where(s => s.In(BlockKind.Power).Any()).ToList();
        foreach (var session in jumping)
            foreach (var violation in Session(season, session))
                yield return FormattableString.Invariant($"{violation} [{session.Date:yyyy-MM-dd}]");
        if (jumping.GroupBy(s => PlannedSeason.MondayOf(s.Date)).Any(w => w.Count() > 2))
            yield return "D12: jumps more than twice a week";
        foreach (var session in jumping.Take(2))
            if (!session.Why.Contains("sore", StringComparison.OrdinalIgnoreCase))
                yield return "R052: the first jumps come without the word about soreness";
        if (season.Asked.Plyometrics && jumping.Count == 0 && !Says(season, "jump"))
            yield return "D12: jumps were asked for, there are none, and nothing says why";
    }

    private static IEnumerable<string> Session(PlannedSeason season, Session session)
    {
        if (season.Asked is not { Plyometrics: true, Experience: Experience.Experienced, AgeBand: not AgeBand.SixtyPlus })
            yield return "D12: jumps for a runner who did not ask, is no experienced lifter or is 60 plus";
        if (session.Date < season.Asked.StartOn.AddDays(56))
            yield return "D12: jumps before 8 weeks of the plan are behind";
        if (session.Phase != Phase.GeneralPreparation)
            yield return $"D12: jumps in {session.Phase}";
        if (season.Asked.Niggles.Any(n => n.PainfulNow || n.Area != Area.LowBack))
            yield return "D12: jumps with a niggle";
        if (season.Asked.Week[session.Date.DayOfWeek] != RunDay.Easy)
            yield return "R052: jumps on a day without an easy run";
    }

    private static bool Says(PlannedSeason season, string word) =>
        season.Plan.Notices.Any(n => n.Contains(word, StringComparison.OrdinalIgnoreCase));
}
