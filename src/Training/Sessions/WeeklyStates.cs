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
    // A place that could not change for so long takes another exercise (R137).
    private const int StaleWeeks = 3;

    /// <summary>Who takes the spare minutes first: the single-leg work runners need most (R066, R068).</summary>
    private static readonly ImmutableArray<SlotKind> StepOrder =
    [
        SlotKind.Unilateral, SlotKind.Hinge, SlotKind.Second, SlotKind.Calves, SlotKind.Core,
        SlotKind.SecondCore, SlotKind.ThirdCore, SlotKind.Upper, SlotKind.Power,
    ];

    private readonly Kit _kit;
    private readonly Pools _pools;
    private readonly CycleWeeks _cycle;
    private readonly ImmutableArray<WeeklyStates> _others;
    private readonly ImmutableArray<PlacedState>[] _weeks;
    private readonly Dictionary<Family, SlotState> _memory = [];
    private ImmutableArray<Slot> _slots;

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

    /// <summary>The session at body weight and start doses: the first week of foundation, and the one after a long pause.</summary>
    public ImmutableArray<PlacedState> BodyWeight { get; }

    /// <summary>The session of a training week, from 0; a later one than the cycle has is its last.</summary>
    public ImmutableArray<PlacedState> this[int week] => _weeks[Math.Min(week, _weeks.Length - 1)];

    private ImmutableArray<PlacedState> WeekAfter(ImmutableArray<PlacedState> before, int week)
    {
        if (week < _cycle.FoundationWeeks)
            return week == 0 ? before : Climb(before, week);
        if (week == _cycle.FoundationWeeks || !_cycle.BlockOf(week).SameAs(_cycle.BlockOf(week - 1)))
            return Redesign(before, week);
        return Step(before, week);
    }

    private ImmutableArray<PlacedState> Step(ImmutableArray<PlacedState> before, int week)
    {
        var states = before.ToArray();
        var free = Free(states);
        var changed = false;
        foreach (var kind in StepOrder)
            for (var i = 0; i < states.Length; i++)
                if (states[i].Kind == kind)
                    changed |= Step(states, i, week, ref free);
        // An unchanged week shares its array, and with it everything written from it.
        return changed ? ImmutableCollectionsMarshal.AsImmutableArray(states) : before;
    }

    private ImmutableArray<PlacedState> FirstFoundationWeek()
    {
        var placed = ImmutableArray.CreateBuilder<PlacedState>(_slots.Length);
        foreach (var slot in _slots)
            if (FoundationOf(slot) is { } state && placed.All(p => p.State.Exercise != state.Exercise))
                placed.Add(new(slot.Kind, state));
        return placed.DrainToImmutable();
    }

    /// <summary>A band in activation is allowed even at body weight (section 3).</summary>
    private SlotState? FoundationOf(Slot slot) => Progression.Foundation(slot.Family, _kit, 0)
        ?? (slot.Kind <= SlotKind.Activation ? _kit.EntryOf(slot.Family) : null);

    private ImmutableArray<PlacedState> Climb(ImmutableArray<PlacedState> before, int week) =>
    [
        .. before.Select(p => p.Kind <= SlotKind.Activation
            ? p
            : p with { State = Progression.NextFoundation(p.State, week, _kit) }),
    ];

    /// <summary>New exercises for a new block; what stays goes on where it was, and what was left comes back where it was left.</summary>
    private ImmutableArray<PlacedState> Redesign(ImmutableArray<PlacedState> before, int week)
    {
        foreach (var placed in before)
            _memory[placed.State.Family] = placed.State;
        if (week > 0 && !_cycle.BlockOf(week).SameAs(_cycle.BlockOf(week - 1)))
            _slots = SessionDesign.Choose(Shape, _pools, _kit, _cycle.BlockOf(week));
        var states = new PlacedState[_slots.Length];
        for (var i = 0; i < states.Length; i++)
            states[i] = new(_slots[i].Kind, EntryAt(_slots[i].Family, week)!.Value);
        ResolveClash(states, week);
        for (var i = 0; i < states.Length; i++)
            TakeUpWhereItWasLeft(states, i, week);
        return [.. states];
    }

    private SlotState? EntryAt(Family family, int week) =>
        _kit.EntryOf(family) is { } entry ? entry with { Loaded = week, Changed = week } : null;

    private void TakeUpWhereItWasLeft(PlacedState[] states, int i, int week)
    {
        var state = states[i].State;
        if (!_memory.TryGetValue(state.Family, out var left) || !Room(states, i).Fits(left))
            return;
        var same = left.Exercise == state.Exercise && left.Step == state.Step;
        if (same || week > _cycle.FoundationWeeks && left.Step >= state.Step)
            states[i] = states[i] with { State = left with { Loaded = Math.Max(left.Loaded, week - 1), Changed = week } };
    }

    private bool Step(PlacedState[] states, int i, int week, ref int free)
    {
        var (kind, state) = states[i];
        var cost = Shape.Cost(kind, state);
        var place = new Place(kind, Shape, free + cost);
        var next = Progression.Next(state, week, _kit, place);
        if (next == state && week - state.Changed >= StaleWeeks)
            next = Rotate(states, i, week, place) ?? state;
        if (next == state)
            return false;
        states[i] = new(kind, next);
        free += cost - Shape.Cost(kind, next);
        return true;
    }

    private SlotState? Rotate(PlacedState[] states, int i, int week, Place place)
    {
        var slot = SlotOf(states, i);
        var at = slot.Pool.IndexOf(states[i].State.Family);
        for (var n = 1; n < slot.Pool.Length; n++)
            if (EntryAt(slot.Pool[(at + n) % slot.Pool.Length], week) is { } other
                && !states.Any(s => s.State.Exercise == other.Exercise)
                && !IsTaken(states[i].Kind, other.Exercise, week)
                && place.Fits(other))
                return other;
        return null;
    }

    /// <summary>Another single-leg exercise than the week's other sessions hold, where there is one (R016).</summary>
    private void ResolveClash(PlacedState[] states, int week)
    {
        var i = Array.FindIndex(states, s => s.Kind is SlotKind.Unilateral);
        if (i >= 0 && IsTaken(SlotKind.Unilateral, states[i].State.Exercise, week) && Rotate(states, i, week, Room(states, i)) is { } other)
            states[i] = states[i] with { State = other };
    }

    private bool IsTaken(SlotKind kind, Exercise exercise, int week)
    {
        if (kind is not (SlotKind.Hinge or SlotKind.Unilateral))
            return false;
        foreach (var other in _others)
            foreach (var placed in other[week])
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

    private Place Room(PlacedState[] states, int i) =>
        new(states[i].Kind, Shape, Free(states) + Shape.Cost(states[i].Kind, states[i].State));

    /// <summary>Seconds the session has left; below zero when it is too long.</summary>
    private int Free(PlacedState[] states)
    {
        var seconds = Shape.WorkSeconds;
        foreach (var (kind, state) in states)
            seconds -= Shape.Cost(kind, state);
        return seconds;
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
