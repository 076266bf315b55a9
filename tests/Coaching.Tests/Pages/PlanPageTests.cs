using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using StrengthDays.Coaching.Links;
using StrengthDays.Coaching.Pages;
using StrengthDays.Coaching.Plans;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Tests.Pages;

/// <summary>The runner's page and its forms, over HTTP.</summary>
public sealed class PlanPageTests : IAsyncLifetime
{
    private Visitor _runner = null!;

    public async Task InitializeAsync() => _runner = await Visitor.StartAsync();

    public Task DisposeAsync() => _runner.DisposeAsync().AsTask();

    [Fact]
    public async Task It_shows_the_next_session_first_then_the_season_the_weeks_and_the_reasons()
    {
        var page = await _runner.GetAsync();

        Assert.Equal("Next session", page.QuerySelector("h2")!.TextContent.Trim());
        Assert.Equal("2027-01-04", page.QuerySelector("#next ~ h3 time")!.GetAttribute("datetime"));
        Assert.Single(page.QuerySelectorAll("svg .today-line"));
        Assert.NotNull(page.QuerySelector("a.day.strength[href$='?day=2027-01-07']"));
        Assert.Single(page.QuerySelectorAll(".day.race"));
        Assert.All(RunningWeek.Days, day => Assert.Single(
            page.QuerySelectorAll("th[scope=row]"), th => th.TextContent == day.ToString()));
    }

    [Fact]
    public async Task Looking_changes_nothing()
    {
        var before = (await _runner.HeaderAsync())!.ETag;

        string[] addresses =
        [
            "", "?day=2027-01-04", "?said=erase", "?ask=erase", "?ask=answers", "?do=unsubscribe",
            "?do=new-calendar-link", "?do=save-answers&minutes=20", "?said=skip&of-date=2027-01-04",
        ];
        foreach (var more in addresses)
            await _runner.GetAsync(more);

        Assert.Equal(before, (await _runner.HeaderAsync())!.ETag);
    }

    [Fact]
    public async Task Every_field_has_a_label_and_every_id_is_there_once()
    {
        foreach (var more in new[] { "", "?day=2027-01-04" })
        {
            var page = await _runner.GetAsync(more);
            Assert.All(page.QuerySelectorAll("input:not([type=hidden]), select"), field =>
                Assert.NotNull(page.QuerySelector($"label[for='{field.Id}']")));
            var ids = page.QuerySelectorAll("[id]").Select(e => e.Id).ToList();
            Assert.Equal(ids.Distinct(), ids);
            Assert.Empty(page.QuerySelectorAll("[style], script:not([src])"));
        }
    }

    [Fact]
    public async Task A_pause_around_the_race_has_its_dates_filled_in_and_ends_with_resume()
    {
        var form = (await _runner.GetAsync()).QuerySelector("#race-from")!.Closest("form")!;
        var fields = form.QuerySelectorAll("input").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!));

        var (status, page) = await _runner.PressAsync([.. fields, ("do", "pause")]);

        Assert.Equal(303, status);
        Assert.Contains("pause is noted", Said(page), StringComparison.Ordinal);
        Assert.Equal(new Pause(new(2027, 9, 20), new(2027, 10, 3)), Assert.Single(await PausesAsync()));
        Assert.NotEmpty(page.QuerySelectorAll("svg .paused"));

        (_, page) = await _runner.PressAsync(("do", "resume"));

        Assert.Contains("Welcome back", Said(page), StringComparison.Ordinal);
        Assert.Empty(await PausesAsync());
    }

    [Fact]
    public async Task A_pause_that_ends_before_it_begins_is_refused_in_words()
    {
        var (status, page) = await _runner.PressAsync(("do", "pause"), ("from", "2027-02-01"), ("to", "2027-01-20"));

        Assert.Equal(400, status);
        Assert.Equal("The last day must be a date from Mon 1 Feb 2027 on.", Refused(page));
    }

    [Fact]
    public async Task A_move_onto_a_forbidden_day_is_refused_with_the_rule_and_a_good_one_is_made()
    {
        var (status, page) = await _runner.PressAsync(("do", "move"), ("date", "2027-01-07"), ("to", "2027-01-05"));

        Assert.Equal(409, status);
        Assert.Contains("two in a row", Refused(page), StringComparison.Ordinal);
        Assert.Contains("Possible:", Refused(page), StringComparison.Ordinal);

        (status, page) = await _runner.PressAsync(("do", "move"), ("date", "2027-01-07"), ("to", "2027-01-08"));

        Assert.Equal(303, status);
        Assert.Contains("is moved", Said(page), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("a.day.strength[href$='?day=2027-01-08']"));
    }

    [Fact]
    public async Task A_skipped_session_is_no_longer_the_next_one()
    {
        var (_, page) = await _runner.PressAsync(("do", "skip"), ("date", "2027-01-04"));

        Assert.Contains("left out", Said(page), StringComparison.Ordinal);
        Assert.Equal("2027-01-07", page.QuerySelector("#next ~ h3 time")!.GetAttribute("datetime"));
    }

    [Fact]
    public async Task A_race_that_moved_takes_the_plan_along_and_a_cancelled_one_is_gone()
    {
        var (status, page) = await _runner.PressAsync(
            ("do", "race-moved"), ("race", "0"), ("was", "2027-09-26"), ("day", "2027-10-10"));

        Assert.Equal(303, status);
        Assert.Contains("Sun 10 Oct 2027", page.Body!.TextContent, StringComparison.Ordinal);

        (status, _) = await _runner.PressAsync(("do", "race-cancelled"), ("race", "0"), ("was", "2027-10-10"));

        Assert.Equal(303, status);
        Assert.Empty((await _runner.HeaderAsync())!.Inputs.Enrolment.Training.Races);
    }

    [Fact]
    public async Task A_race_can_be_added()
    {
        var (status, _) = await _runner.PressAsync(
            ("do", "race-added"), ("name", "Spring Ten"), ("day", "2027-04-04"),
            ("distance", "10k"), ("priority", "c"));

        Assert.Equal(303, status);
        Assert.Contains(
            new Race("Spring Ten", new(2027, 4, 4), Distance.TenK, Priority: Priority.C),
            (await _runner.HeaderAsync())!.Inputs.Enrolment.Training.Races);
    }

    [Theory]
    [InlineData("0", "2027-01-01", 412)]
    [InlineData("7", "2027-09-26", 412)]
    [InlineData("-1", "2027-09-26", 412)]
    public async Task A_race_that_is_no_longer_as_the_page_showed_it_is_left_alone(
        string race, string was, int expected)
    {
        var (status, _) = await _runner.PressAsync(("do", "race-cancelled"), ("race", race), ("was", was));

        Assert.Equal(expected, status);
        Assert.Single((await _runner.HeaderAsync())!.Inputs.Enrolment.Training.Races);
    }

    [Fact]
    public async Task The_page_of_a_session_shows_all_of_it_and_takes_an_answer()
    {
        var page = await _runner.GetAsync("?day=2027-01-04");
        var text = page.Body!.TextContent;

        Assert.Contains("Tempo", text, StringComparison.Ordinal);
        Assert.Contains("s down", text, StringComparison.Ordinal);
        Assert.Contains("arder:", text, StringComparison.Ordinal);
        Assert.Contains("Warm-up", text, StringComparison.Ordinal);

        var hurt = page.QuerySelector("select option[value]:not([value=''])")!.GetAttribute("value")!;
        var (status, after) = await _runner.PressAsync(
            ("do", "feedback"), ("date", "2027-01-04"), ("answer", "pain"), ("exercise", hurt));

        Assert.Equal(303, status);
        Assert.Contains("An exercise that hurts is left out", Said(after), StringComparison.Ordinal);
        Assert.Contains("You said: pain", after.Body!.TextContent, StringComparison.Ordinal);
        var given = Assert.Single((await _runner.HeaderAsync())!.Inputs.Events.OfType<FeedbackGiven>());
        Assert.Equal((Training.Answer.Pain, hurt), (given.Answer, given.Exercise));
    }

    [Theory]
    [InlineData("pain", "where you cannot say which, a week at body weight follows")]
    [InlineData("too-hard", "close to a race goes one step back")]
    [InlineData("too-easy", "except close to a race")]
    public async Task An_answer_is_met_with_all_that_may_follow_from_it(string answer, string words)
    {
        var (_, after) = await _runner.PressAsync(("do", "feedback"), ("date", "2027-01-04"), ("answer", answer));

        Assert.Contains(words, Said(after), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_of_a_sessions_mail_leads_to_where_its_answer_is_asked_for()
    {
        var link = RunnerLinks.ForSession(new(new("https://x.example" + _runner.Plan), null!), new(2027, 1, 4)).Session!;

        var page = await _runner.Host.Client.GetStringAsync(link.PathAndQuery);

        var target = new HtmlParser().ParseDocument(page).GetElementById(link.Fragment[1..]);
        Assert.Equal("How did it go?", target!.TextContent);
    }

    [Fact]
    public async Task The_last_session_is_asked_about()
    {
        _runner.Pass(TimeSpan.FromDays(1));

        var page = await _runner.GetAsync();

        Assert.Contains("How did Mon 4 Jan go?", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_without_a_session_says_so()
    {
        var page = await _runner.GetAsync("?day=2027-01-05");

        Assert.Contains("holds no session", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unsubscribing_stops_the_mails_and_says_how_to_start_again()
    {
        var (_, page) = await _runner.PressAsync(("do", "unsubscribe"));

        Assert.Contains("No more mail", Said(page), StringComparison.Ordinal);
        Assert.Equal(PlanStatus.Unsubscribed, (await _runner.HeaderAsync())!.Status);
    }

    [Fact]
    public async Task Erasing_asks_first_and_leaves_nothing()
    {
        var ask = await _runner.GetAsync("?ask=erase");
        Assert.Equal("erase", ask.QuerySelector("form[method=post] button")!.GetAttribute("value"));
        Assert.NotNull(await _runner.HeaderAsync());

        var (status, page) = await _runner.PressAsync(("do", "erase"));

        Assert.Equal(200, status);
        Assert.Contains("erased", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Null(await _runner.HeaderAsync());
        Assert.Equal(404, (int)(await _runner.Host.Client.GetAsync(_runner.Plan)).StatusCode);
    }

    [Theory]
    [InlineData("do", "dance")]
    [InlineData("x", "y")]
    public async Task An_unknown_button_changes_nothing(string name, string value) =>
        Assert.Equal(400, (await _runner.PressAsync((name, value))).Status);

    [Fact]
    public async Task Another_site_cannot_press_a_button()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _runner.Plan)
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("do", "erase")]),
            Headers = { { "Origin", "https://evil.example" } },
        };

        request.Headers.Accept.ParseAdd("text/html,*/*;q=0.8");
        var answer = await _runner.Host.Client.SendAsync(request);

        Assert.Equal((403, "text/html"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains("another site", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.NotNull(await _runner.HeaderAsync());
    }

    [Theory]
    [InlineData("/no-such-page")]
    [InlineData("/plan/nobody")]
    [InlineData("/unsubscribe/nobody")]
    public async Task Who_comes_to_where_nothing_is_finds_the_way_to_the_form(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept", "text/html" } } };
        var answer = await _runner.Host.Client.SendAsync(request);
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

        Assert.Equal((404, "Nothing here"), ((int)answer.StatusCode, page.QuerySelector("h1")!.TextContent));
        Assert.Equal("/", page.QuerySelector("main a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_program_and_the_API_get_a_problem_where_a_person_gets_a_page()
    {
        using var page = new HttpRequestMessage(HttpMethod.Get, "/calendar/nobody.ics");
        using var api = new HttpRequestMessage(HttpMethod.Get, "/api/plans/nobody");
        page.Headers.Accept.ParseAdd("text/html");
        api.Headers.Accept.ParseAdd("text/html");

        Assert.Equal("text/html", await TypeAsync(page));
        Assert.Equal("application/problem+json", await TypeAsync(api));
        using var program = new HttpRequestMessage(HttpMethod.Get, "/calendar/nobody.ics");
        Assert.Equal("application/problem+json", await TypeAsync(program));

        async Task<string?> TypeAsync(HttpRequestMessage request) =>
            (await _runner.Host.Client.SendAsync(request)).Content.Headers.ContentType?.MediaType;
    }

    [Fact]
    public async Task Every_button_that_changes_something_has_words_for_it()
    {
        string[] seen = [.. await ButtonsAsync(""), .. await ButtonsAsync("?day=2027-01-04"), "resume", "restore",
            "pause-again", "take-back", "old-calendar-link",
            .. await ButtonsAsync("?ask=answers")];

        Assert.All(seen.Distinct().Except(["preview-answers"]), action => Assert.NotNull(PlanSentences.Of(action)));

        async Task<IEnumerable<string>> ButtonsAsync(string more) =>
            (await _runner.GetAsync(more)).QuerySelectorAll("button").Select(b => b.GetAttribute("value")!);
    }

    private async Task<IEnumerable<Pause>> PausesAsync() =>
        (await _runner.HeaderAsync())!.Inputs.Events.ToHistory().Pauses;

    private static string Said(IDocument page) => page.QuerySelector("[role=status]")!.TextContent.Trim();

    private static string Refused(IDocument page) => page.QuerySelector("[role=alert]")!.TextContent.Trim();
}
