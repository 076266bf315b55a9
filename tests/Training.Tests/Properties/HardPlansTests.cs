namespace StrengthDays.Training.Tests.Properties;

/// <summary>
/// Questionnaires that leave little choice, found at random and made as plain as they could be: every rule holds for them all the same.
/// </summary>
public sealed class HardPlansTests
{
    private static readonly Niggle _painfulHamstring = new(Area.Hamstring, true);
    private static readonly Niggle _sole = new(Area.PlantarFascia, false);
    private static readonly Niggle _achilles = new(Area.Achilles, false);

    [Fact]
    [Trait("Rule", "R016")]
    public void A_weak_sole_leaves_the_weeks_other_sessions_every_calf_raise() => AssertNoBreach(
        Starting("2026-12-17") with { Races = [Hilly("2027-05-10", Distance.Ultra)], SessionsPerWeek = 3, Niggles = [_sole, _painfulHamstring] });

    [Fact]
    [Trait("Rule", "R016")]
    public void An_achilles_and_shins_are_served_without_training_the_legs_alike_twice() => AssertNoBreach(
        Starting("2027-08-01") with
        {
            Races = [Hilly("2027-12-16", Distance.TenK)],
            Equipment = Equipment.Chair,
            Niggles = [_painfulHamstring, _achilles, new(Area.ShinSplints, false)],
        });

    [Fact]
    [Trait("Rule", "R016")]
    public void Where_nothing_is_left_for_the_last_session_another_gives_way() => AssertNoBreach(
        Starting("2026-02-28") with
        {
            Races = [Hilly("2026-08-19", Distance.Marathon)],
            SessionsPerWeek = 3,
            Minutes = 60,
            Equipment = Equipment.Stairs,
            Niggles = [new(Area.PlantarFascia, true)],
            UpperBody = false,
        });

    [Fact]
    [Trait("Rule", "R016")]
    public void Where_taking_turns_does_not_help_sessions_keep_their_exercises_from_block_to_block() => AssertNoBreach(
        Starting("2028-08-03") with
        {
            Races = [Hilly("2029-02-06", Distance.FiveK)],
            SessionsPerWeek = 3,
            Equipment = Equipment.Band,
            Niggles = [new(Area.Hamstring, false), _sole],
        });

    [Fact]
    [Trait("Rule", "R016")]
    public void In_foundation_a_third_core_item_makes_room_for_other_legs() => AssertNoBreach(
        Starting("2027-11-16") with
        {
            Races = [Hilly("2027-12-30", Distance.FiveK)],
            SessionsPerWeek = 3,
            Minutes = 46,
            Equipment = Equipment.Box | Equipment.CableMachine,
            Niggles = [_sole],
            DynamicCore = true,
            UpperBody = false,
            DeskJob = true,
        });

    [Fact]
    [Trait("Rule", "R137")]
    public void Under_45_minutes_a_session_keeps_room_to_make_progress() => AssertNoBreach(
        Starting("2027-08-30") with { Races = [Hilly("2028-02-25", Distance.Marathon)], Minutes = 34, Experience = Experience.Experienced });

    [Fact]
    [Trait("Rule", "R137")]
    public void A_circuit_leaves_its_drill_out_to_make_progress() => AssertNoBreach(
        Starting("2027-07-31") with
        {
            Races = [Flat("2028-02-12", Distance.TenK)],
            Minutes = 16,
            Equipment = Equipment.Rucksack,
            Niggles = [_painfulHamstring],
        });

    [Fact]
    [Trait("Rule", "R137")]
    public void A_lift_that_the_week_has_twice_may_get_harder_in_its_place() => AssertNoBreach(
        Starting("2027-07-22") with
        {
            Races = [Hilly("2028-04-20", Distance.Marathon)],
            SessionsPerWeek = 4,
            Minutes = 15,
            Equipment = Equipment.Box,
        });

    [Fact]
    [Trait("Rule", "R137")]
    public void Two_places_change_at_once_where_one_would_train_the_legs_alike() => AssertNoBreach(
        Starting("2026-04-28") with
        {
            Races = [Flat("2026-05-01", Distance.TenK), Flat("2026-12-12", Distance.HalfMarathon)],
            SessionsPerWeek = 3,
            Minutes = 25,
            Experience = Experience.Experienced,
            AfterRace = AfterRace.TwoWeeks,
        });

    [Fact]
    [Trait("Rule", "R137")]
    public void A_third_core_item_goes_where_a_main_lift_would_stand_still() => AssertNoBreach(
        Starting("2026-09-17") with
        {
            Races = [Flat("2026-11-06", Distance.Marathon), Flat("2026-09-30", Distance.Ultra)],
            SessionsPerWeek = 3,
            Experience = Experience.Experienced,
            Equipment = Equipment.Kettlebell | Equipment.NordicAnchor,
            DynamicCore = true,
            AgeBand = AgeBand.SixtyPlus,
        });

    [Fact]
    [Trait("Rule", "R138")]
    public void A_first_session_in_a_b_races_week_is_the_first_step() => AssertNoBreach(
        Starting("2026-07-14") with
        {
            Races = [Flat("2026-07-31", Distance.TenK) with { Priority = Priority.B }, Flat("2026-07-20", Distance.TenK) with { Priority = Priority.C }],
            Experience = Experience.Experienced,
        });

    [Fact]
    [Trait("Rule", "R126")]
    public void A_weekday_that_never_trained_between_two_races_keeps_what_it_had_before_both() => AssertNoBreach(
        Starting("2028-05-06") with
        {
            Races =
            [
                Flat("2028-10-16", Distance.Marathon), Flat("2028-08-27", Distance.TenK) with { Priority = Priority.C }, Flat("2028-08-09", Distance.TenK),
            ],
        });

    [Fact]
    [Trait("Rule", "R140")]
    public void Jumps_take_repetitions_but_never_the_load_that_was_reached() => AssertNoBreach(
        Starting("2027-05-20") with
        {
            Week = new(RunDay.Rest, RunDay.Rest, RunDay.Rest, RunDay.Rest, RunDay.Easy, RunDay.Rest, RunDay.Easy),
            SessionsPerWeek = 3,
            Experience = Experience.Experienced,
            Equipment = Equipment.Kettlebell | Equipment.Barbell,
            Niggles = [new(Area.LowBack, false)],
            Plyometrics = true,
        });

    [Fact]
    [Trait("Rule", "R044")]
    public void The_other_squat_comes_back_with_the_load_it_had() => AssertNoBreach(
        Starting("2027-12-16") with
        {
            Minutes = 40,
            Experience = Experience.Experienced,
            Equipment = Equipment.Barbell | Equipment.Rucksack,
            Niggles = [new(Area.LowBack, false), new(Area.ShinSplints, true)],
            DeskJob = true,
        });

    [Theory]
    [Trait("Rule", "R110")]
    [InlineData(15, "forearm-plank", "clamshell", "glute-walk-out")]
    [InlineData(45, "forearm-plank", "side-plank", "dead-bug")]
    public void Whoever_rules_the_planks_out_still_trains_the_core(int minutes, params string[] avoid) =>
        AssertNoBreach(Starting("2026-10-15") with { Minutes = minutes, Experience = Experience.Experienced, Avoid = [.. avoid] });

    [Fact]
    [Trait("Rule", "R110")]
    public void A_weak_back_that_rules_out_plank_and_dead_bug_still_trains_the_core() => AssertNoBreach(
        Starting("2026-03-31") with
        {
            Equipment = Equipment.CableMachine,
            Niggles = [new(Area.LowBack, false)],
            Avoid = ["forearm-plank", "dead-bug"],
        });

    [Fact]
    [Trait("Rule", "R077")]
    public void Where_only_the_loaded_raise_serves_an_achilles_it_is_there_every_week() => AssertNoBreach(
        Starting("2026-10-26") with { Minutes = 31, Equipment = Equipment.Dumbbells, Niggles = [_achilles], Avoid = ["single-leg-calf-raise"] });

    [Fact]
    [Trait("Rule", "D18")]
    public void A_light_session_takes_its_work_from_another_day_where_its_own_has_none() => AssertNoBreach(
        Starting("2027-01-30") with
        {
            Races = [Flat("2027-12-17", Distance.Ultra)],
            SessionsPerWeek = 4,
            Minutes = 29,
            Experience = Experience.Experienced,
            Niggles = [new(Area.RunnersKnee, false)],
            Avoid = ["clamshell"],
            Taper = Taper.LightActivation,
        });

    private static Questionnaire Starting(string day) => new() { StartOn = Day(day), Week = default };

    private static Race Flat(string day, Distance distance) => new("Race", Day(day), distance);

    private static Race Hilly(string day, Distance distance) => Flat(day, distance) with { Hilly = true };

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

    private static void AssertNoBreach(Questionnaire asked) => Assert.Empty(Survey.ViolationsOf(asked));
}
