namespace StrengthDays.Training;

/// <summary>
/// Exercises a runner must not get, as one bit per row of the exercise table (section 2's map, 3.1 Safety, D8, D12).
/// </summary>
internal static class Exclusions
{
    /// <summary>More than the exercise table has rows.</summary>
    public const int Rows = 128;

    private static readonly UInt128 Jumps = Of(70, 71, 72, 73, 74);

    public static UInt128 For(Questionnaire questionnaire, ExerciseCatalogue catalogue)
    {
        var barred = ByExperience(questionnaire.Experience);
        if (questionnaire.AgeBand is AgeBand.SixtyPlus)
            barred |= Jumps;
        if (!questionnaire.DynamicCore)
            barred |= Of(5, 6, 7, 8, 9);
        foreach (var niggle in questionnaire.Niggles)
            barred |= niggle.PainfulNow ? WhilePainful(niggle.Area) | ByHistory(niggle.Area) : ByHistory(niggle.Area);
        foreach (var id in questionnaire.Avoid)
            if (catalogue.Find(id) is { } avoided)
                barred |= Bit(avoided.Row);
        return barred;
    }

    public static UInt128 Bit(int row) => UInt128.One << row;

    /// <summary>Basics first: what a stage ladder keeps for later (Y6, D22, section 3.1 Safety).</summary>
    private static UInt128 ByExperience(Experience experience) => experience switch
    {
        Experience.New => Of(4, 33, 34, 44, 45, 48, 55) | Jumps,
        Experience.Some => Jumps,
        _ => 0,
    };

    private static UInt128 ByHistory(Area area) => area is Area.LowBack ? Of(5, 6, 7, 8, 9, 33) : 0;

    private static UInt128 WhilePainful(Area area) => Jumps | area switch
    {
        // The deep body squat is out, and so are the versions it leads to.
        Area.RunnersKnee => Of(40, 41, 42, 43, 44, 45, 55, 60),
        Area.ItBand => Of(26, 54, 55),
        Area.Achilles => Of(36, 37, 38),
        Area.ShinSplints or Area.PlantarFascia => Of(16, 17, 36, 37, 38),
        Area.Hamstring => Of(28, 29, 30, 31, 32, 33, 34),
        Area.LowBack => Of(28, 29, 32, 33, 41, 42, 43, 44, 45, 48, 60, 63, 64),
        _ => throw new ArgumentOutOfRangeException(nameof(area), area, null),
    };

    private static UInt128 Of(params ReadOnlySpan<int> rows)
    {
        UInt128 bits = 0;
        foreach (var row in rows)
            bits |= Bit(row);
        return bits;
    }
}
