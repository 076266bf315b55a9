using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using StrengthDays.Coaching.Tests.Host;
using StrengthDays.Host.Invocation;

namespace StrengthDays.Coaching.Tests.Http;

/// <summary>
/// Functions through the worker middleware alone, as on Azure: no server, no routing and no middleware of this host have a part.
/// </summary>
public sealed class WorkerMiddlewareTests : IAsyncLifetime
{
    private readonly TempFolder _data = new();
    private readonly SampleWork _work = new();
    private readonly WebApplication _app;

    public WorkerMiddlewareTests() => _app = RunningHost.Build(
        _data.Path,
        services => services.AddSingleton(_work).AddSingleton(FunctionApp.Of(typeof(SampleHost).Assembly)),
        "--PublicUrl", "https://strength.example.com");

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        _data.Dispose();
    }

    [Fact]
    public async Task Every_answer_carries_the_security_headers()
    {
        var headers = (await SendAsync(nameof(SamplePages.Hello), "GET")).Headers;

        Assert.DoesNotContain("unsafe", headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
        Assert.Equal("max-age=31536000", headers.StrictTransportSecurity);
        Assert.Equal("nosniff", headers.XContentTypeOptions);
        Assert.Equal("same-origin", headers["Referrer-Policy"]);
        Assert.Equal("no-store", headers.CacheControl);
    }

    [Fact]
    public async Task A_function_that_throws_becomes_a_problem_that_tells_nothing()
    {
        _work.Do = _ => throw new InvalidOperationException("ana@example.com");

        var response = await SendAsync(nameof(SamplePages.Hello), "GET");

        Assert.Equal((500, "application/problem+json"), (response.StatusCode, response.ContentType));
        Assert.DoesNotContain("ana@example.com", BodyOf(response), StringComparison.Ordinal);
        Assert.DoesNotContain("InvalidOperation", BodyOf(response), StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.XContentTypeOptions);
    }

    [Theory]
    [InlineData(64 * 1024, 200)]
    [InlineData((64 * 1024) + 1, 413)]
    public async Task A_body_may_be_64_KB_long_and_no_longer(int length, int status)
    {
        Assert.Equal(status, (await SendAsync(nameof(SamplePages.Hello), "POST", length: length)).StatusCode);
        Assert.Equal(status, (await SendAsync(nameof(SamplePages.Hello), "POST", length: length, saysLength: true)).StatusCode);
    }

    [Theory]
    [InlineData(null, null, 200)]
    [InlineData("https://strength.example.com", "same-origin", 200)]
    [InlineData("http://host.internal:7071", null, 200)]
    [InlineData("https://host.internal:7071", "same-site", 200)]
    [InlineData("https://evil.example", null, 403)]
    [InlineData("https://strength.example.com.evil.example", null, 403)]
    [InlineData("https://strength.example.com:8443", null, 403)]
    [InlineData("null", null, 403)]
    [InlineData(null, "cross-site", 403)]
    [InlineData("https://strength.example.com", "cross-site", 403)]
    public async Task A_post_is_refused_only_for_another_site(string? origin, string? site, int status) =>
        Assert.Equal(status, (await SendAsync(nameof(SamplePages.Hello), "POST", origin, site)).StatusCode);

    [Fact]
    public async Task Reading_is_never_refused_for_its_origin() =>
        Assert.Equal(200, (await SendAsync(nameof(SamplePages.Hello), "GET", "https://evil.example", "cross-site")).StatusCode);

    [Fact]
    public async Task Unsubscribing_works_from_any_site() =>
        Assert.Equal(200, (await SendAsync(nameof(SamplePages.Unsubscribe), "POST", "https://mail.example", "cross-site")).StatusCode);

    [Fact]
    public async Task A_function_behind_a_timer_or_a_queue_fails_openly_so_that_it_is_tried_again()
    {
        _work.Do = _ => throw new InvalidOperationException("again, please");

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            RunAsync(nameof(SampleQueues.MoreWork), "text"));
    }

    private async Task<HttpResponse> SendAsync(
        string function, string method, string? origin = null, string? site = null, int length = 0, bool saysLength = false)
    {
        var http = new DefaultHttpContext();
        http.Request.Method = method;
        http.Request.Host = new("host.internal:7071");
        http.Request.Path = function == nameof(SamplePages.Unsubscribe) ? "/unsubscribe/t" : "/hello/ana";
        http.Request.Body = new MemoryStream(new byte[length]);
        http.Request.ContentLength = saysLength ? length : null;
        http.Request.Headers.Origin = origin;
        http.Request.Headers["Sec-Fetch-Site"] = site;
        http.Response.Body = new MemoryStream();
        await RunAsync(function, http);
        return http.Response;
    }

    private Task RunAsync(string function, object payload) => _app.Services.GetRequiredService<FunctionRunner>().RunAsync(
        _app.Services.GetRequiredService<FunctionApp>().All.Single(f => f.Name == function), payload, CancellationToken.None);

    private static string BodyOf(HttpResponse response) => Encoding.UTF8.GetString(((MemoryStream)response.Body).ToArray());
}
