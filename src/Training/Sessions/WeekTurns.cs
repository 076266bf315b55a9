using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <summary>
/// Works out the sessions of a week. The one worked out last is the one that gives way (R016). Where nothing is left
/// for it, they take turns. A circuit without a minute to spare rather makes progress (R137): its list is one by rule
/// (section 3.1, Time).
/// </summary>
/// <param name="kit">The runner.</param>
/// <param name="pools">What the runner can do.</param>
/// <param name="count">Sessions in the week.</param>
internal sealed class WeekTurns(Kit kit, Pools pools, int count)
{
    /// <param name="cycle">What each session of the week is made for, by weekday.</param>
    public ImmutableArray<WeeklyStates> Of(ImmutableArray<CycleWeeks> cycle)
    {
        var (best, fewest) = (ImmutableArray<WeeklyStates>.Empty, (Alike: int.MaxValue, Stale: int.MaxValue));
        foreach (var sessions in Attempts(cycle))
        {
            if (Faults(sessions) is var faults && faults.CompareTo(fewest) < 0)
                (best, fewest) = (sessions, faults);
            if (fewest == default)
                return best;
        }

        return best;
    }

    private IEnumerable<ImmutableArray<WeeklyStates>> Attempts(ImmutableArray<CycleWeeks> cycle)
    {
        foreach (var turns in Turns(cycle.Length))
            yield return InTurn(cycle, turns);
        if (ShapeOf(0).Format is SessionFormat.Circuit)
            yield return Worked([.. cycle.Select((c, i) => new WeeklyStates(ShapeOf(i), kit, pools, c, []))]);
    }

    private static (int Alike, int Stale) Faults(ImmutableArray<WeeklyStates> sessions) =>
        (sessions.Sum(s => s.AlikeWeeks), sessions.Sum(s => s.StaleWeeks));

    private SessionShape ShapeOf(int index) => new(index, count, kit.Questionnaire.Minutes);

    private static IEnumerable<ImmutableArray<int>> Turns(int sessions) => sessions switch
    {
        2 => [[0, 1], [1, 0]],
        3 => [[0, 1, 2], [0, 2, 1], [1, 2, 0], [1, 0, 2], [2, 0, 1], [2, 1, 0]],
        4 => [[0, 1, 2, 3], [2, 1, 0, 3]],
        _ => [[0]],
    };

    /// <param name="cycle">The weeks of each session.</param>
    /// <param name="turns">Which is worked out first, and so on.</param>
    private ImmutableArray<WeeklyStates> InTurn(ImmutableArray<CycleWeeks> cycle, ImmutableArray<int> turns)
    {
        var made = ImmutableArray<WeeklyStates>.Empty;
        foreach (var index in turns)
            made = made.Add(new(ShapeOf(index), kit, pools, cycle[index], made));
        return Worked(made);
    }

    /// <summary>Week by week, for what one session lifts the next lifts too.</summary>
    /// <param name="sessions">In the order in which they are worked out.</param>
    /// <returns>By weekday.</returns>
    private static ImmutableArray<WeeklyStates> Worked(ImmutableArray<WeeklyStates> sessions)
    {
        var byWeekday = sessions.Sort((one, other) => one.Shape.Index - other.Shape.Index);
        Span<byte> reached = stackalloc byte[Exclusions.Rows];
        reached.Clear();
        Span<int> weeks = stackalloc int[sessions.Length];
        weeks.Clear();
        while (NextMonday(byWeekday, weeks) is { } monday)
        {
            foreach (var session in sessions)
                if (IsIn(session, weeks[session.Shape.Index], monday))
                    session.CarryLoads(weeks[session.Shape.Index], reached);
            foreach (var session in byWeekday)
                if (IsIn(session, weeks[session.Shape.Index], monday))
                {
                    // Once more, for what an earlier day of this week has reached.
                    session.CarryLoads(weeks[session.Shape.Index], reached);
                    session.NoteLoads(weeks[session.Shape.Index]++, reached);
                }
        }

        return byWeekday;
    }

    private static bool IsIn(WeeklyStates session, int week, int monday) =>
        week < session.Cycle.Count && session.Cycle.CalendarOf(week) == monday;

    /// <summary>Null when every session has all its weeks.</summary>
    private static int? NextMonday(ImmutableArray<WeeklyStates> byWeekday, ReadOnlySpan<int> weeks)
    {
        int? next = null;
        foreach (var session in byWeekday)
            if (weeks[session.Shape.Index] is var week && week < session.Cycle.Count)
                next = Math.Min(next ?? int.MaxValue, session.Cycle.CalendarOf(week));
        return next;
    }
}
