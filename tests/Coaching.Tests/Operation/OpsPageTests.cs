using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using StrengthDays.Coaching.Dispatch;
using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Mail;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Tests.Dispatch;
using StrengthDays.Coaching.Tests.Host;
using static StrengthDays.Coaching.Tests.Dispatch.Runners;

namespace StrengthDays.Coaching.Tests.Operation;

/// <summary>The operator's page and its JSON, over HTTP; one mail is parked.</summary>
public sealed class OpsPageTests : IAsyncLifetime
{
    private const string Key = "the key of this operator";
    private readonly ManualClock _clock = new(Monday);
    private readonly TempFolder _outbox = new();
    private Watched _mail = null!;
    private RunningHost _host = null!;

    public async Task InitializeAsync()
    {
        _mail = new Watched(new OutboxTransport(_outbox["outbox"]));
        _host = await RunningHost.StartAsync(
            services => services.AddSingleton<TimeProvider>(_clock).AddSingleton<IMailTransport>(_mail),
            "--Ops:Key", Key);
        await EnrolAsync();
        _clock.Set(Utc("2027-01-06T05:30"));
        _mail.Answer = mail => mail.Kind is MailKind.Session ? new SubmitResult(SubmitOutcome.Unknown) : null;
        _mail.Find = () => SubmissionState.NotKnown;
        for (var attempt = 0; attempt < 8; attempt++, _clock.Set(_clock.GetUtcNow().AddMinutes(2)))
            await TickAsync();
        (_mail.Answer, _mail.Find) = (_ => null, () => null);
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        _outbox.Dispose();
    }

    [Theory]
    [InlineData("GET", "/ops")]
    [InlineData("POST", "/ops")]
    [InlineData("GET", "/api/ops")]
    [InlineData("POST", "/api/ops/parked/x/release")]
    public async Task Nobody_gets_in_without_the_key(string method, string path)
    {
        var none = await _host.Client.SendAsync(new(new HttpMethod(method), path));
        var wrong = await _host.Client.SendAsync(new(new HttpMethod(method), path + "?code=guess"));

        Assert.Equal((401, 401), ((int)none.StatusCode, (int)wrong.StatusCode));
        Assert.Equal("application/problem+json", none.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task The_counts_are_those_of_the_ledger()
    {
        var ops = await GetAsync();

        Assert.Equal(
            [0, 2, 1, 0, 0, 0],
            new[] { "due", "sent", "failed", "expired", "unknown", "suppressed" }
                .Select(name => ops.GetProperty(name).GetInt32()));
        Assert.Equal(1, ops.GetProperty("today").GetProperty("failed").GetInt32());
        Assert.Equal("failed", ops.GetProperty("alerts")[0].GetProperty("status").GetString());
        Assert.Equal(JobPlanner.GaveUp, ops.GetProperty("parked")[0].GetProperty("reason").GetString());
    }

    [Fact]
    public async Task What_is_due_is_counted_with_its_oldest_minute()
    {
        _clock.Set(Utc("2027-01-08T05:32"));

        var ops = await GetAsync();

        Assert.Equal(1, ops.GetProperty("due").GetInt32());
        Assert.Equal("2027-01-08T05:30:00Z", ops.GetProperty("oldestDue").GetString());
    }

    [Fact]
    public async Task The_API_releases_a_parked_mail_once()
    {
        var id = (await GetAsync()).GetProperty("parked")[0].GetProperty("id").GetString();

        var first = await PostAsync($"/api/ops/parked/{id}/release");
        var second = await PostAsync($"/api/ops/parked/{id}/release");
        await TickAsync();

        Assert.Equal((204, 404), ((int)first.StatusCode, (int)second.StatusCode));
        Assert.Single(_mail.Passed.TakeLast(1), mail => mail.Kind is MailKind.Session);
        Assert.Equal(3, (await GetAsync()).GetProperty("sent").GetInt32());
    }

    [Fact]
    public async Task The_button_of_the_page_releases_it_too_and_no_page_shows_the_key()
    {
        var shown = await _host.Client.GetStringAsync($"/ops?code={Uri.EscapeDataString(Key)}");
        var form = new HtmlParser().ParseDocument(shown).QuerySelector("form")!;
        var button = form.QuerySelector("button")!;

        var answer = await _host.Client.PostAsync(
            $"/ops?code={Uri.EscapeDataString(Key)}",
            new FormUrlEncodedContent([new(button.GetAttribute("name")!, button.GetAttribute("value")!)]));
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Null(form.GetAttribute("action"));
        Assert.Contains("Released", page, StringComparison.Ordinal);
        Assert.Contains("Nothing waits for you", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, shown + page, StringComparison.Ordinal);
        Assert.DoesNotContain("ana@example.com", shown + page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_keeps_a_copy_of_it()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/ops") { Headers = { { "x-functions-key", Key } } };

        var answer = await _host.Client.SendAsync(request);

        Assert.Equal((200, "no-store"), ((int)answer.StatusCode, answer.Headers.CacheControl?.ToString()));
    }

    private async Task EnrolAsync()
    {
        var people = _host.Services.GetRequiredService<People>();
        await _host.Services.GetRequiredService<SignUp>().RunAsync(Ana, default);
        var pending = (await people.FindAsync(Ana.Email, default))!.Pending!.Value;
        var signUp = await _host.Services.GetRequiredService<IPlanStore>().FindPlanAsync(pending, default);
        await _host.Services.GetRequiredService<Confirmation>().RunAsync(signUp!, default);
    }

    private async Task TickAsync()
    {
        foreach (var bucket in await _host.Services.GetRequiredService<Tick>().RunAsync(default))
            await _host.Services.GetRequiredService<Deliveries>().RunAsync(bucket, default);
    }

    private Task<JsonElement> GetAsync() =>
        _host.Client.GetFromJsonAsync<JsonElement>($"/api/ops?code={Uri.EscapeDataString(Key)}");

    private Task<HttpResponseMessage> PostAsync(string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Headers = { { "x-functions-key", Key } } };
        return _host.Client.SendAsync(request);
    }
}
