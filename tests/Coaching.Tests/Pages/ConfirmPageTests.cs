using AngleSharp.Html.Parser;

namespace StrengthDays.Coaching.Tests.Pages;

/// <summary>The link of a confirmation mail, whenever it is opened.</summary>
public sealed class ConfirmPageTests : IAsyncLifetime
{
    private Visitor _visitor = null!;
    private string _link = "";

    public async Task InitializeAsync()
    {
        _visitor = await Visitor.SignUpAsync();
        _link = await _visitor.ConfirmLinkAsync();
    }

    public Task DisposeAsync() => _visitor.DisposeAsync().AsTask();

    [Fact]
    public async Task Opened_again_it_says_that_it_is_done_and_leads_to_the_plan()
    {
        await _visitor.Host.Client.PostAsync(_link, null);

        var page = new HtmlParser().ParseDocument(await _visitor.Host.Client.GetStringAsync(_link));

        Assert.Equal("Confirmed already", page.QuerySelector("h1")!.TextContent);
        var plan = page.QuerySelector("a.button")!.GetAttribute("href")!;
        Assert.Equal(200, (int)(await _visitor.Host.Client.GetAsync(plan)).StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Too_old_or_never_ours_it_offers_a_new_one_and_answers_the_same(bool ours)
    {
        var link = ours ? _link : "/confirm/nobody";
        await OutliveTheLinkAsync();

        var opened = await _visitor.Host.Client.GetAsync(link);
        var page = await opened.Content.ReadAsStringAsync();
        var (status, after) = await _visitor.PressAsync(link, ("do", "resend"));

        Assert.Equal(404, (int)opened.StatusCode);
        Assert.Contains("Send me a new one", page, StringComparison.Ordinal);
        Assert.Equal(303, status);
        Assert.Equal("Check your inbox", after.QuerySelector("h1")!.TextContent);
        Assert.Equal(ours ? 3 : 2, _visitor.MailsSent);
    }

    [Fact]
    public async Task A_new_link_confirms_where_the_old_one_did_not()
    {
        await OutliveTheLinkAsync();
        Assert.Equal(404, (int)(await _visitor.Host.Client.PostAsync(_link, null)).StatusCode);

        await _visitor.PressAsync(_link, ("do", "resend"));

        Assert.Equal(303, (int)(await _visitor.Host.Client.PostAsync(await _visitor.ConfirmLinkAsync(), null)).StatusCode);
    }

    [Fact]
    public async Task No_more_than_one_mail_a_day_comes_however_often_it_is_asked_for()
    {
        await OutliveTheLinkAsync();
        for (var press = 0; press < 3; press++)
            await _visitor.PressAsync(_link, ("do", "resend"));

        Assert.Equal(3, _visitor.MailsSent);
    }

    [Fact]
    public async Task Another_site_can_neither_confirm_nor_ask_for_a_mail()
    {
        foreach (var action in new[] { "", "resend" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, _link)
            {
                Content = new FormUrlEncodedContent([KeyValuePair.Create("do", action)]),
                Headers = { { "Origin", "https://evil.example" } },
            };
            Assert.Equal(403, (int)(await _visitor.Host.Client.SendAsync(request)).StatusCode);
        }

        Assert.Equal(1, _visitor.MailsSent);
        Assert.Contains("Start my plan", await _visitor.Host.Client.GetStringAsync(_link), StringComparison.Ordinal);
    }

    /// <summary>Signed up again on day 3: on day 8 the first link is too old, and the answers still wait.</summary>
    private async Task OutliveTheLinkAsync()
    {
        _visitor.Pass(TimeSpan.FromDays(3));
        await _visitor.SendFormAsync();
        _visitor.Pass(TimeSpan.FromDays(5));
    }

    [Fact]
    public async Task Looking_sends_nothing_and_confirms_nothing()
    {
        await _visitor.Host.Client.GetAsync(_link + "?do=resend");

        Assert.Equal(1, _visitor.MailsSent);
        Assert.Contains("Start my plan", await _visitor.Host.Client.GetStringAsync(_link), StringComparison.Ordinal);
    }
}
