using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <summary>
/// Makes the places of a session fit its minutes: something quicker first, then fewer (section 3, when time is short).
/// </summary>
internal static class SessionFit
{
    // Left free where something cheaper would do, so that repetitions can rise before the session's length stops them.
    private const int HeadroomSeconds = 90;

    /// <summary>The order in which things go when time is short (section 3).</summary>
    private static readonly ImmutableArray<SlotKind> DropOrder =
        [SlotKind.Power, SlotKind.ThirdCore, SlotKind.Upper, SlotKind.SecondCore, SlotKind.Second, SlotKind.Activation];

    /// <summary>Only when what a runner rules out leaves nothing quicker.</summary>
    private static readonly ImmutableArray<SlotKind> LastDropped =
        [SlotKind.Abductor, SlotKind.Core, SlotKind.Unilateral];

    /// <summary>Ten exercises are ten: shorter ones come before fewer (Y7).</summary>
    private static readonly ImmutableArray<SlotKind> TenCheapenOrder = [SlotKind.Second, SlotKind.Unilateral];

    private static readonly ImmutableArray<SlotKind> CheapenOrder =
        [SlotKind.Core, SlotKind.Unilateral, SlotKind.Calves, SlotKind.Hinge, SlotKind.Second];

    public static void Fit(List<Slot> slots, SessionShape shape, Pools pools, Kit kit)
    {
        if (Over(slots, shape, kit, HeadroomSeconds))
            Cheapen(slots, SlotKind.Upper, shape, kit, HeadroomSeconds);
        if (Over(slots, shape, kit, HeadroomSeconds))
            QuickenHinge(slots);
        if (Over(slots, shape, kit, 0))
            Cheapen(slots, SlotKind.Calves, shape, kit, 0);
        foreach (var kind in TenCheapenOrder)
            if (shape.Format is SessionFormat.Ten && Over(slots, shape, kit, 0))
                Cheapen(slots, kind, shape, kit, 0);
        // What a desk job adds goes before what everybody has.
        if (slots.Count(s => s.Kind <= SlotKind.Activation) > 3 && Over(slots, shape, kit, 0))
            slots.RemoveAt(slots.FindLastIndex(s => s.Kind is SlotKind.Activation));
        var abductor = slots.FirstOrDefault(s => s.Kind is SlotKind.Abductor);
        if (shape.Format is SessionFormat.Circuit && Over(slots, shape, kit, HeadroomSeconds))
            slots.Remove(abductor);
        else
            Drop(slots, shape, kit, DropOrder);
        foreach (var kind in CheapenOrder)
            if (Over(slots, shape, kit, 0))
                Cheapen(slots, kind, shape, kit, 0);
        if (Over(slots, shape, kit, 0))
            MakeDo(slots, shape, pools, abductor);
        Drop(slots, shape, kit, LastDropped);
        LeaveRoom(slots, shape, kit);
        if (shape.Format is SessionFormat.Circuit && !slots.Exists(s => s.Kind is SlotKind.Abductor or SlotKind.Second))
            AddShortDrill(slots, shape, pools, kit);
        slots.RemoveAll(s => s.Kind is SlotKind.Activation
            && slots.Exists(o => o.Kind > s.Kind && kit.FirstOf(o.Family) == kit.FirstOf(s.Family)));
    }

    /// <summary>
    /// Where even the abductor drill is too long, a shorter one keeps glutes and hips in the session (R110).
    /// </summary>
    private static void AddShortDrill(List<Slot> slots, SessionShape shape, Pools pools, Kit kit)
    {
        if (pools.ShortDrill.IsEmpty)
            return;
        slots.AddInOrder(new(SlotKind.Activation, pools.ShortDrill, 0));
        Cheapen(slots, SlotKind.Hinge, shape, kit, 0);
        Drop(slots, shape, kit, [SlotKind.Activation]);
    }

    /// <summary>
    /// Room to make progress in (R137): a session without a minute to spare would swap exercises for months.
    /// </summary>
    private static void LeaveRoom(List<Slot> slots, SessionShape shape, Kit kit)
    {
        if (Over(slots, shape, kit, HeadroomSeconds / 2))
            slots.RemoveAll(s => s.Kind is SlotKind.ThirdCore);
        List<Slot> spared = [];
        // Under 45 minutes a drill less leaves room to make progress.
        for (var last = slots.FindLastIndex(s => s.Kind is SlotKind.Activation);
            last > 0 && shape.Minutes < 45 && Over(slots, shape, kit, HeadroomSeconds);
            last = slots.FindLastIndex(s => s.Kind is SlotKind.Activation))
        {
            spared.Insert(0, slots[last]);
            slots.RemoveAt(last);
        }

        if (shape.Format is SessionFormat.Full && shape.Minutes < 45 && Over(slots, shape, kit, HeadroomSeconds / 2))
            slots.RemoveAll(s => s.Kind is SlotKind.Upper);
        if (shape.Format is SessionFormat.Full && shape.Minutes < 45 && Over(slots, shape, kit, HeadroomSeconds))
            slots.RemoveAll(s => s.Kind is SlotKind.SecondCore);
        // Where an exercise had to go as well, drills were spared for nothing.
        foreach (var drill in spared)
        {
            slots.AddInOrder(drill);
            if (Over(slots, shape, kit, HeadroomSeconds))
                slots.Remove(drill);
        }
    }

    /// <summary>
    /// The single-leg deadlift can be hinge and unilateral item in one (R066), and in a circuit the abductor drill can
    /// stand for the bridge: no category is lost (R110).
    /// </summary>
    private static void MakeDo(List<Slot> slots, SessionShape shape, Pools pools, Slot abductor)
    {
        var hinge = slots.FindIndex(s => s.Kind is SlotKind.Hinge);
        var singleLeg = hinge < 0 ? -1 : slots[hinge].Pool.IndexOf(pools.SingleLeg);
        if (shape.Format is SessionFormat.Circuit)
        {
            if (!abductor.Pool.IsDefault && slots.RemoveAll(s => s.Kind is SlotKind.Second) > 0)
                slots.AddInOrder(abductor);
        }
        else if (singleLeg >= 0 && !pools.KeepsUnilateral && slots.RemoveAll(s => s.Kind is SlotKind.Unilateral) > 0)
            slots[slots.FindIndex(s => s.Kind is SlotKind.Hinge)] =
                new(SlotKind.Hinge, [slots.Find(s => s.Kind is SlotKind.Hinge).Pool[singleLeg]], 0);
    }

    /// <summary>The same hinge at an even pace, where the pool holds it next.</summary>
    private static void QuickenHinge(List<Slot> slots)
    {
        var index = slots.FindIndex(s => s.Kind is SlotKind.Hinge);
        if (index >= 0 && slots[index] is { Choice: 0, Pool.Length: > 1 } slot
            && slot.Pool[0].Members[0] == slot.Pool[1].Members[0])
            slots[index] = slot with { Choice = 1 };
    }

    private static void Drop(List<Slot> slots, SessionShape shape, Kit kit, ImmutableArray<SlotKind> order)
    {
        foreach (var kind in order)
            for (var last = slots.FindLastIndex(s => s.Kind == kind);
                last >= 0 && Over(slots, shape, kit, 0);
                last = slots.FindLastIndex(s => s.Kind == kind))
                slots.RemoveAt(last);
    }

    /// <summary>Takes the first family of the pool that fits, or else the quickest.</summary>
    private static void Cheapen(List<Slot> slots, SlotKind kind, SessionShape shape, Kit kit, int headroom)
    {
        for (var index = slots.Count - 1; index >= 0 && Over(slots, shape, kit, headroom); index--)
            if (slots[index].Kind == kind)
                Cheapen(slots, index, shape, kit, headroom);
    }

    private static void Cheapen(List<Slot> slots, int index, SessionShape shape, Kit kit, int headroom)
    {
        var slot = slots[index];
        var quickest = slot.Choice;
        for (var choice = 0; choice < slot.Pool.Length; choice++)
        {
            if (slots.Exists(s => s != slot && kit.FirstOf(s.Family) == kit.FirstOf(slot.Pool[choice])))
                continue;
            slots[index] = slot with { Choice = choice };
            if (!Over(slots, shape, kit, headroom))
                return;
            if (Cost(slots[index], shape, kit) < Cost(slot with { Choice = quickest }, shape, kit))
                quickest = choice;
        }

        slots[index] = slot with { Choice = quickest };
    }

    private static bool Over(List<Slot> slots, SessionShape shape, Kit kit, int headroom)
    {
        var seconds = headroom;
        foreach (var slot in slots)
            seconds += Cost(slot, shape, kit);
        return seconds > shape.WorkSeconds;
    }

    private static int Cost(Slot slot, SessionShape shape, Kit kit) =>
        shape.Cost(slot.Kind, kit.PossibleEntryOf(slot.Family));
}
