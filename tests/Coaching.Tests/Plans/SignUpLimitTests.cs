using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Tests.Clients;
using StrengthDays.Coaching.Tests.Contract;
using StrengthDays.Coaching.Tests.Host;
using StrengthDays.Coaching.Tests.Pages;

namespace StrengthDays.Coaching.Tests.Plans;

/// <summary>Too many sign-ups at once, over HTTP: three an hour from one client, five from all.</summary>
public abstract class SignUpLimitTests : IAsyncLifetime
{
    private readonly ManualClock _clock = new(Filled.Now);
    private RunningHost _host = null!;
    private int _address;

    public async Task InitializeAsync() => _host = await RunningHost.StartAsync(
        services => services.AddSingleton<TimeProvider>(_clock),
        ["--SignUp:PerClientPerHour", "3", "--SignUp:PerHour", "5", .. await StoreAsync()]);

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    protected abstract Task<string[]> StoreAsync();

    [Fact]
    public async Task One_client_is_asked_to_wait_until_the_hour_is_over()
    {
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.Accepted, (await SignUpAsync("203.0.113.9")).StatusCode);

        var refused = await SignUpAsync("203.0.113.9");
        var other = await SignUpAsync("203.0.113.10");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        var wait = refused.Headers.RetryAfter!.Delta!.Value;
        Assert.InRange(wait, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.Accepted, other.StatusCode);
        _clock.Set(_clock.GetUtcNow() + wait);
        Assert.Equal(HttpStatusCode.Accepted, (await SignUpAsync("203.0.113.9")).StatusCode);
    }

    [Fact]
    public async Task All_clients_together_are_too_many_as_well_and_the_refused_do_not_count()
    {
        for (var i = 0; i < 9; i++)
            await SignUpAsync("203.0.113.1");
        Assert.Equal(HttpStatusCode.Accepted, (await SignUpAsync("203.0.113.2")).StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await SignUpAsync("203.0.113.3")).StatusCode);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await SignUpAsync("203.0.113.4")).StatusCode);
    }

    [Fact]
    public async Task An_IPv6_network_is_one_client_and_what_a_client_says_of_itself_is_not_believed()
    {
        string[] same = ["2001:db8:1:2::1", "[2001:db8:1:2:9::7]:4711", "198.51.100.7, 2001:db8:1:2:ffff::"];
        foreach (var client in same)
            Assert.Equal(HttpStatusCode.Accepted, (await SignUpAsync(client)).StatusCode);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await SignUpAsync("2001:db8:1:2::2")).StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await SignUpAsync("2001:db8:1:3::1")).StatusCode);
    }

    [Fact]
    public async Task The_page_keeps_everything_typed_and_says_when_to_press_again()
    {
        for (var i = 0; i < 3; i++)
            await PostFormAsync("sign-up", ("email", $"r{i}@example.com"));

        var refused = await PostFormAsync("sign-up", ("email", "late@example.com"));
        var page = new HtmlParser().ParseDocument(await refused.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter?.Delta);
        Assert.Contains("minutes", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("late@example.com", page.QuerySelector("[name=email]")!.GetAttribute("value"));
        Assert.Equal("Berlin Marathon", page.QuerySelector("[name='races[0].name']")!.GetAttribute("value"));
        Assert.True(page.QuerySelector("[name=consent]")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task The_page_counts_the_last_minute_of_an_hour_as_one()
    {
        _clock.Set(new DateTimeOffset(2027, 1, 4, 8, 59, 30, TimeSpan.Zero));
        for (var i = 0; i < 3; i++)
            await PostFormAsync("sign-up", ("email", $"r{i}@example.com"));

        var refused = await PostFormAsync("sign-up", ("email", "late@example.com"));

        Assert.Contains("again in 1 minute:", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Previews_and_mistakes_are_never_counted()
    {
        for (var i = 0; i < 9; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await PostFormAsync("preview")).StatusCode);
            Assert.Equal(HttpStatusCode.BadRequest, (await PostFormAsync("sign-up", ("email", "nobody"))).StatusCode);
        }

        Assert.Equal(HttpStatusCode.SeeOther, (await PostFormAsync("sign-up")).StatusCode);
    }

    [Fact]
    public async Task A_field_that_no_person_sees_ends_the_sign_up_without_a_word()
    {
        var shown = new HtmlParser().ParseDocument(await _host.Client.GetStringAsync("/"));
        var trap = shown.QuerySelector("[hidden] input")!;

        var answer = await PostFormAsync("sign-up", (trap.GetAttribute("name")!, "http://spam.example"));

        Assert.Equal((HttpStatusCode.SeeOther, "/check-your-inbox"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        Assert.Empty(Directory.GetFiles(Path.Combine(_host.Data, "outbox")));
        Assert.Empty(await _host.Services.GetRequiredService<IDueIndex>().ListBucketsAsync(DueKey.End, 9, default));
    }

    private Task<HttpResponseMessage> SignUpAsync(string forwardedFor)
    {
        var questionnaire = JsonNode.Parse(Filled.InFull)!;
        questionnaire["email"] = $"runner{_address++}@example.com";
        return _host.Client.SendAsync(new(HttpMethod.Post, "/api/plans")
        {
            Content = new StringContent(questionnaire.ToJsonString(), Encoding.UTF8, "application/json"),
            Headers = { { "X-Forwarded-For", forwardedFor } },
        });
    }

    private Task<HttpResponseMessage> PostFormAsync(string button, params (string Name, string Value)[] changes) =>
        _host.Client.PostAsync("/", FormBody.With(button, changes));
}

public sealed class SqliteSignUpLimitTests : SignUpLimitTests
{
    protected override Task<string[]> StoreAsync() => Task.FromResult<string[]>([]);
}

[Trait("Category", "Once")]
public sealed class TableSignUpLimitTests : SignUpLimitTests
{
    protected override async Task<string[]> StoreAsync() => TablesHostTests.On(await AzuriteServer.NewAccountAsync());
}
