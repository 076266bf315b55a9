using StrengthDays.Coaching.Plans;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Tests.Plans;

public sealed class PlanEventsTests
{
    private static readonly DateOnly Monday = new(2027, 1, 4);

    [Fact]
    public void Pauses_and_extensions_add_up_to_a_history()
    {
        var history = PlanEvents.ToHistory(
            [Taken(0, 6), new HorizonMoved(default), Taken(20, null), new HorizonMoved(default)]);

        Assert.Equal(
            [new Pause(Monday, Monday.AddDays(6)), new Pause(Monday.AddDays(20), null)], history.Pauses.AsEnumerable());
        Assert.Equal(2, history.Extensions);
    }

    [Fact]
    public void Resuming_ends_a_running_pause_the_day_before() =>
        Assert.Equal(
            [new Pause(Monday, Monday.AddDays(2))],
            PlanEvents.ToHistory([Taken(0, 6), Ended(3)]).Pauses.AsEnumerable());

    [Fact]
    public void Resuming_on_the_first_day_leaves_no_pause() =>
        Assert.Empty(PlanEvents.ToHistory([Taken(0, null), Ended(0)]).Pauses);

    [Fact]
    public void Resuming_calls_off_what_was_still_to_come_and_leaves_what_is_over()
    {
        var pauses = PlanEvents.ToHistory([Taken(0, 2), Taken(30, 40), Ended(10)]).Pauses;

        Assert.Equal([new Pause(Monday, Monday.AddDays(2))], pauses.AsEnumerable());
    }

    [Fact]
    public void A_pause_taken_after_resuming_counts() =>
        Assert.Equal(2, PlanEvents.ToHistory([Taken(0, null), Ended(3), Taken(10, null)]).Pauses.Length);

    [Fact]
    public void Only_a_pause_that_ran_to_its_date_has_a_day_back()
    {
        Assert.Equal([Monday.AddDays(7)], PlanEvents.DaysBack([Taken(0, 6)]));
        Assert.Empty(PlanEvents.DaysBack([Taken(0, 6), Ended(3)]));
        Assert.Empty(PlanEvents.DaysBack([Taken(0, null)]));
    }

    [Fact]
    public void Effort_counts_for_the_session_that_was_moved_and_pain_for_the_day_it_was_felt()
    {
        var moved = new SessionMoved(default, Monday, Monday, Monday.AddDays(1));
        var hard = new FeedbackGiven(default, Monday.AddDays(1), Answer.TooHard);
        var hurt = new FeedbackGiven(default, Monday.AddDays(1), Answer.Pain, "clamshell");

        var history = PlanEvents.ToHistory([moved, hard, hurt]);

        Assert.Equal(
            [new(Monday, Answer.TooHard), new(Monday.AddDays(1), Answer.Pain, "clamshell")],
            history.Feedback.AsEnumerable());
        Assert.Equal([new SessionMove(Monday, Monday.AddDays(1))], history.Moves.AsEnumerable());
    }

    [Fact]
    public void A_skip_is_of_the_session_whatever_day_it_was_moved_to() =>
        Assert.Equal(
            [Monday],
            PlanEvents.ToHistory(
            [
                new SessionMoved(default, Monday, Monday, Monday.AddDays(1)),
                new SessionSkipped(default, Monday.AddDays(1), Monday),
            ]).Skips.AsEnumerable());

    private static PauseTaken Taken(int from, int? to) =>
        new(default, Monday.AddDays(from), to is { } last ? Monday.AddDays(last) : null);

    private static PauseEnded Ended(int on) => new(default, Monday.AddDays(on));
}
