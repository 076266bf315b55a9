namespace StrengthDays.Training.Tests.Catalogue;

/// <summary>
/// Section 2 of the rules, copied out row by row: category, stage, each side or not, then start, ceiling and the
/// bound it returns to with load. A number without a source in the table is our own choice (D5 says how).
/// </summary>
[Trait("Rule", "D5")]
public sealed class DoseTableTests
{
    private const bool Both = false;
    private const bool Side = true;

    [Theory]
    [Trait("Rule", "E01"), InlineData("E01", Category.Core, 1, Both, 30, 60, 30)]
    [Trait("Rule", "E02"), InlineData("E02", Category.Core, 1, Side, 20, 45, 20)]
    [Trait("Rule", "E15"), InlineData("E15", Category.Core, 1, Both, 20, 40, 20)]
    [Trait("Rule", "E16"), InlineData("E16", Category.GlutesHips, 2, Side, 20, 30, 20)]
    [Trait("Rule", "E17"), InlineData("E17", Category.GlutesHips, 2, Side, 20, 30, 20)]
    [Trait("Rule", "E39"), InlineData("E39", Category.Basics, 0, Both, 20, 20, 20)]
    [Trait("Rule", "E80"), InlineData("E80", Category.WarmUp, 0, Both, 240, 240, 120)]
    public void A_hold_lasts_what_its_row_says(
        string row, Category category, int stage, bool perSide, int start, int ceiling, int lower) =>
        AssertRow(row, category, stage, perSide, new Dose(DoseUnit.Seconds, start, ceiling, lower));

    [Theory]
    [Trait("Rule", "E04"), InlineData("E04", Category.Core, 2, Side, 6, 10, 6)]
    [Trait("Rule", "E05"), InlineData("E05", Category.Core, 1, Both, 15, 20, 15)]
    [Trait("Rule", "E06"), InlineData("E06", Category.Core, 2, Both, 15, 20, 15)]
    [Trait("Rule", "E07"), InlineData("E07", Category.Core, 1, Both, 15, 20, 15)]
    [Trait("Rule", "E08"), InlineData("E08", Category.Core, 2, Both, 8, 12, 8)]
    [Trait("Rule", "E09"), InlineData("E09", Category.Core, 1, Both, 10, 15, 10)]
    [Trait("Rule", "E13"), InlineData("E13", Category.Core, 1, Side, 8, 12, 8)]
    [Trait("Rule", "E14"), InlineData("E14", Category.Core, 2, Side, 10, 15, 10)]
    public void A_core_exercise_counts_what_its_row_says(
        string row, Category category, int stage, bool perSide, int start, int ceiling, int lower) =>
        AssertRow(row, category, stage, perSide, new Dose(DoseUnit.Reps, start, ceiling, lower));

    [Theory]
    [Trait("Rule", "E10"), InlineData("E10", Category.GlutesHips, 1, Side, 15, 20, 15)]
    [Trait("Rule", "E11"), InlineData("E11", Category.GlutesHips, 2, Side, 15, 20, 15)]
    [Trait("Rule", "E12"), InlineData("E12", Category.GlutesHips, 1, Side, 12, 15, 12)]
    [Trait("Rule", "E20"), InlineData("E20", Category.GlutesHips, 1, Both, 12, 15, 8)]
    [Trait("Rule", "E21"), InlineData("E21", Category.GlutesHips, 2, Both, 12, 15, 8)]
    [Trait("Rule", "E22"), InlineData("E22", Category.GlutesHips, 2, Both, 12, 15, 8)]
    [Trait("Rule", "E23"), InlineData("E23", Category.GlutesHips, 2, Both, 12, 15, 8)]
    [Trait("Rule", "E24"), InlineData("E24", Category.GlutesHips, 2, Side, 8, 12, 8)]
    [Trait("Rule", "E25"), InlineData("E25", Category.GlutesHips, 1, Side, 10, 15, 8)]
    [Trait("Rule", "E26"), InlineData("E26", Category.GlutesHips, 2, Side, 10, 15, 8)]
    [Trait("Rule", "E27"), InlineData("E27", Category.GlutesHips, 2, Side, 10, 15, 8)]
    [Trait("Rule", "E46"), InlineData("E46", Category.GlutesHips, 1, Side, 10, 20, 10)]
    [Trait("Rule", "E47"), InlineData("E47", Category.GlutesHips, 1, Side, 10, 20, 10)]
    [Trait("Rule", "E48"), InlineData("E48", Category.GlutesHips, 2, Side, 10, 20, 10)]
    [Trait("Rule", "E49"), InlineData("E49", Category.GlutesHips, 1, Side, 10, 20, 10)]
    [Trait("Rule", "E50"), InlineData("E50", Category.GlutesHips, 1, Side, 10, 15, 10)]
    [Trait("Rule", "E51"), InlineData("E51", Category.GlutesHips, 1, Side, 8, 12, 8)]
    [Trait("Rule", "E52"), InlineData("E52", Category.GlutesHips, 2, Side, 10, 20, 10)]
    [Trait("Rule", "E53"), InlineData("E53", Category.GlutesHips, 1, Side, 8, 15, 8)]
    [Trait("Rule", "E54"), InlineData("E54", Category.GlutesHips, 2, Side, 8, 15, 8)]
    [Trait("Rule", "E55"), InlineData("E55", Category.GlutesHips, 2, Side, 10, 15, 10)]
    public void A_hip_exercise_counts_what_its_row_says(
        string row, Category category, int stage, bool perSide, int start, int ceiling, int lower) =>
        AssertRow(row, category, stage, perSide, new Dose(DoseUnit.Reps, start, ceiling, lower));

    [Theory]
    [Trait("Rule", "E18"), InlineData("E18", Category.PosteriorChain, 1, Both, 6, 10, 6)]
    [Trait("Rule", "E28"), InlineData("E28", Category.PosteriorChain, 2, Both, 8, 12, 8)]
    [Trait("Rule", "E29"), InlineData("E29", Category.PosteriorChain, 2, Both, 8, 12, 8)]
    [Trait("Rule", "E30"), InlineData("E30", Category.PosteriorChain, 1, Both, 10, 20, 10)]
    [Trait("Rule", "E31"), InlineData("E31", Category.PosteriorChain, 1, Side, 8, 12, 8)]
    [Trait("Rule", "E32"), InlineData("E32", Category.PosteriorChain, 2, Side, 8, 12, 8)]
    [Trait("Rule", "E33"), InlineData("E33", Category.PosteriorChain, 2, Both, 12, 15, 12)]
    [Trait("Rule", "E34"), InlineData("E34", Category.PosteriorChain, 3, Both, 3, 5, 3)]
    [Trait("Rule", "E35"), InlineData("E35", Category.CalvesAnkles, 1, Both, 15, 20, 15)]
    [Trait("Rule", "E36"), InlineData("E36", Category.CalvesAnkles, 1, Side, 15, 20, 15)]
    [Trait("Rule", "E37"), InlineData("E37", Category.CalvesAnkles, 2, Side, 8, 12, 8)]
    [Trait("Rule", "E38"), InlineData("E38", Category.CalvesAnkles, 2, Side, 8, 12, 8)]
    public void A_hinge_or_calf_exercise_counts_what_its_row_says(
        string row, Category category, int stage, bool perSide, int start, int ceiling, int lower) =>
        AssertRow(row, category, stage, perSide, new Dose(DoseUnit.Reps, start, ceiling, lower));

    [Theory]
    [Trait("Rule", "E40"), InlineData("E40", Category.Basics, 0, Both, 10, 30, 10)]
    [Trait("Rule", "E41"), InlineData("E41", Category.Quads, 2, Both, 10, 30, 10)]
    [Trait("Rule", "E42"), InlineData("E42", Category.Quads, 1, Both, 10, 15, 10)]
    [Trait("Rule", "E43"), InlineData("E43", Category.Quads, 2, Both, 12, 20, 12)]
    [Trait("Rule", "E44"), InlineData("E44", Category.Quads, 2, Both, 8, 12, 8)]
    [Trait("Rule", "E45"), InlineData("E45", Category.Quads, 2, Both, 8, 12, 8)]
    [Trait("Rule", "E60"), InlineData("E60", Category.FullBody, 2, Both, 10, 20, 10)]
    [Trait("Rule", "E62"), InlineData("E62", Category.UpperBody, 2, Side, 8, 15, 8)]
    [Trait("Rule", "E63"), InlineData("E63", Category.UpperBody, 2, Both, 8, 15, 8)]
    [Trait("Rule", "E64"), InlineData("E64", Category.UpperBody, 2, Both, 8, 15, 8)]
    [Trait("Rule", "E65"), InlineData("E65", Category.UpperBody, 1, Both, 6, 12, 6)]
    [Trait("Rule", "E70"), InlineData("E70", Category.Plyometric, 3, Both, 5, 6, 5)]
    [Trait("Rule", "E71"), InlineData("E71", Category.Plyometric, 3, Both, 5, 6, 5)]
    [Trait("Rule", "E72"), InlineData("E72", Category.Plyometric, 3, Both, 4, 5, 4)]
    [Trait("Rule", "E73"), InlineData("E73", Category.Plyometric, 3, Both, 6, 8, 6)]
    [Trait("Rule", "E74"), InlineData("E74", Category.Plyometric, 3, Both, 6, 8, 6)]
    public void A_squat_upper_body_exercise_or_jump_counts_what_its_row_says(
        string row, Category category, int stage, bool perSide, int start, int ceiling, int lower) =>
        AssertRow(row, category, stage, perSide, new Dose(DoseUnit.Reps, start, ceiling, lower));

    [Theory]
    [Trait("Rule", "E03"), InlineData("E03", Category.Core)]
    [Trait("Rule", "E19"), InlineData("E19", Category.GlutesHips)]
    [Trait("Rule", "E56"), InlineData("E56", Category.Quads)]
    [Trait("Rule", "E81"), InlineData("E81", Category.Recovery)]
    [Trait("Rule", "E82"), InlineData("E82", Category.Recovery)]
    [Trait("Rule", "E83"), InlineData("E83", Category.CrossTraining)]
    [Trait("Rule", "E84"), InlineData("E84", Category.CrossTraining)]
    [Trait("Rule", "E85"), InlineData("E85", Category.LoadModality)]
    public void A_row_that_only_names_something_has_no_dose_and_is_never_prescribed(string row, Category category)
    {
        var exercise = SeedFile.Catalogue[row];

        Assert.Equal((category, null, false), (exercise.Category, exercise.Dose, exercise.Prescribed));
    }

    private static void AssertRow(string row, Category category, int stage, bool perSide, Dose dose)
    {
        var exercise = SeedFile.Catalogue[row];

        Assert.Equal(
            (category, stage, perSide, dose, true),
            (exercise.Category, exercise.Stage, exercise.PerSide, exercise.Dose, exercise.Prescribed));
    }
}
