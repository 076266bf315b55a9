namespace StrengthDays.Training.Tests.Rules;

/// <summary>How heavy, in the runner's words and units, step by step (R013, R071, R087, R133, R138).</summary>
[Trait("Rule", "R013"), Trait("Rule", "R087")]
public sealed class LoadHintTests
{
    [Theory]
    [InlineData(Equipment.Dumbbells, 1, LoadKind.Light, "dumbbells: a weight you could lift 5 times more than asked")]
    [InlineData(Equipment.Barbell, 1, LoadKind.Light, "barbell: a weight you could lift 5 times more than asked")]
    [InlineData(
        Equipment.WeightVest, 1, LoadKind.Light,
        "weight vest: a weight you could lift 5 times more than asked")]
    [InlineData(
        Equipment.CableMachine, 1, LoadKind.Light,
        "cable machine: a weight you could lift 5 times more than asked")]
    [InlineData(
        Equipment.Rucksack, 1, LoadKind.Light,
        "rucksack with books: a weight you could lift 5 times more than asked")]
    [InlineData(
        Equipment.Dumbbells, 2, LoadKind.Moderate,
        "load step 2: dumbbells at most 10 % heavier than in step 1")]
    [InlineData(Equipment.Barbell, 3, LoadKind.Moderate, "load step 3: barbell at most 10 % heavier than in step 2")]
    [InlineData(
        Equipment.CableMachine, 4, LoadKind.Heavy,
        "load step 4: cable machine at most 10 % heavier than in step 3")]
    [InlineData(
        Equipment.Rucksack, 2, LoadKind.Moderate,
        "load step 2: one more book, at most 10 % heavier than in step 1")]
    [InlineData(
        Equipment.Kettlebell, 2, LoadKind.Moderate,
        "load step 2: the next kettlebell after the one in step 1 if clean reps allow, else lower it more slowly")]
    [InlineData(
        Equipment.WeightVest, 3, LoadKind.Moderate,
        "load step 3: weight vest at most 10 % heavier than in step 2")]
    [InlineData(
        Equipment.Kettlebell, 5, LoadKind.Heavy,
        "load step 5: the next kettlebell after the one in step 4 if clean reps allow, else lower it more slowly")]
    [Trait("Rule", "R138")]
    public void A_first_load_is_chosen_with_five_repetitions_in_hand_and_later_ones_are_a_tenth_heavier_at_most(
        Equipment implement, int step, LoadKind kind, string hint) =>
        Assert.Equal(new Load(kind, hint), LoadHints.For(implement, step, Units.Metric));

    [Fact]
    [Trait("Rule", "R133")]
    public void The_first_kettlebell_is_told_in_the_runners_units()
    {
        const string choice = "kettlebell: one you could lift 5 times more than asked";

        Assert.Equal($"12 to 16 kg {choice}", LoadHints.For(Equipment.Kettlebell, 1, Units.Metric).Hint);
        Assert.Equal($"26 to 35 lb {choice}", LoadHints.For(Equipment.Kettlebell, 1, Units.Imperial).Hint);
    }

    [Fact]
    [Trait("Rule", "R071")]
    public void A_band_gets_stiffer_and_then_shorter()
    {
        var bands = Enumerable.Range(1, 4).Select(step => LoadHints.For(Equipment.Band, step, Units.Metric)).ToList();

        Assert.All(bands, b => Assert.Equal(LoadKind.Band, b.Kind));
        Assert.Equal(
            ["light band", "medium band", "heavy band", "load step 4: heavy band, held shorter"],
            bands.Select(b => b.Hint));
    }

    [Fact]
    public void A_load_that_has_risen_for_years_still_has_its_words() =>
        Assert.Equal(LoadKind.Heavy, LoadHints.For(Equipment.Dumbbells, 500, Units.Imperial).Kind);
}
