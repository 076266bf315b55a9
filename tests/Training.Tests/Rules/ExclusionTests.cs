using StrengthDays.Training.Tests.Catalogue;
using StrengthDays.Training.Tests.Properties;

namespace StrengthDays.Training.Tests.Rules;

/// <summary>Which rows a runner never gets, as a table (Y6, D8, D12, D22, section 2's map, 3.1 Safety).</summary>
public sealed class ExclusionTests
{
    private static readonly int[] _dynamicCore = [5, 6, 7, 8, 9];

    private static readonly Questionnaire _free = Given.Experienced with { DynamicCore = true, Plyometrics = true };

    [Theory]
    [InlineData(Experience.New, new[] { 4, 33, 34, 44, 45, 48, 55, 70, 71, 72, 73, 74 })]
    [InlineData(Experience.Some, new[] { 70, 71, 72, 73, 74 })]
    [InlineData(Experience.Experienced, new int[0])]
    [Trait("Rule", "Y6"), Trait("Rule", "D12"), Trait("Rule", "D22"), Trait("Rule", "R073")]
    public void Experience_opens_the_later_rungs(Experience experience, int[] rows) =>
        Assert.Equal(rows, Barred(_free with { Experience = experience }));

    [Fact]
    [Trait("Rule", "D8"), Trait("Rule", "R117")]
    public void Dynamic_core_is_for_those_who_want_it() =>
        Assert.Equal(_dynamicCore, Barred(_free with { DynamicCore = false }));

    [Theory]
    [InlineData(Experience.Some)]
    [InlineData(Experience.Experienced)]
    [Trait("Rule", "D12")]
    public void From_60_on_nobody_jumps(Experience experience) =>
        Assert.Equal(Work.Jumps, Barred(_free with { Experience = experience, AgeBand = AgeBand.SixtyPlus }));

    [Theory]
    [InlineData(Area.RunnersKnee, new[] { 40, 41, 42, 43, 44, 45, 55, 60 })]
    [InlineData(Area.ItBand, new[] { 26, 54, 55 })]
    [InlineData(Area.Achilles, new[] { 36, 37, 38 })]
    [InlineData(Area.ShinSplints, new[] { 16, 17, 36, 37, 38 })]
    [InlineData(Area.PlantarFascia, new[] { 16, 17, 36, 37, 38 })]
    [InlineData(Area.Hamstring, new[] { 28, 29, 30, 31, 32, 33, 34 })]
    [InlineData(Area.LowBack, new[] { 5, 6, 7, 8, 9, 28, 29, 32, 33, 41, 42, 43, 44, 45, 48, 60, 63, 64 })]
    [Trait("Rule", "R104"), Trait("Rule", "R147")]
    public void What_hurts_now_bars_its_rows_and_every_jump(Area area, int[] rows) =>
        Assert.Equal(rows.Concat(Work.Jumps), Barred(_free with { Niggles = [new(area, true)] }));

    [Theory]
    [InlineData(Area.RunnersKnee)]
    [InlineData(Area.ItBand)]
    [InlineData(Area.Achilles)]
    [InlineData(Area.ShinSplints)]
    [InlineData(Area.PlantarFascia)]
    [InlineData(Area.Hamstring)]
    [Trait("Rule", "R104")]
    public void What_once_hurt_bars_nothing(Area area) =>
        Assert.Empty(Barred(_free with { Niggles = [new(area, false)] }));

    [Fact]
    [Trait("Rule", "R104"), Trait("Rule", "D8")]
    public void But_for_a_back_that_once_hurt_which_is_spared_flexion_rotation_and_swings() =>
        Assert.Equal([.. _dynamicCore, 33], Barred(_free with { Niggles = [new(Area.LowBack, false)] }));

    [Fact]
    public void What_is_avoided_is_barred_and_an_unknown_name_bars_nothing() =>
        Assert.Equal([1, 10], Barred(_free with { Avoid = ["clamshell", "forearm-plank", "clamshell", "no-such-exercise"] }));

    [Fact]
    public void Who_avoids_everything_has_no_session_rather_than_an_empty_one()
    {
        var season = Season.Of(
            _free with { Avoid = [.. SeedFile.Catalogue.All.Select(e => e.Id)] }, SeedFile.Catalogue, History.Empty);

        Assert.Empty(season.ToPlan().Sessions);
        Assert.Null(season.NextStrengthDayAfter(Given.Start));
    }

    private static IEnumerable<int> Barred(Questionnaire asked)
    {
        var barred = Exclusions.For(asked, SeedFile.Catalogue);
        return Enumerable.Range(0, 128).Where(row => (barred & Exclusions.Bit(row)) != 0);
    }
}
