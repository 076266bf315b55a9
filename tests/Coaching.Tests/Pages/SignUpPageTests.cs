using System.IO.Compression;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Pages;
using StrengthDays.Coaching.Pages.Form;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Tests.Contract;
using StrengthDays.Coaching.Tests.Host;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Tests.Pages;

/// <summary>The form as a browser without script meets it, over HTTP.</summary>
public sealed class SignUpPageTests : IAsyncLifetime
{
    private RunningHost _host = null!;

    public async Task InitializeAsync() => _host = await RunningHost.StartAsync(
        services => services.AddSingleton<TimeProvider>(new ManualClock(Filled.Now)));

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Fact]
    public async Task The_page_with_all_it_loads_stays_within_40_KB()
    {
        var page = await _host.Client.GetByteArrayAsync("/");
        var parts = Parse(page).QuerySelectorAll("link[href], script[src], img[src]")
            .Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!).Distinct().ToList();
        var sizes = await Task.WhenAll(parts.Prepend("/").Select(SizeAsync));

        Assert.Equal(3, parts.Count);
        Assert.InRange(sizes.Sum(), 1, 40_000);

        // As every browser takes it.
        async Task<int> SizeAsync(string path) =>
            (await (await AskAsync(path, "gzip")).Content.ReadAsByteArrayAsync()).Length;
    }

    [Fact]
    public async Task The_page_holds_no_inline_style_or_script_and_asks_no_other_site()
    {
        var page = Parse(await _host.Client.GetByteArrayAsync("/"));

        Assert.Empty(page.QuerySelectorAll("style, [style], script:not([src]), [onclick], [onload]"));
        Assert.All(
            page.QuerySelectorAll("[src], [href]"),
            e => Assert.Matches("^[/#]", e.GetAttribute("src") ?? e.GetAttribute("href")!));
    }

    [Fact]
    public async Task Every_field_has_a_label_and_every_id_is_there_once()
    {
        var page = Parse(await _host.Client.GetByteArrayAsync("/"));

        Assert.All(page.QuerySelectorAll("input, select"), field => Assert.True(
            field.Closest("label") is not null || page.QuerySelector($"label[for='{field.Id}']") is not null,
            field.OuterHtml));
        var ids = page.QuerySelectorAll("[id]").Select(e => e.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.Single(page.QuerySelectorAll("h1"));
    }

    [Fact]
    public async Task No_heading_skips_a_level()
    {
        var (_, page) = await PostAsync(FormBody.With("preview"));
        var levels = page.QuerySelectorAll("h1, h2, h3, h4").Select(h => h.LocalName[1] - '0').ToList();

        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
    }

    [Fact]
    public async Task Files_beside_the_page_are_kept_for_a_year_and_unknown_ones_are_not_found()
    {
        var style = await _host.Client.GetAsync(PageAssets.Style.Path);

        Assert.Equal("text/css", style.Content.Headers.ContentType?.MediaType);
        Assert.Equal(TimeSpan.FromDays(365), style.Headers.CacheControl?.MaxAge);
        Assert.Equal(404, (int)(await _host.Client.GetAsync("/assets/site.css")).StatusCode);
    }

    [Fact]
    public async Task The_form_may_be_kept_for_whoever_comes_back_to_it_and_one_with_answers_may_not()
    {
        var blank = await _host.Client.GetAsync("/");
        var answered = await _host.Client.PostAsync("/", FormBody.With("preview"));

        Assert.Equal("no-cache", blank.Headers.CacheControl!.ToString());
        Assert.True(answered.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task The_form_and_its_files_are_packed_for_whoever_takes_it_and_a_page_with_a_secret_never_is()
    {
        foreach (var path in (string[])["/", PageAssets.Style.Path, PageAssets.Script.Path, PageAssets.Mark.Path])
        {
            var plain = await AskAsync(path, "gzip;q=0");
            var packed = await AskAsync(path, "br, gzip");

            Assert.Empty(plain.Content.Headers.ContentEncoding);
            Assert.Equal(["gzip"], packed.Content.Headers.ContentEncoding);
            Assert.Equal(["Accept-Encoding"], packed.Headers.Vary);
            Assert.Equal(await plain.Content.ReadAsByteArrayAsync(), await UnpackAsync(packed));
        }

        Assert.Empty((await AskAsync("/plan/nobody", "gzip")).Content.Headers.ContentEncoding);
        await using var runner = await Visitor.StartAsync();
        Assert.Empty((await AskAsync(runner.Plan, "gzip", runner.Host.Client)).Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task A_preview_draws_the_season_without_an_address()
    {
        var (status, page) = await PostAsync(FormBody.With("preview", ("email", ""), ("name", ""), ("consent", "")));

        var expected = Season.Of(Answers.Training, Catalogue.Default, History.Empty).ToPlan();
        Assert.Equal(200, status);
        Assert.Equal(
            expected.Weeks.Count(w => w.TotalSets > 0) + expected.Phases.Length,
            page.QuerySelectorAll("#plan svg rect.bar").Length);
        Assert.Single(page.QuerySelectorAll("#plan svg .race-line"));
        var words = page.QuerySelector("#plan")!.TextContent;
        Assert.Contains("Berlin Marathon", words, StringComparison.Ordinal);
        Assert.Contains(expected.Sessions[0].Title, words, StringComparison.Ordinal);
        Assert.All(expected.Placement, day => Assert.Contains(day.Why[1..], words, StringComparison.Ordinal));
        Assert.All(expected.Notices, notice => Assert.Contains(notice, words, StringComparison.Ordinal));
        Assert.Empty(await _host.Services.GetRequiredService<IDueIndex>().ListBucketsAsync(DueKey.End, 10, default));
    }

    [Fact]
    public async Task A_race_without_a_name_begins_its_line_like_any_other()
    {
        var (_, page) = await PostAsync(
            FormBody.With("preview", ("races[0].name", ""), ("races[0].date", "2027-01-17")));

        var words = page.QuerySelectorAll("#plan strong, #plan li").Select(e => e.TextContent.Trim()).ToList();
        Assert.Contains(words, line => line.StartsWith("Your marathon, Sun 17 Jan 2027", StringComparison.Ordinal));
        Assert.Contains(words, line => line.StartsWith("Your marathon is 13 days away", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_form_is_the_questionnaire_of_the_API()
    {
        var encoded = await FormBody.With("sign-up").ReadAsStringAsync();
        var json = QuestionnaireForm.ToJson(QuestionnaireForm.Compact(FormFields.Parse(encoded)), contact: true);

        var read = QuestionnaireReader.ReadSignUp(json, Filled.Now);

        Assert.Empty(read.Errors.ByMember);
        Assert.Equal(QuestionnaireWriter.Write(Answers), QuestionnaireWriter.Write(read.Value!));
    }

    [Fact]
    public async Task What_hurts_now_is_said_to_hurt_now()
    {
        var encoded = await FormBody.With("preview", ("niggle.low-back", "now")).ReadAsStringAsync();
        var json = QuestionnaireForm.ToJson(QuestionnaireForm.Compact(FormFields.Parse(encoded)), contact: false);

        Assert.Equal(
            [new Niggle(Area.Achilles, false), new Niggle(Area.LowBack, true)],
            QuestionnaireReader.ReadPreview(json, Filled.Now).Value!.Training.Niggles.AsEnumerable());
    }

    [Fact]
    public async Task Signing_up_sends_the_confirmation_mail_and_says_so_on_a_page_that_reloads_harmlessly()
    {
        var answer = await _host.Client.PostAsync("/", FormBody.With("sign-up"));

        Assert.Equal(303, (int)answer.StatusCode);
        Assert.Equal("/check-your-inbox", answer.Headers.Location!.OriginalString);
        Assert.Contains("inbox", await _host.Client.GetStringAsync("/check-your-inbox"), StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Path.Combine(_host.Data, "outbox"), "*.eml"));
        var person = await _host.Services.GetRequiredService<People>().FindAsync("ana@example.com", default);
        Assert.NotNull(person?.Pending);
    }

    [Theory]
    [InlineData("email", "ana@", "email")]
    [InlineData("week.friday", "swim", "week-friday")]
    [InlineData("minutes", "many", "minutes")]
    [InlineData("sendAt", "06:07", "sendAt")]
    [InlineData("timeZone", "Europe/Berlln", "timeZone")]
    [InlineData("races[0].date", "soon", "races-0--date")]
    [InlineData("consent", "", "consent")]
    [InlineData("equipment", "trampoline", "equipment")]
    public async Task A_mistake_comes_back_beside_its_field_with_all_that_was_typed(string name, string value, string id)
    {
        var (status, page) = await PostAsync(FormBody.With("sign-up", (name, value)));

        Assert.Equal(400, status);
        Assert.NotEmpty(page.GetElementById(id + "-error")!.TextContent);
        Assert.Equal("Berlin Marathon", page.QuerySelector("[name='races[0].name']")!.GetAttribute("value"));
        Assert.True(page.QuerySelector("[name='week.sunday'][value=long]")!.HasAttribute("checked"));
        Assert.True(page.QuerySelector("[name='niggle.achilles'][value=once]")!.HasAttribute("checked"));
        Assert.True(page.QuerySelector("[name='races[0].distance'] [value=marathon]")!.HasAttribute("selected"));
        if (page.QuerySelector($"input[type=text][name='{name}'], input[type=email][name='{name}']") is { } typed)
            Assert.Equal(value, typed.GetAttribute("value"));
        Assert.False(Directory.Exists(Path.Combine(_host.Data, "outbox"))
            && Directory.GetFiles(Path.Combine(_host.Data, "outbox"), "*.eml").Length > 0);
    }

    [Fact]
    public async Task A_mistake_in_the_address_leaves_the_plan_in_sight()
    {
        var (_, page) = await PostAsync(FormBody.With("sign-up", ("email", "ana")));

        Assert.Single(page.QuerySelectorAll("#plan svg"));
    }

    [Fact]
    public async Task A_mistake_in_the_second_of_three_races_is_found_though_the_first_was_left_empty()
    {
        var (status, page) = await PostAsync(FormBody.With(
            "preview",
            ("races[0].name", ""), ("races[0].date", ""), ("races[0].distance", ""),
            ("races[1].name", "Spring Ten"), ("races[1].date", "2027-04-04"), ("races[1].distance", "10k"),
            ("races[3].name", "Autumn Half"), ("races[3].distance", "half-marathon")));

        Assert.Equal(400, status);
        Assert.Equal("Spring Ten", page.QuerySelector("[name='races[0].name']")!.GetAttribute("value"));
        Assert.Equal("Autumn Half", page.QuerySelector("[name='races[1].name']")!.GetAttribute("value"));
        Assert.Contains("missing", page.GetElementById("races-1--date-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_visitor_typed_never_becomes_markup()
    {
        var (_, page) = await PostAsync(FormBody.With("preview", ("races[0].name", "\"><script>alert(1)</script>")));

        Assert.Empty(page.QuerySelectorAll("script:not([src])"));
    }

    [Theory]
    [InlineData("https://evil.example", null)]
    [InlineData(null, "cross-site")]
    public async Task A_form_on_another_site_cannot_sign_anybody_up(string? origin, string? site)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = FormBody.With("sign-up") };
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        if (site is not null)
            request.Headers.Add("Sec-Fetch-Site", site);

        Assert.Equal(403, (int)(await _host.Client.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("&&==&%zz=%ED%A0%80&week.monday")]
    [InlineData("{\"week\":{}}")]
    [InlineData("races[99].name=x&races[100].date=y&races[-1].date=z")]
    public async Task Any_body_gets_a_page(string body)
    {
        var answer = await _host.Client.PostAsync("/", new StringContent(body));

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
    }

    // The form does not ask for exercises to avoid.
    private static Enrolment Answers => QuestionnaireReader.ReadSignUp(
        System.Text.Encoding.UTF8.GetBytes(Filled.With("avoid", "[]")), Filled.Now).Value!;

    private async Task<(int Status, IDocument Page)> PostAsync(HttpContent form)
    {
        var answer = await _host.Client.PostAsync("/", form);
        return ((int)answer.StatusCode, Parse(await answer.Content.ReadAsByteArrayAsync()));
    }

    private Task<HttpResponseMessage> AskAsync(string path, string takes, HttpClient? client = null) =>
        (client ?? _host.Client).SendAsync(new(HttpMethod.Get, path) { Headers = { { "Accept-Encoding", takes } } });

    private static async Task<byte[]> UnpackAsync(HttpResponseMessage packed)
    {
        using var gzip = new GZipStream(await packed.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        await gzip.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private static IDocument Parse(byte[] html) =>
        new HtmlParser().ParseDocument(System.Text.Encoding.UTF8.GetString(html));
}
