using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace StrengthDays.Training;

/// <param name="Kind">Where it stands.</param>
/// <param name="State">What it holds.</param>
internal readonly record struct PlacedState(SlotKind Kind, SlotState State);

/// <summary>
/// What one session of the week holds in each training week of a cycle: foundation first, then general preparation,
/// each week made from the one before.
/// </summary>
internal sealed class WeeklyStates
{
    private readonly Kit _kit;
    private readonly Pools _pools;
    private readonly CycleWeeks _cycle;
    private readonly ImmutableArray<PlacedState>[] _weeks;
    private readonly LeftOff _leftOff;
    private readonly Swaps _swaps;
    private readonly ImmutableArray<Slot>[] _slotsOf;
    private readonly bool[] _alike;
    private ImmutableArray<Slot> _slots;
    private int _made;

    /// <param name="shape">Which session of the week.</param>
    /// <param name="kit">The runner.</param>
    /// <param name="pools">What may fill its places.</param>
    /// <param name="cycle">How many weeks, and what each is designed for.</param>
    /// <param name="others">The week's earlier sessions: no leg list stands twice in a week (R016).</param>
    public WeeklyStates(
        SessionShape shape, Kit kit, Pools pools, CycleWeeks cycle, ImmutableArray<WeeklyStates> others)
    {
        (Shape, _kit, _pools, _cycle) = (shape, kit, pools, cycle);
        var neighbours = new Neighbours(others, cycle);
        _weeks = new ImmutableArray<PlacedState>[cycle.Count];
        (_slotsOf, _alike) = (new ImmutableArray<Slot>[cycle.Count], new bool[cycle.Count]);
        _leftOff = new(kit, _weeks);
        _swaps = new(shape, kit, neighbours, _leftOff);
        _slots = SessionDesign.Choose(shape, pools, kit, cycle.BlockOf(0));
        BodyWeight = FoundationWeek.Of(shape, kit, _slots, neighbours.InFoundation());
    }

    /// <summary>How often after foundation it is as it was for longer than three weeks (R137).</summary>
    public int StaleWeeks
    {
        get
        {
            int stale = 0, same = 0;
            for (var week = _cycle.FoundationWeeks + 1; week < _made; week++)
            {
                same = _weeks[week].AsSpan().SequenceEqual(_weeks[week - 1].AsSpan()) ? same + 1 : 0;
                stale += same > WeekStep.StaleWeeks ? 1 : 0;
            }

            return stale;
        }
    }

    /// <summary>How often after foundation it trains the legs as a session made before it does (R016).</summary>
    public int AlikeWeeks => _alike.AsSpan().Count(true);

    public SessionShape Shape { get; }

    /// <summary>The weeks it was made for.</summary>
    public CycleWeeks Cycle => _cycle;

    public int FoundationWeeks => _cycle.FoundationWeeks;

    /// <summary>
    /// The session at body weight and start doses: the first week of foundation, and the one after a long pause.
    /// </summary>
    public ImmutableArray<PlacedState> BodyWeight { get; }

    /// <summary>The session of a training week, from 0; a later one than the cycle has is its last.</summary>
    public ImmutableArray<PlacedState> this[int week]
    {
        get
        {
            week = Math.Min(week, _weeks.Length - 1);
            while (_made <= week)
                MakeNext();
            return _weeks[week];
        }
    }

    /// <summary>
    /// What is lifted on another day of the week is lifted in this session too: each exercise takes over the load it
    /// has reached, at the lower bound (R140, D5).
    /// </summary>
    /// <param name="week">The session's own training week, the last that has been asked for.</param>
    /// <param name="reached">Load steps by row of the exercise table.</param>
    public void CarryLoads(int week, ReadOnlySpan<byte> reached)
    {
        PlacedState[]? states = null;
        var session = this[week].AsSpan();
        for (var i = 0; i < session.Length; i++)
            if (session[i].State.Step > 0 && reached[session[i].State.Exercise.Row] is var step
                && session[i].State.Step < step)
                (states ??= session.ToArray())[i] =
                    new(session[i].Kind, Progression.Carried(session[i].State, step, week));
        if (states is null)
            return;
        _weeks[week] = ImmutableCollectionsMarshal.AsImmutableArray(states);
        // What another session has looked at ahead of time was made without it.
        (_made, _slots) = (week + 1, _slotsOf[week]);
    }

    /// <summary>Takes down the loads that a week has reached.</summary>
    public void NoteLoads(int week, Span<byte> reached)
    {
        foreach (ref readonly var placed in this[week].AsSpan())
            if (placed.State.Step > reached[placed.State.Exercise.Row])
                reached[placed.State.Exercise.Row] = (byte)placed.State.Step;
    }

    private void MakeNext()
    {
        var week = _made++;
        _alike[week] = false;
        _weeks[week] = WeekAfter(week == 0 ? BodyWeight : _weeks[week - 1], week);
        _slotsOf[week] = _slots;
    }

    private ImmutableArray<PlacedState> WeekAfter(ImmutableArray<PlacedState> before, int week)
    {
        if (week < _cycle.FoundationWeeks)
            return Climb(before, week);
        _leftOff.Note(week);
        var slots = _slots;
        if (IsDesignedAnew(week) || week == _cycle.FoundationWeeks)
        {
            var session = Redesign(week);
            if (week == _cycle.FoundationWeeks || !FallsBack(before, session))
                return session;
            _slots = slots;
        }

        var next = _cycle.BlockOf(week).Half == _cycle.BlockOf(week - 1).Half ? before : WithOtherSquat(before, week);
        return Parted(new WeekStep(Shape, _kit, week, next, _swaps, _slots).Taken(), week);
    }

    /// <summary>Back and front squat take turns, each going on where it was left (R044).</summary>
    private ImmutableArray<PlacedState> WithOtherSquat(ImmutableArray<PlacedState> before, int week)
    {
        var states = before.ToArray();
        var squats = _pools.BarbellSquats;
        var i = Array.FindIndex(states, s => squats.Contains(s.State.Family));
        if (i < 0 || squats.Length < 2)
            return before;
        var entry = _leftOff.EntryAt(squats[1 - squats.IndexOf(states[i].State.Family)], week);
        var left = _leftOff.Of(entry, week) ?? entry;
        if (Shape.Fits(states, i, left))
            states[i] = states[i] with { State = left };
        else if (left with { Amount = entry.Amount } is var anew && Shape.Fits(states, i, anew))
            states[i] = states[i] with { State = anew };
        return ImmutableCollectionsMarshal.AsImmutableArray(states);
    }

    /// <summary>An unchanged week shares its array, and with it everything written from it.</summary>
    private ImmutableArray<PlacedState> Parted(ImmutableArray<PlacedState> session, int week)
    {
        if (!_swaps.Clashes(session.AsSpan(), week))
            return session;
        var states = session.ToArray();
        _swaps.Part(states, _slots, week);
        _alike[week] = _swaps.IsAlike(states, week);
        return states.AsSpan().SequenceEqual(session.AsSpan())
            ? session
            : ImmutableCollectionsMarshal.AsImmutableArray(states);
    }

    private ImmutableArray<PlacedState> Climb(ImmutableArray<PlacedState> before, int week)
    {
        var states = before.ToArray();
        for (var i = 0; i < states.Length; i++)
            if (states[i].Kind > SlotKind.Activation && !Progression.MustWait(states[i].State, week, _kit)
                && Progression.More(states[i].State, week, _kit) is { } more && Shape.Fits(states, i, more))
                states[i] = states[i] with { State = more };
        return ImmutableCollectionsMarshal.AsImmutableArray(states);
    }

    /// <summary>
    /// New exercises for a new block; what stays goes on where it was, and what was left comes back where it was left.
    /// </summary>
    private ImmutableArray<PlacedState> Redesign(int week)
    {
        var states = new PlacedState[_slots.Length];
        for (var i = 0; i < states.Length; i++)
            states[i] = new(_slots[i].Kind, _leftOff.EntryAt(_slots[i].Family, week));
        _swaps.Part(states, _slots, week);
        // What was there last week has the first claim on the minutes.
        foreach (var stays in new[] { true, false })
            for (var i = 0; i < states.Length; i++)
                if (states[i].Kind > SlotKind.Activation && _leftOff.WasThere(states[i].State.Family, week) == stays)
                    TakeUpWhereItWasLeft(states, i, week);
        _swaps.Part(states, _slots, week);
        _alike[week] = _swaps.IsAlike(states, week);
        return ImmutableCollectionsMarshal.AsImmutableArray(states);
    }

    /// <summary>Whether a new block asks for other exercises than those chosen.</summary>
    private bool IsDesignedAnew(int week)
    {
        if (week == 0 || _cycle.BlockOf(week).SameAs(_cycle.BlockOf(week - 1)))
            return false;
        var before = _slots;
        _slots = SessionDesign.Choose(Shape, _pools, _kit, _cycle.BlockOf(week));
        return !AsksForTheSame(before, _slots);
    }

    private static bool AsksForTheSame(ImmutableArray<Slot> slots, ImmutableArray<Slot> others)
    {
        if (slots.Length != others.Length)
            return false;
        for (var i = 0; i < slots.Length; i++)
            if (slots[i].Kind != others[i].Kind || slots[i].Family != others[i].Family)
                return false;
        return true;
    }

    /// <summary>New exercises that cost a main lift what it has reached are not worth it; jumps are.</summary>
    private static bool FallsBack(ImmutableArray<PlacedState> before, ImmutableArray<PlacedState> session) =>
        session.All(p => p.Kind is not SlotKind.Power || before.Any(b => b.Kind is SlotKind.Power))
        && session.Any(p => p.Kind < SlotKind.Upper && before.Any(b => b.Kind > SlotKind.Activation
            && b.State.Exercise == p.State.Exercise && b.State.Step == p.State.Step && b.State.Tempo == p.State.Tempo
            && b.State.Amount > p.State.Amount));

    private void TakeUpWhereItWasLeft(PlacedState[] states, int i, int week)
    {
        if (_leftOff.Of(states[i].State, week) is not { } left || Swaps.IsElsewhere(states, i, left.Exercise))
            return;
        var wasThere = _leftOff.WasThere(left.Family, week);
        // Whatever its repetitions, the load it had reached stays.
        if (left.Exercise == states[i].State.Exercise)
            states[i] = states[i] with { State = states[i].State with { Step = left.Step, Loaded = left.Loaded } };
        var shorter = left with { Amount = Math.Min(left.Amount, left.Exercise.Dose!.Lower), Changed = week };
        if (Shape.Fits(states, i, left) || wasThere && _swaps.MakeRoom(states, _slots, i, left, week))
            states[i] = states[i] with { State = left };
        else if (wasThere && _swaps.Single(states, _slots, i, week) is { } other)
            states[i] = states[i] with { State = other };
        else if (Shape.Fits(states, i, shorter))
            states[i] = states[i] with { State = shorter };
        else if (shorter with { Tempo = left.Exercise.Tempo ?? states[i].State.Tempo } is var even
            && Shape.Fits(states, i, even))
            states[i] = states[i] with { State = even };
    }
}
