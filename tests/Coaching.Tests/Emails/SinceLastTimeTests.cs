using System.Text;
using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Dispatch;
using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Emails.Words;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Tests.Contract;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Tests.Emails;

public sealed class SinceLastTimeTests
{
    private static readonly Session Before = Of(Exercises.Deadlift, Exercises.SplitSquat);

    [Fact]
    public void Nothing_new_is_said_to_be_so() =>
        Assert.Equal("the same work as then.", SinceLastTime.Of(Before, Before));

    [Fact]
    public void More_repetitions_stand_beside_what_they_were() => Assert.Equal(
        "Romanian deadlift 3 × 11 instead of 3 × 10.",
        SinceLastTime.Of(Before, Of(Exercises.Deadlift with { Reps = 11 }, Exercises.SplitSquat)));

    [Fact]
    public void Each_side_is_said_once() => Assert.Equal(
        "Split squat 3 × 11 each side instead of 3 × 9.",
        SinceLastTime.Of(Before, Of(Exercises.Deadlift, Exercises.SplitSquat with { Reps = 11 })));

    [Fact]
    public void Fewer_sets_are_said_once_for_all() => Assert.Equal(
        "2 sets instead of 3.",
        SinceLastTime.Of(
            Before, Of(Exercises.Deadlift with { Sets = 2 }, Exercises.SplitSquat with { Sets = 2 })));

    [Fact]
    public void Another_load_is_named() => Assert.Equal(
        "Romanian deadlift with heavy load instead of moderate load (two dumbbells of 8 to 10 kg).",
        SinceLastTime.Of(
            Before,
            Of(Exercises.Deadlift with { Load = new Load(LoadKind.Heavy, null) }, Exercises.SplitSquat)));

    [Fact]
    [Trait("Rule", "R138")]
    public void Fewer_repetitions_stand_beside_the_load_that_rose() => Assert.Equal(
        "Romanian deadlift 3 × 8 with heavy load (load step 4) instead of 3 × 10 with moderate load "
            + "(two dumbbells of 8 to 10 kg).",
        SinceLastTime.Of(
            Before,
            Of(
                Exercises.Deadlift with
                {
                    Reps = 8,
                    Load = new Load(LoadKind.Heavy, "load step 4: dumbbells at most 10 % heavier than in step 3"),
                },
                Exercises.SplitSquat)));

    [Fact]
    [Trait("Rule", "R014")]
    public void They_stand_beside_the_pace_that_slowed() => Assert.Equal(
        "Split squat 3 × 8 each side (3 s down, no pause, 1 s up) instead of 3 × 9 (at an even pace).",
        SinceLastTime.Of(Before, Of(Exercises.Deadlift, Exercises.SplitSquat with { Reps = 8, Tempo = "3-0-1" })));

    [Fact]
    public void What_came_and_what_went_are_named() => Assert.Equal(
        "Bent-over row is new. Split squat is not in today.",
        SinceLastTime.Of(Before, Of(Exercises.Deadlift, Exercises.Row)));

    [Fact]
    public void A_session_goes_on_from_the_same_weekday_a_week_ago_or_from_the_one_before_and_the_first_from_none()
    {
        var answers = QuestionnaireReader.ReadSignUp(Encoding.UTF8.GetBytes(Filled.With("avoid", "[]")), Filled.Now);
        var calendar = new MailCalendar(
            new PlanInputs(answers.Value!, [], LinkGenerations.First), Catalogue.Default);
        var days = calendar.Season.ToPlan().Sessions.Select(s => s.Date).ToList();

        Assert.All(days.Take(40), day => Assert.Equal(
            days.Contains(day.AddDays(-7)) ? day.AddDays(-7) : Latest(days, day), LastTime(calendar, day)));
        Assert.Null(LastTime(calendar, days[0]));
        Assert.NotEqual(days[1].AddDays(-7), LastTime(calendar, days[1]));
    }

    private static DateOnly? Latest(List<DateOnly> days, DateOnly day) => days
        .Where(d => d < day && d >= day.AddDays(-21)).Select(d => (DateOnly?)d).LastOrDefault();

    private static DateOnly? LastTime(MailCalendar calendar, DateOnly day) =>
        ((SessionLetter)LetterWriter.Scheduled(
            calendar.On(day)!, calendar, Catalogue.Default, (Letters.Links, null))).LastTime?.Date;

    private static Session Of(params Prescription[] exercises) => new(
        new DateOnly(2027, 2, 2), Phase.GeneralPreparation, "", 40, "", [new(BlockKind.Main, [.. exercises])]);
}
