using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Plans;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Tests.Pages;

/// <summary>What was just done can be taken back by one press while that makes sense.</summary>
public sealed class UndoTests : IAsyncLifetime
{
    private Visitor _runner = null!;

    public async Task InitializeAsync() => _runner = await Visitor.StartAsync();

    public Task DisposeAsync() => _runner.DisposeAsync().AsTask();

    [Fact]
    public async Task A_pause_is_called_off()
    {
        await DoAndUndoAsync(("do", "pause"), ("from", "2027-02-01"), ("to", "2027-02-07"));

        Assert.Empty((await _runner.HeaderAsync())!.Inputs.Events.ToHistory().Pauses);
    }

    [Fact]
    public async Task A_pause_beside_another_is_not_taken_back_with_it()
    {
        await _runner.PressAsync(("do", "pause"), ("from", "2027-02-01"), ("to", "2027-02-07"));
        var (_, page) = await _runner.PressAsync(("do", "pause"), ("from", "2027-05-01"), ("to", "2027-05-07"));

        Assert.Null(page.QuerySelector("[role=status] button"));
    }

    [Fact]
    public async Task A_resume_by_mistake_leaves_the_pauses_as_they_were_and_says_so_by_mail()
    {
        await _runner.PressAsync(("do", "pause"), ("from", "2027-01-04"), ("to", "2027-01-24"));
        await _runner.PressAsync(("do", "pause"), ("from", "2027-05-01"), ("to", "2027-05-07"));
        _runner.Pass(TimeSpan.FromDays(5));
        var before = (await _runner.HeaderAsync())!.Inputs.Events.ToHistory().Pauses;
        var mails = _runner.MailsSent;

        await DoAndUndoAsync(("do", "resume"));

        Assert.Equal(before, (await _runner.HeaderAsync())!.Inputs.Events.ToHistory().Pauses.AsEnumerable());
        Assert.Equal(mails + 2, _runner.MailsSent);
    }

    [Fact]
    public async Task A_resume_cannot_be_taken_back_the_day_after()
    {
        await _runner.PressAsync(("do", "pause"), ("from", "2027-01-04"));
        var (_, page) = await _runner.PressAsync(("do", "resume"));
        _runner.Pass(TimeSpan.FromDays(1));

        var (status, refused) = await _runner.PressAsync(page.QuerySelector("[role=status] button")!);

        Assert.Equal(409, status);
        Assert.Contains("new pause", refused.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("done")]
    [InlineData("too-easy")]
    [InlineData("too-hard")]
    [InlineData("pain")]
    public async Task An_answer_given_by_mistake_leaves_no_trace_in_the_plan(string answer)
    {
        var before = await PlanAsync();

        var page = await DoAndUndoAsync(("do", "feedback"), ("date", "2027-01-04"), ("answer", answer));

        Assert.Contains("Taken back", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("You said", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, await PlanAsync());
    }

    [Fact]
    public async Task What_was_said_before_the_mistake_stands_again()
    {
        var form = await _runner.GetAsync("?day=2027-01-04");
        var hurt = form.QuerySelectorAll("select[name=exercise] option[value]").Skip(1).Take(2)
            .Select(o => o.GetAttribute("value")!).ToList();
        foreach (var exercise in hurt)
            await _runner.PressAsync(
                ("do", "feedback"), ("date", "2027-01-04"), ("answer", "pain"), ("exercise", exercise));
        var before = await PlanAsync();

        form = await _runner.GetAsync("?day=2027-01-04");
        var (_, page) = await _runner.PressAsync(form.QuerySelector("button[value=done]")!);
        Assert.NotEqual(before, await PlanAsync());
        await _runner.PressAsync(page.QuerySelector("[role=status] button")!);

        Assert.Equal(before, await PlanAsync());
        var given = (await _runner.HeaderAsync())!.Inputs.Events.OfType<FeedbackGiven>();
        Assert.Equal(hurt, given.Select(f => f.Exercise));
    }

    [Fact]
    public async Task An_answer_can_be_taken_back_later_too()
    {
        var before = await PlanAsync();
        await _runner.PressAsync(("do", "feedback"), ("date", "2027-01-04"), ("answer", "pain"));
        _runner.Pass(TimeSpan.FromDays(2));

        var page = await _runner.GetAsync("?day=2027-01-04");
        var (status, _) = await _runner.PressAsync(page.QuerySelector("main button[value=take-back]")!);

        Assert.Equal(303, status);
        Assert.Equal(before, await PlanAsync());
    }

    [Fact]
    public async Task A_new_calendar_link_by_mistake_leaves_the_old_one_and_none_that_ended_before()
    {
        var page = await _runner.GetAsync();
        var first = Calendar(page);
        (_, page) = await _runner.PressAsync(page.QuerySelector("button[value=new-calendar-link]")!);
        var second = Calendar(page);
        (_, page) = await _runner.PressAsync(page.QuerySelector("button[value=new-calendar-link]")!);
        var third = Calendar(page);
        var undo = page.QuerySelector("[role=status] button")!;

        (_, page) = await _runner.PressAsync(undo);
        await _runner.PressAsync(undo);

        Assert.Equal(second, Calendar(page));
        Assert.Equal((404, 200, 404), (await FeedAsync(first), await FeedAsync(second), await FeedAsync(third)));
        var (status, _) = await _runner.PressAsync(("do", "old-calendar-link"), ("was", "-1"));
        Assert.Equal(412, status);
    }

    [Fact]
    public async Task A_session_that_was_left_out_is_the_next_one_again()
    {
        var page = await DoAndUndoAsync(("do", "skip"), ("date", "2027-01-07"));

        Assert.Contains("back in the plan", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("a.day.strength[href$='?day=2027-01-07']"));
    }

    [Fact]
    public async Task A_session_left_out_stays_out_once_its_time_is_over()
    {
        var (_, page) = await _runner.PressAsync(("do", "skip"), ("date", "2027-01-07"));
        _runner.Pass(TimeSpan.FromDays(5));

        var (status, refused) = await _runner.PressAsync(page.QuerySelector("[role=status] button")!);

        Assert.Equal(409, status);
        Assert.Contains("is over", refused.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_left_out_does_not_come_back_beside_one_that_moved_there()
    {
        var (_, page) = await _runner.PressAsync(("do", "skip"), ("date", "2027-01-07"));
        await _runner.PressAsync(("do", "move"), ("date", "2027-01-11"), ("to", "2027-01-08"));

        var (status, refused) = await _runner.PressAsync(page.QuerySelector("[role=status] button")!);

        Assert.Equal(409, status);
        Assert.Contains("two in a row", refused.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_moved_session_is_back_on_its_day()
    {
        var page = await DoAndUndoAsync(("do", "move"), ("date", "2027-01-07"), ("to", "2027-01-08"));

        Assert.NotNull(page.QuerySelector("a.day.strength[href$='?day=2027-01-07']"));
    }

    [Fact]
    public async Task A_race_that_moved_is_offered_its_old_date()
    {
        await DoAndUndoAsync(("do", "race-moved"), ("race", "0"), ("was", "2027-09-26"), ("day", "2027-10-10"));

        Assert.Equal(new DateOnly(2027, 9, 26), Assert.Single(await RacesAsync()).Date);
    }

    [Fact]
    public async Task A_cancelled_race_is_put_back_as_it_was()
    {
        var before = Assert.Single(await RacesAsync());
        var page = await _runner.GetAsync();

        (_, page) = await _runner.PressAsync(page.QuerySelector("button[value=race-cancelled]")!);
        await _runner.PressAsync(page.QuerySelector("[role=status] button")!);

        Assert.Equal(before, Assert.Single(await RacesAsync()));
    }

    [Fact]
    public async Task An_added_race_is_taken_out_again()
    {
        await DoAndUndoAsync(
            ("do", "race-added"), ("name", "Ten"), ("day", "2027-04-04"), ("distance", "10k"), ("priority", "c"));

        Assert.Equal("Berlin Marathon", Assert.Single(await RacesAsync()).Name);
    }

    [Fact]
    public async Task Saved_answers_go_back_to_what_they_were_and_others_stay()
    {
        var before = await AnswersAsync();
        var form = await _runner.GetAsync("?ask=answers");
        form.QuerySelector("[name=minutes]")!.SetAttribute("value", "20");
        form.QuerySelector("[name=name]")!.SetAttribute("value", "");
        form.QuerySelector("[name=avoid]")!.SetAttribute("value", "Forearm plank");
        form.QuerySelector("[name='races[1].name']")!.SetAttribute("value", "Ten");
        form.QuerySelector("[name='races[1].date']")!.SetAttribute("value", "2027-04-04");
        form.QuerySelector("[name='races[1].distance'] option[value='10k']")!.SetAttribute("selected", "");
        form.QuerySelector("[name=equipment][value=band]")!.RemoveAttribute("checked");
        form.QuerySelector("[name=equipment][value=towel]")!.SetAttribute("checked", "");

        var (saved, page) = await _runner.PressAsync(form.QuerySelector("button[value=save-answers]")!);
        Assert.Equal(303, saved);
        Assert.NotEqual(before, await AnswersAsync());
        (saved, page) = await _runner.PressAsync(page.QuerySelector("[role=status] button")!);

        Assert.Equal(303, saved);
        Assert.Equal(before, await AnswersAsync());
        await _runner.PressAsync(page.QuerySelector("[role=status] button")!);
        Assert.Contains("\"minutes\":20", await AnswersAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_saved_as_they_were_need_no_way_back()
    {
        var form = await _runner.GetAsync("?ask=answers");

        var (_, page) = await _runner.PressAsync(form.QuerySelector("button[value=save-answers]")!);

        Assert.Null(page.QuerySelector("[role=status] button"));
    }

    [Fact]
    public async Task Who_unsubscribed_gets_mails_again_with_one_press_at_once_or_later()
    {
        var page = await DoAndUndoAsync(("do", "unsubscribe"));
        Assert.Contains("Welcome back", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        await _runner.PressAsync(("do", "unsubscribe"));
        _runner.Pass(TimeSpan.FromDays(20));

        (_, page) = await _runner.PressAsync((await _runner.GetAsync()).QuerySelector("button[value=return]")!);

        var plan = (await _runner.HeaderAsync())!;
        Assert.Equal(PlanStatus.Active, plan.Status);
        Assert.Equal(new DateOnly(2027, 1, 25), plan.Next!.Value.Date);
        Assert.Null(page.QuerySelector("button[value=return]"));
    }

    [Fact]
    public async Task Who_reported_our_mails_gets_none_before_a_new_confirmation()
    {
        var plan = (await _runner.HeaderAsync())!;
        await _runner.Host.Services.GetRequiredService<Suppression>().AddAsync(plan, "complained", default);

        var (status, page) = await _runner.PressAsync(("do", "return"));

        Assert.Equal(409, status);
        Assert.Contains(
            "Fill in the form", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(PlanStatus.Unsubscribed, (await _runner.HeaderAsync())!.Status);
    }

    [Theory]
    [InlineData("?said=skip&of-date=%22%3E%3Cscript%3E")]
    [InlineData("?said=race-added")]
    [InlineData("?said=save-answers&of-minutes=9000&of-nothing=x")]
    [InlineData("?said=move&of-to=x")]
    public async Task Whatever_the_address_says_the_page_only_offers_and_the_press_is_judged(string query)
    {
        var page = await _runner.GetAsync(query);
        var (status, _) = await _runner.PressAsync(page.QuerySelector("[role=status] button")!);

        Assert.Empty(page.QuerySelectorAll("script:not([src])"));
        Assert.InRange(status, 303, 499);
        Assert.Single(await RacesAsync());
    }

    private static string Calendar(IDocument page) =>
        page.QuerySelector("a[href$='.ics']")!.GetAttribute("href")!;

    private async Task<int> FeedAsync(string path) => (int)(await _runner.Host.Client.GetAsync(path)).StatusCode;

    private async Task<string> PlanAsync()
    {
        using var json = JsonDocument.Parse(await _runner.Host.Client.GetStringAsync("/api" + PlanPath()));
        return json.RootElement.GetProperty("plan").GetProperty("sessions").GetRawText();

        string PlanPath() => _runner.Plan.Replace("/plan/", "/plans/", StringComparison.Ordinal);
    }

    private async Task<IEnumerable<Race>> RacesAsync() =>
        (await _runner.HeaderAsync())!.Inputs.Enrolment.Training.Races;

    private async Task<string> AnswersAsync() =>
        Encoding.UTF8.GetString(QuestionnaireWriter.Write((await _runner.HeaderAsync())!.Inputs.Enrolment));

    private async Task<IDocument> DoAndUndoAsync(params (string Name, string Value)[] fields)
    {
        var (done, page) = await _runner.PressAsync(fields);
        Assert.Equal(303, done);
        var (undone, after) = await _runner.PressAsync(page.QuerySelector("[role=status] button")!);
        Assert.Equal(303, undone);
        return after;
    }
}
