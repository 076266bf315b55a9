using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <summary>
/// Exercises that lead into each other, easiest first: a runner climbs a family as the dose reaches its ceiling (Y5,
/// Y6).
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

    /// <summary>A catalogue has each family once.</summary>
    public bool Equals(Family? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Index;
}

/// <summary>Every family of a catalogue, by what it is for.</summary>
internal sealed class Families(FamilyMaker of)
{
    /// <summary>How many families there are.</summary>
    public int Count => of.Count;

    public Exercise WarmUp { get; } = of.Exercise("E80");

    public Exercise MountainPose { get; } = of.Exercise("E39");

    public Exercise BodySquat { get; } = of.Exercise("E40");

    public Family Clamshell { get; } = of.Of(["E10", "E11"]);

    public Family BandWalk { get; } = of.Of(["E12"]);

    public Family Bridge { get; } = of.Of(["E20", "E21", "E22", "E23", "E24"]);

    public Family ActivationBridge { get; } = of.Of(["E20", "E22"]);

    public Family SingleBridge { get; } = of.Of(["E24"], "E20");

    public Family WalkOut { get; } = of.Of(["E18"]);

    public Family Stance { get; } = of.Of(["E39"]);

    public ImmutableArray<Family> BandDrills { get; } = [of.Of(["E17"], "E39"), of.Of(["E16"], "E39")];

    public Family SingleLegHinge { get; } = of.Of(["E31", "E32"], entry: "E32");

    /// <summary>The hamstrings under load while they lengthen, where the minutes allow it (R116).</summary>
    public Family SlowSingleLegHinge { get; } = of.Of(["E31", "E32"], entry: "E32", tempo: Family.Slow);

    public Family RomanianDeadlift { get; } = of.Of(["E30"], tempo: Family.Slow);

    public Family Deadlift { get; } = of.Of(["E28"], "E30", tempo: Family.Slow);

    public Family StiffDeadlift { get; } = of.Of(["E29"], "E30", tempo: Family.Slow);

    public Family Swing { get; } = of.Of(["E33"], "E30");

    public Family Nordic { get; } = of.Of(["E34"], "E18");

    /// <summary>Opens the hips where no band is at hand.</summary>
    public Family Crescent { get; } = of.Of(["E51"]);

    public Family StepUp { get; } = of.Of(["E25", "E27", "E26"]);

    public Family Lunge { get; } = of.Of(["E46"]);

    public Family LungeRotation { get; } = of.Of(["E49"]);

    public Family SplitSquat { get; } = of.Of(["E53", "E54"]);

    /// <summary>Stands in for the step-up of a hilly race, in turn with the split squat (R030).</summary>
    public Family ClimbingBridge { get; } = of.Of(["E24"], "E53");

    public Family SingleLegSquat { get; } = of.Of(["E55"], "E53");

    public ImmutableArray<Family> MoreUnilateral { get; } =
    [
        of.Of(["E47"]), of.Of(["E50"]), of.Of(["E48"], "E46"), of.Of(["E52"], "E46"), of.Of(["E24"], "E50"),
    ];

    public Family Squat { get; } = of.Of(["E40", "E42", "E41", "E43"]);

    public Family SquatPress { get; } = of.Of(["E60"], "E40");

    public ImmutableArray<Family> BarbellSquats { get; } = [of.Of(["E44"], "E40"), of.Of(["E45"], "E40")];

    public Family Plank { get; } = of.Of(["E01"]);

    public Family SidePlank { get; } = of.Of(["E02"]);

    public Family DeadBug { get; } = of.Of(["E13"]);

    public Family Pallof { get; } = of.Of(["E14"], "E13");

    public Family AbWheel { get; } = of.Of(["E15"]);

    public Family PlankReach { get; } = of.Of(["E04"], "E01");

    public ImmutableArray<Family> DynamicCore { get; } =
        [of.Of(["E05", "E06"], "E07"), of.Of(["E07"]), of.Of(["E08"], "E07"), of.Of(["E09"])];

    public Family Calves { get; } = of.Of(["E35", "E37", "E38"], entry: "E37", tempo: Family.Slow);

    /// <summary>For circuits, where 15 quick raises fit and 8 slow ones on each leg do not.</summary>
    public Family ShortCalves { get; } = of.Of(["E35", "E37", "E38"], entry: "E35");

    public Family HeelDrop { get; } = of.Of(["E36"]);

    /// <summary>For the sole of the foot: raises on both legs (section 2's map).</summary>
    public Family TwoLegCalves { get; } = of.Of(["E35"], tempo: Family.Slow);

    public ImmutableArray<Family> Upper { get; } =
        [of.Of(["E62"], "E65"), of.Of(["E63", "E64"], "E65"), of.Of(["E65"])];

    public ImmutableArray<Family> Power { get; } =
        [of.Of(["E73"]), of.Of(["E70", "E71"], entry: "E70"), of.Of(["E74"]), of.Of(["E72"])];
}

/// <summary>Makes families from rows, and numbers them.</summary>
internal sealed class FamilyMaker(ExerciseCatalogue catalogue)
{
    public int Count { get; private set; }

    public Exercise Exercise(string reference) => catalogue[reference];

    public Family Of(
        ImmutableArray<string> members, string? foundation = null, string? entry = null, string? tempo = null) => new(
        [.. members.Select(m => catalogue[m])],
        catalogue[foundation ?? members[0]],
        entry is null ? null : catalogue[entry],
        tempo)
        {
            Index = Count++,
        };
}
