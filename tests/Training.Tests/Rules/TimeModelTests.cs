namespace StrengthDays.Training.Tests.Rules;

/// <summary>How long things take (section 3, Time model; R122, R150, D3).</summary>
[Trait("Rule", "R122"), Trait("Rule", "D3")]
public sealed class TimeModelTests
{
    private static readonly Dose _reps = new(DoseUnit.Reps, 10, 15, 8);
    private static readonly Dose _hold = new(DoseUnit.Seconds, 30, 60, 30);

    [Theory]
    [InlineData(null, 3)]
    [InlineData("3-0-1", 4)]
    [InlineData("4-2-1", 7)]
    [Trait("Rule", "R076")]
    public void A_repetition_takes_the_digits_of_its_tempo_and_three_seconds_without_one(string? tempo, int seconds) =>
        Assert.Equal(seconds, TimeModel.SecondsOf(tempo));

    [Fact]
    [Trait("Rule", "R150")]
    public void A_set_is_its_work_twice_where_it_is_per_side_and_a_rest_after_each()
    {
        Assert.Equal(3 * (10 * 3 + 60), TimeModel.SecondsOf(_reps, 10, null, perSide: false, 3, 60));
        Assert.Equal(3 * (2 * 10 * 3 + 60), TimeModel.SecondsOf(_reps, 10, null, perSide: true, 3, 60));
        Assert.Equal(2 * (10 * 4 + 15), TimeModel.SecondsOf(_reps, 10, "3-0-1", perSide: false, 2, 15));
        Assert.Equal(3 * (45 + 60), TimeModel.SecondsOf(_hold, 45, null, perSide: false, 3, 60));
        Assert.Equal(3 * (2 * 45 + 60), TimeModel.SecondsOf(_hold, 45, null, perSide: true, 3, 60));
    }

    [Fact]
    public void A_session_is_the_sum_of_its_blocks_rounded_up_with_30_seconds_to_set_up_outside_activation()
    {
        // 15 + 45 seconds of warm-up, 15 + 60 of activation, then 3 sets of 60 + 60 and 30 to set up.
        Block[] blocks =
        [
            new(BlockKind.WarmUp, [Hold("E80", 1, 45, 15)]),
            new(BlockKind.Activation, [Reps("E20", 1, 20, 15)]),
            new(BlockKind.Core, [Hold("E01", 3, 60, 60)]),
        ];

        Assert.Equal(9, TimeModel.MinutesOf(blocks));
        Assert.Equal(1, TimeModel.MinutesOf(blocks.Take(1)));
        Assert.Equal(3, TimeModel.MinutesOf(blocks.Take(2)));
        Assert.Equal(0, TimeModel.MinutesOf([]));
        Assert.Equal(1, TimeModel.MinutesOf([new(BlockKind.WarmUp, [Reps("E10", 1, 5, 15)])]));
        Assert.Equal(2, TimeModel.MinutesOf([new(BlockKind.WarmUp, [Reps("E10", 1, 8, 15)])]));
    }

    private static Prescription Hold(string row, int sets, int seconds, int rest) =>
        Of(row, sets, rest) with { HoldSeconds = seconds };

    private static Prescription Reps(string row, int sets, int reps, int rest) =>
        Of(row, sets, rest) with { Reps = reps };

    private static Prescription Of(string row, int sets, int rest) => new()
    {
        Exercise = Catalogue.SeedFile.Catalogue[row],
        Sets = sets,
        Load = Load.BodyWeight,
        RestSeconds = rest,
        Uses = Equipment.None,
    };
}
