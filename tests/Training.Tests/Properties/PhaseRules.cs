namespace StrengthDays.Training.Tests.Properties;

/// <summary>Phases: contiguous, closed, each day what the calendar rules say (R125 to R127, R143 to R145, D17, section 3 and 3.1).</summary>
internal static class PhaseRules
{
    public static IEnumerable<string> Violations(PlannedSeason season)
    {
        var plan = season.Plan;
        if (plan.StartsOn != season.Asked.StartOn || plan.Phases.IsEmpty || plan.Phases[0].From != plan.StartsOn)
            yield return "R145: the phases do not begin on the first day";
        if (!plan.Races.SequenceEqual(season.Races))
            yield return $"R146: the plan counts {plan.Races.Length} races, expected {season.Races.Count}";
        foreach (var violation in Ranges(plan).Concat(EachDay(season)))
            yield return violation;
    }

    private static IEnumerable<string> Ranges(Plan plan)
    {
        for (var i = 0; i < plan.Phases.Length; i++)
        {
            var phase = plan.Phases[i];
            if (phase.To < phase.From)
                yield return $"R143: {phase.Phase} has a negative length";
            if (i > 0 && phase.From.DayNumber != plan.Phases[i - 1].To.DayNumber + 1)
                yield return $"R143: a gap or an overlap before {phase.Phase}";
            if (i > 0 && phase.Phase == plan.Phases[i - 1].Phase)
                yield return $"R143: {phase.Phase} twice in a row";
            if (phase.Sets != SetsIn(phase.Phase))
                yield return $"R126: {phase.Phase} shows {phase.Sets} sets";
            if (string.IsNullOrWhiteSpace(phase.Why))
                yield return $"R126: {phase.Phase} has no sentence";
        }
    }

    private static IEnumerable<string> EachDay(PlannedSeason season)
    {
        var expected = ExpectedPhases.Of(season.Asked, day => season.Plan.Sessions.Any(s => s.Date < day));
        var planned = season.Plan.Phases.SelectMany(p => Enumerable.Repeat(p.Phase, p.To.DayNumber - p.From.DayNumber + 1)).ToList();
        if (planned.Count != expected.Count)
            yield return $"R145: {planned.Count} days to the horizon, expected {expected.Count}";
        for (var day = 0; day < Math.Min(planned.Count, expected.Count); day++)
            if (planned[day] != expected[day])
            {
                yield return $"R125: day {day} is {planned[day]}, expected {expected[day]}";
                yield break;
            }
    }

    /// <summary>Section 3: sets depend on the phase only.</summary>
    public static int SetsIn(Phase phase) => phase switch
    {
        Phase.GeneralPreparation => 3,
        Phase.Foundation or Phase.EasyWeek or Phase.RaceBlock => 2,
        _ => 0,
    };
}
