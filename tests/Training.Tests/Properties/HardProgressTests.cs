using static StrengthDays.Training.Tests.Properties.HardPlans;

namespace StrengthDays.Training.Tests.Properties;

/// <summary>
/// How training goes on where there is little choice (R044, R126, R137, R138, R140): every rule holds for these plans all the same.
/// </summary>
public sealed class HardProgressTests
{
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
            Niggles = [PainfulHamstring],
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
    [InlineData("back-squat")]
    [InlineData("front-squat")]
    [Trait("Rule", "R044")]
    public void A_barbell_squat_whose_other_is_ruled_out_takes_no_turns(string avoided) => AssertNoBreach(
        Starting("2027-12-16") with
        {
            Minutes = 40,
            Experience = Experience.Experienced,
            Equipment = Equipment.Barbell | Equipment.Rucksack,
            Avoid = [avoided],
        });

    [Fact]
    [Trait("Rule", "R137")]
    public void Two_changes_at_once_never_take_each_other_back() => AssertNoBreach(
        Starting("2028-05-07") with
        {
            Races = [Flat("2029-06-17", Distance.FiveK), Hilly("2028-08-23", Distance.FiveK) with { Priority = Priority.B }],
            SessionsPerWeek = 4,
            Experience = Experience.Some,
            Niggles = [new(Area.ShinSplints, true), new(Area.Hamstring, false)],
        });

    [Fact]
    [Trait("Rule", "R138")]
    public void What_was_a_drill_is_not_where_a_lift_was_left() => AssertNoBreach(
        Starting("2028-06-25") with
        {
            Minutes = 36,
            Experience = Experience.Experienced,
            Equipment = Equipment.Band | Equipment.NordicAnchor,
        });

    [Fact]
    [Trait("Rule", "R138")]
    public void Repetitions_that_just_find_their_time_beside_single_leg_squats_come_before_a_load() => AssertNoBreach(
        Starting("2027-02-16") with
        {
            Races = [Flat("2028-04-25", Distance.Marathon)],
            SessionsPerWeek = 1,
            Minutes = 54,
            Experience = Experience.Some,
            Equipment = Equipment.Band | Equipment.Kettlebell | Equipment.Chair,
            DeskJob = true,
        });

    [Fact]
    [Trait("Rule", "R140")]
    public void What_one_day_lifts_the_others_lift_from_the_same_week_on_and_not_before() => AssertNoBreach(
        Starting("2026-03-15") with
        {
            Week = new(
                RunDay.Easy, RunDay.Easy, RunDay.Easy, RunDay.Easy, RunDay.Easy, RunDay.Easy, RunDay.Rest),
            Races = [Flat("2026-06-29", Distance.Ultra) with { Priority = Priority.B }],
            SessionsPerWeek = 3,
            Equipment = Equipment.Dumbbells,
            Niggles = [new(Area.RunnersKnee, false)],
        });

    [Fact]
    [Trait("Rule", "R138")]
    public void Calves_are_not_set_back_where_another_place_can_tell_the_legs_apart() => AssertNoBreach(
        Starting("2027-02-05") with
        {
            Week = new(RunDay.Rest, RunDay.Rest, RunDay.Rest, RunDay.Rest, RunDay.Rest, RunDay.Rest, RunDay.Easy),
            Races = [Hilly("2027-05-14", Distance.TenK)],
            SessionsPerWeek = 3,
            Equipment = Equipment.Chair,
            Niggles = [PainfulHamstring],
        });

    [Fact]
    [Trait("Rule", "R137")]
    public void In_34_minutes_no_lift_stays_for_nine_weeks() => AssertNoBreach(
        Starting("2027-01-10") with { Races = [Hilly("2028-02-10", Distance.TenK)], Minutes = 34, Experience = Experience.Some });

    [Fact]
    [Trait("Rule", "R137")]
    public void Two_circuits_without_a_minute_to_spare_rather_make_progress_than_differ() => AssertNoBreach(
        Starting("2027-05-24") with { Minutes = 15, Avoid = ["calf-raise", "split-squat", "glute-bridge"] });

    [Fact]
    [Trait("Rule", "R138")]
    public void A_lift_that_had_to_change_rises_in_repetitions_before_its_load_beside_single_leg_squats() => AssertNoBreach(
        Starting("2027-01-11") with
        {
            Week = new(RunDay.Easy, RunDay.Cross, RunDay.Hard, RunDay.Easy, RunDay.Long, RunDay.Long, RunDay.Easy),
            Races = [Flat("2028-01-22", Distance.Ultra)],
            SessionsPerWeek = 1,
            Minutes = 58,
            Experience = Experience.Some,
            Equipment = Equipment.Band | Equipment.CableMachine | Equipment.AbWheel,
            UpperBody = false,
            DeskJob = true,
            AfterRace = AfterRace.OneWeek,
        });
}
