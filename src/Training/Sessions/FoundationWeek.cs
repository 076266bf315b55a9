using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <summary>A session at body weight and start doses: the first week of foundation, and the one after a long pause (R107, R139).</summary>
internal sealed class FoundationWeek(SessionShape shape, Kit kit, ImmutableArray<Slot> slots, Beside beside)
{
    private readonly SlotState?[] _states = new SlotState?[slots.Length];

    /// <summary>
    /// Calves choose first, for a weak place may leave them one exercise only, and activation last, so that it never takes what a
    /// place depends on.
    /// </summary>
    public ImmutableArray<PlacedState> Session()
    {
        ChooseAll(kind => kind is SlotKind.Calves);
        ChooseAll(kind => kind > SlotKind.Activation && kind is not SlotKind.Calves);
        foreach (var kind in Swaps.GivingWay)
            for (var i = 0; i < slots.Length && beside.HasLegs(Placed().AsSpan()); i++)
                if (slots[i].Kind == kind)
                    GiveWay(i);
        ChooseAll(kind => kind <= SlotKind.Activation);
        return Placed();
    }

    private void ChooseAll(Func<SlotKind, bool> isTheirTurn)
    {
        for (var i = 0; i < slots.Length; i++)
            if (isTheirTurn(slots[i].Kind))
                _states[i] = Choose(i);
    }

    private bool IsNoLonger(int i, SlotState state, SlotState? before) =>
        before is { } was && shape.Cost(slots[i].Kind, state) <= shape.Cost(slots[i].Kind, was);

    private void GiveWay(int i)
    {
        var before = _states[i];
        foreach (var state in StandIns(slots[i]))
        {
            if (_states.Any(s => s?.Exercise == state.Exercise) || !(Fits(i, state) || IsNoLonger(i, state, before)))
                continue;
            _states[i] = state;
            if (!beside.HasLegs(Placed().AsSpan()))
                return;
        }

        _states[i] = before;
    }

    private ImmutableArray<PlacedState> Placed()
    {
        var placed = ImmutableArray.CreateBuilder<PlacedState>(slots.Length);
        for (var i = 0; i < slots.Length; i++)
            if (_states[i] is { } state)
                placed.Add(new(slots[i].Kind, state));
        return placed.DrainToImmutable();
    }

    private SlotState? Choose(int i) => Best(i, StandIns(slots[i])) ?? Best(i, BeforeTheirStage(slots[i]));

    /// <summary>The first that fits and stands nowhere else; failing that a longer one, or one the week has already.</summary>
    private SlotState? Best(int i, IEnumerable<SlotState> candidates)
    {
        SlotState? second = null, third = null;
        foreach (var state in candidates)
        {
            if (_states.Any(s => s?.Exercise == state.Exercise))
                continue;
            if (IsBest(i, state))
                return state;
            if (!beside.Holds(slots[i].Kind, state.Exercise))
                second ??= state;
            third ??= state;
        }

        return second ?? third;
    }

    private bool IsBest(int i, SlotState state) =>
        (slots[i].Kind is SlotKind.Calves && !shape.IsShort || Fits(i, state)) && !beside.Holds(slots[i].Kind, state.Exercise);

    /// <summary>Each family's own, easiest choice first; a band in activation is allowed even at body weight (section 3).</summary>
    private IEnumerable<SlotState> StandIns(Slot slot)
    {
        var first = slot.Kind is SlotKind.Calves ? 0 : slot.Choice;
        for (var n = 0; n < slot.Pool.Length; n++)
        {
            var family = slot.Pool[(first + n) % slot.Pool.Length];
            if ((Progression.Foundation(family, kit, 0) ?? (slot.Kind <= SlotKind.Activation ? kit.EntryOf(family) : null)) is { } state)
                yield return state;
        }
    }

    /// <summary>Where every stand-in is ruled out, what needs no weight may come before its stage: no category stays empty (R110).</summary>
    private IEnumerable<SlotState> BeforeTheirStage(Slot slot)
    {
        if (slot.Kind is SlotKind.Hinge or SlotKind.Calves)
            foreach (var family in slot.Pool)
                if (kit.EntryOf(family) is { Step: 0 } early)
                    yield return early;
        // A lunge is a first version of everything done on one leg (D22).
        if (slot.Kind is SlotKind.Unilateral)
            foreach (var family in new[] { kit.Families.LungeRotation, kit.Families.Lunge, kit.Families.StepUp })
                if (Progression.Foundation(family, kit, 0) is { } lunge)
                    yield return lunge;
    }

    /// <summary>Whether what is not chosen yet still finds its time.</summary>
    private bool Fits(int i, SlotState state)
    {
        var seconds = shape.WorkSeconds - shape.Cost(slots[i].Kind, state);
        for (var other = 0; other < slots.Length; other++)
            if (other != i)
                seconds -= shape.Cost(slots[other].Kind, _states[other] ?? kit.EntryOf(slots[other].Family)!.Value);
        return seconds >= 0;
    }
}
