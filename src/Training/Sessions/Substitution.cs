using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <summary>
/// Takes out what hurt and puts another exercise of the same movement in its place (issue of pain, not of effort).
/// </summary>
/// <param name="shape">Which session.</param>
/// <param name="pools">What the runner can do.</param>
/// <param name="kit">The runner.</param>
/// <param name="stops">What hurt.</param>
internal sealed class Substitution(SessionShape shape, Pools pools, Kit kit, Func<Exercise, bool> stops)
{
    /// <param name="placed">The session as planned; the same array comes back when nothing in it hurt.</param>
    public ImmutableArray<PlacedState> For(ImmutableArray<PlacedState> placed)
    {
        if (!placed.Any(p => stops(p.State.Exercise)))
            return placed;
        // Where the session is at body weight, so is what comes instead.
        var isUnloaded = placed.All(p => p.Kind <= SlotKind.Activation || p.State.Step == 0);
        var session = placed.ToList();
        for (var i = 0; i < session.Count; i++)
        {
            if (!stops(session[i].State.Exercise))
                continue;
            if ((Instead(session[i], session, isUnloaded) ?? WithRoom(session, i, isUnloaded)) is { } other)
                session[i] = session[i] with { State = other };
            else
                session.RemoveAt(i--);
        }

        return [.. session];
    }

    /// <summary>Where the minutes are full, what is no main lift begins anew rather than leave a place empty.</summary>
    private SlotState? WithRoom(List<PlacedState> session, int i, bool isUnloaded)
    {
        var before = session.ToArray();
        for (var j = session.Count - 1; j >= 0; j--)
        {
            if (j == i || session[j].Kind < SlotKind.Upper)
                continue;
            session[j] = session[j] with { State = Progression.Anew(session[j].State, session[j].State.Changed) };
            if (Instead(session[i], session, isUnloaded) is { } other)
                return other;
        }

        session.Clear();
        session.AddRange(before);
        return null;
    }

    /// <summary>At its first dose or the least of its range, within the minutes that are left.</summary>
    private SlotState? Instead(PlacedState place, List<PlacedState> session, bool isUnloaded)
    {
        var own = shape.Cost(place.Kind, place.State);
        var seconds = Math.Max(own, own + shape.Free([.. session]));
        foreach (var state in Candidates(place.Kind, isUnloaded))
            if (!stops(state.Exercise) && session.All(p => p.State.Exercise != state.Exercise))
            {
                var least = state with { Amount = Math.Min(state.Amount, state.Exercise.Dose!.Lower) };
                if (shape.Cost(place.Kind, state) <= seconds || shape.Cost(place.Kind, least) <= seconds)
                    return shape.Cost(place.Kind, state) <= seconds ? state : least;
            }

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
