using StrengthDays.Coaching.Contract;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Tests.Contract;

/// <summary>The contract's words, spelt out once more by hand.</summary>
public sealed class EnumNamesTests
{
    [Fact]
    public void The_words_of_the_contract_are_exactly_these()
    {
        AssertWords<RunDay>("rest, easy, hard, long, cross");
        AssertWords<Distance>("5k, 10k, half-marathon, marathon, ultra");
        AssertWords<Priority>("a, b, c");
        AssertWords<Experience>("new, some, experienced");
        AssertWords<AgeBand>("under-40, 40-59, 60-plus");
        AssertWords<Taper>("rest, light-activation");
        AssertWords<AfterRace>("auto, 1-week, 2-weeks, 4-weeks, stop");
        AssertWords<Units>("metric, imperial");
        AssertWords<Area>("it-band, runners-knee, shin-splints, plantar-fascia, achilles, hamstring, low-back");
        AssertWords<Phase>("foundation, general-preparation, easy-week, race-block, taper, race-week, recovery");
        AssertWords<BlockKind>("warm-up, activation, power, main, upper-body, core, calves");
        AssertWords<LoadKind>("body-weight, light, moderate, heavy, band");
        AssertWords<DayOfWeek>("sunday, monday, tuesday, wednesday, thursday, friday, saturday");
        AssertWords<Category>(
            "glutes-hips, posterior-chain, core, calves-ankles, quads, upper-body, full-body, plyometric, basics, "
            + "warm-up, recovery, cross-training, load-modality");
    }

    [Theory]
    [InlineData("Rest")]
    [InlineData("rest ")]
    [InlineData("0")]
    [InlineData("")]
    public void A_word_is_taken_only_as_it_is_spelt(string word) => Assert.Null(EnumNames<RunDay>.Parse(word));

    private static void AssertWords<T>(string words)
        where T : struct, Enum
    {
        Assert.Equal(words, string.Join(", ", EnumNames<T>.List));
        Assert.All(Enum.GetValues<T>(), value => Assert.Equal(value, EnumNames<T>.Parse(EnumNames<T>.Of(value))));
    }
}
