using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <summary>Which families may fill which place for one runner, best first (D7, R030, R045, R048, R065, R113, R117).</summary>
internal sealed class Pools(Kit kit, int variety)
{
    private readonly Families _families = kit.Families;
    private readonly Questionnaire _questionnaire = kit.Questionnaire;
    private readonly bool _isNew = kit.Questionnaire.Experience is Experience.New;

    /// <summary>A hilly race keeps the step-up in every session (R030).</summary>
    public bool KeepsStepUp { get; } =
        kit.Questionnaire.Races.Any(r => r.Hilly) && kit.Allows(kit.Families.StepUp.Members[0]);

    /// <summary>
    /// One hinge on two legs and one on one leg share the week; the single-leg deadlift leads from intermediate up (R048, R065).
    /// </summary>
    public ImmutableArray<Family> Hinge(SessionShape shape, DesignBlock block)
    {
        var singleLeg = shape.IsShort
            ? Possible(_families.SingleLegHinge)
            : Possible(_families.SlowSingleLegHinge, _families.SingleLegHinge);
        var twoLegs = TwoLegHinges(block, shape.Rotation / 2);
        var pool = WantsSingleLeg(shape) ? singleLeg.AddRange(twoLegs) : twoLegs.AddRange(singleLeg);
        return pool.IsEmpty ? Possible(_families.WalkOut) : pool;
    }

    /// <summary>Step-ups lead; on hilly courses they stay (R030, R113). Lunges come before squats (R045).</summary>
    public ImmutableArray<Family> Unilateral(SessionShape shape, int block)
    {
        if (KeepsStepUp)
            return Possible(_families.StepUp);
        var lead = Possible(_families.StepUp, _families.Lunge, _families.SplitSquat, _families.LungeRotation, _families.SingleLegSquat);
        if (shape.Count == 3)
            lead = Possible(_families.SingleLegSquat, _families.LungeRotation, _families.StepUp, _families.SplitSquat, _families.Lunge);
        var pool = lead.AddRange(Rotated(Possible(_families.MoreUnilateral), variety));
        return Rotated(pool, shape.Rotation + block * (shape.Count == 4 ? 2 : shape.Count));
    }

    /// <summary>A third main exercise where there is time: a bridge, or one squat at most (R111).</summary>
    public ImmutableArray<Family> Bridge => kit.Has(Area.ItBand) || kit.Has(Area.RunnersKnee)
        ? Possible(_families.SingleBridge, _families.Bridge)
        : Possible(_families.Bridge, _families.SingleBridge);

    /// <summary>Back and front squat take turns for those with a barbell (R044).</summary>
    public ImmutableArray<Family> Squat(int half) => Rotated(Possible(_families.BarbellSquats), half) is { IsEmpty: false } barbell
        ? barbell
        : Possible(_families.Squat, _families.SquatPress);

    /// <summary>Anti-movement by default (R117, D8).</summary>
    public ImmutableArray<Family> Core(SessionShape shape, int block) => Rotated(
        block > 0
            ? Possible(_families.Plank, _families.SidePlank, _families.AbWheel, _families.PlankReach)
            : Possible(_families.Plank, _families.SidePlank, _families.AbWheel),
        shape.Rotation + block);

    public ImmutableArray<Family> SecondCore(SessionShape shape, int block) =>
        Rotated(Possible(_families.Pallof, _families.DeadBug), shape.Rotation + block);

    public ImmutableArray<Family> ThirdCore(SessionShape shape, int block) =>
        Rotated(Possible(_families.DynamicCore), shape.Rotation + block);

    /// <summary>Heel drops lead where the Achilles or the sole asks for them (R077, section 2's map).</summary>
    public ImmutableArray<Family> Calves => kit.Has(Area.Achilles) || kit.Has(Area.PlantarFascia)
        ? Possible(_families.HeelDrop, _families.Calves)
        : Possible(_families.Calves, _families.HeelDrop);

    public ImmutableArray<Family> ShortCalves => Possible(_families.ShortCalves);

    public ImmutableArray<Family> Upper(SessionShape shape, int block) =>
        Rotated(Possible(_families.Upper), shape.Rotation + block + variety % 2);

    /// <summary>Jumps; the squat jump is quad-dominant and stays away from squats (R111).</summary>
    public ImmutableArray<Family> Power(SessionShape shape, bool besideSquat) => Rotated(
        [.. Possible(_families.Power).Where(f => !besideSquat || f != _families.Power[0])],
        shape.Rotation);

    /// <summary>Hip abductors in every session (R114).</summary>
    public ImmutableArray<Family> Abductor => Possible(_families.Clamshell, _families.BandWalk);

    /// <summary>The rest of the activation trio (R123); at a desk job one more for the glutes (R053).</summary>
    public ImmutableArray<Family> Activation(ImmutableArray<Family> hinge, int block)
    {
        var walkOutIsHinge = hinge.Length > 0 && hinge[0] == _families.WalkOut;
        var bridge = block % 3 > 0 ? Possible(_families.BandDrills[block % 3 - 1]) : [];
        if (bridge.IsEmpty)
            bridge = Possible(_families.ActivationBridge);
        var walk = Possible(_families.BandWalk);
        if (walk.IsEmpty)
            walk = walkOutIsHinge ? Possible(_families.Stance) : Possible(_families.WalkOut, _families.Stance);
        var trio = walk.Take(1).Concat(bridge.Take(1));
        return [.. _questionnaire.DeskJob ? trio.Concat(Possible(_families.SingleBridge, _families.WalkOut).Take(1)) : trio];
    }

    public ImmutableArray<Family> Plank => Possible(_families.Plank, _families.SidePlank, _families.DeadBug);

    /// <summary>Everything that may stand where this kind of exercise stands: its movement pattern.</summary>
    public ImmutableArray<Family> Alternatives(SlotKind kind, SessionShape shape) => kind switch
    {
        SlotKind.Abductor or SlotKind.Activation => [.. Abductor, .. Possible(_families.ActivationBridge, _families.WalkOut, _families.Stance)],
        SlotKind.Hinge => [.. Hinge(shape, default), .. Possible(_families.WalkOut)],
        SlotKind.Unilateral => Unilateral(shape, 0),
        SlotKind.Second => Bridge,
        SlotKind.Upper => Possible(_families.Upper),
        SlotKind.Core or SlotKind.SecondCore or SlotKind.ThirdCore =>
            Possible(_families.Plank, _families.SidePlank, _families.DeadBug, _families.Pallof, _families.AbWheel),
        SlotKind.Calves => shape.IsShort ? ShortCalves : Calves,
        _ => [],
    };

    public bool IsSingleLeg(Family family) => family == _families.SlowSingleLegHinge || family == _families.SingleLegHinge;

    /// <summary>Swings and Nordics wait for a block of loaded hinges (section 3.1, Safety).</summary>
    private ImmutableArray<Family> TwoLegHinges(DesignBlock block, int further)
    {
        if (kit.ImplementFor(_families.RomanianDeadlift.Members[0]) == Equipment.None)
            return Possible(_families.WalkOut);
        var basic = Possible(_families.RomanianDeadlift, _families.Deadlift, _families.StiffDeadlift);
        var later = block.Seasoned && !_isNew ? Possible(_families.Nordic, _families.Swing) : [];
        var first = later.Length > 0 && (kit.Has(Area.Hamstring) || block.Number % 2 == 1);
        var all = first ? later.AddRange(basic) : Rotated(basic, block.Number + further).AddRange(later);
        return all.IsEmpty ? Possible(_families.WalkOut) : all;
    }

    private bool WantsSingleLeg(SessionShape shape) => shape.Count switch
    {
        1 => !_isNew,
        3 => shape.Index == 1,
        _ => shape.Rotation % 2 == (_isNew ? 1 : 0),
    };

    private ImmutableArray<Family> Possible(params ReadOnlySpan<Family> wanted)
    {
        var possible = ImmutableArray.CreateBuilder<Family>(wanted.Length);
        foreach (var family in wanted)
            if (kit.EntryOf(family) is not null)
                possible.Add(family);
        return possible.DrainToImmutable();
    }

    private ImmutableArray<Family> Possible(ImmutableArray<Family> wanted) => Possible(wanted.AsSpan());

    private static ImmutableArray<Family> Rotated(ImmutableArray<Family> pool, int by) =>
        pool.Length < 2 || by % pool.Length == 0 ? pool : [.. pool[(by % pool.Length)..], .. pool[..(by % pool.Length)]];
}
