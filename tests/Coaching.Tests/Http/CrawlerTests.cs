using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Links;
using StrengthDays.Coaching.Mail;
using StrengthDays.Coaching.Operation;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Settings;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Tests.Dispatch;
using StrengthDays.Coaching.Tests.Emails;
using StrengthDays.Coaching.Tests.Host;

namespace StrengthDays.Coaching.Tests.Http;

/// <summary>
/// What mail gateways and link previews do: every address of every kind of mail is opened, and what those pages link to
/// as well. Nothing may change by it, and the links still work for the runner afterwards.
/// </summary>
[Trait("Fault", "F28")]
[Trait("Category", "Once")]
public sealed partial class CrawlerTests : IAsyncLifetime
{
    private const string Scanner = "Mozilla/5.0 (compatible; gateway link scanner)";

    private RunningHost _host = null!;

    public async Task InitializeAsync() => _host = await RunningHost.StartAsync(
        services => services.AddSingleton<TimeProvider>(new ManualClock(Runners.Monday.AddHours(8))));

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Theory]
    [InlineData("GET", null)]
    [InlineData("HEAD", null)]
    [InlineData("GET", "prefetch")]
    public async Task Opening_every_link_of_every_kind_of_mail_changes_nothing(string method, string? purpose)
    {
        var links = await LinksAsync();
        await Get<MailTally>().FlushAsync(default);
        var before = StoreDump.Of(_host.Data);

        var opened = await CrawlAsync(links, method, purpose);

        Assert.Equal(before, StoreDump.Of(_host.Data));
        Assert.All(
            new[] { "/confirm/", "/plan/", "/unsubscribe/", "/calendar/", "/plan/.*day=" },
            part => Assert.Contains(opened, o => Regex.IsMatch(o.Path, part) && o.Status is HttpStatusCode.OK));
        Assert.All(opened, o => Assert.True((int)o.Status < 400, $"{o.Path}: {o.Status}"));
        var confirm = links.First(l => l.AbsolutePath.StartsWith("/confirm/", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.SeeOther, (await _host.Client.PostAsync(confirm, null)).StatusCode);
    }

    [Fact]
    public async Task What_trackers_add_to_a_link_does_no_harm()
    {
        foreach (var link in await LinksAsync())
        {
            var glued = link.Query.Length == 0 ? "?" : "&";
            var answer = await _host.Client.GetAsync($"{link.PathAndQuery}{glued}fbclid=IwAR0&utm_source=mail");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("OPTIONS")]
    [InlineData("DELETE")]
    public async Task No_other_method_reaches_a_page(string method)
    {
        var links = await LinksAsync();
        var before = StoreDump.Of(_host.Data);

        foreach (var link in links)
            Assert.Equal(405, (int)(await _host.Client.SendAsync(new(new HttpMethod(method), link.PathAndQuery))).StatusCode);

        Assert.Equal(before, StoreDump.Of(_host.Data));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("List-Unsubscribe=One-Click", "application/x-www-form-urlencoded")]
    [InlineData("List-Unsubscribe=Something-Else", "application/x-www-form-urlencoded")]
    [InlineData("""{ "List-Unsubscribe": "One-Click" }""", "application/json")]
    [InlineData("--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--", "multipart/form-data; boundary=x")]
    public async Task One_click_unsubscribes_whatever_the_body_and_however_often(string? body, string? type)
    {
        var links = (await LinksAsync()).Where(l => l.AbsolutePath.StartsWith("/unsubscribe/", StringComparison.Ordinal));

        foreach (var link in links.SelectMany(l => Enumerable.Repeat(l, 3)))
        {
            using var content = body is null ? null : new StringContent(body);
            if (content is not null)
                content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type!);
            Assert.Equal(HttpStatusCode.OK, (await _host.Client.PostAsync(link.PathAndQuery, content)).StatusCode);
        }

        Assert.Empty(await Get<IDueIndex>().ListBucketsAsync(DueKey.End, 9, default));
    }

    private async Task<List<(string Path, HttpStatusCode Status)>> CrawlAsync(
        IEnumerable<Uri> links, string method, string? purpose)
    {
        var (left, seen) = (new Queue<string>(links.Select(l => l.PathAndQuery)), new HashSet<string>());
        var opened = new List<(string, HttpStatusCode)>();
        while (left.TryDequeue(out var path))
        {
            if (!seen.Add(path) || seen.Count > 300)
                continue;
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            request.Headers.UserAgent.ParseAdd(Scanner);
            if (purpose is not null)
                request.Headers.Add("Sec-Purpose", purpose);
            var answer = await _host.Client.SendAsync(request);
            opened.Add((path, answer.StatusCode));
            foreach (var next in Onward(path, await answer.Content.ReadAsStringAsync()))
                left.Enqueue(next);
        }

        return opened;
    }

    private IEnumerable<string> Onward(string path, string page) =>
        from element in new HtmlParser().ParseDocument(page).QuerySelectorAll("a[href], link[href], script[src], img[src]")
        let address = element.GetAttribute("href") ?? element.GetAttribute("src")
        where Uri.TryCreate(new Uri(_host.Client.BaseAddress!, path), address, out _)
        let target = new Uri(new Uri(_host.Client.BaseAddress!, path), address)
        where target.Authority == _host.Client.BaseAddress!.Authority
        select target.PathAndQuery;

    /// <summary>Those of an active plan, and the confirmation of a sign-up that is still to be confirmed.</summary>
    private async Task<List<Uri>> LinksAsync()
    {
        await Get<SignUp>().RunAsync(Runners.Ana, default);
        var plan = await PendingAsync(Runners.Ana.Email);
        await Get<Confirmation>().RunAsync(plan, default);
        await Get<SignUp>().RunAsync(Runners.Ben, default);
        var pending = await PendingAsync(Runners.Ben.Email);
        var addresses = new List<Uri>();
        foreach (var letter in Letters.All)
        {
            var of = letter is ConfirmLetter ? pending : plan;
            var links = Get<RunnerLinks>().For(of.Id, of.Inputs.Links, Runners.Monday.AddHours(8));
            addresses.AddRange(await LinksAsync(letter with { Links = RunnerLinks.ForSession(links, new(2027, 1, 6)) }));
        }

        Assert.Equal(Enum.GetValues<MailKind>(), Letters.All.Select(l => l.Kind).Distinct().Order());
        // Demonstrations of exercises are other people's pages.
        var ours = Get<CoachingSettings>().PublicUrl.Authority;
        return [.. addresses.Where(a => a.Authority == ours).Distinct()];
    }

    private async Task<IEnumerable<Uri>> LinksAsync(Letter letter)
    {
        var mail = await Get<MailComposer>().RenderAsync(letter);
        var headers = MailHeaders.Of(letter.Kind, letter.LocalDate, letter.Links.Unsubscribe, "localhost");
        var all = mail.Html + "\n" + mail.Text + "\n" + string.Join('\n', headers.Select(h => h.Value));
        return Address().Matches(WebUtility.HtmlDecode(all)).Select(m => new Uri(m.Value.TrimEnd('.', ',')));
    }

    private async Task<PlanHeader> PendingAsync(string email) => (await Get<IPlanStore>().FindPlanAsync(
        (await Get<People>().FindAsync(email, default))!.Pending!.Value, default))!;

    private T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    [GeneratedRegex("""https?://[^\s"'<>)]+""")]
    private static partial Regex Address();
}
