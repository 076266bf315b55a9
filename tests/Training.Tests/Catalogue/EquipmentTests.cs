using static StrengthDays.Training.Equipment;

namespace StrengthDays.Training.Tests.Catalogue;

/// <summary>"Equipment: what it unlocks" below the table, and the substitutes in its rows.</summary>
public sealed class EquipmentTests
{
    private static readonly string[] _barehanded =
    [
        "E01", "E02", "E04", "E05", "E06", "E07", "E08", "E09", "E10", "E13", "E18", "E20", "E23", "E24", "E30", "E31",
        "E35", "E37", "E39", "E40", "E46", "E47", "E49", "E50", "E51", "E53", "E55", "E65", "E73", "E74", "E80",
    ];

    [Fact]
    [Trait("Rule", "R082"), Trait("Rule", "R130")]
    public void Body_weight_and_the_floor_are_enough_for_these() => Assert.Equal(_barehanded, Doable(None));

    [Theory]
    [Trait("Rule", "Y8")]
    [InlineData(Mat)]
    [InlineData(FoamRoller)]
    [InlineData(WeightVest, "E38")]
    [InlineData(Towel, "E15")]
    [InlineData(AbWheel, "E15")]
    [InlineData(Stairs, "E25", "E26", "E36")]
    [InlineData(Box, "E25", "E26", "E36", "E54", "E70", "E72")]
    [InlineData(Chair, "E25", "E54")]
    [InlineData(Band, "E11", "E12", "E14", "E16", "E17", "E22", "E43", "E62", "E63")]
    [InlineData(Rucksack, "E21", "E28", "E38", "E41", "E42", "E48", "E60", "E62", "E63")]
    [InlineData(Dumbbells, "E21", "E28", "E29", "E38", "E41", "E42", "E48", "E60", "E62", "E63", "E64")]
    [InlineData(Kettlebell, "E21", "E28", "E32", "E33", "E38", "E41", "E42", "E48", "E52", "E60", "E62", "E63", "E64")]
    [InlineData(Barbell, "E21", "E28", "E29", "E44", "E45")]
    [InlineData(CableMachine, "E14")]
    [InlineData(NordicAnchor, "E34")]
    [InlineData(Box | Band, "E11", "E12", "E14", "E16", "E17", "E22", "E25", "E26", "E36", "E43", "E54", "E62", "E63",
        "E70", "E71", "E72")]
    [InlineData(Dumbbells | Chair, "E21", "E25", "E27", "E28", "E29", "E38", "E41", "E42", "E48", "E54", "E60", "E62",
        "E63", "E64")]
    public void What_a_runner_owns_adds_exactly_these(Equipment owned, params string[] added) =>
        Assert.Equal(added, Doable(owned).Except(_barehanded));

    [Theory]
    [InlineData("E27", Rucksack | Stairs, "R097")]
    [InlineData("E15", Towel, "R098")]
    [InlineData("E35", Stairs, "R099")]
    [InlineData("E36", Stairs, "R099")]
    [Trait("Rule", "R097"), Trait("Rule", "R098"), Trait("Rule", "R099")]
    public void Things_at_home_stand_in_for_things_from_a_shop(string row, Equipment household, string rule) =>
        Assert.True(SeedFile.Catalogue[row].Equipment.Contains(household), $"{rule}: {row} without {household}");

    [Theory]
    [InlineData(None)]
    [InlineData(Band)]
    [InlineData(Dumbbells)]
    [InlineData(Kettlebell)]
    [Trait("Rule", "R005"), Trait("Rule", "R110")]
    public void Body_weight_a_band_dumbbells_or_a_kettlebell_cover_all_four_categories_from_day_one(Equipment owned)
    {
        Category[] four = [Category.GlutesHips, Category.PosteriorChain, Category.Core, Category.CalvesAnkles];

        var early = Doable(owned).Select(row => SeedFile.Catalogue[row]).Where(e => e.Stage <= 1);

        Assert.Empty(four.Except(early.Select(e => e.Category)));
    }

    [Fact]
    public void What_is_needed_for_it_and_is_a_weight_can_also_load_it_further()
    {
        const Equipment weights = Dumbbells | Kettlebell | Barbell | Rucksack | WeightVest;

        Assert.All(
            SeedFile.Catalogue.All.Where(e => e.Prescribed),
            e => Assert.All(e.Equipment.Select(way => way & weights), used => Assert.True(
                used == None || e.Loads.Contains(used), $"{e.Ref}: {used} is no load")));
    }

    [Fact]
    [Trait("Rule", "R068")]
    public void A_single_leg_squat_grows_by_repetitions_only() => Assert.Empty(SeedFile.Catalogue["E55"].Loads);

    private static IEnumerable<string> Doable(Equipment owned) =>
        from e in SeedFile.Catalogue.All
        where e.Prescribed && e.Equipment.Any(way => owned.HasFlag(way))
        select e.Ref;
}
