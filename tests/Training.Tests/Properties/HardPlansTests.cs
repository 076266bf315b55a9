using static StrengthDays.Training.Tests.Properties.HardPlans;

namespace StrengthDays.Training.Tests.Properties;

/// <summary>
/// What a session holds where there is little choice (R016, R077, R110, D18): every rule holds for these plans all the same.
/// </summary>
public sealed class HardPlansTests
{
    [Fact]
    [Trait("Rule", "R016")]
    public void A_weak_sole_leaves_the_weeks_other_sessions_every_calf_raise() => AssertNoBreach(
        Starting("2026-12-17") with { Races = [Hilly("2027-05-10", Distance.Ultra)], SessionsPerWeek = 3, Niggles = [Sole, PainfulHamstring] });

    [Fact]
    [Trait("Rule", "R016")]
    public void An_achilles_and_shins_are_served_without_training_the_legs_alike_twice() => AssertNoBreach(
        Starting("2027-08-01") with
        {
            Races = [Hilly("2027-12-16", Distance.TenK)],
            Equipment = Equipment.Chair,
            Niggles = [PainfulHamstring, Achilles, new(Area.ShinSplints, false)],
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
    public void Three_sessions_with_a_band_alone_find_other_legs_in_every_block() => AssertNoBreach(
        Starting("2028-08-03") with
        {
            Races = [Hilly("2029-02-06", Distance.FiveK)],
            SessionsPerWeek = 3,
            Equipment = Equipment.Band,
            Niggles = [new(Area.Hamstring, false), Sole],
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
            Niggles = [Sole],
            DynamicCore = true,
            UpperBody = false,
            DeskJob = true,
        });

    [Fact]
    [Trait("Rule", "R016"), Trait("Rule", "R124")]
    public void In_foundation_what_a_desk_job_adds_makes_room_for_other_legs() => AssertNoBreach(
        Starting("2028-05-23") with
        {
            Races = [Hilly("2028-06-25", Distance.TenK)],
            SessionsPerWeek = 3,
            Equipment = Equipment.Box,
            Niggles = [Sole],
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
        Starting("2026-10-26") with { Minutes = 31, Equipment = Equipment.Dumbbells, Niggles = [Achilles], Avoid = ["single-leg-calf-raise"] });

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

    [Fact]
    [Trait("Rule", "D18")]
    public void Where_all_that_was_trained_needs_a_band_there_is_no_light_session() => AssertNoBreach(
        Starting("2027-12-03") with
        {
            Races = [Flat("2027-12-17", Distance.FiveK), Hilly("2028-01-11", Distance.TenK)],
            SessionsPerWeek = 4,
            Minutes = 15,
            Experience = Experience.Some,
            Equipment = Equipment.Band | Equipment.Dumbbells | Equipment.Chair,
            Taper = Taper.LightActivation,
        });

    [Fact]
    [Trait("Rule", "R016")]
    public void Three_sessions_with_one_step_up_and_one_calf_raise_keep_the_walk_out_as_a_hinge() => AssertNoBreach(
        Starting("2026-09-05") with
        {
            Races = [Hilly("2026-11-22", Distance.HalfMarathon)],
            SessionsPerWeek = 3,
            Equipment = Equipment.Kettlebell | Equipment.Stairs,
            Niggles = [new(Area.PlantarFascia, true)],
            Avoid = ["glute-bridge", "romanian-deadlift"],
            DeskJob = true,
        });

    [Fact]
    [Trait("Rule", "R016")]
    public void A_session_gives_way_to_one_whose_race_block_keeps_an_earlier_cycles_exercises() => AssertNoBreach(
        Starting("2028-06-18") with
        {
            Races =
            [
                Hilly("2028-09-07", Distance.HalfMarathon) with { Priority = Priority.B },
                Flat("2028-08-22", Distance.Ultra),
                Flat("2028-11-09", Distance.HalfMarathon),
            ],
            Equipment = Equipment.Chair,
            Niggles = [PainfulHamstring],
            AfterRace = AfterRace.FourWeeks,
        });

    [Fact]
    [Trait("Rule", "R016")]
    public void Of_three_sessions_each_gives_way_to_one_whose_race_block_keeps_an_earlier_cycles_exercises() => AssertNoBreach(
        Starting("2028-06-11") with
        {
            Week = new(RunDay.Rest, RunDay.Rest, RunDay.Rest, RunDay.Hard, RunDay.Rest, RunDay.Rest, RunDay.Rest),
            Races = [Flat("2028-08-12", Distance.TenK), Hilly("2028-10-19", Distance.TenK)],
            SessionsPerWeek = 3,
            Experience = Experience.Some,
            AfterRace = AfterRace.TwoWeeks,
        });

    [Fact]
    [Trait("Rule", "R016")]
    public void A_race_block_keeps_what_its_own_weekday_had_whatever_the_day_the_season_starts_on() => AssertNoBreach(
        Starting("2026-11-28") with
        {
            Week = new(RunDay.Long, RunDay.Rest, RunDay.Rest, RunDay.Rest, RunDay.Rest, RunDay.Rest, RunDay.Rest),
            Races = [Flat("2027-02-21", Distance.TenK), Flat("2027-04-23", Distance.TenK)],
            Minutes = 37,
            Niggles = [PainfulHamstring, new(Area.RunnersKnee, false)],
            AgeBand = AgeBand.SixtyPlus,
        });

    [Fact]
    [Trait("Rule", "R012")]
    public void From_45_minutes_on_the_upper_body_stays_beside_slow_heel_drops() =>
        AssertNoBreach(Starting("2027-11-17") with { Equipment = Equipment.Box, Niggles = [Sole] });

    [Theory]
    [InlineData(Equipment.Band, "clamshell", "banded-clamshell")]
    [InlineData(Equipment.Dumbbells, "romanian-deadlift")]
    [Trait("Rule", "R048"), Trait("Rule", "R114")]
    public void Where_the_first_of_its_kind_is_ruled_out_the_next_takes_its_place_and_no_other(
        Equipment owned, params string[] avoid) => AssertNoBreach(
        Starting("2027-01-04") with { Experience = Experience.Experienced, Equipment = owned, Avoid = [.. avoid] });

    [Fact]
    [Trait("Rule", "R049")]
    public void Where_no_hinge_is_left_there_is_no_squat_either() => AssertNoBreach(
        Starting("2026-11-01") with { Minutes = 50, Niggles = [PainfulHamstring], Avoid = ["glute-walk-out"] });

    [Fact]
    [Trait("Rule", "R110")]
    public void A_circuit_of_heel_drops_has_a_short_drill_for_hips_where_nothing_else_fits() => AssertNoBreach(
        Starting("2026-05-30") with
        {
            Minutes = 17,
            Equipment = Equipment.Box,
            Avoid = ["glute-walk-out", "calf-raise", "forearm-plank", "single-leg-calf-raise"],
        });

    [Fact]
    [Trait("Rule", "R077")]
    public void An_achilles_is_served_every_week_beside_a_sole_and_shins()
    {
        AssertNoBreach(Starting("2027-05-09") with { Niggles = [Achilles, Sole] });
        AssertNoBreach(Starting("2028-08-18") with { Niggles = [new(Area.ShinSplints, false), Sole, Achilles] });
    }

    [Fact]
    [Trait("Rule", "R066"), Trait("Rule", "D22")]
    public void Where_the_way_to_a_climb_is_ruled_out_a_lunge_keeps_foundation_on_one_leg() => AssertNoBreach(
        Starting("2027-05-22") with { Races = [Hilly("2027-07-12", Distance.TenK)], Avoid = ["split-squat"] });

    [Fact]
    [Trait("Rule", "R102")]
    public void Where_its_first_version_is_ruled_out_a_bridge_waits_for_its_stage() =>
        AssertNoBreach(Starting("2028-09-27") with { Minutes = 59, Avoid = ["glute-bridge"] });

    [Fact]
    [Trait("Rule", "R108"), Trait("Rule", "D8")]
    public void Who_wants_core_to_move_still_begins_with_what_holds_still() => AssertNoBreach(
        Starting("2028-11-30") with { DynamicCore = true, Avoid = ["weighted-sit-up", "oblique-twist"] });

    [Fact]
    [Trait("Rule", "R110")]
    public void Whoever_rules_everything_on_one_leg_out_but_the_deadlift_still_trains_every_category() => AssertNoBreach(
        Starting("2027-01-04") with
        {
            SessionsPerWeek = 1,
            Minutes = 60,
            Experience = Experience.Experienced,
            Avoid =
            [
                "single-leg-glute-bridge", "step-up", "high-step-up", "weighted-step-up", "forward-lunge",
                "reverse-lunge", "overhead-lunge", "lunge-with-rotation", "side-lunge", "kettlebell-lunge",
                "split-squat", "rear-foot-raised-split-squat", "single-leg-squat",
            ],
        });

    [Fact]
    [Trait("Rule", "R016")]
    public void A_session_differs_from_those_of_the_weeks_until_it_moves_on() => AssertNoBreach(
        Starting("2027-05-04") with
        {
            Week = new(RunDay.Rest, RunDay.Rest, RunDay.Rest, RunDay.Rest, RunDay.Long, RunDay.Rest, RunDay.Long),
            Races = [Flat("2027-06-20", Distance.TenK) with { Priority = Priority.C }],
            Minutes = 31,
            Experience = Experience.Some,
        });

    [Fact]
    [Trait("Rule", "R048")]
    public void Without_a_weight_or_the_walk_out_one_session_a_week_bends_at_the_hip_on_one_leg() =>
        AssertNoBreach(Starting("2027-06-03") with { SessionsPerWeek = 1, Avoid = ["glute-walk-out"] });

    [Fact]
    [Trait("Rule", "R104")]
    public void A_weak_back_that_no_core_exercise_serves_keeps_its_deadlift() => AssertNoBreach(
        Starting("2027-04-15") with
        {
            SessionsPerWeek = 1,
            Minutes = 41,
            Niggles = [new(Area.LowBack, false), Sole],
            Avoid = ["dead-bug", "forearm-plank"],
        });

    [Theory]
    [Trait("Rule", "R077")]
    [InlineData(1)]
    [InlineData(2)]
    public void Where_only_heel_drops_serve_an_achilles_a_weak_sole_does_not_let_them_go(int sessions) => AssertNoBreach(
        Starting("2027-01-09") with
        {
            SessionsPerWeek = sessions,
            Equipment = Equipment.Stairs,
            Niggles = [Achilles, new(Area.ShinSplints, false), Sole],
            Avoid = ["single-leg-calf-raise"],
        });

    [Fact]
    [Trait("Rule", "R048")]
    public void A_weak_hamstring_whose_deadlifts_all_need_a_load_has_the_walk_out_in_foundation() => AssertNoBreach(
        Starting("2026-10-26") with
        {
            Equipment = Equipment.Kettlebell,
            Niggles = [new(Area.Hamstring, false)],
            Avoid = ["single-leg-romanian-deadlift", "romanian-deadlift"],
        });

    [Fact]
    [Trait("Rule", "R049")]
    public void Without_a_hinge_at_body_weight_foundation_has_no_squat() => AssertNoBreach(
        Starting("2027-04-05") with
        {
            Minutes = 50,
            Experience = Experience.Some,
            Equipment = Equipment.Barbell,
            Avoid = ["glute-walk-out", "romanian-deadlift", "single-leg-romanian-deadlift"],
        });

    [Fact]
    [Trait("Rule", "R016")]
    public void In_foundation_other_legs_may_take_the_time_of_a_third_set() => AssertNoBreach(
        Starting("2026-08-17") with
        {
            Races = [Hilly("2026-10-28", Distance.HalfMarathon)],
            Minutes = 60,
            Equipment = Equipment.Box,
            Avoid = ["calf-raise"],
            UpperBody = false,
        });
}
