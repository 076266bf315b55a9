using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <summary>Where each exercise of one session was left, so that what comes back goes on from there.</summary>
/// <param name="kit">The runner.</param>
/// <param name="weeks">The session's weeks as far as they are worked out.</param>
internal sealed class LeftOff(Kit kit, ImmutableArray<PlacedState>[] weeks)
{
    // As many as most sessions ever hold.
    private const int MostExercises = 16;

    // By row of the exercise table: 1 + its place in the list, 0 for what was never trained.
    private readonly byte[] _places = new byte[Exclusions.Rows];
    private readonly List<SlotState> _left = new(MostExercises);

    /// <summary>Takes down what has changed in the week before.</summary>
    public void Note(int week)
    {
        if (week == 0)
            return;
        foreach (ref readonly var placed in weeks[week - 1].AsSpan())
            if (placed.Kind > SlotKind.Activation && (_left.Count == 0 || placed.State.Changed >= week - 1
                || _places[placed.State.Exercise.Row] == 0))
            {
                Note(placed.State.Exercise, placed.State);
                Note(placed.State.Family.Members[0], placed.State);
            }
    }

    /// <summary>Whether the family was trained in the week before.</summary>
    public bool WasThere(Family family, int week)
    {
        if (week == 0)
            return false;
        foreach (ref readonly var placed in weeks[week - 1].AsSpan())
            if (placed.Kind > SlotKind.Activation && placed.State.Family.Members[0] == family.Members[0])
                return true;
        return false;
    }

    /// <summary>The first dose of a family that is possible, its next rises counted from now.</summary>
    public SlotState EntryAt(Family family, int week) =>
        kit.PossibleEntryOf(family) with { Loaded = week, Changed = week };

    /// <summary>Where this exercise was left, unless load comes in now; its next rise of load waits as usual.</summary>
    public SlotState? Of(SlotState state, int week) =>
        Latest(state) is { } left && left.Step >= state.Step
            && state.Family.Members.IndexOf(left.Exercise) >= state.Family.Members.IndexOf(state.Exercise)
            ? WasThere(state.Family, week)
                ? left with { Family = state.Family }
                : left with { Family = state.Family, Loaded = Math.Max(left.Loaded, week - 1), Changed = week }
            : null;

    /// <summary>Two families may lead to one exercise: what was done last counts.</summary>
    private SlotState? Latest(SlotState state) =>
        LatestOf(state.Family.Members[0]) is { } first ? LatestOf(first.Exercise) : LatestOf(state.Exercise);

    private SlotState? LatestOf(Exercise exercise) =>
        _places[exercise.Row] is var place and > 0 ? _left[place - 1] : null;

    private void Note(Exercise exercise, SlotState state)
    {
        ref var place = ref _places[exercise.Row];
        if (place == 0)
        {
            _left.Add(state);
            place = (byte)_left.Count;
        }

        _left[place - 1] = state;
    }
}
