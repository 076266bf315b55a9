using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace StrengthDays.Training;

/// <summary>
/// What one runner can and may do: equipment, stage, pain, history and wishes in one place (D7, D12, Y6, Y8, section
/// 2).
/// </summary>
internal sealed class Kit
{
    /// <summary>Equipment that is itself a load.</summary>
    public const Equipment Weights = Equipment.Dumbbells | Equipment.Kettlebell | Equipment.Barbell | Equipment.Rucksack
        | Equipment.WeightVest | Equipment.Band | Equipment.CableMachine;

    private readonly UInt128 _barred;
    private readonly Equipment _owned;
    private readonly bool _sparesBack;
    private readonly bool _keepsHeelsOnFloor;

    private readonly (bool Known, SlotState? State)[] _entries;

    public Kit(Questionnaire questionnaire, ExerciseCatalogue catalogue)
    {
        _entries = new (bool, SlotState?)[catalogue.Families.Count];
        Questionnaire = questionnaire;
        Families = catalogue.Families;
        // No barbell for beginners (section 3.1, Safety).
        _owned = questionnaire.Experience is Experience.New
            ? questionnaire.Equipment & ~Equipment.Barbell
            : questionnaire.Equipment;
        _barred = Exclusions.For(questionnaire, catalogue);
        _sparesBack = questionnaire.Niggles.Any(n => n is { Area: Area.LowBack, PainfulNow: true });
        _keepsHeelsOnFloor = questionnaire.Niggles.Any(n => n is { Area: Area.Achilles, PainfulNow: true });
    }

    public Questionnaire Questionnaire { get; }

    public Families Families { get; }

    public bool Owns(Equipment item) => (_owned & item) == item;

    public bool Has(Area area)
    {
        foreach (var niggle in Questionnaire.Niggles)
            if (niggle.Area == area)
                return true;
        return false;
    }

    /// <summary>Repetitions rise every week, for the oldest runners every second (section 3.1, Safety).</summary>
    public int WeeksPerRep => Questionnaire.AgeBand is AgeBand.SixtyPlus ? 2 : 1;

    /// <summary>Fewest weeks between two rises of a load (section 3, Progression).</summary>
    public int WeeksPerLoad =>
        Questionnaire is { Experience: Experience.New } or { AgeBand: AgeBand.SixtyPlus } ? 3 : 2;

    /// <summary>Whether the exercise is allowed and there is a way to do it.</summary>
    public bool Allows(Exercise exercise) => Permits(exercise) && WayFor(exercise) is not null;

    /// <summary>
    /// Whether the exercise is allowed and can be done with nothing but body weight (and steps, wheel, towel).
    /// </summary>
    public bool AllowsUnloaded(Exercise exercise) =>
        exercise.Stage <= 1 && IsForFoundation(exercise) && Permits(exercise) && WayFor(exercise) is { } way
            && (way & Weights) == 0;

    /// <summary>
    /// The things one way of doing it needs: the first alternative the runner owns; null when there is none.
    /// </summary>
    public Equipment? WayFor(Exercise exercise)
    {
        // A painful Achilles raises from the floor, never off a step (section 3.1, Safety).
        if (_keepsHeelsOnFloor && exercise.Category is Category.CalvesAnkles)
            return Equipment.None;
        foreach (var alternative in exercise.Equipment)
            if (Owns(alternative))
                return alternative;
        return null;
    }

    /// <summary>Whether the exercise cannot be done without a weight or a band.</summary>
    public bool IsBuiltOnWeight(Exercise exercise) => (WayFor(exercise).GetValueOrDefault() & Weights) != 0;

    /// <summary>What can load the exercise, one flag; none when it stays at body weight.</summary>
    public Equipment ImplementFor(Exercise exercise)
    {
        var builtIn = WayFor(exercise).GetValueOrDefault() & Weights;
        if (builtIn != 0)
            return First(builtIn);
        if (_sparesBack && exercise.Category is Category.PosteriorChain or Category.Quads)
            return Equipment.None;
        foreach (var implement in exercise.Loads)
            if (Owns(implement))
                return implement;
        return Equipment.None;
    }

    /// <summary>
    /// Where general preparation begins in a family; null when none of it is for this runner. Worked out once.
    /// </summary>
    public SlotState? EntryOf(Family family) => KnownEntryOf(family);

    private ref readonly SlotState? KnownEntryOf(Family family)
    {
        ref var entry = ref _entries[family.Index];
        if (!entry.Known)
            entry = (true, Progression.Entry(family, this));
        return ref entry.State;
    }

    /// <summary>The same of a family that is possible.</summary>
    public ref readonly SlotState PossibleEntryOf(Family family) =>
        ref Nullable.GetValueRefOrDefaultRef(in KnownEntryOf(family));

    /// <summary>What a family that is possible begins with.</summary>
    public Exercise FirstOf(Family family) => PossibleEntryOf(family).Exercise;

    /// <summary>Those of the families that have anything for this runner.</summary>
    public ImmutableArray<Family> Possible(params ReadOnlySpan<Family> wanted)
    {
        var possible = new Family[wanted.Length];
        var count = 0;
        foreach (var family in wanted)
            if (KnownEntryOf(family).HasValue)
                possible[count++] = family;
        return count == possible.Length
            ? ImmutableCollectionsMarshal.AsImmutableArray(possible)
            : [.. possible.AsSpan(0, count)];
    }

    public ImmutableArray<Family> Possible(ImmutableArray<Family> wanted) => Possible(wanted.AsSpan());

    /// <summary>Highest dose of one set for this runner: at 60 and over no hold is longer than 30 seconds.</summary>
    public int CeilingOf(Dose dose) => dose.Unit is DoseUnit.Seconds && Questionnaire.AgeBand is AgeBand.SixtyPlus
        ? Math.Min(dose.Ceiling, Math.Max(dose.Start, 30))
        : dose.Ceiling;

    /// <summary>
    /// Core begins with what holds still; without a weight the twist and the sit-up may join (section 3.1, Foundation).
    /// </summary>
    private static bool IsForFoundation(Exercise exercise) =>
        exercise.Category is not Category.Core || exercise.Row is 1 or 2 or 7 or 9 or 13 or 15;

    private bool Permits(Exercise exercise) => exercise.Prescribed && (_barred & Exclusions.Bit(exercise.Row)) == 0;

    private static Equipment First(Equipment flags) => (Equipment)((int)flags & -(int)flags);
}
