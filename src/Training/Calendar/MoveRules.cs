namespace StrengthDays.Training;

/// <summary>Where a session may be moved.</summary>
internal static class MoveRules
{
    /// <summary>A session stays within this many days of its own.</summary>
    public const int MostDays = 6;

    public static string? Refusal(RunningWeek week, Timeline timeline, TrainingDays days, int from, int to)
    {
        var date = timeline.DateAt(to);
        if (from == to)
            return $"The session is on {Words.Date(date)} already.";
        var own = days.HoldsSession(from) ? days.SourceOf(from) : from;
        if (Math.Abs(to - own) > MostDays)
            return $"{Words.Date(date)} is more than {MostDays} days from the session's own day: "
                + "skip this session instead.";
        if (days.HoldsSession(to))
            return $"{Words.Date(date)} has a session already: two are never done on one day.";
        if (Placement.Refusal(week, date.DayOfWeek) is { } rule)
            return rule;
        if (!days.IsFree(to))
            return $"{Words.Date(date)} is kept free of strength: {Reason(timeline, to)}.";
        if (timeline.PhaseAt(to) is Phase.Foundation && timeline.PhaseAt(own) is not Phase.Foundation)
            return $"{Words.Date(date)} is still foundation, at body weight: this session comes after it.";
        return to == own ? null : Neighbour(timeline, days, from, to);
    }

    private static string Reason(Timeline timeline, int to) => timeline.PhaseAt(to) switch
    {
        Phase.Taper or Phase.RaceWeek or Phase.Recovery => Words.Phase(timeline.PhaseAt(to)).ToLowerInvariant(),
        _ when timeline.Races.Any(r => Math.Abs(timeline.DayOf(r.Date) - to) <= 3) => "a race is near",
        _ => "it lies in a pause",
    };

    private static string? Neighbour(Timeline timeline, TrainingDays days, int from, int to)
    {
        foreach (var day in (ReadOnlySpan<int>)[to - 1, to + 1])
            if (day >= 0 && day < timeline.Length && day != from && days.HoldsSession(day))
                return $"{Words.Date(timeline.DateAt(day))} is a strength day, "
                    + "and two in a row leave no time to recover.";
        return null;
    }
}
