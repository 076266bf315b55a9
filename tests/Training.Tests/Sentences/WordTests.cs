namespace StrengthDays.Training.Tests.Sentences;

/// <summary>Dates, numbers and names as every sentence writes them.</summary>
public sealed class WordTests
{
    [Fact]
    public void A_date_is_written_with_its_weekday_and_year() =>
        Assert.Equal("Mon 4 Jan 2027", Words.Date(new(2027, 1, 4)));

    [Theory]
    [InlineData(0, "0 days")]
    [InlineData(1, "1 day")]
    [InlineData(2, "2 days")]
    public void A_number_has_its_noun_in_the_plural_but_for_one(int number, string words) =>
        Assert.Equal(words, Words.Count(number, "day"));

    [Theory]
    [InlineData("")]
    [InlineData("a", "a")]
    [InlineData("a and b", "a", "b")]
    [InlineData("a, b and c", "a", "b", "c")]
    public void A_list_ends_with_and(string words, params string[] items) => Assert.Equal(words, Words.List(items));

    [Fact]
    public void Every_phase_and_every_distance_has_its_name()
    {
        Assert.Equal(
            ["Foundation", "General preparation", "Easy week", "Race block", "Taper", "Race week", "Recovery"],
            Enum.GetValues<Phase>().Select(Words.Phase));
        Assert.Equal(
            ["your 5k", "your 10k", "your half marathon", "your marathon", "your ultra"],
            Enum.GetValues<Distance>().Select(Words.Distance));
    }

    [Fact]
    public void Every_place_that_hurts_has_its_name() => Assert.Equal(
        ["IT band", "knee", "shins", "sole of the foot", "Achilles tendon", "hamstring", "lower back"],
        Enum.GetValues<Area>().Select(Safety.NameOf));
}
