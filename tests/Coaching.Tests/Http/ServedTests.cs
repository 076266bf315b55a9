using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using StrengthDays.Coaching.Links;
using StrengthDays.Coaching.Mail;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Tests.Host;

namespace StrengthDays.Coaching.Tests.Http;

/// <summary>A host as it is served: a real server on a free port, real files.</summary>
public sealed class ServedTests : IAsyncLifetime
{
    private RunningHost _host = null!;

    public async Task InitializeAsync() => _host = await RunningHost.StartAsync();

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Fact]
    public async Task Health_names_the_store_and_the_mail_transport()
    {
        var health = await _host.Client.GetFromJsonAsync<JsonElement>("/api/health");

        Assert.Equal("healthy", health.GetProperty("status").GetString());
        Assert.Equal("""{"name":"sqlite","state":"reachable"}""", health.GetProperty("store").GetRawText());
        Assert.Equal("""{"name":"outbox","state":"ready"}""", health.GetProperty("mail").GetRawText());
    }

    [Fact]
    [Trait("Fault", "F29")]
    public async Task Health_says_that_the_transport_takes_no_mails_and_is_no_reason_to_serve_no_pages()
    {
        await _host.Services.GetRequiredService<MailBudget>().CloseAsync(TimeSpan.FromMinutes(5), default);

        var health = await _host.Client.GetFromJsonAsync<JsonElement>("/api/health");

        Assert.Equal("degraded", health.GetProperty("status").GetString());
        Assert.Equal("""{"name":"outbox","state":"stopped"}""", health.GetProperty("mail").GetRawText());
    }

    [Fact]
    public async Task Health_is_503_when_the_store_cannot_be_reached()
    {
        using (var database = new SqliteConnection($"Data Source={Path.Combine(_host.Data, "plans.db")};Pooling=False"))
        {
            await database.OpenAsync();
            using var command = database.CreateCommand();
            command.CommandText = "DROP TABLE due";
            await command.ExecuteNonQueryAsync();
        }

        var answer = await _host.Client.GetAsync("/api/health");

        Assert.Equal(503, (int)answer.StatusCode);
        Assert.Contains("unreachable", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_is_the_plan_of_the_questionnaire_and_the_same_every_time()
    {
        const string Week =
            """{"monday":"rest","tuesday":"hard","wednesday":"easy","thursday":"rest","friday":"easy","saturday":"rest","sunday":"long"}""";
        const string Questionnaire = $$"""{ "startOn": "2027-01-04", "week": {{Week}} }""";

        var first = await PreviewAsync(Questionnaire);
        var second = await PreviewAsync(Questionnaire);

        Assert.Equal("2027-01-04", JsonDocument.Parse(first).RootElement.GetProperty("startsOn").GetString());
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task A_page_answers_head_with_its_headers_only()
    {
        var head = await _host.Client.SendAsync(new(HttpMethod.Head, "/api/health"));

        Assert.Equal(200, (int)head.StatusCode);
        Assert.Equal("nosniff", head.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("GET", "/nowhere", 404)]
    [InlineData("GET", "/api/nowhere", 404)]
    [InlineData("GET", "/outbox/5d9d3c0e-8f7d-4a43-9d0e-3f9f6c1f5a7d", 404)]
    [InlineData("PUT", "/api/plans", 405)]
    [InlineData("GET", "/api/plans", 405)]
    [InlineData("GET", "/api/ops", 401)]
    public async Task What_no_function_answers_is_a_problem_with_the_same_headers(string method, string path, int status)
    {
        var answer = await _host.Client.SendAsync(new(new HttpMethod(method), path));

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(status == 405, answer.Content.Headers.Allow.Count > 0);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.Equal(JsonValueKind.Object, problem.GetProperty("errors").ValueKind);
    }

    [Fact]
    public async Task A_person_at_an_address_that_is_none_gets_a_page()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/nowhere") { Headers = { { "Accept", "text/html" } } };

        var answer = await _host.Client.SendAsync(request);

        Assert.Equal(404, (int)answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("<h1>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_questionnaire_with_mistakes_gets_a_problem_that_names_them()
    {
        var answer = await _host.Client.PostAsync("/api/plans/preview", JsonContent.Create(new { minutes = 5 }));

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var errors = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors");
        Assert.Equal(["minutes", "week"], errors.EnumerateObject().Select(e => e.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_64_KB_gets_413_whether_or_not_it_says_its_length(bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/plans/preview");
        request.Content = new ByteArrayContent(new byte[(64 * 1024) + 1]);
        request.Headers.TransferEncodingChunked = chunked;

        var answer = await _host.Client.SendAsync(request);

        Assert.Equal(413, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Every_page_a_mail_points_at_is_a_page_we_serve()
    {
        var links = _host.Services.GetRequiredService<RunnerLinks>().For(PlanId.New(), new(), DateTimeOffset.UtcNow);

        foreach (var link in new[] { links.Plan, links.Unsubscribe, links.Confirm! })
            Assert.Equal("text/html", (await _host.Client.GetAsync(link)).Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task The_server_does_not_say_what_it_runs_on() =>
        Assert.Empty((await _host.Client.GetAsync("/api/health")).Headers.Server);

    [Fact]
    public async Task The_outbox_is_shown_at_this_machine_and_hidden_from_whoever_a_proxy_speaks_for()
    {
        using var forwarded = new HttpRequestMessage(HttpMethod.Get, "/outbox") { Headers = { { "X-Forwarded-For", "203.0.113.9" } } };

        Assert.Equal(200, (int)(await _host.Client.GetAsync("/outbox")).StatusCode);
        Assert.Equal(404, (int)(await _host.Client.SendAsync(forwarded)).StatusCode);
    }

    private async Task<string> PreviewAsync(string questionnaire)
    {
        var answer = await _host.Client.PostAsync("/api/plans/preview", new StringContent(questionnaire));
        Assert.Equal(200, (int)answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }
}
