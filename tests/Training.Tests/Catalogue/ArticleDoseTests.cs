namespace StrengthDays.Training.Tests.Catalogue;

/// <summary>
/// The ranges that the articles print (R018 to R029, R078 to R081), each as its article has it (D5, Y1, Y12).
/// </summary>
public sealed class ArticleDoseTests
{
    private static readonly int _sets = Periodisation.SetsIn(Phase.GeneralPreparation);

    [Theory]
    [InlineData("R018", "E01", 45, 60, 3, 5)]
    [InlineData("R019", "E05", 15, 20, 3, 4)]
    [InlineData("R019", "E06", 15, 20, 3, 4)]
    [InlineData("R020", "E60", 10, 20, 3, 3)]
    [InlineData("R021", "E08", 8, 12, 3, 4)]
    [InlineData("R022", "E62", 8, 15, 3, 4)]
    [InlineData("R023", "E63", 8, 15, 3, 4)]
    [InlineData("R023", "E64", 8, 15, 3, 4)]
    [InlineData("R024", "E40", 10, 30, 3, 5)]
    [InlineData("R024", "E41", 10, 30, 3, 5)]
    [InlineData("R025", "E46", 10, 20, 3, 5)]
    [InlineData("R025", "E47", 10, 20, 3, 5)]
    [InlineData("R025", "E48", 10, 20, 3, 5)]
    [InlineData("R026", "E53", 8, 15, 3, 4)]
    [InlineData("R026", "E54", 8, 15, 3, 4)]
    [InlineData("R027", "E20", 8, 15, 3, 4)]
    [InlineData("R027", "E21", 8, 15, 3, 4)]
    [InlineData("R027", "E22", 8, 15, 3, 4)]
    [InlineData("R027", "E23", 8, 15, 3, 4)]
    [InlineData("R028", "E25", 8, 15, 3, 4)]
    [InlineData("R028", "E26", 8, 15, 3, 4)]
    [InlineData("R028", "E27", 8, 15, 3, 4)]
    [InlineData("R029", "E30", 10, 20, 3, 5)]
    [Trait("Rule", "R018"), Trait("Rule", "R019"), Trait("Rule", "R020"), Trait("Rule", "R021"), Trait("Rule", "R022")]
    [Trait("Rule", "R023"), Trait("Rule", "R024"), Trait("Rule", "R025"), Trait("Rule", "R026"), Trait("Rule", "R027")]
    [Trait("Rule", "R028"), Trait("Rule", "R029"), Trait("Rule", "Y12"), Trait("Rule", "D4"), Trait("Rule", "D5")]
    public void A_dose_climbs_to_the_ceiling_its_article_prints_and_falls_back_no_lower_than_its_range(
        string rule, string row, int lowest, int highest, int fewestSets, int mostSets)
    {
        var dose = SeedFile.Catalogue[row].Dose!;

        Assert.True(dose.Ceiling == highest, $"{rule}: {row} climbs to {dose.Ceiling}");
        // Two articles disagree on the plank alone: one begins at 45 seconds, the other at 30 (D5).
        Assert.Equal(row == "E01" ? 30 : lowest, dose.Lower);
        Assert.InRange(_sets, fewestSets, mostSets);
    }

    [Theory]
    [InlineData("R078", "E10", 15)]
    [InlineData("R078", "E11", 15)]
    [InlineData("R079", "E55", 10)]
    [InlineData("R079", "E49", 10)]
    [InlineData("R079", "E01", 30)]
    [InlineData("R080", "E31", 8)]
    [InlineData("R080", "E35", 15)]
    [InlineData("R080", "E12", 12)]
    [InlineData("R081", "E25", 10)]
    [InlineData("R081", "E20", 12)]
    [InlineData("R081", "E02", 20)]
    [Trait("Rule", "R078"), Trait("Rule", "R079"), Trait("Rule", "R080"), Trait("Rule", "R081"), Trait("Rule", "D5")]
    public void Where_an_article_names_one_number_three_sets_of_it_are_the_start(string rule, string row, int start)
    {
        Assert.True(start == SeedFile.Catalogue[row].Dose!.Start, $"{rule}: {row} starts elsewhere");
        Assert.Equal(3, _sets);
    }

    [Theory]
    [InlineData("R018", "E01", "longer hold")]
    [InlineData("R022", "E62", "slower lowering")]
    [InlineData("R023", "E63", "more weight or slower lowering")]
    [InlineData("R024", "E40", "slower descent")]
    [InlineData("R024", "E41", "more weight or a slower descent")]
    [InlineData("R028", "E27", "more weight")]
    [Trait("Rule", "R018"), Trait("Rule", "R022"), Trait("Rule", "R023"), Trait("Rule", "R024"), Trait("Rule", "R028")]
    public void The_way_an_article_makes_it_harder_is_told(string rule, string row, string words) =>
        Assert.True(words == SeedFile.Catalogue[row].HarderHint, $"{rule}: {row} gets harder in another way");

    [Theory]
    [InlineData("R021", "E08", "slowly")]
    [InlineData("R026", "E53", "one side first")]
    [InlineData("R028", "E25", "about knee height")]
    [InlineData("R069", "E12", "round the thighs")]
    [InlineData("R134", "E42", "slowly")]
    [Trait("Rule", "R021"), Trait("Rule", "R026"), Trait("Rule", "R028"), Trait("Rule", "R069")]
    [Trait("Rule", "R134")]
    public void The_cue_says_what_its_article_insists_on(string rule, string row, string words)
    {
        Assert.StartsWith("R", rule, StringComparison.Ordinal);
        Assert.Contains(words, SeedFile.Catalogue[row].Cue, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    [Trait("Rule", "D23")]
    public void The_row_of_one_arm_is_called_a_bent_over_row() =>
        Assert.Equal("Single-arm bent-over row", SeedFile.Catalogue["E62"].Name);
}
