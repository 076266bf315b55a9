using StrengthDays.Training.Tests.Catalogue;

namespace StrengthDays.Training.Tests.Properties;

/// <summary>What the rules let this runner do: section 2's map, 3.1 Safety, the stage ladder, wishes and equipment.</summary>
internal sealed class Runner
{
    private const Equipment Weights = Equipment.Dumbbells | Equipment.Kettlebell | Equipment.Barbell | Equipment.Rucksack
        | Equipment.WeightVest | Equipment.Band | Equipment.CableMachine;

    private readonly Questionnaire _asked;
    private readonly Dictionary<int, string> _barred = [];
    private readonly Dictionary<(bool, Category), bool> _coverable = [];
    private readonly HashSet<int> _doable;
    private readonly HashSet<int> _doableUnloaded;

    public Runner(Questionnaire asked)
    {
        _asked = asked;
        Bar("is never prescribed", 3, 19, 56, 81, 82, 83, 84, 85);
        BarByStage();
        foreach (var niggle in asked.Niggles)
            BarBy(niggle);
        foreach (var id in asked.Avoid)
            if (SeedFile.Catalogue.Find(id) is { } avoided)
                Bar("was to be avoided", avoided.Row());
        _doable = [.. SeedFile.Catalogue.All.Where(MayAndCan).Select(Work.Row)];
        _doableUnloaded = [.. SeedFile.Catalogue.All.Where(MayAndCanUnloaded).Select(Work.Row)];
    }

    public static bool IsWeight(Equipment things) => (things & Weights) != 0;

    /// <summary>Why the exercise is not for this runner, or null.</summary>
    public string? Objection(Exercise exercise) => _barred.GetValueOrDefault(exercise.Row());

    /// <summary>Allowed, and one way of doing it is owned.</summary>
    public bool CanDo(Exercise exercise) => _doable.Contains(exercise.Row());

    /// <summary>Whether any of these rows can be asked of the runner in a phase; in foundation without a weight.</summary>
    public bool CanDoAny(Phase phase, params int[] rows) => rows.Any(DoableIn(phase).Contains);

    public bool CanCover(Phase phase, Category category)
    {
        var key = (phase == Phase.Foundation, category);
        if (!_coverable.TryGetValue(key, out var can))
            _coverable[key] = can = SeedFile.Catalogue.All.Any(e => e.Category == category && DoableIn(phase).Contains(e.Row()));
        return can;
    }

    public bool Has(Area area) => _asked.Niggles.Any(n => n.Area == area);

    public bool Hurts(Area area) => _asked.Niggles.Any(n => n.Area == area && n.PainfulNow);

    public bool IsNew => _asked.Experience == Experience.New;

    private HashSet<int> DoableIn(Phase phase) => phase == Phase.Foundation ? _doableUnloaded : _doable;

    private bool MayAndCan(Exercise exercise) =>
        Objection(exercise) is null && exercise.Equipment.Any(way => Owns(way) && !(IsNew && way.HasFlag(Equipment.Barbell)));

    private bool MayAndCanUnloaded(Exercise exercise) =>
        Objection(exercise) is null && exercise.Stage <= 1 && exercise.Equipment.Any(way => Owns(way) && !IsWeight(way));

    private bool Owns(Equipment things) => (things & ~_asked.Equipment) == 0;

    private void BarByStage()
    {
        if (IsNew)
            Bar("is not for beginners (3.1 Safety, D22, Y6)", 4, 33, 34, 44, 45, 55);
        if (!_asked.DynamicCore)
            Bar("is dynamic core (D8)", 5, 6, 7, 8, 9);
        if (_asked.Experience != Experience.Experienced || !_asked.Plyometrics || _asked.AgeBand == AgeBand.SixtyPlus)
            Bar("is a jump (D12)", Work.Jumps);
    }

    private void BarBy(Niggle niggle)
    {
        if (niggle.PainfulNow || niggle.Area != Area.LowBack)
            Bar("is a jump, and there is a niggle (D12)", Work.Jumps);
        if (niggle.Area == Area.LowBack)
            Bar("loads a back with a history", 5, 6, 7, 8, 9, 33);
        if (niggle.PainfulNow)
            Bar($"while {niggle.Area} hurts", WhilePainful(niggle.Area));
    }

    // Harder versions of a deep squat are as deep: without E40 there is no E41 to E45 and no E60.
    private static int[] WhilePainful(Area area) => area switch
    {
        Area.RunnersKnee => [40, 41, 42, 43, 44, 45, 55, 60],
        Area.ItBand => [26, 54, 55],
        Area.ShinSplints or Area.PlantarFascia => [16, 17, 36, 37, 38],
        Area.Achilles => [36, 37, 38],
        Area.Hamstring => [28, 29, 30, 31, 32, 33, 34],
        _ => [28, 29, 32, 33, 41, 43, 44, 45, 60, 63, 64],
    };

    private void Bar(string why, params int[] rows)
    {
        foreach (var row in rows)
            _barred.TryAdd(row, $"{why}");
    }
}
