using System.Collections.Immutable;
using StrengthDays.Training.Tests.Catalogue;
using StrengthDays.Training.Tests.Properties;

namespace StrengthDays.Training.Tests.Rules;

/// <summary>What answers, skips and moves do to the sessions to come (issue 3, item 5).</summary>
public sealed class LifeRuleTests
{
    /// <summary>Easy every day: strength on Monday and Thursday, and any day may take a session.</summary>
    private static readonly Questionnaire Runner = Given.Runner with { Week = Given.EasyWeek };

    [Fact]
    public void A_moved_session_is_the_same_session_on_another_day()
    {
        var moved = Seen(new History { Moves = [Move("2027-01-25", "2027-01-26")] });

        Assert.Null(moved.SessionOn(Day("2027-01-25")));
        Assert.Equal(Doses(Seen(History.Empty), "2027-01-25"), Doses(moved, "2027-01-26"));
        Assert.Equal(Day("2027-01-25"), moved.OwnDateOf(Day("2027-01-26")));
        Assert.Equal(Doses(Seen(History.Empty), "2027-02-01"), Doses(moved, "2027-02-01"));
    }

    [Fact]
    public void Two_sessions_may_change_places_whichever_was_moved_first()
    {
        ImmutableArray<SessionMove> moves = [Move("2027-01-25", "2027-01-28"), Move("2027-01-28", "2027-01-25")];

        foreach (var order in new[] { moves, [.. moves.Reverse()] })
        {
            var season = Seen(new History { Moves = order });
            Assert.Equal(Day("2027-01-25"), season.OwnDateOf(Day("2027-01-28")));
            Assert.Equal(Day("2027-01-28"), season.OwnDateOf(Day("2027-01-25")));
        }
    }

    [Fact]
    public void A_session_that_was_moved_and_then_skipped_is_gone()
    {
        var season = Seen(new History { Skips = [Day("2027-01-25")], Moves = [Move("2027-01-25", "2027-01-26")] });

        Assert.Null(season.OwnDateOf(Day("2027-01-25")));
        Assert.Null(season.OwnDateOf(Day("2027-01-26")));
    }

    [Theory]
    [Trait("Rule", "R062")]
    [Trait("Rule", "R127")]
    [InlineData("the next day is long now")]
    [InlineData("a race came near")]
    [InlineData("a pause was taken")]
    [InlineData("another session stands beside it now")]
    public void A_move_that_the_plan_no_longer_allows_falls_back_to_its_own_day(string change)
    {
        var history = new History { Moves = [Move("2027-01-25", "2027-01-26")] };
        var (runner, life) = change switch
        {
            "the next day is long now" =>
                (Runner with { Week = Runner.Week with { Wednesday = RunDay.Long, Tuesday = RunDay.Rest } }, history),
            "a race came near" => (Runner with { Races = [CRace("2027-01-26")] }, history),
            "a pause was taken" =>
                (Runner, history with { Pauses = [new(Day("2027-01-26"), Day("2027-01-27"))] }),
            _ => (Runner with { SessionsPerWeek = 3 }, history),
        };

        var season = Season.Of(runner, SeedFile.Catalogue, life);

        Assert.Null(season.OwnDateOf(Day("2027-01-26")));
        if (change != "a race came near")
            Assert.Equal(Day("2027-01-25"), season.OwnDateOf(Day("2027-01-25")));
    }

    [Fact]
    [Trait("Rule", "R139")]
    public void A_session_with_load_does_not_move_into_foundation()
    {
        var refusal = Seen(History.Empty).RefusalToMove(Day("2027-01-25"), Day("2027-01-23"));

        Assert.Contains("foundation", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_session_stays_within_six_days_of_its_own_however_often_it_is_moved()
    {
        var moved = Seen(new History { Moves = [Move("2027-01-25", "2027-01-30")] });

        Assert.NotNull(moved.RefusalToMove(Day("2027-01-30"), Day("2027-02-02")));
        Assert.Null(moved.RefusalToMove(Day("2027-01-30"), Day("2027-01-25")));
    }

    [Fact]
    [Trait("Rule", "R104")]
    public void A_week_at_body_weight_after_pain_says_that_it_is_for_the_pain()
    {
        var hurt = Seen(new History { Feedback = [new(Day("2027-03-01"), Answer.Pain)] }).SessionOn(Day("2027-03-04"))!;
        var back = Seen(new History { Pauses = [new(Day("2027-02-01"), Day("2027-03-01"))] })
            .SessionOn(Day("2027-03-04"))!;

        Assert.StartsWith("Something hurt: a week at body weight first", hurt.Why, StringComparison.Ordinal);
        Assert.StartsWith("Back after a long pause", back.Why, StringComparison.Ordinal);
        Assert.All(hurt.Trained(), e => Assert.Equal(LoadKind.BodyWeight, e.Load.Kind));
    }

    [Theory]
    [Trait("Rule", "R104")]
    [InlineData(Equipment.None)]
    [InlineData(Equipment.Band | Equipment.Dumbbells)]
    [InlineData(Equipment.Kettlebell | Equipment.Box)]
    public void What_hurts_is_out_for_good_and_another_of_its_movement_is_in(Equipment equipment)
    {
        var runner = Runner.RacingIn(265, Distance.Marathon) with { Equipment = equipment };
        var before = Season.Of(runner, SeedFile.Catalogue, History.Empty);
        var lost = new List<string>();
        foreach (var date in new[] { Day("2027-02-15"), Day("2027-05-20"), Day("2027-08-02") })
            foreach (var hurt in before.SessionOn(date)!.Trained().Select(e => e.Exercise))
            {
                var plan = Hurting(runner, date, hurt);
                var (was, now) = (before.SessionOn(date.AddDays(7))!, plan.SessionOn(date.AddDays(7))!);
                Assert.All(
                    plan.ToPlan().Sessions.Where(s => s.Date > date),
                    s => Assert.DoesNotContain(s.Trained(), e => e.Exercise == hurt));
                Assert.InRange(now.EstimatedMinutes, 1, runner.Minutes);
                if (Movements(was) != Movements(now))
                    lost.Add($"{date:O} {hurt.Id}: {Movements(was)} became {Movements(now)}");
            }

        Assert.True(lost.Count == 0, string.Join('\n', lost));
    }

    [Fact]
    [Trait("Rule", "R104")]
    public void A_place_that_nothing_else_can_fill_stays_empty_rather_than_hurt()
    {
        var runner = Runner with { Minutes = 30, Equipment = Equipment.None, Avoid = ["single-leg-romanian-deadlift"] };
        var hinge = SeedFile.Catalogue.Find("glute-walk-out")!;
        var before = Season.Of(runner, SeedFile.Catalogue, History.Empty).SessionOn(Day("2027-02-15"))!;

        var after = Hurting(runner, Day("2027-02-11"), hinge).SessionOn(Day("2027-02-15"))!;

        Assert.Equal(
            before.Trained().Select(e => e.Exercise).Where(e => e != hinge), after.Trained().Select(e => e.Exercise));
    }

    private static Season Hurting(Questionnaire runner, DateOnly date, Exercise exercise) => Season.Of(
        runner, SeedFile.Catalogue, new History { Feedback = [new(date, Answer.Pain, exercise.Id)] });

    /// <summary>How often a session holds each of the movements that every session has.</summary>
    private static string Movements(Session session) => string.Join(", ",
        $"hinge {session.In(BlockKind.Main).Count(e => e.IsAny(Work.Hinges))}",
        $"unilateral {session.In(BlockKind.Main).Count(e => e.IsAny(Work.Unilateral) && !e.IsAny(Work.Hinges))}",
        $"core {session.In(BlockKind.Core).Count()}",
        $"calves {session.In(BlockKind.Calves).Count()}");

    private static Season Seen(History history) => Season.Of(Runner, SeedFile.Catalogue, history);

    private static IEnumerable<(string, int, int?, int?, string?, Load)> Doses(Season season, string date) =>
        season.SessionOn(Day(date))!.Blocks.SelectMany(b => b.Exercises)
            .Select(e => (e.Exercise.Ref, e.Sets, e.Reps, e.HoldSeconds, e.Tempo, e.Load));

    private static SessionMove Move(string from, string to) => new(Day(from), Day(to));

    private static Race CRace(string date) => new("Park run", Day(date), Distance.FiveK) { Priority = Priority.C };

    private static DateOnly Day(string date) =>
        DateOnly.ParseExact(date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
