using StrengthDays.Training.Tests.Catalogue;
using StrengthDays.Training.Tests.Properties;

namespace StrengthDays.Training.Tests.Rules;

/// <summary>What every session and every week trains (R007, R048, R063, R066, R110 to R119, D7, D19, Y2).</summary>
public sealed class CategoryRuleTests
{
    private const Equipment Weights = Equipment.Dumbbells | Equipment.Kettlebell | Equipment.Rucksack;

    private static readonly int[] _lunges = [46, 47, 48, 49, 50, 51, 52, 53, 54, 55];
    private static readonly int[] _quads = [25, 26, 27, 40, 41, 42, 43, 44, 45, 60, .. _lunges];
    private static readonly int[] _hamstrings = [18, 23, 28, 29, 30, 31, 32, 33, 34];
    private static readonly int[] _glutes = [10, 11, 12, 18, 20, 21, 22, 23, 24, 25, 26, 27, .. _lunges];
    private static readonly int[] _calves = [35, 36, 37, 38];
    private static readonly int[] _core = [1, 2, 4, 13, 14, 15];

    [Fact]
    [Trait("Rule", "R007"), Trait("Rule", "R064"), Trait("Rule", "R084")]
    public void Every_week_works_quads_hamstrings_glutes_calves_and_core() => Assert.All(
        Everyone.Weeks,
        week => Assert.All(
            new[] { _quads, _hamstrings, _glutes, _calves, _core },
            muscle => Assert.Contains(week.Trained, e => e.IsAny(muscle))));

    [Fact]
    [Trait("Rule", "R110"), Trait("Rule", "Y2")]
    public void Every_session_covers_the_four_categories() => Assert.All(
        Everyone.Sessions,
        s => Assert.Empty(Work.Four.Except(s.Trained().Select(e => e.Exercise.Category))));

    [Fact]
    [Trait("Rule", "R123"), Trait("Rule", "Y3"), Trait("Rule", "D11")]
    public void Every_session_goes_from_warm_up_over_activation_and_main_work_to_core_and_calves() =>
        Assert.All(Everyone.Sessions, s =>
        {
            var kinds = s.Blocks.Select(b => b.Kind).ToList();
            Assert.Equal(kinds.Distinct().Order(), kinds);
            Assert.Equal([BlockKind.WarmUp, BlockKind.Activation, BlockKind.Main], kinds.Take(3));
            Assert.Equal([BlockKind.Core, BlockKind.Calves], kinds.TakeLast(2));
        });

    [Fact]
    [Trait("Rule", "R124"), Trait("Rule", "D21"), Trait("Rule", "D2")]
    public void Every_session_of_45_minutes_has_three_items_of_activation_and_five_of_the_main_list() => Assert.All(
        Everyone.Seasons.Where(s => s.Asked.Minutes == 45).SelectMany(s => s.Plan.Sessions),
        s => Assert.Equal(
            (3, 5),
            (s.In(BlockKind.Activation).Count(), s.In(BlockKind.Main, BlockKind.Core, BlockKind.Calves).Count())));

    [Fact]
    [Trait("Rule", "D19")]
    public void Endurance_and_stretching_are_never_booked_as_strength() => Assert.All(
        Everyone.Sessions.SelectMany(s => s.Trained()),
        e => Assert.False(e.Row() >= 80));

    [Fact]
    [Trait("Rule", "R048"), Trait("Rule", "R063"), Trait("Rule", "D7")]
    public void Every_session_has_a_hinge() =>
        Assert.All(Everyone.Sessions, s => Assert.Contains(s.In(BlockKind.Main), e => e.IsAny(Work.Hinges)));

    [Fact]
    [Trait("Rule", "R066"), Trait("Rule", "R112"), Trait("Rule", "D7")]
    public void Every_session_has_work_on_one_leg() =>
        Assert.All(Everyone.Sessions, s => Assert.Contains(s.In(BlockKind.Main), e => e.IsAny(Work.Unilateral)));

    [Fact]
    [Trait("Rule", "R111"), Trait("Rule", "R049"), Trait("Rule", "D7")]
    public void At_most_one_item_is_for_the_quads_and_hinges_are_as_many_as_squats() =>
        Assert.All(Everyone.Sessions, s =>
        {
            Assert.InRange(s.Trained().Count(e => e.IsAny(Work.QuadDominant)), 0, 1);
            Assert.True(s.Working().Count(e => e.IsAny(Work.Hinges)) >= s.Working().Count(e => e.IsAny(Work.Squats)));
        });

    [Fact]
    [Trait("Rule", "D7"), Trait("Rule", "R111")]
    public void The_leg_press_is_never_asked_for()
    {
        Assert.False(SeedFile.Catalogue["E56"].Prescribed);
        Assert.DoesNotContain(Everyone.Sessions.SelectMany(s => s.All()), e => e.Row() == 56);
    }

    [Fact]
    [Trait("Rule", "R045"), Trait("Rule", "R046")]
    public void Lunges_come_before_squats_for_everyone_without_a_barbell() => Assert.All(
        Everyone.Seasons.Where(s => !s.Asked.Equipment.HasFlag(Equipment.Barbell)),
        s => Assert.True(Times(s, _lunges) > Times(s, Work.Squats)));

    [Fact]
    [Trait("Rule", "R114")]
    public void Every_session_wakes_the_hip_abductors() =>
        Assert.All(Everyone.Sessions, s => Assert.Contains(s.In(BlockKind.Activation), e => e.IsAny(Work.Abductors)));

    [Fact]
    [Trait("Rule", "R116")]
    public void Two_sessions_a_week_of_45_minutes_lower_the_hamstrings_slowly_in_one_of_them() => Assert.All(
        Everyone.Weeks.Where(w =>
            w.Asked is { Minutes: >= 45, SessionsPerWeek: >= 2 } && (w.Asked.Equipment & Weights) != 0),
        week => Assert.Contains(
            week.Sessions.SelectMany(s => s.In(BlockKind.Main)),
            e => e.Row() == 34 || e.IsAny(Work.Hinges) && e.Tempo == "3-0-1"));

    [Fact]
    [Trait("Rule", "R117"), Trait("Rule", "R047"), Trait("Rule", "D8")]
    public void Core_holds_still_against_a_pull_and_a_plank_is_part_of_every_plan()
    {
        Assert.All(Everyone.Sessions.SelectMany(s => s.In(BlockKind.Core)), e => Assert.Contains(e.Row(), _core));
        Assert.All(
            Everyone.Seasons,
            s => Assert.Contains(s.Plan.Sessions.SelectMany(x => x.In(BlockKind.Core)), e => e.IsAny([1, 2])));
    }

    [Fact]
    [Trait("Rule", "R118")]
    public void A_session_has_one_or_two_core_items_and_three_only_where_dynamic_core_is_wanted()
    {
        Assert.All(Everyone.Sessions, s => Assert.InRange(s.In(BlockKind.Core).Count(), 1, 2));
        var asked = Given.Experienced with { Minutes = 60, SessionsPerWeek = 3, Week = Given.EasyWeek, DynamicCore = true };
        var dynamic = asked.Plan();
        Assert.All(dynamic.Sessions, s => Assert.InRange(s.In(BlockKind.Core).Count(), 1, 3));
        Assert.Contains(dynamic.Sessions, s => s.In(BlockKind.Core).Count() == 3);
    }

    [Fact]
    [Trait("Rule", "R119")]
    public void Every_session_ends_with_calves_lowered_slowly() => Assert.All(Everyone.Sessions, s =>
    {
        Assert.Equal(BlockKind.Calves, s.Blocks[^1].Kind);
        Assert.All(s.In(BlockKind.Calves), e => Assert.Equal("3-0-1", e.Tempo));
    });

    [Fact]
    [Trait("Rule", "R119")]
    public void Calves_get_on_to_one_loaded_leg() => Assert.All(
        Everyone.Seasons.Where(s => s.Asked.Equipment.HasFlag(Equipment.Dumbbells)),
        s => Assert.Contains(s.Plan.Sessions.SelectMany(x => x.In(BlockKind.Calves)), e => e.Exercise.Ref == "E38"));

    [Fact]
    [Trait("Rule", "R012"), Trait("Rule", "R042"), Trait("Rule", "R086")]
    public void Every_week_of_45_minute_sessions_has_legs_core_and_upper_body() => Assert.All(
        Everyone.Weeks.Where(w => w.Asked.Minutes >= 45),
        week => Assert.All(
            new[] { BlockKind.Main, BlockKind.Core, BlockKind.UpperBody },
            kind => Assert.Contains(week.Sessions, s => s.In(kind).Any())));

    [Fact]
    [Trait("Rule", "R016")]
    public void No_two_sessions_of_a_week_have_the_same_leg_list() => Assert.All(
        Everyone.Weeks,
        week => Assert.Equal(
            week.Sessions.Length,
            week.Sessions.Select(LegList).Distinct().Count()));

    [Fact]
    [Trait("Rule", "R015")]
    public void Core_takes_in_the_sides_the_shoulders_and_the_back() => Assert.All(
        ["E02", "E05", "E07", "E04", "E01", "E13"],
        row => Assert.Equal(Category.Core, SeedFile.Catalogue[row].Category));

    private static string LegList(Session session) =>
        string.Join(' ', session.Refs(BlockKind.Main, BlockKind.Calves).Order());

    private static int Times(PlannedSeason season, int[] rows) =>
        season.Plan.Sessions.SelectMany(s => s.In(BlockKind.Main)).Count(e => e.IsAny(rows));
}
