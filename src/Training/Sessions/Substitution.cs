using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <summary>
/// Takes out what hurt and puts another exercise of the same movement in its place, which then makes progress like any
/// other (R104, R137). Asked week by week: what stands in goes on from the week before.
/// </summary>
/// <param name="shape">Which session.</param>
/// <param name="pools">What the runner can do.</param>
/// <param name="kit">The runner.</param>
internal sealed class Substitution(SessionShape shape, Pools pools, Kit kit)
{
    // What stands in for each exercise that hurt, and where each of them was left.
    private readonly Dictionary<Exercise, SlotState> _instead = [];
    private readonly Dictionary<Exercise, SlotState> _left = [];
    private bool _wasUnloaded;

    /// <param name="placed">The session as planned; the same array comes back when nothing in it hurts.</param>
    /// <param name="week">Its training week.</param>
    /// <param name="stops">What has hurt by then.</param>
    public ImmutableArray<PlacedState> For(ImmutableArray<PlacedState> placed, int week, Func<Exercise, bool> stops)
    {
        if (!placed.Any(p => stops(p.State.Exercise)))
            return placed;
        // Where the session is at body weight, so is what comes instead; load begins with it anew.
        var isUnloaded = placed.All(p => p.Kind <= SlotKind.Activation || p.State.Step == 0);
        if (_wasUnloaded && !isUnloaded)
            _instead.Clear();
        _wasUnloaded = isUnloaded;
        var session = placed.ToList();
        for (var i = 0; i < session.Count; i++)
        {
            var hurt = session[i].State.Exercise;
            if (!stops(hurt))
                continue;
            if (Instead(session, i, week, isUnloaded, stops) is { } other)
                session[i] = session[i] with { State = _instead[hurt] = _left[other.Exercise] = other };
            else
                session.RemoveAt(i--);
        }

        return [.. session];
    }

    private SlotState? Instead(List<PlacedState> session, int i, int week, bool isUnloaded, Func<Exercise, bool> stops)
    {
        var place = session[i];
        bool IsPossible(SlotState s) => !stops(s.Exercise) && session.TrueForAll(p => p.State.Exercise != s.Exercise);
        var fresh = Candidates(place.Kind, isUnloaded).Where(IsPossible)
            .Select(s => s with { Loaded = week, Changed = week }).ToList();
        var further = _instead.TryGetValue(place.State.Exercise, out var last) && IsPossible(last)
            ? Further(last, week, fresh).Where(IsPossible).ToList()
            : [];
        return First(session, i, further) ?? WithRoom(session, i, further)
            ?? First(session, i, [.. fresh.SelectMany(OrItsLeast)])
                ?? WithRoom(session, i, [.. fresh.SelectMany(OrItsLeast)]);
    }

    /// <summary>
    /// One step: repetitions, then load or a harder version; what has nowhere to go takes turns with others.
    /// </summary>
    private IEnumerable<SlotState> Further(SlotState last, int week, List<SlotState> others)
    {
        if (!Progression.MustWait(last, week, kit))
        {
            if (Progression.More(last, week, kit) is { } more)
                yield return more;
            if (Progression.Harder(last, week, kit) is { } harder)
                yield return harder;
            if (week - last.Changed >= WeekStep.StaleWeeks)
                foreach (var other in others.Where(o => o.Exercise != last.Exercise)
                    .Select(o => WhereItWasLeft(o, week))
                    .Append(Progression.Anew(last, week)))
                    yield return other;
        }

        yield return last;
    }

    private SlotState WhereItWasLeft(SlotState other, int week) =>
        _left.TryGetValue(other.Exercise, out var left)
            ? left with { Loaded = Math.Max(left.Loaded, week - 1), Changed = week }
            : other;

    /// <summary>At its first dose or the least of its range.</summary>
    private static IEnumerable<SlotState> OrItsLeast(SlotState state) =>
        [state, state with { Amount = Math.Min(state.Amount, state.Exercise.Dose!.Lower) }];

    /// <summary>The first that the minutes allow.</summary>
    private SlotState? First(List<PlacedState> session, int i, List<SlotState> offers)
    {
        var own = shape.Cost(session[i].Kind, session[i].State);
        var seconds = Math.Max(own, own + shape.Free([.. session]));
        foreach (var state in offers)
            if (shape.Cost(session[i].Kind, state) <= seconds)
                return state;
        return null;
    }

    /// <summary>Where the minutes are full, what is no main lift begins anew rather than leave a place empty.</summary>
    private SlotState? WithRoom(List<PlacedState> session, int i, List<SlotState> offers)
    {
        var before = session.ToArray();
        for (var j = session.Count - 1; j >= 0 && offers.Count > 0; j--)
        {
            if (j == i || session[j].Kind < SlotKind.Upper)
                continue;
            session[j] = session[j] with { State = Progression.Anew(session[j].State, session[j].State.Changed) };
            if (First(session, i, offers) is { } other)
                return other;
        }

        session.Clear();
        session.AddRange(before);
        return null;
    }

    /// <summary>What opens each family of the movement, then the easier versions of the same families.</summary>
    private IEnumerable<SlotState> Candidates(SlotKind kind, bool isUnloaded)
    {
        var families = pools.Alternatives(kind, shape);
        var entries = families.Select(kit.EntryOf).OfType<SlotState>();
        var unloaded = families.Select(f => Progression.Foundation(f, kit, 0)).OfType<SlotState>();
        return isUnloaded
            ? unloaded.Concat(entries.Where(s => kind <= SlotKind.Activation || s.Step == 0))
            : entries.Concat(unloaded);
    }
}
