using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StrengthDays.Host;

namespace StrengthDays.Coaching.Tests.Host;

/// <summary>The real host on a free port with a data folder of its own, gone with the test.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TempFolder _data;

    private RunningHost(WebApplication app, TempFolder data)
    {
        (_app, _data) = (app, data);
        // Redirects are answers to be looked at, not to be followed.
        Client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new(app.Urls.First()) };
    }

    public HttpClient Client { get; }

    public string Data => _data.Path;

    public IServiceProvider Services => _app.Services;

    public static Task<RunningHost> StartAsync(params string[] settings) => StartAsync(_ => { }, settings);

    public static async Task<RunningHost> StartAsync(Action<IServiceCollection> replace, params string[] settings)
    {
        var data = new TempFolder();
        try
        {
            var app = Build(data.Path, replace, settings);
            return await StartAsync(app, data);
        }
        catch
        {
            data.Dispose();
            throw;
        }
    }

    /// <summary>The graph without the server.</summary>
    public static WebApplication Build(string data, Action<IServiceCollection>? replace, params string[] settings) =>
        StrengthDaysHost.Build(
            ["--urls", "http://127.0.0.1:0", "--Data", data, .. settings],
            services =>
            {
                services.AddLogging(logging => logging.ClearProviders());
                replace?.Invoke(services);
            });

    private static async Task<RunningHost> StartAsync(WebApplication app, TempFolder data)
    {
        try
        {
            await app.StartAsync();
            return new(app, data);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _data.Dispose();
    }
}
