using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <summary>
/// Other exercises for the places of a session: where two sessions would be alike, and where nothing else can change.
/// </summary>
internal sealed class Swaps(SessionShape shape, Kit kit, Neighbours neighbours, LeftOff leftOff)
{
    /// <summary>Which place changes first when two sessions would train the legs alike.</summary>
    public static readonly ImmutableArray<SlotKind> GivingWay =
        [SlotKind.Unilateral, SlotKind.Hinge, SlotKind.Second, SlotKind.Calves];

    /// <summary>Whether a session of a week has to give way somewhere.</summary>
    public bool Clashes(ReadOnlySpan<PlacedState> session, int week) => neighbours.In(week).Clashes(session);

    /// <summary>Whether a session of a week still trains the legs as another does.</summary>
    public bool IsAlike(ReadOnlySpan<PlacedState> session, int week) => neighbours.In(week).HasLegs(session);

    /// <summary>Changes what the week's other sessions hold too, where there is anything else (R016).</summary>
    public void Part(PlacedState[] states, ImmutableArray<Slot> slots, int week)
    {
        var beside = neighbours.In(week);
        if (!beside.Clashes(states))
            return;
        for (var i = 0; i < states.Length; i++)
            if (beside.Holds(states[i].Kind, states[i].State.Exercise)
                && Single(states, slots, i, week, beside) is { } other)
                states[i] = states[i] with { State = other };
        PartLegs(states, slots, week, beside);
    }

    /// <summary>
    /// Another exercise in a place that has nowhere to go; null when there is none the minutes allow.
    /// </summary>
    public SlotState? Single(PlacedState[] states, ImmutableArray<Slot> slots, int i, int week) =>
        Single(states, slots, i, week, neighbours.In(week));

    /// <summary>
    /// Another exercise, or a harder version, in a place, with something shorter in others where the minutes do not
    /// allow it by itself; failing that, an even pace (R137).
    /// </summary>
    public bool Renew(PlacedState[] states, ImmutableArray<Slot> slots, int i, int week)
    {
        var beside = neighbours.In(week);
        if (Pair(states, slots, i, week, beside) || WithAccessoriesAnew(states, slots, i, week, beside)
            || Two(states, slots, i, week, beside))
            return true;
        if ((Single(states, slots, i, week, beside) ?? Progression.AtEvenPace(states[i].State, week)) is not { } other)
            return false;
        states[i] = states[i] with { State = other };
        return true;
    }

    /// <summary>
    /// Makes another place shorter, so that one can go on where it was; one that came new where there is any.
    /// </summary>
    public bool MakeRoom(PlacedState[] states, ImmutableArray<Slot> slots, int i, SlotState wanted, int week)
    {
        var before = states[i];
        var beside = neighbours.In(week);
        states[i] = before with { State = wanted };
        for (var j = 0; j < states.Length; j++)
            if (j != i && states[j].Kind > SlotKind.Activation && !leftOff.WasThere(states[j].State.Family, week)
                && Single(states, slots, j, week, beside) is { } shorter)
            {
                states[j] = states[j] with { State = shorter };
                return true;
            }

        states[i] = before;
        return false;
    }

    private void PartLegs(PlacedState[] states, ImmutableArray<Slot> slots, int week, Beside beside)
    {
        foreach (var kind in GivingWay)
            for (var i = 0; i < states.Length && beside.HasLegs(states); i++)
                if (states[i].Kind == kind && Single(states, slots, i, week, beside.LegsOnly) is { } other)
                    states[i] = states[i] with { State = other };
        foreach (var kind in GivingWay)
            for (var i = 0; i < states.Length && beside.HasLegs(states); i++)
                if (states[i].Kind == kind && !Pair(states, slots, i, week, beside.LegsOnly))
                    WithAccessoriesAnew(states, slots, i, week, beside.LegsOnly);
        for (var i = 0; i < states.Length && beside.HasLegs(states); i++)
            if (GivingWay.Contains(states[i].Kind))
                Two(states, slots, i, week, beside.LegsOnly);
    }

    /// <summary>Where one leg exercise would make the session like another, a second changes with it.</summary>
    private bool Two(PlacedState[] states, ImmutableArray<Slot> slots, int i, int week, Beside beside)
    {
        var before = states[i];
        foreach (var other in Candidates(states.ToArray(), slots, i, week))
        {
            if (beside.Holds(before.Kind, other.Exercise))
                continue;
            states[i] = before with { State = other };
            for (var j = 0; j < states.Length; j++)
                if (j != i && GivingWay.Contains(states[j].Kind)
                    && Single(states, slots, j, week, beside) is { } second)
                {
                    states[j] = states[j] with { State = second };
                    return true;
                }
        }

        states[i] = before;
        return false;
    }

    private bool Pair(PlacedState[] states, ImmutableArray<Slot> slots, int i, int week, Beside beside)
    {
        var before = states[i];
        foreach (var other in Candidates(states, slots, i, week).Concat(Harder(states, i, week)))
        {
            if (!beside.Allows(states, i, other.Exercise))
                continue;
            states[i] = before with { State = other };
            var free = shape.Free(states);
            for (var j = states.Length - 1; j >= 0; j--)
                if (j != i && Shorter(states, slots, j, week, beside, free) is { } shorter)
                {
                    states[j] = states[j] with { State = shorter };
                    return true;
                }
        }

        states[i] = before;
        return false;
    }

    private IEnumerable<SlotState> Harder(PlacedState[] states, int i, int week)
    {
        if (states[i].State.Changed < week && Progression.Harder(states[i].State, week, kit) is { } harder
            && !IsElsewhere(states, i, harder.Exercise))
            yield return harder;
    }

    /// <summary>As a pair, where what is no main lift begins anew until the minutes are enough.</summary>
    private bool WithAccessoriesAnew(PlacedState[] states, ImmutableArray<Slot> slots, int i, int week, Beside beside)
    {
        var before = states.ToArray();
        foreach (var other in Candidates(before, slots, i, week).Concat(Harder(before, i, week)))
        {
            if (!beside.Allows(states, i, other.Exercise))
                continue;
            states[i] = states[i] with { State = other };
            for (var j = states.Length - 1; j >= 0 && shape.Free(states) < 0; j--)
                if (j != i && states[j].Kind >= SlotKind.Upper)
                    states[j] = states[j] with { State = Progression.Anew(states[j].State, week) };
            if (shape.Free(states) >= 0)
                return true;
            before.CopyTo(states, 0);
        }

        return false;
    }

    private SlotState? Shorter(
        PlacedState[] states, ImmutableArray<Slot> slots, int j, int week, Beside beside, int free)
    {
        var (kind, state) = states[j];
        var room = free + shape.Cost(kind, state);
        if (kind <= SlotKind.Activation || state.Changed == week || room <= 0)
            return null;
        return Progression.AtEvenPace(state, week) is { } even && shape.Cost(kind, even) <= room
            ? even
            : Single(states, slots, j, week, beside, room);
    }

    private SlotState? Single(PlacedState[] states, ImmutableArray<Slot> slots, int i, int week, Beside beside) =>
        Single(states, slots, i, week, beside, shape.Free(states) + shape.Cost(states[i].Kind, states[i].State));

    /// <summary>The first that fits and that no other session of the week has, or else the first that fits.</summary>
    private SlotState? Single(PlacedState[] states, ImmutableArray<Slot> slots, int i, int week, Beside beside,
        int room)
    {
        SlotState? second = null;
        foreach (var other in Candidates(states, slots, i, week))
        {
            if (shape.Cost(states[i].Kind, other) > room || !beside.Allows(states, i, other.Exercise))
                continue;
            if (!beside.Has(other.Exercise))
                return other;
            second ??= other;
        }

        return second;
    }

    private IEnumerable<SlotState> Candidates(PlacedState[] states, ImmutableArray<Slot> slots, int i, int week)
    {
        var pool = SlotOf(states, slots, i).Pool;
        var at = pool.IndexOf(states[i].State.Family);
        for (var n = 1; n < pool.Length; n++)
        {
            var entry = leftOff.EntryAt(pool[(at + n) % pool.Length], week);
            if (IsElsewhere(states, i, entry.Exercise)
                || (entry.Exercise, entry.Tempo) == (states[i].State.Exercise, states[i].State.Tempo))
                continue;
            var left = leftOff.Of(entry, week);
            if (left is { } known && !IsElsewhere(states, i, known.Exercise)
                && (known.Exercise, known.Tempo) != (states[i].State.Exercise, states[i].State.Tempo))
            {
                yield return known;
                // With the load it had, or not at all: what was trained last week does not begin anew.
                if (!leftOff.WasThere(entry.Family, week))
                    yield return Progression.Anew(known, week);
            }

            // What was trained so last week does not begin anew by a detour.
            var isFallingBack = left is { } was && (was.Exercise, was.Tempo) == (entry.Exercise, entry.Tempo)
                && leftOff.WasThere(entry.Family, week);
            if (entry.Exercise == states[i].State.Exercise && !isFallingBack)
                yield return states[i].State with
                {
                    Family = entry.Family,
                    Tempo = entry.Tempo,
                    Amount = entry.Exercise.Dose!.Lower,
                    Changed = week,
                };
            else if (left is null)
                yield return entry;
        }
    }

    /// <summary>Whether another place of the session holds the exercise.</summary>
    public static bool IsElsewhere(ReadOnlySpan<PlacedState> states, int here, Exercise exercise)
    {
        for (var i = 0; i < states.Length; i++)
            if (i != here && states[i].State.Exercise == exercise)
                return true;
        return false;
    }

    /// <summary>Places of one kind keep their order, so the n-th of a kind is the n-th slot of it.</summary>
    private static Slot SlotOf(PlacedState[] states, ImmutableArray<Slot> slots, int i)
    {
        var nth = 0;
        for (var before = 0; before < i; before++)
            if (states[before].Kind == states[i].Kind)
                nth++;
        foreach (var slot in slots)
            if (slot.Kind == states[i].Kind && nth-- == 0)
                return slot;
        return slots[0];
    }
}
