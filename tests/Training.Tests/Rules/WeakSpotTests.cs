using System.Collections.Immutable;
using StrengthDays.Training.Tests.Catalogue;
using StrengthDays.Training.Tests.Properties;

namespace StrengthDays.Training.Tests.Rules;

/// <summary>
/// What a weak spot adds and what pain takes out, row by row (section 2's map and 3.1 Safety; R017, R072, R077, R104,
/// R115, R147).
/// </summary>
public sealed class WeakSpotTests
{
    private const Equipment Everything = (Equipment)((1 << 15) - 1);

    private static readonly Questionnaire _runner =
        Given.Experienced with { Equipment = Equipment.Band | Equipment.Stairs };

    public static TheoryData<Area> Areas => new(Enum.GetValues<Area>());

    [Theory]
    [InlineData(Area.ItBand, new[] { "E10", "E11", "E12", "E24", "E25" }, BlockKind.Activation)]
    [InlineData(Area.RunnersKnee, new[] { "E10", "E11", "E12", "E24", "E25" }, BlockKind.Activation)]
    [InlineData(Area.Achilles, new[] { "E36", "E37", "E38" }, BlockKind.Calves)]
    [InlineData(Area.PlantarFascia, new[] { "E35", "E36" }, BlockKind.Calves)]
    [InlineData(Area.ShinSplints, new[] { "E35", "E37", "E38" }, BlockKind.Calves)]
    [InlineData(Area.Hamstring, new[] { "E30", "E31", "E32" }, BlockKind.Main)]
    [InlineData(Area.LowBack, new[] { "E01", "E13", "E14" }, BlockKind.Core)]
    [Trait("Rule", "R017"), Trait("Rule", "R072"), Trait("Rule", "R077"), Trait("Rule", "R115"), Trait("Rule", "R147")]
    public void A_weak_spot_brings_its_exercises_into_every_week(Area area, string[] rows, BlockKind block)
    {
        var season = new PlannedSeason(_runner, (_runner with { Niggles = [new(area, false)] }).Plan());

        Assert.All(season.FullWeeks, week => Assert.Contains(week.SelectMany(s => s.Refs(block)), rows.Contains));
    }

    [Theory]
    [InlineData(Area.ItBand, "E24")]
    [InlineData(Area.RunnersKnee, "E24")]
    [InlineData(Area.Achilles, "E36")]
    [InlineData(Area.PlantarFascia, "E36")]
    [Trait("Rule", "R017"), Trait("Rule", "R115"), Trait("Rule", "R077")]
    public void Without_the_weak_spot_the_exercise_would_be_rarer(Area area, string row) =>
        Assert.True(Times(_runner with { Niggles = [new(area, false)] }, row) > Times(_runner, row));

    [Theory]
    [MemberData(nameof(Areas))]
    [Trait("Rule", "R104")]
    public void A_weak_spot_takes_no_category_out(Area area) => Assert.All(
        (_runner with { Niggles = [new(area, false)] }).Plan().Sessions,
        s => Assert.Empty(Work.Four.Except(s.Trained().Select(e => e.Exercise.Category))));

    [Theory]
    [InlineData(Area.RunnersKnee, new[] { 40, 41, 42, 43, 44, 45, 55, 60 })]
    [InlineData(Area.ItBand, new[] { 26, 54, 55 })]
    [InlineData(Area.Achilles, new[] { 36, 37, 38 })]
    [InlineData(Area.ShinSplints, new[] { 16, 17, 36, 37, 38 })]
    [InlineData(Area.PlantarFascia, new[] { 16, 17, 36, 37, 38 })]
    [InlineData(Area.Hamstring, new[] { 28, 29, 30, 31, 32, 33, 34 })]
    [InlineData(Area.LowBack, new[] { 28, 29, 33, 43, 44, 45, 60, 63, 64 })]
    [Trait("Rule", "R104"), Trait("Rule", "R147")]
    public void Pain_takes_out_what_could_make_it_worse_and_every_jump(Area area, int[] rows)
    {
        var plans = from minutes in new[] { 20, 45, 60 }
                    from sessions in new[] { 2, 3, 4 }
                    select Hurting(area, minutes, sessions).Plan();

        Assert.All(
            plans.SelectMany(p => p.Sessions).SelectMany(s => s.Trained()),
            e => Assert.False(e.IsAny([.. rows, .. Work.Jumps]), $"{e.Exercise.Ref} while {area} hurts"));
    }

    [Fact]
    [Trait("Rule", "R104")]
    public void A_painful_back_lifts_nothing_from_the_floor_and_nothing_overhead()
    {
        var trained = Hurting(Area.LowBack, 60, 3).Plan().Sessions.SelectMany(s => s.Trained()).ToList();

        Assert.All(
            trained.Where(e => e.IsAny([.. Work.Hinges, .. Work.Squats])),
            e => Assert.Equal(LoadKind.BodyWeight, e.Load.Kind));
        Assert.DoesNotContain(trained, e => e.Exercise.Category == Category.FullBody || e.IsAny([48, 63, 64]));
    }

    [Theory]
    [MemberData(nameof(Areas))]
    [Trait("Rule", "R104"), Trait("Rule", "R100")]
    public void Pain_comes_with_a_physio_a_scale_and_the_offer_of_a_pause(Area area)
    {
        var notices = Hurting(area, 45, 2).Plan().Notices;

        Assert.Contains(notices, n => n.Contains("hurts now: see a physio", StringComparison.Ordinal)
            || n.Contains("hurt now: see a physio", StringComparison.Ordinal));
        Assert.Contains(notices, n => n.Contains("a pause is one click away", StringComparison.Ordinal));
        Assert.Contains(Safety.PainScale, notices);
        Assert.DoesNotContain(Safety.PainScale, (_runner with { Niggles = [new(area, false)] }).Plan().Notices);
    }

    [Fact]
    [Trait("Rule", "R104")]
    public void Two_painful_areas_are_trained_round_and_three_are_too_many()
    {
        ImmutableArray<Niggle> two = [new(Area.Achilles, true), new(Area.LowBack, true)];

        Assert.NotEmpty((_runner with { Niggles = two }).Plan().Sessions);
        Assert.NotEmpty((_runner with { Niggles = two.Add(new(Area.ItBand, false)) }).Plan().Sessions);
        var stopped = (_runner with { Niggles = two.Add(new(Area.ItBand, true)) }).Plan();
        Assert.Empty(stopped.Sessions);
        Assert.All(stopped.Placement, p => Assert.Equal(
            "No strength: three or more places hurt now, and that is for a physio first.", p.Why));
    }

    private static Questionnaire Hurting(Area area, int minutes, int sessions) => Given.Experienced with
    {
        Week = Given.EasyWeek,
        Equipment = Everything,
        Minutes = minutes,
        SessionsPerWeek = sessions,
        Plyometrics = true,
        DynamicCore = true,
        Niggles = [new(area, true)],
    };

    private static int Times(Questionnaire asked, string row) =>
        asked.Plan().Sessions.Sum(s => s.Trained().Count(e => e.Exercise == SeedFile.Catalogue[row]));
}
