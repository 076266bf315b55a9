namespace StrengthDays.Training.Tests.Catalogue;

public sealed class EquipmentNamesTests
{
    [Fact]
    public void The_words_are_those_of_the_contract() => Assert.Equal(
        [
            "mat", "band", "dumbbells", "kettlebell", "box", "barbell", "cable-machine", "ab-wheel", "weight-vest",
            "foam-roller", "nordic-anchor", "rucksack", "towel", "stairs", "chair",
        ],
        EquipmentNames.All);

    [Fact]
    public void Every_word_leads_to_its_item_and_back() => Assert.All(EquipmentNames.All, name =>
    {
        Assert.True(EquipmentNames.TryParse(name, out var item));
        Assert.Equal(name, EquipmentNames.Of(item));
    });

    [Theory]
    [InlineData("")]
    [InlineData("none")]
    [InlineData("Band")]
    [InlineData("dumbbell")]
    [InlineData("2")]
    public void Another_word_leads_nowhere(string word) => Assert.False(EquipmentNames.TryParse(word, out _));

    [Fact]
    public void A_set_is_listed_in_one_order() => Assert.Equal(
        ["band", "box", "chair"], EquipmentNames.List(Equipment.Chair | Equipment.Box | Equipment.Band));

    [Fact]
    public void Nothing_lists_nothing() => Assert.Empty(EquipmentNames.List(Equipment.None));

    [Theory]
    [InlineData(Equipment.None)]
    [InlineData(Equipment.Box | Equipment.Band)]
    public void Only_a_single_item_has_a_name(Equipment set) =>
        Assert.Throws<KeyNotFoundException>(() => EquipmentNames.Of(set));
}
