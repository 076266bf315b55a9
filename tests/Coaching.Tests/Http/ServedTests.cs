using System.Net.Http.Json;
using System.Text.Json;
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

        Assert.Equal("sqlite", health.GetProperty("store").GetString());
        Assert.Equal("outbox", health.GetProperty("mail").GetString());
    }

    [Fact]
    public async Task A_page_answers_head_with_its_headers_only()
    {
        var head = await _host.Client.SendAsync(new(HttpMethod.Head, "/api/health"));

        Assert.Equal(200, (int)head.StatusCode);
        Assert.Equal("nosniff", head.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
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
    public async Task The_server_does_not_say_what_it_runs_on() =>
        Assert.Empty((await _host.Client.GetAsync("/api/health")).Headers.Server);

    [Fact]
    public async Task The_outbox_is_shown_at_this_machine_and_hidden_from_whoever_a_proxy_speaks_for()
    {
        using var forwarded = new HttpRequestMessage(HttpMethod.Get, "/outbox") { Headers = { { "X-Forwarded-For", "203.0.113.9" } } };

        Assert.Equal(200, (int)(await _host.Client.GetAsync("/outbox")).StatusCode);
        Assert.Equal(404, (int)(await _host.Client.SendAsync(forwarded)).StatusCode);
    }
}
