using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <summary>
/// Chooses what a session is made of, once for a block, within its minutes (D2, R110, R123, R124, section 3).
/// </summary>
internal static class SessionDesign
{
    private const int MostSlots = 12;

    /// <summary>The places of a session in training order; fits its minutes at start doses and 3 sets.</summary>
    /// <param name="shape">Which session.</param>
    /// <param name="pools">What the runner can do.</param>
    /// <param name="kit">The runner.</param>
    /// <param name="block">Which exercises, and whether jumps belong to it.</param>
    public static ImmutableArray<Slot> Choose(SessionShape shape, Pools pools, Kit kit, DesignBlock block)
    {
        var slots = new List<Slot>(MostSlots);
        if (shape.Format is SessionFormat.Circuit)
            AddCircuit(slots, shape, pools, block);
        if (shape.Format is SessionFormat.Full or SessionFormat.Ten or SessionFormat.Legs)
            AddLegs(slots, shape, pools, kit, block);
        if (shape.Format is SessionFormat.Full or SessionFormat.Ten or SessionFormat.CoreAndUpper)
            AddTrunk(slots, shape, pools, kit, block);
        SessionFit.Fit(slots, shape, pools, kit);
        // Jumps that leave no room for themselves leave the session as it is without them.
        if (block.Power && !slots.Exists(s => s.Kind is SlotKind.Power))
            return Choose(shape, pools, kit, block with { Power = false });
        return [.. slots];
    }

    private static void AddCircuit(List<Slot> slots, SessionShape shape, Pools pools, DesignBlock block)
    {
        Add(slots, SlotKind.Abductor, pools.Abductor);
        Add(slots, SlotKind.Hinge, pools.Hinge(shape, block));
        Add(slots, SlotKind.Second, pools.Bridge(shape));
        Add(slots, SlotKind.Core, pools.Core.InCircuit);
        Add(slots, SlotKind.Calves, pools.Calves.For(shape));
    }

    private static void AddLegs(List<Slot> slots, SessionShape shape, Pools pools, Kit kit, DesignBlock block)
    {
        var hinge = pools.Hinge(shape, block);
        var bridge = shape.Format is SessionFormat.Ten or SessionFormat.Legs;
        Add(slots, SlotKind.Abductor, pools.Abductor);
        AddActivation(slots, pools.Activation(shape, hinge, block.Number, bridge),
            Math.Min(shape.ActivationItems, kit.Questionnaire.DeskJob ? 4 : 3));
        if (AddBesideSingleLeg(slots, shape, pools, kit, block, hinge))
            hinge = [.. hinge.Where(pools.IsSingleLeg)];
        else
            Add(slots, SlotKind.Unilateral, pools.Unilateral(shape, block.Number));
        Add(slots, SlotKind.Hinge, hinge);
        if (bridge)
            Add(slots, SlotKind.Second, Others(pools.Bridge(shape), slots, kit));
        var squat = shape.Format is SessionFormat.Ten && !block.Power
            && !HoldsUpper(shape, kit) && hinge.Length > 0
            // Foundation has no squat without a hinge beside it (R049).
            && (pools.BeginsUnloaded(hinge) && Add(slots, SlotKind.Second, pools.Squat(block.Half))
                || Add(slots, SlotKind.Second, Others(pools.SecondUnilateral(shape, block.Number), slots, kit)));
        if (block.Power)
            Add(slots, SlotKind.Power, pools.Power(shape, besideSquat: squat || kit.Owns(Equipment.Barbell)));
        Add(slots, SlotKind.Calves, pools.Calves.For(shape));
    }

    /// <summary>
    /// The trio, at a desk job one more for the glutes (R053); what is left over may stand in for any of them.
    /// </summary>
    private static void AddActivation(List<Slot> slots, ImmutableArray<Family> drills, int items)
    {
        var own = Math.Min(items - slots.Count, drills.Length);
        for (var i = 0; i < own; i++)
            slots.AddInOrder(new(SlotKind.Activation, [drills[i], .. drills.AsSpan()[own..]], 0));
    }

    /// <summary>
    /// The single-leg deadlift is unilateral itself (R066): beside it there is room for a barbell squat (R044) or, once
    /// a week, for the Nordic curl (R116).
    /// </summary>
    private static bool AddBesideSingleLeg(
        List<Slot> slots, SessionShape shape, Pools pools, Kit kit, DesignBlock block, ImmutableArray<Family> hinge)
    {
        if (shape.Format is not SessionFormat.Full || pools.KeepsUnilateral || !pools.BeginsOnOneLeg
            || pools.Abductor.IsEmpty || hinge.Length == 0 || !pools.IsSingleLeg(hinge[0]))
            return false;
        return kit.Owns(Equipment.Barbell) && pools.Squat(block.Half) is { IsEmpty: false } squats
            && Add(slots, SlotKind.Second, [.. squats, .. pools.SecondUnilateral(shape, block.Number)])
            || Add(slots, SlotKind.Second, pools.Nordic(shape, block));
    }

    private static void AddTrunk(List<Slot> slots, SessionShape shape, Pools pools, Kit kit, DesignBlock block)
    {
        if (HoldsUpper(shape, kit))
            AddUpper(slots, pools.Upper(shape, block.Number), shape.Format is SessionFormat.CoreAndUpper ? 3 : 1);
        var core = pools.Core.First(shape, block.Number);
        var dynamic = pools.Core.Dynamic(shape, block.Number);
        // Ten exercises are ten: a dynamic core item takes the second core place, and so do jumps (Y7).
        var second = shape.Format is SessionFormat.Ten && !dynamic.IsEmpty
            ? dynamic
            : pools.Core.Second(shape, block.Number);
        Add(slots, SlotKind.Core, core);
        if (!(shape.Format is SessionFormat.Ten && block.Power && HoldsUpper(shape, kit)))
            Add(slots, SlotKind.SecondCore,
                [.. (second.IsEmpty ? core : second).Where(f => core.IsEmpty || f != core[0])]);
        if (shape.Format is not SessionFormat.Ten)
            Add(slots, SlotKind.ThirdCore, dynamic);
    }

    private static void AddUpper(List<Slot> slots, ImmutableArray<Family> pool, int items)
    {
        for (var i = 0; i < Math.Min(items, pool.Length); i++)
            slots.AddInOrder(new(SlotKind.Upper, items > 1 ? [pool[i]] : pool, 0));
    }

    /// <summary>One upper-body item a week at two sessions, one in each at one or three (R012, D13).</summary>
    private static bool HoldsUpper(SessionShape shape, Kit kit) =>
        kit.Questionnaire.UpperBody && (shape.Count != 2 || shape.Index == 1);

    /// <summary>Families that do not begin with an exercise the session has already.</summary>
    private static ImmutableArray<Family> Others(ImmutableArray<Family> pool, List<Slot> slots, Kit kit) =>
        [.. pool.Where(f => !slots.Exists(s => kit.FirstOf(s.Family) == kit.FirstOf(f)))];

    private static bool Add(List<Slot> slots, SlotKind kind, ImmutableArray<Family> pool)
    {
        if (!pool.IsEmpty)
            slots.AddInOrder(new(kind, pool, 0));
        return !pool.IsEmpty;
    }

    /// <summary>Behind what is trained before it or stands at its place already.</summary>
    public static void AddInOrder(this List<Slot> slots, Slot slot)
    {
        var index = slots.Count;
        while (index > 0 && slots[index - 1].Kind > slot.Kind)
            index--;
        slots.Insert(index, slot);
    }
}
