using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace StrengthDays.Training;

/// <param name="Kind">Where it stands.</param>
/// <param name="State">What it holds.</param>
internal readonly record struct PlacedState(SlotKind Kind, SlotState State);

/// <summary>
/// What one session of the week holds in each training week of a cycle: foundation first, then general preparation, each week
/// made from the one before.
/// </summary>
internal sealed class WeeklyStates
{
    private readonly Kit _kit;
    private readonly Pools _pools;
    private readonly CycleWeeks _cycle;
    private readonly ImmutableArray<WeeklyStates> _others;
    private readonly ImmutableArray<PlacedState>[] _weeks;
    private readonly Dictionary<Exercise, SlotState> _memory = new(ReferenceEqualityComparer.Instance);
    private ImmutableArray<Slot> _slots;
    private ImmutableArray<PlacedState> _before;

    /// <param name="shape">Which session of the week.</param>
    /// <param name="kit">The runner.</param>
    /// <param name="pools">What may fill its places.</param>
    /// <param name="cycle">How many weeks, and what each is designed for.</param>
    /// <param name="others">The week's earlier sessions: no leg list stands twice in a week (R016).</param>
    public WeeklyStates(
        SessionShape shape, Kit kit, Pools pools, CycleWeeks cycle, ImmutableArray<WeeklyStates> others)
    {
        (Shape, _kit, _pools, _cycle, _others) = (shape, kit, pools, cycle, others);
        _slots = SessionDesign.Choose(shape, pools, kit, cycle.BlockOf(0));
        BodyWeight = FirstFoundationWeek();
        _weeks = new ImmutableArray<PlacedState>[cycle.Count];
        for (var week = 0; week < cycle.Count; week++)
            _weeks[week] = WeekAfter(week == 0 ? BodyWeight : _weeks[week - 1], week);
    }

    public SessionShape Shape { get; }

    public int FoundationWeeks => _cycle.FoundationWeeks;

    /// <summary>The session at body weight and start doses: the first week of foundation, and the one after a long pause.</summary>
    public ImmutableArray<PlacedState> BodyWeight { get; }

    /// <summary>The session of a training week, from 0; a later one than the cycle has is its last.</summary>
    public ImmutableArray<PlacedState> this[int week] => _weeks[Math.Min(week, _weeks.Length - 1)];

    private ImmutableArray<PlacedState> WeekAfter(ImmutableArray<PlacedState> before, int week)
    {
        if (week < _cycle.FoundationWeeks)
            return week == 0 ? before : Climb(before, week);
        _before = before;
        foreach (var placed in before)
            if (placed.Kind > SlotKind.Activation)
                _memory[placed.State.Family.Members[0]] = placed.State;
        if (week == _cycle.FoundationWeeks || !_cycle.BlockOf(week).SameAs(_cycle.BlockOf(week - 1)))
            return Redesign(week);
        var session = _cycle.BlockOf(week).Half == _cycle.BlockOf(week - 1).Half ? before : WithOtherSquat(before, week);
        return Unclashed(new WeekStep(Shape, _kit, week, session).Taken(Rotated), week);
    }

    /// <summary>Back and front squat take turns, each going on where it was left (R044).</summary>
    private ImmutableArray<PlacedState> WithOtherSquat(ImmutableArray<PlacedState> before, int week)
    {
        var states = before.ToArray();
        var squats = _pools.BarbellSquats;
        var i = Array.FindIndex(states, s => squats.Contains(s.State.Family));
        if (i < 0 || squats.Length < 2 || EntryAt(squats[1 - squats.IndexOf(states[i].State.Family)], week) is not { } entry)
            return before;
        var room = new Place(states[i].Kind, Shape, Shape.Free(states) + Shape.Cost(states[i].Kind, states[i].State));
        if (Fitting(entry, room, week) is { } other)
            states[i] = states[i] with { State = other };
        return ImmutableCollectionsMarshal.AsImmutableArray(states);
    }

    private ImmutableArray<PlacedState> Unclashed(ImmutableArray<PlacedState> session, int week)
    {
        if (!session.Any(p => IsTaken(p.Kind, p.State.Exercise, s => s[week])))
            return session;
        var states = session.ToArray();
        ResolveClash(states, week);
        return ImmutableCollectionsMarshal.AsImmutableArray(states);
    }

    private ImmutableArray<PlacedState> FirstFoundationWeek()
    {
        var placed = ImmutableArray.CreateBuilder<PlacedState>(_slots.Length);
        foreach (var slot in _slots)
            if (FoundationOf(slot, placed) is { } state)
                placed.Add(new(slot.Kind, state));
        return placed.DrainToImmutable();
    }

    /// <summary>
    /// The family's own stand-in, or that of the next family that may stand there; a band in activation is allowed even at body
    /// weight (section 3).
    /// </summary>
    private SlotState? FoundationOf(Slot slot, ImmutableArray<PlacedState>.Builder placed)
    {
        SlotState? taken = null;
        for (var n = 0; n < slot.Pool.Length; n++)
        {
            var family = slot.Pool[((slot.Kind is SlotKind.Calves ? 0 : slot.Choice) + n) % slot.Pool.Length];
            var state = Progression.Foundation(family, _kit, 0)
                ?? (slot.Kind <= SlotKind.Activation ? _kit.EntryOf(family) : null);
            if (state is not { } found || placed.Any(p => p.State.Exercise == found.Exercise))
                continue;
            if (!IsTaken(slot.Kind, found.Exercise, s => s.BodyWeight))
                return found;
            taken ??= found;
        }

        return taken;
    }

    private ImmutableArray<PlacedState> Climb(ImmutableArray<PlacedState> before, int week) =>
    [
        .. before.Select(p => p.Kind <= SlotKind.Activation || Progression.MustWait(p.State, week, _kit)
            ? p
            : p with { State = Progression.More(p.State, week, _kit) ?? p.State }),
    ];

    /// <summary>New exercises for a new block; what stays goes on where it was, and what was left comes back where it was left.</summary>
    private ImmutableArray<PlacedState> Redesign(int week)
    {
        if (week > 0 && !_cycle.BlockOf(week).SameAs(_cycle.BlockOf(week - 1)))
            _slots = SessionDesign.Choose(Shape, _pools, _kit, _cycle.BlockOf(week));
        var states = new PlacedState[_slots.Length];
        for (var i = 0; i < states.Length; i++)
            states[i] = new(_slots[i].Kind, EntryAt(_slots[i].Family, week)!.Value);
        ResolveClash(states, week);
        // What was there last week has the first claim on the minutes.
        foreach (var stays in new[] { true, false })
            for (var i = 0; i < states.Length; i++)
                if (states[i].Kind > SlotKind.Activation && WasThere(states[i].State.Family) == stays)
                    TakeUpWhereItWasLeft(states, i, week);
        return ImmutableCollectionsMarshal.AsImmutableArray(states);
    }

    private SlotState? EntryAt(Family family, int week) =>
        _kit.EntryOf(family) is { } entry ? entry with { Loaded = week, Changed = week } : null;

    private void TakeUpWhereItWasLeft(PlacedState[] states, int i, int week)
    {
        if (Left(states[i].State, week) is not { } left)
            return;
        var room = new Place(states[i].Kind, Shape, Shape.Free(states) + Shape.Cost(states[i].Kind, states[i].State));
        var shorter = left with { Amount = Math.Min(left.Amount, left.Exercise.Dose!.Lower) };
        if (room.Fits(left))
            states[i] = states[i] with { State = left };
        else if (room.Fits(shorter))
            states[i] = states[i] with { State = shorter };
    }

    /// <summary>Where this exercise was left, unless load comes in now; its next rise of load waits as usual.</summary>
    private SlotState? Left(SlotState state, int week) =>
        _memory.TryGetValue(state.Family.Members[0], out var left) && left.Step >= state.Step
            && state.Family.Members.IndexOf(left.Exercise) >= state.Family.Members.IndexOf(state.Exercise)
            ? WasThere(state.Family)
                ? left with { Family = state.Family }
                : left with { Family = state.Family, Loaded = Math.Max(left.Loaded, week - 1), Changed = week }
            : null;

    private bool WasThere(Family family)
    {
        foreach (var placed in _before)
            if (placed.Kind > SlotKind.Activation && placed.State.Family.Members[0] == family.Members[0])
                return true;
        return false;
    }

    /// <summary>Another exercise in a place that has nowhere to go; null when there is none.</summary>
    private SlotState? Rotated(PlacedState[] states, int i, int week, Place place)
    {
        var slot = SlotOf(states, i);
        var at = slot.Pool.IndexOf(states[i].State.Family);
        for (var n = 1; n < slot.Pool.Length; n++)
            if (EntryAt(slot.Pool[(at + n) % slot.Pool.Length], week) is { } entry
                && !IsElsewhere(states, i, entry.Exercise)
                && (entry.Exercise, entry.Tempo) != (states[i].State.Exercise, states[i].State.Tempo)
                && !IsTaken(states[i].Kind, entry.Exercise, s => s[week])
                && Fitting(entry, place, week) is { } other)
                return other;
        return null;
    }

    private SlotState? Fitting(SlotState entry, Place place, int week) =>
        !WasThere(entry.Family) && Left(entry, week) is { } left && place.Fits(left) ? left
        : place.Fits(entry) ? entry : null;

    private static bool IsElsewhere(PlacedState[] states, int here, Exercise exercise)
    {
        for (var i = 0; i < states.Length; i++)
            if (i != here && states[i].State.Exercise == exercise)
                return true;
        return false;
    }

    /// <summary>Other exercises than the week's other sessions hold, where there are any (R016).</summary>
    private void ResolveClash(PlacedState[] states, int week)
    {
        for (var i = 0; i < states.Length; i++)
        {
            var (kind, state) = states[i];
            if (IsTaken(kind, state.Exercise, s => s[week])
                && Rotated(states, i, week, new(kind, Shape, Shape.Free(states) + Shape.Cost(kind, state))) is { } other)
                states[i] = new(kind, other);
        }
    }

    private bool IsTaken(SlotKind kind, Exercise exercise, Func<WeeklyStates, ImmutableArray<PlacedState>> session)
    {
        if (kind is not SlotKind.Unilateral && !(kind is SlotKind.Hinge && _pools.KeepsUnilateral))
            return false;
        foreach (var other in _others)
            foreach (var placed in session(other))
                if (placed.Kind == kind && placed.State.Exercise == exercise)
                    return true;
        return false;
    }

    /// <summary>Places of one kind keep their order, so the n-th of a kind is the n-th slot of it.</summary>
    private Slot SlotOf(PlacedState[] states, int i)
    {
        var nth = 0;
        for (var before = 0; before < i; before++)
            if (states[before].Kind == states[i].Kind)
                nth++;
        foreach (var slot in _slots)
            if (slot.Kind == states[i].Kind && nth-- == 0)
                return slot;
        return _slots[0];
    }
}

/// <summary>The training weeks of a cycle: pauses, easy weeks and B races' weeks do not count.</summary>
/// <param name="Count">At least 1.</param>
/// <param name="FoundationWeeks">Weeks at body weight at its start.</param>
/// <param name="Blocks">What each week is designed for.</param>
internal sealed record CycleWeeks(int Count, int FoundationWeeks, ImmutableArray<DesignBlock> Blocks)
{
    public DesignBlock BlockOf(int week) => Blocks[Math.Min(week, Blocks.Length - 1)];
}
