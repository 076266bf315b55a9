using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <summary>Which families may fill which place for one runner, best first (D7, R030, R045, R048, R065, R113, R117).</summary>
internal sealed class Pools(Kit kit, Families families, int variety)
{
    private readonly Questionnaire _questionnaire = kit.Questionnaire;
    private readonly bool _isNew = kit.Questionnaire.Experience is Experience.New;

    /// <summary>A hilly race keeps the step-up in every session (R030).</summary>
    public bool KeepsStepUp { get; } =
        kit.Questionnaire.Races.Any(r => r.Hilly) && kit.Allows(families.StepUp.Members[0]);

    /// <summary>
    /// One hinge on two legs and one on one leg share the week; the single-leg deadlift leads from intermediate up (R048, R065).
    /// </summary>
    public ImmutableArray<Family> Hinge(SessionShape shape, DesignBlock block)
    {
        var singleLeg = shape.IsShort
            ? Possible(families.SingleLegHinge)
            : Possible(families.SlowSingleLegHinge, families.SingleLegHinge);
        var twoLegs = TwoLegHinges(block, shape.Rotation / 2);
        var pool = WantsSingleLeg(shape) ? singleLeg.AddRange(twoLegs) : twoLegs.AddRange(singleLeg);
        return pool.IsEmpty ? Possible(families.WalkOut) : pool;
    }

    /// <summary>Step-ups lead; on hilly courses they stay (R030, R113). Lunges come before squats (R045).</summary>
    public ImmutableArray<Family> Unilateral(SessionShape shape, int block)
    {
        if (KeepsStepUp)
            return Possible(families.StepUp);
        var lead = Possible(families.StepUp, families.Lunge, families.SplitSquat, families.LungeRotation, families.SingleLegSquat);
        if (shape.Count == 3)
            lead = Possible(families.SingleLegSquat, families.LungeRotation, families.StepUp, families.SplitSquat, families.Lunge);
        var pool = lead.AddRange(Rotated(Possible(families.MoreUnilateral), variety));
        return Rotated(pool, shape.Rotation + block * (shape.Count == 4 ? 2 : shape.Count));
    }

    /// <summary>A third main exercise where there is time: a bridge, or one squat at most (R111).</summary>
    public ImmutableArray<Family> Bridge => kit.Has(Area.ItBand) || kit.Has(Area.RunnersKnee)
        ? Possible(families.SingleBridge, families.Bridge)
        : Possible(families.Bridge, families.SingleBridge);

    /// <summary>Back and front squat take turns for those with a barbell (R044).</summary>
    public ImmutableArray<Family> Squat(int half) => Rotated(Possible(families.BarbellSquats), half) is { IsEmpty: false } barbell
        ? barbell
        : Possible(families.Squat, families.SquatPress);

    /// <summary>Anti-movement by default (R117, D8).</summary>
    public ImmutableArray<Family> Core(SessionShape shape, int block) => Rotated(
        block > 0
            ? Possible(families.Plank, families.SidePlank, families.AbWheel, families.PlankReach)
            : Possible(families.Plank, families.SidePlank, families.AbWheel),
        shape.Rotation + block);

    public ImmutableArray<Family> SecondCore(SessionShape shape, int block) =>
        Rotated(Possible(families.Pallof, families.DeadBug), shape.Rotation + block);

    public ImmutableArray<Family> ThirdCore(SessionShape shape, int block) =>
        Rotated(Possible(families.DynamicCore), shape.Rotation + block);

    /// <summary>Heel drops lead where the Achilles or the sole asks for them (R077, section 2's map).</summary>
    public ImmutableArray<Family> Calves => kit.Has(Area.Achilles) || kit.Has(Area.PlantarFascia)
        ? Possible(families.HeelDrop, families.Calves)
        : Possible(families.Calves, families.HeelDrop);

    public ImmutableArray<Family> ShortCalves => Possible(families.ShortCalves);

    public ImmutableArray<Family> Upper(SessionShape shape, int block) =>
        Rotated(Possible(families.Upper), shape.Rotation + block + variety % 2);

    /// <summary>Jumps; the squat jump is quad-dominant and stays away from squats (R111).</summary>
    public ImmutableArray<Family> Power(SessionShape shape, bool besideSquat) => Rotated(
        [.. Possible(families.Power).Where(f => !besideSquat || f != families.Power[0])],
        shape.Rotation);

    /// <summary>Hip abductors in every session (R114).</summary>
    public ImmutableArray<Family> Abductor => Possible(families.Clamshell, families.BandWalk);

    /// <summary>The rest of the activation trio (R123); at a desk job one more for the glutes (R053).</summary>
    public ImmutableArray<Family> Activation(ImmutableArray<Family> hinge, int block)
    {
        var walkOutIsHinge = hinge.Length > 0 && hinge[0] == families.WalkOut;
        var bridge = block % 3 > 0 ? Possible(families.BandDrills[block % 3 - 1]) : [];
        if (bridge.IsEmpty)
            bridge = Possible(families.ActivationBridge);
        var walk = Possible(families.BandWalk);
        if (walk.IsEmpty)
            walk = walkOutIsHinge ? Possible(families.Stance) : Possible(families.WalkOut, families.Stance);
        var trio = walk.Take(1).Concat(bridge.Take(1));
        return [.. _questionnaire.DeskJob ? trio.Concat(Possible(families.SingleBridge, families.WalkOut).Take(1)) : trio];
    }

    public ImmutableArray<Family> Plank => Possible(families.Plank, families.SidePlank, families.DeadBug);

    public bool IsSingleLeg(Family family) => family == families.SlowSingleLegHinge || family == families.SingleLegHinge;

    /// <summary>Swings and Nordics wait for a block of loaded hinges (section 3.1, Safety).</summary>
    private ImmutableArray<Family> TwoLegHinges(DesignBlock block, int further)
    {
        if (kit.ImplementFor(families.RomanianDeadlift.Members[0]) == Equipment.None)
            return Possible(families.WalkOut);
        var basic = Possible(families.RomanianDeadlift, families.Deadlift, families.StiffDeadlift);
        var later = block.Seasoned && !_isNew ? Possible(families.Nordic, families.Swing) : [];
        var first = later.Length > 0 && (kit.Has(Area.Hamstring) || block.Number % 2 == 1);
        var all = first ? later.AddRange(basic) : Rotated(basic, block.Number + further).AddRange(later);
        return all.IsEmpty ? Possible(families.WalkOut) : all;
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
