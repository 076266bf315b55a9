using Microsoft.Extensions.DependencyInjection;
using StrengthDays.Host.Invocation;

namespace StrengthDays.Coaching.Tests.Host;

public sealed class FunctionAppTests
{
    [Fact]
    public void Host_json_is_obeyed()
    {
        var hostJson = FunctionApp.Of(typeof(FunctionAppTests).Assembly).HostJson;

        Assert.Equal("", hostJson.RoutePrefix);
        Assert.Equal((5, TimeSpan.FromSeconds(30)), (hostJson.Queues.MaxDequeueCount, hostJson.Queues.VisibilityTimeout));
        Assert.Equal((24, TimeSpan.FromSeconds(2)), (hostJson.Queues.Concurrency, hostJson.Queues.MaxPollingInterval));
    }

    [Fact]
    public async Task An_http_function_gets_its_route_value_its_request_and_its_context()
    {
        await using var host = await StartAsync();

        Assert.Equal("Hello ana", await host.Client.GetStringAsync("/hello/ana"));
    }

    [Fact]
    public async Task The_root_template_answers_the_root_and_nothing_else()
    {
        await using var host = await StartAsync();

        Assert.Equal("root", await host.Client.GetStringAsync("/"));
        Assert.Equal(404, (int)(await host.Client.GetAsync("/elsewhere")).StatusCode);
    }

    [Fact]
    public async Task A_function_with_a_key_opens_to_the_header_and_to_the_query_and_to_nothing_else()
    {
        await using var host = await StartAsync("--Ops:Key", "open sesame");
        using var withHeader = new HttpRequestMessage(HttpMethod.Get, "/secret") { Headers = { { "x-functions-key", "open sesame" } } };

        Assert.Equal(200, (int)(await host.Client.SendAsync(withHeader)).StatusCode);
        Assert.Equal(200, (int)(await host.Client.GetAsync("/secret?code=open%20sesame")).StatusCode);
        Assert.Equal(401, (int)(await host.Client.GetAsync("/secret")).StatusCode);
        Assert.Equal(401, (int)(await host.Client.GetAsync("/secret?code=")).StatusCode);
        Assert.Equal(401, (int)(await host.Client.GetAsync("/secret?code=open%20sesam")).StatusCode);
    }

    [Fact]
    public async Task Without_a_key_set_one_is_made_and_kept_in_the_data_folder()
    {
        await using var host = await StartAsync();
        var key = await File.ReadAllTextAsync(Path.Combine(host.Data, "ops.key"));

        Assert.Equal(200, (int)(await host.Client.GetAsync("/secret?code=" + key)).StatusCode);
        Assert.Equal(401, (int)(await host.Client.GetAsync("/secret")).StatusCode);
    }

    private static Task<RunningHost> StartAsync(params string[] settings) => RunningHost.StartAsync(
        services => services
            .AddSingleton(new SampleWork())
            .AddSingleton(FunctionApp.Of(typeof(FunctionAppTests).Assembly)),
        settings);
}
