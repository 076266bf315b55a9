using StrengthDays.Training.Tests.Catalogue;

namespace StrengthDays.Training.Tests.Rules;

/// <summary>Why a session cannot move to another date, sentence by sentence (R059, R121, section 3).</summary>
[Trait("Rule", "R059"), Trait("Rule", "R121")]
public sealed class MoveRuleTests
{
    private const RunDay E = RunDay.Easy;

    /// <summary>Strength on Monday and Thursday; the first session is on day 0.</summary>
    private static readonly Questionnaire _runner = Given.Experienced with { Week = Given.EasyWeek };

    [Theory]
    [InlineData(0, 0, "The session is on Mon 4 Jan 2027 already.")]
    [InlineData(1, 2, "There is no session on Tue 5 Jan 2027.")]
    [InlineData(-1, 2, "There is no session on Sun 3 Jan 2027.")]
    [InlineData(3, -1, "Sun 3 Jan 2027 is outside the plan.")]
    [InlineData(0, 400, "Tue 8 Feb 2028 is outside the plan.")]
    [InlineData(3, 10, "Thu 14 Jan 2027 is more than 6 days from the session's own day: skip this session instead.")]
    [InlineData(10, 3, "Thu 7 Jan 2027 is more than 6 days from the session's own day: skip this session instead.")]
    [InlineData(3, 7, "Mon 11 Jan 2027 has a session already: two are never done on one day.")]
    [InlineData(3, 8, "Mon 11 Jan 2027 is a strength day, and two in a row leave no time to recover.")]
    [InlineData(3, 6, "Mon 11 Jan 2027 is a strength day, and two in a row leave no time to recover.")]
    [InlineData(10, 8, "Mon 11 Jan 2027 is a strength day, and two in a row leave no time to recover.")]
    [InlineData(3, 1, "Mon 4 Jan 2027 is a strength day, and two in a row leave no time to recover.")]
    [InlineData(3, 2, null)]
    [InlineData(3, 4, null)]
    [InlineData(3, 8, null, 7)]
    [InlineData(3, 9, null, 10)]
    [InlineData(108, 111, null)]
    public void A_move_is_refused_with_the_first_rule_it_breaks(int from, int to, string? words, int? skipped = null)
    {
        var history = skipped is { } day ? new History { Skips = [Given.Start.AddDays(day)] } : History.Empty;

        Assert.Equal(words, Refusal(_runner, from, to, history));
    }

    [Theory]
    [InlineData(RunDay.Hard, RunDay.Easy, "No strength: hard run today.")]
    [InlineData(RunDay.Easy, RunDay.Hard, "No strength: tomorrow is hard.")]
    [InlineData(RunDay.Easy, RunDay.Long, "No strength: tomorrow is your long run.")]
    [InlineData(RunDay.Cross, RunDay.Easy, "No strength: cross-training today.")]
    public void A_day_that_the_running_week_forbids_forbids_a_move_too(RunDay friday, RunDay saturday, string words)
    {
        var runner = _runner with { Week = new(E, E, E, E, friday, saturday, E) };
        var from = runner.Plan().Sessions.First(s => Given.Day(s.Date) is >= 7 and < 14).Date;

        Assert.Equal(words, Refusal(runner, Given.Day(from), 11));
    }

    [Theory]
    [InlineData(105, 107, "Wed 21 Apr 2027 is kept free of strength: taper.")]
    [InlineData(105, 106, "Tue 20 Apr 2027 is kept free of strength: taper.")]
    public void The_last_two_weeks_are_kept_free(int from, int to, string words) =>
        Assert.Equal(words, Refusal(_runner.RacingIn(120), from, to));

    [Theory]
    [InlineData(35, 37, "Wed 10 Feb 2027 is kept free of strength: a race is near.")]
    [InlineData(35, 36, null)]
    [InlineData(42, 41, "Sun 14 Feb 2027 is kept free of strength: a race is near.")]
    public void The_days_round_a_B_race_are_kept_free(int from, int to, string? words) =>
        Assert.Equal(words, Refusal(_runner with { Races = [Given.BRace(40), Given.ARace(200)] }, from, to));

    [Fact]
    public void A_pause_is_kept_free()
    {
        var history = new History { Pauses = [new(Given.Start.AddDays(36), Given.Start.AddDays(38))] };

        Assert.Equal(
            "Tue 9 Feb 2027 is kept free of strength: it lies in a pause.",
            Refusal(_runner.RacingIn(200), 35, 36, history));
        Assert.Equal(
            "Thu 11 Feb 2027 is kept free of strength: it lies in a pause.",
            Refusal(_runner.RacingIn(200), 35, 38, history));
    }

    [Fact]
    public void A_session_that_was_moved_can_come_back_to_its_own_day_and_no_further_than_six_days_from_it()
    {
        var history = new History { Moves = [new(Given.Start.AddDays(3), Given.Start.AddDays(4))] };

        Assert.Null(Refusal(_runner, 4, 3, history));
        Assert.StartsWith(
            "Thu 14 Jan 2027 is more than 6 days", Refusal(_runner, 4, 10, history), StringComparison.Ordinal);
    }

    [Fact]
    public void A_session_may_come_back_to_its_own_day_though_another_stands_beside_it_by_now()
    {
        var history = new History
        {
            Moves = [new(Given.Start.AddDays(3), Given.Start.AddDays(5)), new(Given.Start, Given.Start.AddDays(2))],
        };

        Assert.Null(Refusal(_runner, 5, 3, history));
    }

    private static string? Refusal(Questionnaire runner, int from, int to, History? history = null) =>
        Season.Of(runner, SeedFile.Catalogue, history ?? History.Empty)
            .RefusalToMove(Given.Start.AddDays(from), Given.Start.AddDays(to));
}
