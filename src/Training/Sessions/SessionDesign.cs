using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <summary>Chooses what a session is made of, once for a block, within its minutes (D2, R110, R123, R124, section 3).</summary>
internal static class SessionDesign
{
    // Left free where something cheaper would do, so that repetitions can rise before the session's length stops them.
    private const int HeadroomSeconds = 90;

    /// <summary>The order in which things go when time is short (section 3).</summary>
    private static readonly ImmutableArray<SlotKind> DropOrder =
        [SlotKind.Power, SlotKind.ThirdCore, SlotKind.Upper, SlotKind.SecondCore, SlotKind.Second, SlotKind.Activation];

    /// <summary>Only when what a runner rules out leaves nothing quicker.</summary>
    private static readonly ImmutableArray<SlotKind> LastDropped = [SlotKind.Abductor, SlotKind.Core, SlotKind.Unilateral];

    /// <summary>Ten exercises are ten: shorter ones come before fewer (Y7).</summary>
    private static readonly ImmutableArray<SlotKind> TenCheapenOrder = [SlotKind.Second, SlotKind.Unilateral];

    private static readonly ImmutableArray<SlotKind> CheapenOrder =
        [SlotKind.Core, SlotKind.Unilateral, SlotKind.Calves, SlotKind.Hinge, SlotKind.Second];

    /// <summary>The places of a session in training order; fits its minutes at start doses and 3 sets.</summary>
    /// <param name="shape">Which session.</param>
    /// <param name="pools">What the runner can do.</param>
    /// <param name="kit">The runner.</param>
    /// <param name="block">Which exercises, and whether jumps belong to it.</param>
    public static ImmutableArray<Slot> Choose(SessionShape shape, Pools pools, Kit kit, DesignBlock block)
    {
        List<Slot> slots = [];
        if (shape.Format is SessionFormat.Circuit)
            AddCircuit(slots, shape, pools, block);
        if (shape.Format is SessionFormat.Full or SessionFormat.Ten or SessionFormat.Legs)
            AddLegs(slots, shape, pools, kit, block);
        if (shape.Format is SessionFormat.Full or SessionFormat.Ten or SessionFormat.CoreAndUpper)
            AddTrunk(slots, shape, pools, kit, block);
        Fit(slots, shape, pools, kit);
        // Jumps that leave no room for themselves leave the session as it is without them.
        if (block.Power && !slots.Exists(s => s.Kind is SlotKind.Power))
            return Choose(shape, pools, kit, block with { Power = false });
        return [.. slots.OrderBy(s => s.Kind)];
    }

    private static void AddCircuit(List<Slot> slots, SessionShape shape, Pools pools, DesignBlock block)
    {
        Add(slots, SlotKind.Abductor, pools.Abductor);
        Add(slots, SlotKind.Hinge, pools.Hinge(shape, block));
        Add(slots, SlotKind.Second, pools.Bridge(shape));
        Add(slots, SlotKind.Core, pools.Plank);
        Add(slots, SlotKind.Calves, pools.ShortCalves);
    }

    private static void AddLegs(List<Slot> slots, SessionShape shape, Pools pools, Kit kit, DesignBlock block)
    {
        var hinge = pools.Hinge(shape, block);
        var bridge = shape.Format is SessionFormat.Ten or SessionFormat.Legs;
        Add(slots, SlotKind.Abductor, pools.Abductor);
        AddActivation(slots, pools.Activation(hinge, block.Number, bridge), Math.Min(shape.ActivationItems, kit.Questionnaire.DeskJob ? 4 : 3));
        if (AddBesideSingleLeg(slots, shape, pools, kit, block, hinge))
            hinge = [.. hinge.Where(pools.IsSingleLeg)];
        else
            Add(slots, SlotKind.Unilateral, pools.Unilateral(shape, block.Number));
        Add(slots, SlotKind.Hinge, hinge);
        if (bridge)
            Add(slots, SlotKind.Second, Others(pools.Bridge(shape), slots, kit));
        var squat = shape.Format is SessionFormat.Ten && !block.Power
            && !HoldsUpper(shape, kit) && hinge.Length > 0
            && (Add(slots, SlotKind.Second, pools.Squat(block.Half))
                || Add(slots, SlotKind.Second, Others(pools.SecondUnilateral(shape, block.Number), slots, kit)));
        if (block.Power)
            Add(slots, SlotKind.Power, pools.Power(shape, besideSquat: squat || kit.Owns(Equipment.Barbell)));
        Add(slots, SlotKind.Calves, shape.IsShort ? pools.ShortCalves : pools.Calves(shape));
    }

    /// <summary>The trio, at a desk job one more for the glutes (R053); what is left over may stand in for any of them.</summary>
    private static void AddActivation(List<Slot> slots, ImmutableArray<Family> drills, int items)
    {
        var own = Math.Min(items - slots.Count, drills.Length);
        for (var i = 0; i < own; i++)
            slots.Add(new(SlotKind.Activation, [drills[i], .. drills[own..]], 0));
    }

    /// <summary>
    /// The single-leg deadlift is unilateral itself (R066): beside it there is room for a barbell squat (R044) or, once a week, for
    /// the Nordic curl (R116).
    /// </summary>
    private static bool AddBesideSingleLeg(
        List<Slot> slots, SessionShape shape, Pools pools, Kit kit, DesignBlock block, ImmutableArray<Family> hinge)
    {
        if (shape.Format is not SessionFormat.Full || pools.KeepsUnilateral || !pools.BeginsOnOneLeg || pools.Abductor.IsEmpty || hinge.Length == 0 || !pools.IsSingleLeg(hinge[0]))
            return false;
        return kit.Owns(Equipment.Barbell) && pools.Squat(block.Half) is { IsEmpty: false } squats
            && Add(slots, SlotKind.Second, [.. squats, .. pools.SecondUnilateral(shape, block.Number)])
            || Add(slots, SlotKind.Second, pools.Nordic(shape, block));
    }

    private static void AddTrunk(List<Slot> slots, SessionShape shape, Pools pools, Kit kit, DesignBlock block)
    {
        if (HoldsUpper(shape, kit))
            AddUpper(slots, pools.Upper(shape, block.Number), shape.Format is SessionFormat.CoreAndUpper ? 3 : 1);
        var core = pools.Core(shape, block.Number);
        var dynamic = kit.Questionnaire.DynamicCore ? pools.ThirdCore(shape, block.Number) : [];
        // Ten exercises are ten: a dynamic core item takes the second core place, and so do jumps (Y7).
        var second = shape.Format is SessionFormat.Ten && !dynamic.IsEmpty ? dynamic : pools.SecondCore(shape, block.Number);
        Add(slots, SlotKind.Core, core);
        if (!(shape.Format is SessionFormat.Ten && block.Power && HoldsUpper(shape, kit)))
            Add(slots, SlotKind.SecondCore, [.. (second.IsEmpty ? core : second).Where(f => core.IsEmpty || f != core[0])]);
        if (shape.Format is not SessionFormat.Ten)
            Add(slots, SlotKind.ThirdCore, dynamic);
    }

    private static void AddUpper(List<Slot> slots, ImmutableArray<Family> pool, int items)
    {
        for (var i = 0; i < Math.Min(items, pool.Length); i++)
            slots.Add(new(SlotKind.Upper, items > 1 ? [pool[i]] : pool, 0));
    }

    /// <summary>One upper-body item a week at two sessions, one in each at one or three (R012, D13).</summary>
    private static bool HoldsUpper(SessionShape shape, Kit kit) =>
        kit.Questionnaire.UpperBody && (shape.Count != 2 || shape.Index == 1);

    private static Exercise First(Family family, Kit kit) => kit.EntryOf(family)!.Value.Exercise;

    /// <summary>Families that do not begin with an exercise the session has already.</summary>
    private static ImmutableArray<Family> Others(ImmutableArray<Family> pool, List<Slot> slots, Kit kit) =>
        [.. pool.Where(f => !slots.Exists(s => First(s.Family, kit) == First(f, kit)))];

    private static bool Add(List<Slot> slots, SlotKind kind, ImmutableArray<Family> pool)
    {
        if (!pool.IsEmpty)
            slots.Add(new(kind, pool, 0));
        return !pool.IsEmpty;
    }

    private static void Fit(List<Slot> slots, SessionShape shape, Pools pools, Kit kit)
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
        if (Over(slots, shape, kit, HeadroomSeconds / 2))
            slots.RemoveAll(s => s.Kind is SlotKind.ThirdCore);
        // Under 45 minutes a drill less leaves room to make progress.
        for (var last = slots.FindLastIndex(s => s.Kind is SlotKind.Activation);
            last > 0 && shape.Minutes < 45 && Over(slots, shape, kit, HeadroomSeconds);
            last = slots.FindLastIndex(s => s.Kind is SlotKind.Activation))
            slots.RemoveAt(last);
        if (shape.Format is SessionFormat.Full && shape.Minutes < 45 && Over(slots, shape, kit, HeadroomSeconds / 2))
            slots.RemoveAll(s => s.Kind is SlotKind.Upper);
        if (shape.Format is SessionFormat.Full && shape.Minutes < 45 && Over(slots, shape, kit, HeadroomSeconds))
            slots.RemoveAll(s => s.Kind is SlotKind.SecondCore);
        slots.RemoveAll(s => s.Kind is SlotKind.Activation && slots.Exists(o => o.Kind > s.Kind && First(o.Family, kit) == First(s.Family, kit)));
    }

    /// <summary>
    /// The single-leg deadlift can be hinge and unilateral item in one (R066), and in a circuit the abductor drill can stand for
    /// the bridge: no category is lost (R110).
    /// </summary>
    private static void MakeDo(List<Slot> slots, SessionShape shape, Pools pools, Slot abductor)
    {
        var hinge = slots.FindIndex(s => s.Kind is SlotKind.Hinge);
        var singleLeg = hinge < 0 ? -1 : slots[hinge].Pool.IndexOf(pools.SingleLeg);
        if (shape.Format is SessionFormat.Circuit)
        {
            if (!abductor.Pool.IsDefault && slots.RemoveAll(s => s.Kind is SlotKind.Second) > 0)
                slots.Add(abductor);
        }
        else if (singleLeg >= 0 && !pools.KeepsUnilateral && slots.RemoveAll(s => s.Kind is SlotKind.Unilateral) > 0)
            slots[slots.FindIndex(s => s.Kind is SlotKind.Hinge)] = new(SlotKind.Hinge, [slots.Find(s => s.Kind is SlotKind.Hinge).Pool[singleLeg]], 0);
    }

    /// <summary>The same hinge at an even pace, where the pool holds it next.</summary>
    private static void QuickenHinge(List<Slot> slots)
    {
        var index = slots.FindIndex(s => s.Kind is SlotKind.Hinge);
        if (index >= 0 && slots[index] is { Choice: 0, Pool.Length: > 1 } slot && slot.Pool[0].Members[0] == slot.Pool[1].Members[0])
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
            if (slots.Exists(s => s != slot && First(s.Family, kit) == First(slot.Pool[choice], kit)))
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
        shape.Cost(slot.Kind, kit.EntryOf(slot.Family)!.Value);
}
