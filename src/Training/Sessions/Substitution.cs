using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <summary>Takes out what hurt and puts another exercise of the same movement in its place (issue of pain, not of effort).</summary>
internal static class Substitution
{
    /// <param name="placed">The session as planned.</param>
    /// <param name="shape">Which session.</param>
    /// <param name="pools">What the runner can do.</param>
    /// <param name="kit">The runner.</param>
    /// <param name="stops">What hurt.</param>
    public static ImmutableArray<PlacedState> For(
        ImmutableArray<PlacedState> placed, SessionShape shape, Pools pools, Kit kit, Func<Exercise, bool> stops)
    {
        var session = ImmutableArray.CreateBuilder<PlacedState>(placed.Length);
        foreach (var place in placed)
            if (!stops(place.State.Exercise))
                session.Add(place);
            else if (Instead(place, placed, session, shape, pools, kit, stops) is { } other)
                session.Add(other);
        return session.Count == placed.Length && session.SequenceEqual(placed) ? placed : session.DrainToImmutable();
    }

    /// <summary>At its first dose, and never longer than what it replaces.</summary>
    private static PlacedState? Instead(
        PlacedState place,
        ImmutableArray<PlacedState> placed,
        ImmutableArray<PlacedState>.Builder chosen,
        SessionShape shape,
        Pools pools,
        Kit kit,
        Func<Exercise, bool> stops)
    {
        var seconds = shape.Cost(place.Kind, place.State);
        foreach (var family in pools.Alternatives(place.Kind, shape))
            if (First(family, kit) is { } state
                && !stops(state.Exercise)
                && shape.Cost(place.Kind, state) <= seconds
                && !placed.Any(p => p.State.Exercise == state.Exercise)
                && !chosen.Any(p => p.State.Exercise == state.Exercise))
                return place with { State = state };
        return null;

        // Where the session was at body weight, so is what comes instead.
        SlotState? First(Family family, Kit runner) =>
            placed.All(p => p.Kind <= SlotKind.Activation || p.State.Step == 0)
                ? Progression.Foundation(family, runner, 0) ?? runner.EntryOf(family)
                : runner.EntryOf(family);
    }
}
