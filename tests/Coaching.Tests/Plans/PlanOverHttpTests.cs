using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using StrengthDays.Coaching.Tests.Clients;
using StrengthDays.Coaching.Tests.Contract;
using StrengthDays.Coaching.Tests.Host;

namespace StrengthDays.Coaching.Tests.Plans;

/// <summary>A runner with a browser and an inbox, against the host as it is served.</summary>
public partial class PlanOverHttpTests : IAsyncLifetime
{
    private RunningHost _host = null!;

    public async Task InitializeAsync() => _host = await RunningHost.StartAsync(await SettingsAsync());

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Fact]
    public async Task From_the_form_to_the_plan_by_the_links_of_the_mails()
    {
        var asked = await PostAsync("/api/plans", Filled.InFull);
        var confirm = LinkIn(Mails("confirm").Single(), "confirm");
        var page = await _host.Client.GetAsync(confirm);
        var stillPending = Mails("welcome").Count;
        var confirmed = await _host.Client.PostAsync(confirm, null);
        var plan = await _host.Client.GetAsync(confirmed.Headers.Location);

        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        Assert.Equal("""{"status":"check-your-inbox"}""", Compact(await asked.Content.ReadAsStringAsync()));
        Assert.Contains("<form method=\"post\">", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, stillPending);
        Assert.Equal(HttpStatusCode.SeeOther, confirmed.StatusCode);
        Assert.StartsWith("/plan/", confirmed.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, plan.StatusCode);
        Assert.Single(Mails("welcome"));
    }

    [Fact]
    public async Task Looking_at_a_confirmation_however_often_confirms_nothing()
    {
        await PostAsync("/api/plans", Filled.InFull);
        var confirm = LinkIn(Mails("confirm").Single(), "confirm");

        for (var i = 0; i < 3; i++)
        {
            await _host.Client.GetAsync(confirm);
            await _host.Client.SendAsync(new(HttpMethod.Head, confirm));
        }

        Assert.Empty(Mails("welcome"));
        Assert.Equal(HttpStatusCode.SeeOther, (await _host.Client.PostAsync(confirm, null)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await _host.Client.PostAsync(confirm, null)).StatusCode);
        Assert.Single(Mails("welcome"));
    }

    [Fact]
    public async Task A_known_address_gets_the_same_answer_as_an_unknown_one()
    {
        await EnrolAsync();

        var again = await PostAsync("/api/plans", Filled.InFull);

        Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
        Assert.Equal("""{"status":"check-your-inbox"}""", Compact(await again.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_plan_can_be_read_with_its_revision_as_its_tag()
    {
        var token = await EnrolAsync();

        var answer = await _host.Client.GetAsync($"/api/plans/{token}");
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal("\"1\"", answer.Headers.ETag!.ToString());
        Assert.Equal("active", body.GetProperty("status").GetString());
        Assert.Equal("ana@example.com", body.GetProperty("questionnaire").GetProperty("email").GetString());
        Assert.Equal(1, body.GetProperty("plan").GetProperty("revision").GetInt32());
        Assert.Equal(0, body.GetProperty("pauses").GetArrayLength());
        var delivery = body.GetProperty("deliveries")[0];
        Assert.Equal(
            ["key", "date", "kind", "status", "reason", "at"], delivery.EnumerateObject().Select(p => p.Name));
        Assert.Equal("accepted", delivery.GetProperty("status").GetString());
    }

    [Fact]
    [Trait("Fault", "F16")]
    public async Task A_patch_counts_only_for_the_revision_it_was_made_on()
    {
        var token = await EnrolAsync();

        var first = await PatchAsync(token, """{ "sendAt": "07:15" }""", "\"1\"");
        var stale = await PatchAsync(token, """{ "sendAt": "08:15" }""", "\"1\"");
        var blind = await PatchAsync(token, """{ "sendAt": "09:15" }""", null);

        Assert.Equal((HttpStatusCode.OK, "\"2\""), (first.StatusCode, first.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        Assert.Equal((HttpStatusCode.OK, "\"3\""), (blind.StatusCode, blind.Headers.ETag!.ToString()));
    }

    [Theory]
    [InlineData("""{ "email": "other@example.com" }""", "email")]
    [InlineData("""{ "sendAt": "07:10" }""", "sendAt")]
    [InlineData("""{ "sessionsPerDay": 2 }""", "sessionsPerDay")]
    public async Task A_patch_with_a_mistake_is_refused_by_name(string patch, string member)
    {
        var answer = await PatchAsync(await EnrolAsync(), patch, null);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var errors = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors");
        Assert.Contains(member, errors.EnumerateObject().Select(e => e.Name));
    }

    [Fact]
    public async Task A_pause_shows_and_ends_over_HTTP()
    {
        var token = await EnrolAsync();

        var paused = await (
            await PostAsync($"/api/plans/{token}/pause", "{}")).Content.ReadFromJsonAsync<JsonElement>();
        var resumed = await (
            await PostAsync($"/api/plans/{token}/resume", "")).Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal("paused", paused.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, paused.GetProperty("pauses")[0].GetProperty("to").ValueKind);
        Assert.Equal("active", resumed.GetProperty("status").GetString());
        Assert.Equal(0, resumed.GetProperty("pauses").GetArrayLength());
    }

    [Fact]
    public async Task One_click_unsubscribes_and_looking_does_not()
    {
        var token = await EnrolAsync();
        var link = Header(Mails("welcome").Single(), "List-Unsubscribe").Trim('<', '>');

        await _host.Client.GetAsync(link);
        await _host.Client.SendAsync(new(HttpMethod.Head, link));
        var before = await StatusAsync(token);
        var click = await _host.Client.PostAsync(
            link, new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]));
        var again = await _host.Client.PostAsync(link, null);

        Assert.Equal("active", before);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (click.StatusCode, again.StatusCode));
        Assert.Equal("unsubscribed", await StatusAsync(token));
    }

    [Fact]
    public async Task Erasing_answers_204_and_then_there_is_nothing()
    {
        var token = await EnrolAsync();
        var export = await _host.Client.GetAsync($"/api/plans/{token}/export");

        var erased = await _host.Client.DeleteAsync($"/api/plans/{token}");

        Assert.Equal(HttpStatusCode.OK, export.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, erased.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _host.Client.GetAsync($"/api/plans/{token}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _host.Client.DeleteAsync($"/api/plans/{token}")).StatusCode);
    }

    [Theory]
    [InlineData("GET", "/confirm/{0}")]
    [InlineData("POST", "/confirm/{0}")]
    [InlineData("GET", "/plan/{0}")]
    [InlineData("GET", "/unsubscribe/{0}")]
    [InlineData("POST", "/unsubscribe/{0}")]
    [InlineData("GET", "/api/plans/{0}")]
    [InlineData("PATCH", "/api/plans/{0}")]
    [InlineData("DELETE", "/api/plans/{0}")]
    [InlineData("POST", "/api/plans/{0}/pause")]
    [InlineData("POST", "/api/plans/{0}/resume")]
    [InlineData("POST", "/api/plans/{0}/sessions/2027-01-06/feedback")]
    [InlineData("POST", "/api/plans/{0}/sessions/2027-01-06/skip")]
    [InlineData("POST", "/api/plans/{0}/sessions/someday/move")]
    [InlineData("GET", "/api/plans/{0}/export")]
    public async Task Unknown_forged_and_misused_links_all_get_the_same_404(string method, string route)
    {
        var token = await EnrolAsync();
        var misused = route.StartsWith("/plan", StringComparison.Ordinal) || route.StartsWith(
            "/api", StringComparison.Ordinal)
            ? LinkIn(Mails("confirm").First(), "confirm").Split('/')[^1]
            : token;

        var answers = new List<string>();
        foreach (var link in (string[])["nonsense", token[..^2] + "AA", misused])
        {
            var path = string.Format(System.Globalization.CultureInfo.InvariantCulture, route, link);
            using var request = new HttpRequestMessage(new(method), path) { Content = new StringContent("{}") };
            var answer = await _host.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            answers.Add(await answer.Content.ReadAsStringAsync());
        }

        Assert.Single(answers.Distinct());
    }

    protected virtual Task<string[]> SettingsAsync() => Task.FromResult<string[]>([]);

    private async Task<string> EnrolAsync()
    {
        await PostAsync("/api/plans", Filled.InFull);
        var confirmed = await _host.Client.PostAsync(LinkIn(Mails("confirm").First(), "confirm"), null);
        return confirmed.Headers.Location!.OriginalString.Split('/')[^1];
    }

    private Task<HttpResponseMessage> PostAsync(string path, string json) =>
        _host.Client.PostAsync(path, new StringContent(json, Encoding.UTF8, "application/json"));

    private Task<HttpResponseMessage> PatchAsync(string token, string json, string? ifMatch)
    {
        var request = new HttpRequestMessage(HttpMethod.Patch, $"/api/plans/{token}")
        {
            Content = new StringContent(json, Encoding.UTF8, "application/merge-patch+json"),
        };
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return _host.Client.SendAsync(request);
    }

    private async Task<string?> StatusAsync(string token) =>
        (await _host.Client.GetFromJsonAsync<JsonElement>($"/api/plans/{token}")).GetProperty("status").GetString();

    /// <summary>The outbox, as files.</summary>
    private List<string> Mails(string kind) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(_host.Data, "outbox"), "*.eml").Select(File.ReadAllText)
            .Where(mail => Header(mail, "X-Strength-Days-Kind") == kind),
    ];

    private static string Header(string mail, string name) =>
        Regex.Match(Folded().Replace(mail, " "), $@"^{name}:\s*(.*?)\r$", RegexOptions.Multiline).Groups[1].Value;

    private static string LinkIn(string mail, string path) =>
        Regex.Match(SoftBreak().Replace(mail, ""), $@"/{path}/[A-Za-z0-9_-]{{75}}").Value;

    private static string Compact(string json) => json.Replace(" ", "", StringComparison.Ordinal);

    [GeneratedRegex(@"=\r\n")]
    private static partial Regex SoftBreak();

    [GeneratedRegex(@"\r\n[ \t]+")]
    private static partial Regex Folded();
}

[Trait("Category", "Once")]
public sealed class PlanOverHttpOnTablesTests : PlanOverHttpTests
{
    protected override async Task<string[]> SettingsAsync() => TablesHostTests.On(await AzuriteServer.NewAccountAsync());
}
