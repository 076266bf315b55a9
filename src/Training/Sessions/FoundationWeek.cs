using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <summary>
/// A session at body weight and start doses: the first week of foundation, and the one after a long pause (R107, R139).
/// </summary>
internal sealed class FoundationWeek
{
    /// <summary>What can be spared where no minute is left to tell two sessions' legs apart (R016).</summary>
    private static readonly ImmutableArray<SlotKind> Spared = [SlotKind.ThirdCore, SlotKind.Activation];

    private readonly SessionShape _shape;
    private readonly Kit _kit;
    private readonly ImmutableArray<Slot> _slots;
    private readonly Beside _beside;
    private readonly SlotState?[] _states;

    // Seconds each place takes: what it holds, or while it holds nothing yet, what it will begin with.
    private readonly int[] _seconds;
    private int _free;

    /// <param name="shape">Which session of the week.</param>
    /// <param name="kit">The runner.</param>
    /// <param name="slots">Its places.</param>
    /// <param name="beside">The week's earlier sessions.</param>
    public static ImmutableArray<PlacedState> Of(SessionShape shape, Kit kit, ImmutableArray<Slot> slots, Beside beside)
    {
        var session = new FoundationWeek(shape, kit, slots, beside).Session();
        if (beside.IsEmpty || !beside.HasLegs(session.AsSpan()))
            return session;
        foreach (var kind in Spared)
            for (var last = LastToSpare(slots, kind, shape); last >= 0; last = LastToSpare(slots, kind, shape))
            {
                slots = slots.RemoveAt(last);
                var other = new FoundationWeek(shape, kit, slots, beside).Session();
                if (!beside.HasLegs(other.AsSpan()))
                    return other;
            }

        return session;
    }

    /// <summary>From 45 minutes on the trio stays (R124).</summary>
    private static int LastToSpare(ImmutableArray<Slot> slots, SlotKind kind, SessionShape shape) =>
        kind is SlotKind.Activation && shape.Minutes >= 45 && slots.Count(s => s.Kind <= SlotKind.Activation) <= 3
            ? -1
            : slots.ToList().FindLastIndex(s => s.Kind == kind);

    private FoundationWeek(SessionShape shape, Kit kit, ImmutableArray<Slot> slots, Beside beside)
    {
        (_shape, _kit, _slots, _beside) = (shape, kit, slots, beside);
        (_states, _seconds, _free) = (new SlotState?[slots.Length], new int[slots.Length], shape.WorkSeconds);
        for (var i = 0; i < slots.Length; i++)
            _free -= _seconds[i] = shape.Cost(slots[i].Kind, kit.PossibleEntryOf(slots[i].Family));
    }

    /// <summary>
    /// Calves choose first, for a weak place may leave them one exercise only, and activation last, so that it never
    /// takes what a place depends on.
    /// </summary>
    private ImmutableArray<PlacedState> Session()
    {
        ChooseAll(kind => kind is SlotKind.Calves);
        ChooseAll(kind => kind > SlotKind.Activation && kind is not SlotKind.Calves);
        PartLegs();
        ChooseAll(kind => kind <= SlotKind.Activation);
        return Placed();
    }

    /// <summary>Two sets leave the time of a third, so a stand-in may be longer.</summary>
    private void PartLegs()
    {
        foreach (var kind in Swaps.GivingWay)
            for (var i = 0; i < _slots.Length && !_beside.IsEmpty && _beside.HasLegs(Placed().AsSpan()); i++)
                if (_slots[i].Kind == kind)
                    GiveWay(i);
    }

    private void ChooseAll(Func<SlotKind, bool> isTheirTurn)
    {
        for (var i = 0; i < _slots.Length; i++)
            if (isTheirTurn(_slots[i].Kind))
                Put(i, Choose(i));
    }

    private void GiveWay(int i)
    {
        var before = _states[i];
        foreach (var state in StandIns(_slots[i]))
        {
            if (IsChosen(state.Exercise))
                continue;
            Put(i, state);
            if (!_beside.HasLegs(Placed().AsSpan()))
                return;
        }

        Put(i, before);
    }

    private ImmutableArray<PlacedState> Placed()
    {
        var placed = ImmutableArray.CreateBuilder<PlacedState>(_slots.Length);
        for (var i = 0; i < _slots.Length; i++)
            if (_states[i] is { } state)
                placed.Add(new(_slots[i].Kind, state));
        return placed.DrainToImmutable();
    }

    private SlotState? Choose(int i) => Best(i, StandIns(_slots[i])) ?? Best(i, BeforeTheirStage(_slots[i]));

    /// <summary>
    /// The first that fits and stands nowhere else; failing that a longer one, or one the week has already.
    /// </summary>
    private SlotState? Best(int i, IEnumerable<SlotState> candidates)
    {
        SlotState? second = null, third = null;
        foreach (var state in candidates)
        {
            if (IsChosen(state.Exercise))
                continue;
            if (IsBest(i, state))
                return state;
            if (!_beside.Holds(_slots[i].Kind, state.Exercise))
                second ??= state;
            third ??= state;
        }

        return second ?? third;
    }

    private bool IsBest(int i, SlotState state) =>
        (_slots[i].Kind is SlotKind.Calves && !_shape.IsShort || Fits(i, state))
            && !_beside.Holds(_slots[i].Kind, state.Exercise);

    /// <summary>
    /// Each family's own, easiest choice first; a band in activation is allowed even at body weight (section 3).
    /// </summary>
    private IEnumerable<SlotState> StandIns(Slot slot)
    {
        var first = slot.Kind is SlotKind.Calves ? 0 : slot.Choice;
        for (var n = 0; n < slot.Pool.Length; n++)
        {
            var family = slot.Pool[(first + n) % slot.Pool.Length];
            if ((Progression.Foundation(family, _kit, 0)
                ?? (slot.Kind <= SlotKind.Activation ? _kit.EntryOf(family) : null)) is { } state)
                yield return state;
        }
    }

    /// <summary>
    /// Where every stand-in is ruled out, what needs no weight may come before its stage: no category stays empty
    /// (R110).
    /// </summary>
    private IEnumerable<SlotState> BeforeTheirStage(Slot slot)
    {
        if (slot.Kind is SlotKind.Hinge or SlotKind.Calves)
            foreach (var family in slot.Pool)
                if (_kit.EntryOf(family) is { Step: 0 } early)
                    yield return early;
        // A lunge is a first version of everything done on one leg (D22).
        if (slot.Kind is SlotKind.Unilateral)
            foreach (var family in new[] { _kit.Families.LungeRotation, _kit.Families.Lunge, _kit.Families.StepUp })
                if (Progression.Foundation(family, _kit, 0) is { } lunge)
                    yield return lunge;
    }

    /// <summary>Whether what is not chosen yet still finds its time.</summary>
    private bool Fits(int i, SlotState state) => _shape.Cost(_slots[i].Kind, state) <= _free + _seconds[i];

    private bool IsChosen(Exercise exercise)
    {
        foreach (var state in _states)
            if (state?.Exercise == exercise)
                return true;
        return false;
    }

    private void Put(int i, SlotState? state)
    {
        _states[i] = state;
        if (state is not { } chosen)
            return;
        var seconds = _shape.Cost(_slots[i].Kind, chosen);
        _free += _seconds[i] - seconds;
        _seconds[i] = seconds;
    }
}
