using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <summary>
/// Which families may fill which place for one runner, best first (D7, R030, R045, R048, R065, R113, R117).
/// </summary>
internal sealed class Pools(Kit kit, int variety)
{
    private readonly Families _families = kit.Families;
    private readonly bool _isNew = kit.Questionnaire.Experience is Experience.New;

    private readonly bool _hilly =
        kit.Questionnaire.Races.Any(r => r.Hilly) && RaceList.Counting(kit.Questionnaire).Any(r => r.Hilly);

    public CorePools Core { get; } = new(kit);

    public CalfPools Calves { get; } = new(kit);

    /// <summary>
    /// A hilly race keeps the unilateral place for step-ups, or for what stands in for them (R030), and so does a weak
    /// knee without an abductor drill.
    /// </summary>
    public bool KeepsUnilateral => _hilly || SparesKnee && Abductor.IsEmpty;

    /// <summary>
    /// One hinge on two legs and one on one leg share the week; one leg leads from intermediate up (R048, R065).
    /// </summary>
    public ImmutableArray<Family> Hinge(SessionShape shape, DesignBlock block)
    {
        var singleLeg = shape.IsShort
            ? kit.Possible(_families.SingleLegHinge)
            : kit.Possible(_families.SlowSingleLegHinge, _families.SingleLegHinge);
        var twoLegs = TwoLegHinges(block, shape.Rotation / 2);
        var wantsSingleLeg = WantsSingleLeg(shape) || shape is { Count: 1 } or { Count: 3, Index: 2 }
            && twoLegs.Length > 0 && twoLegs[0] == _families.WalkOut;
        var pool = wantsSingleLeg ? singleLeg.AddRange(twoLegs) : twoLegs.AddRange(singleLeg);
        // A hamstring history keeps deadlifts in the week, and so does a weak back that no core exercise serves
        // (section 2's map).
        var needsDeadlift = kit.Has(Area.Hamstring) || kit.Has(Area.LowBack) && !Core.ServesLowBack;
        if (needsDeadlift && !shape.IsShort && pool.Remove(_families.WalkOut) is { IsEmpty: false } deadlifts)
            // None of them without its load: foundation has the walk-out (R048, R110).
            return BeginsUnloaded(deadlifts)
                ? deadlifts
                : deadlifts.AddRange(kit.Possible(_families.WalkOut));
        // Last, what only serves to tell one session's legs from another's (R016).
        foreach (var family in kit.Possible(_families.WalkOut, _families.RomanianDeadlift))
            if (!pool.Contains(family))
                pool = pool.Add(family);
        return pool;
    }

    /// <summary>Step-ups lead; on hilly courses they stay (R030, R113). Lunges come before squats (R045).</summary>
    public ImmutableArray<Family> Unilateral(SessionShape shape, int block)
    {
        // Where a bridge is trained already, it is not the unilateral item too; nor where it would be the week's only
        // one (R007).
        var holdsBridge = SparesKnee || shape.Format is SessionFormat.Ten or SessionFormat.Legs;
        return _hilly && Climbing(shape, holdsBridge) is { IsEmpty: false } climbing
            ? climbing
            : Lunges(shape, block, holdsBridge);
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
        var lead = kit.Possible(_families.StepUp, _families.Lunge, _families.SplitSquat, _families.LungeRotation,
            _families.SingleLegSquat);
        if (shape.Count == 3)
            lead = kit.Possible(_families.SingleLegSquat, _families.LungeRotation, _families.StepUp,
                _families.SplitSquat, _families.Lunge);
        var more = kit.Possible(_families.MoreUnilateral);
        if (holdsBridge || shape.Count == 1)
            more = [.. more.Where(f => f.Members[0] != _families.SingleBridge.Members[0])];
        var pool = lead.AddRange(more.Rotated(variety));
        // Where no abductor drill is possible, the knee gets its step-up (section 2's map).
        if (SparesKnee && Abductor.IsEmpty && pool.Contains(_families.StepUp))
            return shape.Index == 0 ? [_families.StepUp] : [_families.StepUp, .. pool.Remove(_families.StepUp)];
        return pool.Rotated(shape.Rotation + block * (shape.Count == 4 ? 2 : shape.Count));
    }

    /// <summary>A third main exercise where there is time: a bridge, or one squat at most (R111).</summary>
    public ImmutableArray<Family> Bridge(SessionShape shape) => shape.IsShort
        ? [.. BridgeFirst(SparesKnee), .. kit.Possible(_families.SplitSquat, _families.LungeRotation, _families.Lunge),
            .. kit.Possible(_families.MoreUnilateral)]
        : BridgeFirst(singleLeg: false);

    /// <summary>Back and front squat take turns for those with a barbell (R044).</summary>
    public ImmutableArray<Family> BarbellSquats { get; } = kit.Possible(kit.Families.BarbellSquats);

    public ImmutableArray<Family> Squat(int half) => BarbellSquats.Rotated(half) is { IsEmpty: false } barbell
        ? barbell
        : kit.Possible(_families.Squat, _families.SquatPress);

    /// <summary>
    /// The eccentric curl, once a week, when 6 weeks of loaded hinges are behind (R116, section 3.1 Safety).
    /// </summary>
    public ImmutableArray<Family> Nordic(SessionShape shape, DesignBlock block) =>
        block.Seasoned && WantsSingleLeg(shape) && kit.Possible(_families.Nordic) is { IsEmpty: false } nordic
        ? nordic.AddRange(kit.Possible(_families.Bridge, _families.SingleBridge))
        : [];

    public ImmutableArray<Family> Upper(SessionShape shape, int block) =>
        kit.Possible(_families.Upper).Rotated(shape.Rotation + block + variety % 2);

    /// <summary>Jumps; the squat jump is quad-dominant and stays away from squats (R111).</summary>
    public ImmutableArray<Family> Power(SessionShape shape, bool besideSquat) =>
        kit.Possible(_families.Power).RemoveAll(f => besideSquat && f == _families.Power[0]).Rotated(shape.Rotation);

    /// <summary>Hip abductors in every session (R114).</summary>
    public ImmutableArray<Family> Abductor { get; } = kit.Possible(kit.Families.Clamshell, kit.Families.BandWalk);

    /// <summary>The quickest drill for glutes and hips.</summary>
    public ImmutableArray<Family> ShortDrill => kit.Possible(_families.Crescent);

    /// <summary>The rest of the activation trio (R123), best first; nothing the main part holds.</summary>
    public ImmutableArray<Family> Activation(SessionShape shape, ImmutableArray<Family> hinge, int block,
        bool besideBridge)
    {
        var drill = block % 3 > 0 ? kit.Possible(_families.BandDrills[block % 3 - 1]) : [];
        var bridge = SparesKnee && (Abductor.IsEmpty || !ClimbsByBridge && !besideBridge)
            ? kit.Possible(_families.SingleBridge)
            : besideBridge ? [] : kit.Possible(_families.ActivationBridge);
        // Where three sessions share one step-up, the walk-out may be the hinge that tells their legs apart (R016).
        var asHinge = hinge.IndexOf(_families.WalkOut) is var at && at == 0 || at > 0 && shape.Count == 3
            && KeepsUnilateral;
        ImmutableArray<Family> all =
        [
            .. kit.Possible(_families.BandWalk), .. drill.IsEmpty ? bridge : drill,
            .. kit.Possible(_families.Stance, _families.Crescent), .. asHinge ? [] : kit.Possible(_families.WalkOut),
        ];
        return Abductor.IsEmpty ? all : all.Remove(Abductor[0]);
    }

    /// <summary>Everything that may stand where this kind of exercise stands: its movement pattern.</summary>
    public ImmutableArray<Family> Alternatives(SlotKind kind, SessionShape shape) => kind switch
    {
        SlotKind.Abductor or SlotKind.Activation =>
            [.. Abductor, .. kit.Possible(_families.ActivationBridge, _families.WalkOut, _families.Stance)],
        SlotKind.Hinge => [.. Hinge(shape, default), .. kit.Possible(_families.WalkOut)],
        SlotKind.Unilateral => Unilateral(shape, 0),
        SlotKind.Second => Bridge(shape),
        SlotKind.Upper => kit.Possible(_families.Upper),
        SlotKind.Core or SlotKind.SecondCore or SlotKind.ThirdCore =>
            kit.Possible(_families.Plank, _families.SidePlank, _families.DeadBug, _families.Pallof, _families.AbWheel),
        SlotKind.Calves => Calves.For(shape),
        _ => [],
    };

    /// <summary>The single-leg deadlift at an even pace.</summary>
    public Family SingleLeg => _families.SingleLegHinge;

    /// <summary>Whether foundation can begin with a single-leg deadlift at body weight.</summary>
    public bool BeginsOnOneLeg => kit.AllowsUnloaded(_families.SingleLegHinge.Foundation);

    /// <summary>Whether foundation can begin with one of them at body weight.</summary>
    public bool BeginsUnloaded(ImmutableArray<Family> families) => families.Any(f => kit.AllowsUnloaded(f.Foundation));

    public bool IsSingleLeg(Family family) =>
        family == _families.SlowSingleLegHinge || family == _families.SingleLegHinge;

    /// <summary>Swings wait for 6 weeks of loaded hinges (section 3.1, Safety).</summary>
    private ImmutableArray<Family> TwoLegHinges(DesignBlock block, int further)
    {
        if (kit.ImplementFor(_families.RomanianDeadlift.Members[0]) == Equipment.None && !kit.Has(Area.Hamstring))
            return kit.Possible(_families.WalkOut);
        var basic = kit.Possible(_families.RomanianDeadlift, _families.Deadlift, _families.StiffDeadlift);
        var later = block.Seasoned && !_isNew && !kit.Has(Area.Hamstring) ? kit.Possible(_families.Swing) : [];
        var all = later.Length > 0 && block.Number % 2 == 1
            ? later.AddRange(basic)
            : basic.Rotated(block.Number + further).AddRange(later);
        return all.IsEmpty ? kit.Possible(_families.WalkOut) : all;
    }

    private ImmutableArray<Family> BridgeFirst(bool singleLeg) => singleLeg
        ? kit.Possible(_families.SingleBridge, _families.Bridge)
        : kit.Possible(_families.Bridge, _families.SingleBridge);

    private bool SparesKnee => kit.Has(Area.ItBand) || kit.Has(Area.RunnersKnee);

    /// <summary>Hills without a step need the single-leg bridge in the main part.</summary>
    private bool ClimbsByBridge => _hilly && !kit.Allows(_families.StepUp.Members[0]);

    private ImmutableArray<Family> Climbing(SessionShape shape, bool holdsBridge) => !ClimbsByBridge
        ? kit.Possible(_families.StepUp)
        : kit.Possible(_families.SplitSquat, _families.ClimbingBridge)
            .Rotated(holdsBridge && shape.Count < 4 ? shape.Rotation / 2 : shape.Rotation);

    private bool WantsSingleLeg(SessionShape shape) => shape.Count switch
    {
        1 => !_isNew,
        3 => shape.Index == 1,
        _ => shape.Rotation % 2 == (_isNew ? 1 : 0),
    };
}
