namespace StrengthDays.Training.Tests.Catalogue;

public sealed class SeedFileTests
{
    [Fact]
    public void All_seventy_two_rows_are_there_in_the_order_of_the_table()
    {
        string[] expected = [.. Refs(1, 56), .. Refs(60, 60), .. Refs(62, 65), .. Refs(70, 74), .. Refs(80, 85)];

        Assert.Equal(expected, SeedFile.Catalogue.All.Select(e => e.Ref));
    }

    [Fact]
    public void An_exercise_is_one_with_its_row_and_its_id_and_the_families_of_a_file_are_made_once()
    {
        var plank = SeedFile.Catalogue["E01"];

        Assert.Equal(plank, plank with { Cue = "Breathe." });
        Assert.NotEqual(plank, plank with { Id = "plank" });
        Assert.NotEqual(plank, plank with { Ref = "X01" });
        Assert.NotEqual(plank, plank with { Ref = "E02" });
        Assert.False(plank.Equals(null));
        Assert.Same(SeedFile.Catalogue.Families, SeedFile.Catalogue.Families);
    }

    [Fact]
    [Trait("Rule", "R088")]
    public void Every_prescribed_exercise_has_its_own_cue()
    {
        var cues = SeedFile.Catalogue.All.Where(e => e.Prescribed).Select(e => e.Cue).ToList();

        Assert.DoesNotContain("", cues);
        Assert.Equal(cues.Count, cues.Distinct().Count());
    }

    [Theory]
    [InlineData("E02", "https://vimeo.com/143363985")]
    [InlineData("E07", "https://vimeo.com/143363985")]
    [InlineData("E15", "https://vimeo.com/143363985")]
    [InlineData("E09", "https://vimeo.com/134393784")]
    [InlineData("E18", "https://vimeo.com/134393784")]
    [InlineData("E42", "https://vimeo.com/134393784")]
    [InlineData("E39", "https://www.youtube.com/watch?v=5IajJyMbOyo")]
    [InlineData("E40", "https://www.youtube.com/watch?v=yIa7PGJRTi0")]
    [Trait("Rule", "R094"), Trait("Rule", "R108"), Trait("Rule", "Y11")]
    public void A_video_that_an_article_names_is_linked(string row, string video) =>
        Assert.Equal(video, SeedFile.Catalogue[row].Demo?.AbsoluteUri);

    [Fact]
    [Trait("Rule", "R076"), Trait("Rule", "R077"), Trait("Rule", "R119")]
    public void Only_eccentric_rows_start_with_a_slow_lowering()
    {
        var slow = SeedFile.Catalogue.All.Where(e => e.Tempo is not null);

        Assert.Equal(
            [("E34", "3-0-1"), ("E36", "3-0-1"), ("E37", "3-0-1"), ("E38", "3-0-1")],
            slow.Select(e => (e.Ref, e.Tempo)));
    }

    [Theory]
    [InlineData("E05", "E06", "R019")]
    [InlineData("E46", "E48", "R025")]
    [InlineData("E53", "E54", "R026")]
    [InlineData("E20", "E21", "R027")]
    [InlineData("E25", "E26", "R028")]
    [InlineData("E30", "E31", "R029")]
    [InlineData("E70", "E71", "R075")]
    [InlineData("E10", "E11", "R078")]
    [Trait("Rule", "R019"), Trait("Rule", "R025"), Trait("Rule", "R026"), Trait("Rule", "R027"), Trait("Rule", "R028")]
    [Trait("Rule", "R029"), Trait("Rule", "R075"), Trait("Rule", "R078")]
    public void The_harder_version_an_article_names_comes_next_and_leads_back(string row, string harder, string rule)
    {
        var (from, to) = (SeedFile.Catalogue[row], SeedFile.Catalogue[harder]);

        Assert.True(from.Harder[0] == harder && to.Easier.Contains(row), rule);
    }

    [Fact]
    [Trait("Rule", "R074")]
    public void A_box_to_jump_on_is_30_to_60_cm_high() =>
        Assert.All(["E70", "E71"], row => Assert.Contains("30-60 cm (12-24 in)", SeedFile.Catalogue[row].Cue));

    private static IEnumerable<string> Refs(int first, int last) =>
        Enumerable.Range(first, last - first + 1).Select(n => $"E{n:00}");
}
