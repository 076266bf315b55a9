using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <summary>
/// Exercises that lead into each other, easiest first: a runner climbs a family as the dose reaches its ceiling (Y5, Y6).
/// </summary>
/// <param name="Members">Easiest first.</param>
/// <param name="Foundation">What stands in for it while only body weight is allowed (R107, R139).</param>
/// <param name="Entry">Where general preparation begins when that is not simply the first loaded member.</param>
/// <param name="Tempo">Tempo from the first day on, beside what a row itself asks for (R102, R116, R119).</param>
internal sealed record Family(
    ImmutableArray<Exercise> Members,
    Exercise Foundation,
    Exercise? Entry = null,
    string? Tempo = null)
{
    /// <summary>3 seconds down, no pause, 1 second up (R076).</summary>
    public const string Slow = "3-0-1";

    /// <summary>Its place among the families of the catalogue, from 0.</summary>
    public required int Index { get; init; }
}

/// <summary>Every family of a catalogue, by what it is for.</summary>
internal sealed class Families
{
    private readonly ExerciseCatalogue _catalogue;
    private int _count;

    public Families(ExerciseCatalogue catalogue)
    {
        _catalogue = catalogue;
        (WarmUp, MountainPose, BodySquat) = (catalogue["E80"], catalogue["E39"], catalogue["E40"]);
        Clamshell = Of(["E10", "E11"]);
        BandWalk = Of(["E12"]);
        Bridge = Of(["E20", "E21", "E22", "E23", "E24"]);
        ActivationBridge = Of(["E20", "E22"]);
        SingleBridge = Of(["E24"], "E20");
        WalkOut = Of(["E18"]);
        Stance = Of(["E39"]);
        BandDrills = [Of(["E17"], "E39"), Of(["E16"], "E39")];
        Crescent = Of(["E51"]);

        SingleLegHinge = Of(["E31", "E32"], entry: "E32");
        SlowSingleLegHinge = SingleLegHinge with { Tempo = Family.Slow, Index = _count++ };
        RomanianDeadlift = Of(["E30"], tempo: Family.Slow);
        Deadlift = Of(["E28"], "E30");
        StiffDeadlift = Of(["E29"], "E30", tempo: Family.Slow);
        Swing = Of(["E33"], "E30");
        Nordic = Of(["E34"], "E18");

        StepUp = Of(["E25", "E27", "E26"]);
        Lunge = Of(["E46"]);
        LungeRotation = Of(["E49"]);
        SplitSquat = Of(["E53", "E54"]);
        ClimbingBridge = Of(["E24"], "E53");
        SingleLegSquat = Of(["E55"], "E53");
        MoreUnilateral = [Of(["E47"]), Of(["E50"]), Of(["E48"], "E46"), Of(["E52"], "E46"), Of(["E24"], "E50")];

        Squat = Of(["E40", "E42", "E41", "E43"]);
        SquatPress = Of(["E60"], "E40");
        BarbellSquats = [Of(["E44"], "E40"), Of(["E45"], "E40")];

        Plank = Of(["E01"]);
        SidePlank = Of(["E02"]);
        DeadBug = Of(["E13"]);
        Pallof = Of(["E14"], "E13");
        AbWheel = Of(["E15"]);
        PlankReach = Of(["E04"], "E01");
        DynamicCore = [Of(["E05", "E06"], "E07"), Of(["E07"]), Of(["E08"], "E07"), Of(["E09"])];

        Calves = Of(["E35", "E37", "E38"], entry: "E37", tempo: Family.Slow);
        ShortCalves = Of(["E35", "E37", "E38"], entry: "E35");
        HeelDrop = Of(["E36"]);
        TwoLegCalves = Of(["E35"], tempo: Family.Slow);
        PushUp = Of(["E65"]);
        Upper = [Of(["E62"], "E65"), Of(["E63", "E64"], "E65"), PushUp];
        Power = [Of(["E73"]), Of(["E70", "E71"]), Of(["E74"]), Of(["E72"])];
    }

    /// <summary>How many families there are.</summary>
    public int Count => _count;

    public Exercise WarmUp { get; }

    public Exercise MountainPose { get; }

    public Exercise BodySquat { get; }

    public Family Clamshell { get; }

    public Family BandWalk { get; }

    public Family Bridge { get; }

    public Family ActivationBridge { get; }

    public Family SingleBridge { get; }

    public Family WalkOut { get; }

    public Family Stance { get; }

    public ImmutableArray<Family> BandDrills { get; }

    public Family SingleLegHinge { get; }

    /// <summary>The hamstrings under load while they lengthen, where the minutes allow it (R116).</summary>
    public Family SlowSingleLegHinge { get; }

    public Family RomanianDeadlift { get; }

    public Family Deadlift { get; }

    public Family StiffDeadlift { get; }

    public Family Swing { get; }

    public Family Nordic { get; }

    /// <summary>Opens the hips where no band is at hand.</summary>
    public Family Crescent { get; }

    public Family StepUp { get; }

    public Family Lunge { get; }

    public Family LungeRotation { get; }

    public Family SplitSquat { get; }

    /// <summary>Stands in for the step-up of a hilly race, in turn with the split squat (R030).</summary>
    public Family ClimbingBridge { get; }

    public Family SingleLegSquat { get; }

    public ImmutableArray<Family> MoreUnilateral { get; }

    public Family Squat { get; }

    public Family SquatPress { get; }

    public ImmutableArray<Family> BarbellSquats { get; }

    public Family Plank { get; }

    public Family SidePlank { get; }

    public Family DeadBug { get; }

    public Family Pallof { get; }

    public Family AbWheel { get; }

    public Family PlankReach { get; }

    public ImmutableArray<Family> DynamicCore { get; }

    public Family Calves { get; }

    /// <summary>For circuits, where 15 quick raises fit and 8 slow ones on each leg do not.</summary>
    public Family ShortCalves { get; }

    public Family HeelDrop { get; }

    /// <summary>For the sole of the foot: raises on both legs (section 2's map).</summary>
    public Family TwoLegCalves { get; }

    public Family PushUp { get; }

    public ImmutableArray<Family> Upper { get; }

    public ImmutableArray<Family> Power { get; }

    private Family Of(ImmutableArray<string> members, string? foundation = null, string? entry = null, string? tempo = null) => new(
        [.. members.Select(m => _catalogue[m])],
        _catalogue[foundation ?? members[0]],
        entry is null ? null : _catalogue[entry],
        tempo)
    {
        Index = _count++,
    };
}
