using StrengthDays.Training.Tests.Catalogue;
using StrengthDays.Training.Tests.Properties;

namespace StrengthDays.Training.Tests.Rules;

/// <summary>What an answer changes, and from when on (issue 3, item 5; R100, R104, R138).</summary>
public sealed class ReactionRuleTests
{
    /// <summary>Strength on Monday and Thursday from the first day on.</summary>
    private static readonly Questionnaire _runner = Given.Experienced with { Week = Given.EasyWeek };

    private static readonly Plan _plan = _runner.Plan();

    [Fact]
    [Trait("Rule", "R138")]
    public void Too_easy_takes_one_step_more_on_that_weekday_from_its_next_time_on()
    {
        var after = With(Said(0, Answer.TooEasy));

        Assert.Equal(Pattern(_plan, 0), Pattern(after, 0));
        Assert.Equal(Pattern(_plan, 14), Pattern(after, 7));
        Assert.Equal(Pattern(_plan, 21), Pattern(after, 14));
        Assert.Equal(Pattern(_plan, 10), Pattern(after, 10));
    }

    [Fact]
    public void Too_easy_in_an_easy_week_takes_no_step()
    {
        var after = With(Said(56, Answer.TooEasy));

        Assert.Equal(Pattern(_plan, 63), Pattern(after, 63));
    }

    [Fact]
    [Trait("Rule", "R100")]
    public void Too_hard_stays_one_step_behind_and_too_easy_catches_up()
    {
        var behind = With(Said(7, Answer.TooHard));
        var level = With(Said(7, Answer.TooHard), Said(14, Answer.TooEasy));

        Assert.Equal(Pattern(_plan, 7), Pattern(behind, 14));
        Assert.Equal(Pattern(_plan, 14), Pattern(behind, 21));
        Assert.Equal(Pattern(_plan, 21), Pattern(level, 21));
    }

    [Fact]
    [Trait("Rule", "R107"), Trait("Rule", "R139")]
    public void However_easy_it_was_foundation_stays_at_body_weight()
    {
        var lifter = Given.Runner with { Week = Given.EasyWeek, Equipment = Equipment.Dumbbells };

        var after = Season.Of(
            lifter, SeedFile.Catalogue, new() { Feedback = [Said(0, Answer.TooEasy), Said(7, Answer.TooEasy)] }).ToPlan();

        Assert.All(Work(after, 14), e => Assert.Equal(Load.BodyWeight, e.Load));
        Assert.Contains(Work(after, 21), e => e.Load != Load.BodyWeight);
    }

    [Fact]
    public void Done_changes_nothing() => Assert.Equal(
        _plan.Sessions.Select(s => s.Pattern()),
        With(Said(0, Answer.Done, "forearm-plank")).Sessions.Select(s => s.Pattern()));

    [Fact]
    [Trait("Rule", "R145")]
    public void A_new_cycle_starts_level()
    {
        var runner = _runner.RacingIn(120);
        var after = Season.Of(runner, SeedFile.Catalogue, new() { Feedback = [new(Given.Start, Answer.TooEasy)] }).ToPlan();

        var first = runner.Plan().Sessions.First(s => Given.Day(s.Date) > 120);
        Assert.Equal(first.Pattern(), after.Sessions.First(s => Given.Day(s.Date) > 120).Pattern());
    }

    [Fact]
    [Trait("Rule", "R104")]
    public void What_hurt_is_still_in_the_session_it_hurt_in_and_in_none_after_it()
    {
        var hurt = _plan.Sessions[2].In(BlockKind.Main).First().Exercise;

        var day = Given.Day(_plan.Sessions[2].Date);
        var after = With(Said(day, Answer.Pain, hurt.Id), Said(day, Answer.Done));

        Assert.Contains(after.Sessions[2].Trained(), e => e.Exercise == hurt);
        Assert.DoesNotContain(after.Sessions.Skip(3).SelectMany(s => s.Trained()), e => e.Exercise == hurt);
        Assert.Equal(_plan.Sessions[1].Pattern(), after.Sessions[1].Pattern());
    }

    [Theory]
    [Trait("Rule", "R137"), Trait("Rule", "R138"), Trait("Rule", "R104")]
    [InlineData(Equipment.None)]
    [InlineData(Equipment.Band | Equipment.Dumbbells)]
    [InlineData(Equipment.Kettlebell | Equipment.Box)]
    public void What_comes_instead_of_what_hurt_makes_progress_like_any_other(Equipment equipment)
    {
        var runner = _runner with { Equipment = equipment };
        var before = runner.Plan();
        foreach (var hurt in before.Sessions[4].Working().Select(e => e.Exercise))
        {
            var history = new History { Feedback = [new(before.Sessions[4].Date, Answer.Pain, hurt.Id)] };
            var sessions = Season.Of(runner, SeedFile.Catalogue, history).ToPlan().Sessions
                .Where((s, i) => i > 4 && s.Phase == Phase.GeneralPreparation && s.Date.DayOfWeek == before.Sessions[4].Date.DayOfWeek)
                .ToList();

            for (var i = 3; i < sessions.Count; i++)
                Assert.All(Instead(before, sessions[i]), e => Assert.False(
                    sessions[(i - 3)..i].TrueForAll(s => s.Working().Any(o => o.Pattern() == e.Pattern())),
                    $"{e.Pattern()} for {hurt.Id} stays for four weeks to {sessions[i].Date:O}"));
        }
    }

    [Fact]
    [Trait("Rule", "R126"), Trait("Rule", "R104")]
    public void A_block_that_keeps_an_earlier_cycles_work_keeps_what_came_instead_of_what_hurt_as_well()
    {
        var runner = _runner.RacingIn(120, Distance.Marathon).RacingIn(169, Distance.Marathon);
        foreach (var hurt in runner.Plan().Sessions[4].Working().Select(e => e.Exercise))
        {
            var history = new History { Feedback = [new(_plan.Sessions[4].Date, Answer.Pain, hurt.Id)] };
            var blocks = Season.Of(runner, SeedFile.Catalogue, history).ToPlan().Of(Phase.RaceBlock)
                .GroupBy(s => s.Date.DayOfWeek).ToList();

            Assert.All(blocks, weekday => Assert.Single(weekday.Select(s => s.Pattern()).Distinct()));
        }
    }

    private static IEnumerable<Prescription> Instead(Plan before, Session session) => session.Working()
        .ExceptBy(before.Sessions.Single(s => s.Date == session.Date).Working().Select(e => e.Exercise), e => e.Exercise);

    [Fact]
    [Trait("Rule", "R104"), Trait("Rule", "R100")]
    public void Pain_without_a_name_gives_seven_days_at_body_weight_from_the_day_after()
    {
        var lifter = _runner with { Equipment = Equipment.Dumbbells };
        var history = new History { Feedback = [new(Given.Start.AddDays(21), Answer.Pain)] };

        var after = Season.Of(lifter, SeedFile.Catalogue, history).ToPlan();

        Assert.Equal(Pattern(lifter.Plan(), 21), Pattern(after, 21));
        Assert.All(Work(after, 24), e => Assert.Equal(Load.BodyWeight, e.Load));
        Assert.All(Work(after, 28), e => Assert.Equal(Load.BodyWeight, e.Load));
        Assert.Contains(Work(after, 31), e => e.Load != Load.BodyWeight);
    }

    private static Feedback Said(int day, Answer answer, string? exercise = null) =>
        new(Given.Start.AddDays(day), answer, exercise);

    private static Plan With(params Feedback[] feedback) =>
        Season.Of(_runner, SeedFile.Catalogue, new() { Feedback = [.. feedback] }).ToPlan();

    private static IEnumerable<Prescription> Work(Plan plan, int day) => On(plan, day).Working();

    private static string Pattern(Plan plan, int day) => On(plan, day).Pattern();

    private static Session On(Plan plan, int day) => plan.Sessions.Single(s => Given.Day(s.Date) == day);
}
