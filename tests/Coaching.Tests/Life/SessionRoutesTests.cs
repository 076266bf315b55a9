using System.Net;
using StrengthDays.Coaching.Emails;

namespace StrengthDays.Coaching.Tests.Life;

/// <summary>Feedback, skip and move over HTTP: what is accepted, what is refused, and in which words.</summary>
public sealed class SessionRoutesTests
{
    [Fact]
    public async Task The_last_answer_about_a_session_counts_and_the_same_one_twice_is_one()
    {
        await using var ana = await Trainee.StartAsync();
        await ana.GoToAsync("2027-02-08");
        var before = await ana.PlanAsync();

        var hard = await ana.AnswerAsync("2027-02-08", "too-hard");
        var again = await ana.AnswerAsync("2027-02-08", "too-hard");
        var done = await ana.AnswerAsync("2027-02-08", "done");

        Assert.Equal((2, 2, 3), (hard.Revision, again.Revision, done.Revision));
        Assert.NotEqual(before.From("2027-02-09"), hard.From("2027-02-09"));
        Assert.Equal(before.From("2027-02-09"), done.From("2027-02-09"));
    }

    [Theory]
    [InlineData("""{ "answer": "fine" }""", "answer", "one of done, too-easy, too-hard, pain")]
    [InlineData("""{ "answer": "too easy" }""", "answer", "Did you mean too-easy?")]
    [InlineData("{}", "answer", "is missing")]
    [InlineData("""{ "answer": "pain", "where": "knee" }""", "where", "Accepted here: answer, exercise")]
    [InlineData("""{ "answer": "pain", "exercise": "box-jump" }""", "exercise", "must be one of ")]
    [InlineData("""{ "answer": "too-hard", "exercise": "clamshell" }""", "exercise", "goes only with the answer pain")]
    [InlineData("", "$", "The body is empty")]
    public async Task An_answer_with_a_mistake_is_refused_by_name(string body, string member, string words)
    {
        await using var ana = await Trainee.StartAsync();
        await ana.GoToAsync("2027-01-04");

        var refused = await ana.FeedbackAsync("2027-01-04", body);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(words, refused.Error(member), StringComparison.Ordinal);
        Assert.Equal(1, (await ana.PlanAsync()).Revision);
    }

    [Theory]
    [InlineData("feedback")]
    [InlineData("skip")]
    [InlineData("move")]
    public async Task A_date_without_a_session_is_refused_with_the_next_that_has_one(string action)
    {
        await using var ana = await Trainee.StartAsync();

        var none = await ActAsync(ana, "2027-01-05", action);
        var beyond = await ActAsync(ana, "2099-01-05", action);
        var nonsense = await ActAsync(ana, "2027-02-30", action);

        Assert.Equal(
            "date must be the date of a session; 2027-01-05 is not: it holds none. The next one is on 2027-01-07.",
            none.Error("date"));
        Assert.Contains("None comes after it.", beyond.Error("date"), StringComparison.Ordinal);
        Assert.Contains("(yyyy-MM-dd", nonsense.Error("date"), StringComparison.Ordinal);
        Assert.All([none, beyond, nonsense], a => Assert.Equal(HttpStatusCode.BadRequest, a.Status));
    }

    [Fact]
    public async Task An_answer_is_taken_for_a_session_done_a_day_early_but_not_for_one_far_ahead()
    {
        await using var ana = await Trainee.StartAsync();
        await ana.GoToAsync("2027-01-06");

        Assert.Equal(HttpStatusCode.OK, (await ana.AnswerAsync("2027-01-07", "done")).Status);
        Assert.Contains("up to the next one", (await ana.AnswerAsync("2027-01-11", "done")).Error("date"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_to_a_session_of_a_week_that_was_changed_since_is_taken()
    {
        await using var ana = await Trainee.StartAsync();
        await ana.GoToAsync("2027-01-12");
        await ana.PatchAsync("""{ "week": { "tuesday": "long" } }""");

        var answer = await ana.FeedbackAsync("2027-01-11", """{ "answer": "pain", "exercise": "clamshell" }""");

        Assert.DoesNotContain("2027-01-18", answer.Dates);
        Assert.Contains("2027-01-11", answer.Dates);
        Assert.All(answer.Dates.Where(d => string.CompareOrdinal(d, "2027-01-12") > 0), d => Assert.DoesNotContain("clamshell", answer.Ids(d)));
    }

    [Theory]
    [InlineData("skip")]
    [InlineData("move")]
    public async Task A_session_whose_mail_is_out_stays_as_it_was_sent(string action)
    {
        await using var ana = await Trainee.StartAsync();
        await ana.GoToAsync("2027-01-11");
        var before = await ana.PlanAsync();

        var today = await ActAsync(ana, "2027-01-11", action);
        var past = await ActAsync(ana, "2027-01-07", action);

        Assert.Equal(HttpStatusCode.Conflict, today.Status);
        Assert.StartsWith("The mail of Mon 11 Jan 2027 is out already", today.Detail, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, past.Status);
        Assert.Contains("from 2027-01-11 on", past.Error("date"), StringComparison.Ordinal);
        Assert.Equal(before.Body.ToString(), (await ana.PlanAsync()).Body.ToString());
    }

    [Theory]
    [InlineData("skip")]
    [InlineData("move")]
    public async Task A_skip_or_move_while_the_mail_is_leaving_comes_too_late(string action)
    {
        await using var ana = await Trainee.StartAsync();
        await ana.GoToAsync("2027-01-09");
        var answer = default(Answered);
        ana.WhileTheNextMailLeaves(async () => answer = await ActAsync(ana, "2027-01-11", action));

        await ana.GoToAsync("2027-01-14");

        Assert.Equal(HttpStatusCode.Conflict, answer!.Status);
        Assert.Equal(["2027-01-11", "2027-01-14"], ana.Mailed.Select(m => m.Date).TakeLast(2));
        Assert.Single(ana.Mailed, m => m.Date == "2027-01-11");
        Assert.All((await ana.PlanAsync()).Deliveries, d => Assert.Equal("accepted", d.Status));
        Assert.Equal(["2027-01-18"], await ana.DueAsync());
    }

    [Theory]
    [InlineData("2027-01-07")]
    [InlineData("2027-01-11")]
    public async Task An_answer_while_the_mail_is_leaving_counts(string date)
    {
        await using var ana = await Trainee.StartAsync();
        await ana.GoToAsync("2027-01-09");
        var answer = default(Answered);
        ana.WhileTheNextMailLeaves(async () => answer = await ana.AnswerAsync(date, "pain"));

        await ana.GoToAsync("2027-01-14");

        Assert.Equal((HttpStatusCode.OK, 2), (answer!.Status, (await ana.PlanAsync()).Revision));
        Assert.Equal(["2027-01-11", "2027-01-14"], ana.Mailed.Select(m => m.Date).TakeLast(2));
        Assert.Single(ana.Mailed, m => m.Date == "2027-01-11");
        Assert.Equal(["2027-01-18"], await ana.DueAsync());
    }

    [Fact]
    public async Task Skipping_twice_is_skipping_once_even_when_the_day_is_over()
    {
        await using var ana = await Trainee.StartAsync();

        var first = await ana.SkipAsync("2027-01-07");
        var again = await ana.SkipAsync("2027-01-07");
        await ana.GoToAsync("2027-01-08");
        var late = await ana.SkipAsync("2027-01-07");

        Assert.Equal((2, 2, 2), (first.Revision, again.Revision, late.Revision));
    }

    [Fact]
    public async Task Moving_twice_is_moving_once_and_moving_back_is_a_move()
    {
        await using var ana = await Trainee.StartAsync();
        var before = await ana.PlanAsync();

        var moved = await ana.MoveAsync("2027-01-07", "2027-01-08");
        var again = await ana.MoveAsync("2027-01-07", "2027-01-08");
        var back = await ana.MoveAsync("2027-01-08", "2027-01-07");
        var backAgain = await ana.MoveAsync("2027-01-08", "2027-01-07");

        Assert.Equal((2, 2, 3, 3), (moved.Revision, again.Revision, back.Revision, backAgain.Revision));
        Assert.Equal(before.From("2027-01-04"), back.From("2027-01-04"));
    }

    [Theory]
    [Trait("Rule", "R059")]
    [Trait("Rule", "R062")]
    [InlineData("2027-01-10", "Mon 11 Jan 2027 is a strength day, and two in a row leave no time to recover.")]
    [InlineData("2027-01-11", "has a session already")]
    [InlineData("2027-01-15", "more than 6 days")]
    [InlineData("2027-01-07", "is on Thu 7 Jan 2027 already")]
    [InlineData("2099-01-01", "outside the plan")]
    public async Task A_move_that_the_rules_forbid_is_refused_with_the_rule_and_the_days_that_are_possible(
        string to, string rule)
    {
        await using var ana = await Trainee.StartAsync();

        var refused = await ana.MoveAsync("2027-01-07", to);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains(rule, refused.Error("to"), StringComparison.Ordinal);
        Assert.Contains("Possible: 2027-01-06, 2027-01-08, 2027-01-09", refused.Error("to"), StringComparison.Ordinal);
        Assert.Equal(refused.Error("to"), refused.Detail);
    }

    [Fact]
    [Trait("Rule", "R062")]
    [Trait("Rule", "R121")]
    public async Task A_move_to_the_day_before_a_hard_or_long_run_is_refused_with_that_reason()
    {
        await using var ana = await Trainee.StartAsync(
            ("week", """{ "monday": "rest", "tuesday": "hard", "wednesday": "easy", "thursday": "rest", "friday": "easy", "saturday": "rest", "sunday": "long" }"""));

        var hard = await ana.MoveAsync("2027-01-08", "2027-01-11");
        var eve = await ana.MoveAsync("2027-01-08", "2027-01-09");

        Assert.Contains("tomorrow is hard", hard.Detail, StringComparison.Ordinal);
        Assert.Contains("tomorrow is your long run", eve.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_move_to_a_day_whose_mail_can_no_longer_come_is_refused_by_name()
    {
        await using var ana = await Trainee.StartAsync();
        await ana.GoToAsync("2027-01-06", "18:31");

        var late = await ana.MoveAsync("2027-01-07", "2027-01-06");
        var past = await ana.MoveAsync("2027-01-07", "2027-01-05");
        var missing = await ana.PostAsync("sessions/2027-01-07/move", "{}");

        Assert.Contains("whose mail can still come. Possible: 2027-01-08", late.Error("to"), StringComparison.Ordinal);
        Assert.Contains("whose mail can still come", past.Error("to"), StringComparison.Ordinal);
        Assert.Contains("is missing; it must be a date", missing.Error("to"), StringComparison.Ordinal);
        Assert.All([late, past, missing], a => Assert.Equal(HttpStatusCode.BadRequest, a.Status));
    }

    [Fact]
    public async Task A_session_moved_to_today_inside_the_grace_is_mailed_at_once()
    {
        await using var ana = await Trainee.StartAsync();
        await ana.GoToAsync("2027-01-06", "18:00");

        await ana.MoveAsync("2027-01-07", "2027-01-06");

        Assert.Equal(MailKind.Session, ana.MailOf("2027-01-06").Kind);
    }

    [Fact]
    public async Task An_edit_of_an_older_revision_changes_nothing()
    {
        await using var ana = await Trainee.StartAsync();
        await ana.SkipAsync("2027-01-07");

        var stale = await ana.PostAsync("sessions/2027-01-11/skip", "", ifMatch: "\"1\"");

        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.Status);
        Assert.Contains("2027-01-11", (await ana.PlanAsync()).Dates);
    }

    [Fact]
    public async Task Answers_that_change_nothing_are_let_go_after_half_a_year_so_that_the_plans_row_stays_small()
    {
        await using var ana = await Trainee.StartAsync();
        await ana.GoToAsync("2027-01-07");
        await ana.AnswerAsync("2027-01-04", "done");
        await ana.AnswerAsync("2027-01-07", "too-hard");
        await ana.GoToAsync("2027-07-15");

        await ana.AnswerAsync("2027-07-15", "done");

        var events = (await ana.ExportAsync()).Body.GetProperty("stored").GetProperty("inputs").GetProperty("events");
        Assert.Equal(
            ["2027-01-07", "2027-07-15"], events.EnumerateArray().Select(e => e.GetProperty("date").GetString()));
    }

    [Fact]
    public async Task What_was_said_skipped_and_moved_can_be_taken_along_and_is_erased_with_the_rest()
    {
        await using var ana = await Trainee.StartAsync();
        await ana.GoToAsync("2027-01-05");
        await ana.FeedbackAsync("2027-01-04", """{ "answer": "pain", "exercise": "clamshell" }""");
        await ana.SkipAsync("2027-01-07");
        await ana.MoveAsync("2027-01-11", "2027-01-12");

        var events = (await ana.ExportAsync()).Body.GetProperty("stored").GetProperty("inputs").GetProperty("events");
        await ana.EraseAsync();

        Assert.Equal(
            ["feedback", "skipped", "moved"], events.EnumerateArray().Select(e => e.GetProperty("event").GetString()));
        Assert.Equal("clamshell", events[0].GetProperty("exercise").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await ana.ExportAsync()).Status);
    }

    private static Task<Answered> ActAsync(Trainee runner, string date, string action) => action switch
    {
        "feedback" => runner.AnswerAsync(date, "done"),
        "skip" => runner.SkipAsync(date),
        _ => runner.MoveAsync(date, "2027-01-12"),
    };
}
