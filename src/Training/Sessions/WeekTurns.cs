using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <summary>
/// Works out the sessions of a week. The one worked out last is the one that gives way (R016). Where nothing is left
/// for it, they take turns, and then they keep their exercises from block to block. A circuit without a minute to spare
/// rather makes progress (R137): its list is one by rule (section 3.1, Time).
/// </summary>
/// <param name="kit">The runner.</param>
/// <param name="pools">What the runner can do.</param>
/// <param name="count">Sessions in the week.</param>
internal sealed class WeekTurns(Kit kit, Pools pools, int count)
{
    /// <param name="cycle">What each session of the week is made for, by weekday.</param>
    public ImmutableArray<WeeklyStates> Of(ImmutableArray<CycleWeeks> cycle)
    {
        var best = ImmutableArray<WeeklyStates>.Empty;
        foreach (var sessions in Attempts(cycle))
        {
            if (best.IsEmpty || Faults(sessions).CompareTo(Faults(best)) < 0)
                best = sessions;
            if (Faults(best) == default)
                return best;
        }

        return best;
    }

    private IEnumerable<ImmutableArray<WeeklyStates>> Attempts(ImmutableArray<CycleWeeks> cycle)
    {
        foreach (var keeps in new[] { false, true })
        {
            var weeks = keeps ? [.. cycle.Select(c => c.Keeping())] : cycle;
            Dictionary<int, WeeklyStates> known = [];
            foreach (var turns in Turns(cycle.Length))
                yield return InTurn(weeks, turns, known);
        }

        if (ShapeOf(0).Format is SessionFormat.Circuit)
            yield return [.. cycle.Select((weeks, index) => new WeeklyStates(ShapeOf(index), kit, pools, weeks, []))];
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
    /// <param name="known">Sessions that began other turns in the same order, by that order.</param>
    private ImmutableArray<WeeklyStates> InTurn(
        ImmutableArray<CycleWeeks> cycle, ImmutableArray<int> turns, Dictionary<int, WeeklyStates> known)
    {
        var made = ImmutableArray<WeeklyStates>.Empty;
        var order = 0;
        foreach (var index in turns)
        {
            order = 10 * order + index + 1;
            if (!known.TryGetValue(order, out var session))
                known[order] = session = new(ShapeOf(index), kit, pools, cycle[index], made);
            made = made.Add(session);
        }

        return [.. made.OrderBy(session => session.Shape.Index)];
    }
}
