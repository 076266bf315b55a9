using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <summary>Which families may fill which place for one runner, best first (D7, R030, R045, R048, R065, R113, R117).</summary>
internal sealed class Pools(Kit kit, int variety)
{
    private readonly Families _families = kit.Families;
    private readonly bool _isNew = kit.Questionnaire.Experience is Experience.New;

    private readonly bool _hilly =
        kit.Questionnaire.Races.Any(r => r.Hilly) && RaceList.Counting(kit.Questionnaire).Any(r => r.Hilly);

    /// <summary>
    /// A hilly race keeps the unilateral place for step-ups, or for what stands in for them (R030), and so does a weak knee without an
    /// abductor drill.
    /// </summary>
    public bool KeepsUnilateral => _hilly || SparesKnee && Abductor.IsEmpty;

    /// <summary>One hinge on two legs and one on one leg share the week; one leg leads from intermediate up (R048, R065).</summary>
    public ImmutableArray<Family> Hinge(SessionShape shape, DesignBlock block)
    {
        var singleLeg = shape.IsShort
            ? Possible(_families.SingleLegHinge)
            : Possible(_families.SlowSingleLegHinge, _families.SingleLegHinge);
        var twoLegs = TwoLegHinges(block, shape.Rotation / 2);
        var wantsSingleLeg = WantsSingleLeg(shape) || shape is { Count: 1 } or { Count: 3, Index: 2 } && twoLegs.Length > 0 && twoLegs[0] == _families.WalkOut;
        var pool = wantsSingleLeg ? singleLeg.AddRange(twoLegs) : twoLegs.AddRange(singleLeg);
        // A hamstring history keeps deadlifts in the week (section 2's map).
        if (kit.Has(Area.Hamstring) && !shape.IsShort && pool.Remove(_families.WalkOut) is { IsEmpty: false } deadlifts)
            return deadlifts;
        // Last, what only serves to tell one session's legs from another's (R016).
        foreach (var family in Possible(_families.WalkOut, _families.RomanianDeadlift))
            if (!pool.Contains(family))
                pool = pool.Add(family);
        return pool;
    }

    /// <summary>Step-ups lead; on hilly courses they stay (R030, R113). Lunges come before squats (R045).</summary>
    public ImmutableArray<Family> Unilateral(SessionShape shape, int block)
    {
        // Where a bridge is trained already, it is not the unilateral item too; nor where it would be the week's only one (R007).
        var holdsBridge = SparesKnee || shape.Format is SessionFormat.Ten or SessionFormat.Legs;
        return _hilly && Climbing(shape, holdsBridge) is { IsEmpty: false } climbing ? climbing : Lunges(shape, block, holdsBridge);
    }

    /// <summary>One more on one leg, where a squat is not for the runner.</summary>
    public ImmutableArray<Family> SecondUnilateral(SessionShape shape, int block)
    {
        var first = Unilateral(shape, block);
        var lunges = Lunges(shape, block, holdsBridge: true);
        return first.IsEmpty ? lunges : lunges.Remove(first[0]);
    }

    private ImmutableArray<Family> Lunges(SessionShape shape, int block, bool holdsBridge)
    {
        var lead = Possible(_families.StepUp, _families.Lunge, _families.SplitSquat, _families.LungeRotation, _families.SingleLegSquat);
        if (shape.Count == 3)
            lead = Possible(_families.SingleLegSquat, _families.LungeRotation, _families.StepUp, _families.SplitSquat, _families.Lunge);
        var more = Possible(_families.MoreUnilateral);
        if (holdsBridge || shape.Count == 1)
            more = [.. more.Where(f => f.Members[0] != _families.SingleBridge.Members[0])];
        var pool = lead.AddRange(Rotated(more, variety));
        // Where no abductor drill is possible, the knee gets its step-up (section 2's map).
        if (SparesKnee && Abductor.IsEmpty && pool.Contains(_families.StepUp))
            return shape.Index == 0 ? [_families.StepUp] : [_families.StepUp, .. pool.Remove(_families.StepUp)];
        return Rotated(pool, shape.Rotation + block * (shape.Count == 4 ? 2 : shape.Count));
    }

    /// <summary>A third main exercise where there is time: a bridge, or one squat at most (R111).</summary>
    public ImmutableArray<Family> Bridge(SessionShape shape) => shape.IsShort
        ? [.. BridgeFirst(SparesKnee), .. Possible(_families.SplitSquat, _families.LungeRotation, _families.Lunge), .. Possible(_families.MoreUnilateral)]
        : BridgeFirst(singleLeg: false);

    /// <summary>Back and front squat take turns for those with a barbell (R044).</summary>
    public ImmutableArray<Family> BarbellSquats => Possible(_families.BarbellSquats);

    public ImmutableArray<Family> Squat(int half) => Rotated(BarbellSquats, half) is { IsEmpty: false } barbell
        ? barbell
        : Possible(_families.Squat, _families.SquatPress);

    /// <summary>Anti-movement by default (R117, D8).</summary>
    public ImmutableArray<Family> Core(SessionShape shape, int block) =>
        WithRareCore([.. LeadingCore(shape, block), .. Possible(_families.DeadBug, _families.Pallof)]);

    /// <summary>Where a runner rules out what core begins with, whatever is left keeps it in the week (R110).</summary>
    private ImmutableArray<Family> WithRareCore(ImmutableArray<Family> pool) =>
        pool.Any(f => Progression.Foundation(f, kit, 0) is not null) ? pool :
        [
            .. pool,
            .. Possible(_families.SidePlank, _families.AbWheel, _families.PlankReach).Where(f => !pool.Contains(f)),
            .. Possible(_families.DynamicCore),
        ];

    private ImmutableArray<Family> LeadingCore(SessionShape shape, int block) => Rotated(
        kit.Has(Area.LowBack) ? LowBackCore(shape)
        : block > 0 ? Possible(_families.Plank, _families.SidePlank, _families.AbWheel, _families.PlankReach)
        : Possible(_families.Plank, _families.SidePlank, _families.AbWheel) is { IsEmpty: false } still ? still
        : Possible(_families.PlankReach),
        shape.Rotation + block);

    /// <summary>The plank leads; where a second core item holds one for the back, others may take turns (section 2's map).</summary>
    private ImmutableArray<Family> LowBackCore(SessionShape shape) => shape is { Count: 4, Index: > 1 }
        ? Possible(_families.Plank, _families.SidePlank, _families.AbWheel)
        : Possible(_families.Plank) is { IsEmpty: false } plank ? plank
        : Possible(_families.DeadBug, _families.Pallof) is { IsEmpty: false } quiet ? quiet
        : Possible(_families.SidePlank, _families.AbWheel);

    public ImmutableArray<Family> SecondCore(SessionShape shape, int block) =>
        Rotated(Possible(_families.Pallof, _families.DeadBug), shape.Rotation + block);

    public ImmutableArray<Family> ThirdCore(SessionShape shape, int block) =>
        Rotated(Possible(_families.DynamicCore), shape.Rotation + block);

    /// <summary>Heel drops lead where the Achilles or the sole asks for them (R077, section 2's map).</summary>
    public ImmutableArray<Family> Calves(SessionShape shape)
    {
        var everything = Possible(_families.Calves, _families.HeelDrop, _families.TwoLegCalves);
        var other = shape.Rotation % 2 == 1;
        var first = kit.Has(Area.PlantarFascia) && !(other && (kit.Has(Area.Achilles) || kit.Has(Area.ShinSplints)))
            ? Possible(_families.HeelDrop, _families.TwoLegCalves)
            : kit.Has(Area.Achilles) && !(other && kit.Has(Area.ShinSplints))
                ? ForAchilles(shape.Rotation > 0 && !kit.Has(Area.PlantarFascia))
            : kit.Has(Area.Achilles) ? Possible(_families.Calves)
            : kit.Has(Area.ShinSplints) ? Possible(_families.Calves, _families.TwoLegCalves)
            : everything;
        return first.IsEmpty ? everything : [.. first, .. ToTellApart(shape, everything).Where(f => !first.Contains(f))];
    }

    /// <summary>Beside the sessions that serve the weak places, last, what tells their legs apart (R016).</summary>
    private ImmutableArray<Family> ToTellApart(SessionShape shape, ImmutableArray<Family> everything)
    {
        var weak = kit.Questionnaire.Niggles.Count(n => n.Area is Area.Achilles or Area.ShinSplints or Area.PlantarFascia);
        return shape.Rotation >= weak ? everything
            : shape.Rotation > 0 && !kit.Has(Area.PlantarFascia) ? Possible(_families.TwoLegCalves)
            : [];
    }

    /// <summary>Raises on two legs only beside another session that serves the tendon.</summary>
    private ImmutableArray<Family> ForAchilles(bool isServed)
    {
        var serving = kit.EntryOf(_families.Calves)?.Exercise != _families.TwoLegCalves.Members[0] ? Possible(_families.HeelDrop, _families.Calves) : Possible(_families.HeelDrop);
        return isServed && !serving.IsEmpty ? serving.AddRange(Possible(_families.TwoLegCalves)) : serving;
    }

    /// <summary>The eccentric curl, once a week, when 6 weeks of loaded hinges are behind (R116, section 3.1 Safety).</summary>
    public ImmutableArray<Family> Nordic(SessionShape shape, DesignBlock block) => block.Seasoned && WantsSingleLeg(shape) && Possible(_families.Nordic) is { IsEmpty: false } nordic
        ? nordic.AddRange(Possible(_families.Bridge, _families.SingleBridge))
        : [];

    public ImmutableArray<Family> ShortCalves => Possible(_families.ShortCalves, _families.HeelDrop);

    public ImmutableArray<Family> Upper(SessionShape shape, int block) =>
        Rotated(Possible(_families.Upper), shape.Rotation + block + variety % 2);

    /// <summary>Jumps; the squat jump is quad-dominant and stays away from squats (R111).</summary>
    public ImmutableArray<Family> Power(SessionShape shape, bool besideSquat) => Rotated(
        [.. Possible(_families.Power).Where(f => !besideSquat || f != _families.Power[0])],
        shape.Rotation);

    /// <summary>Hip abductors in every session (R114).</summary>
    public ImmutableArray<Family> Abductor => Possible(_families.Clamshell, _families.BandWalk);

    /// <summary>The rest of the activation trio (R123), best first; nothing the main part holds.</summary>
    public ImmutableArray<Family> Activation(ImmutableArray<Family> hinge, int block, bool besideBridge)
    {
        var drill = block % 3 > 0 ? Possible(_families.BandDrills[block % 3 - 1]) : [];
        var bridge = SparesKnee && (Abductor.IsEmpty || !ClimbsByBridge && !besideBridge) ? Possible(_families.SingleBridge)
            : besideBridge ? [] : Possible(_families.ActivationBridge);
        var walkOut = hinge.Length > 0 && hinge[0] == _families.WalkOut ? [] : Possible(_families.WalkOut);
        ImmutableArray<Family> all =
        [
            .. Possible(_families.BandWalk), .. drill.IsEmpty ? bridge : drill,
            .. Possible(_families.Stance, _families.Crescent), .. walkOut,
        ];
        return Abductor.IsEmpty ? all : all.Remove(Abductor[0]);
    }

    public ImmutableArray<Family> Plank => kit.Allows(_families.Plank.Members[0])
        ? Possible(_families.Plank, _families.SidePlank, _families.DeadBug)
        : WithRareCore(Possible(_families.SidePlank, _families.DeadBug, _families.PlankReach));

    /// <summary>Everything that may stand where this kind of exercise stands: its movement pattern.</summary>
    public ImmutableArray<Family> Alternatives(SlotKind kind, SessionShape shape) => kind switch
    {
        SlotKind.Abductor or SlotKind.Activation => [.. Abductor, .. Possible(_families.ActivationBridge, _families.WalkOut, _families.Stance)],
        SlotKind.Hinge => [.. Hinge(shape, default), .. Possible(_families.WalkOut)],
        SlotKind.Unilateral => Unilateral(shape, 0),
        SlotKind.Second => Bridge(shape),
        SlotKind.Upper => Possible(_families.Upper),
        SlotKind.Core or SlotKind.SecondCore or SlotKind.ThirdCore =>
            Possible(_families.Plank, _families.SidePlank, _families.DeadBug, _families.Pallof, _families.AbWheel),
        SlotKind.Calves => shape.IsShort ? ShortCalves : Calves(shape),
        _ => [],
    };

    /// <summary>The single-leg deadlift at an even pace.</summary>
    public Family SingleLeg => _families.SingleLegHinge;

    /// <summary>Whether foundation can begin with a single-leg deadlift at body weight.</summary>
    public bool BeginsOnOneLeg => kit.AllowsUnloaded(_families.SingleLegHinge.Foundation);

    public bool IsSingleLeg(Family family) => family == _families.SlowSingleLegHinge || family == _families.SingleLegHinge;

    /// <summary>Swings wait for 6 weeks of loaded hinges (section 3.1, Safety).</summary>
    private ImmutableArray<Family> TwoLegHinges(DesignBlock block, int further)
    {
        if (kit.ImplementFor(_families.RomanianDeadlift.Members[0]) == Equipment.None && !kit.Has(Area.Hamstring))
            return Possible(_families.WalkOut);
        var basic = Possible(_families.RomanianDeadlift, _families.Deadlift, _families.StiffDeadlift);
        var later = block.Seasoned && !_isNew && !kit.Has(Area.Hamstring) ? Possible(_families.Swing) : [];
        var all = later.Length > 0 && block.Number % 2 == 1 ? later.AddRange(basic) : Rotated(basic, block.Number + further).AddRange(later);
        return all.IsEmpty ? Possible(_families.WalkOut) : all;
    }

    private ImmutableArray<Family> BridgeFirst(bool singleLeg) => singleLeg
        ? Possible(_families.SingleBridge, _families.Bridge)
        : Possible(_families.Bridge, _families.SingleBridge);

    private bool SparesKnee => kit.Has(Area.ItBand) || kit.Has(Area.RunnersKnee);

    /// <summary>Hills without a step need the single-leg bridge in the main part.</summary>
    private bool ClimbsByBridge => _hilly && !kit.Allows(_families.StepUp.Members[0]);

    private ImmutableArray<Family> Climbing(SessionShape shape, bool holdsBridge) => !ClimbsByBridge
        ? Possible(_families.StepUp)
        : Rotated(Possible(_families.SplitSquat, _families.ClimbingBridge), holdsBridge && shape.Count < 4 ? shape.Rotation / 2 : shape.Rotation);

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
