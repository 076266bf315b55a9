using Microsoft.Playwright;

namespace StrengthDays.Browser.Tests.Served;

/// <summary>One host and one browser for all tests; each test has people and windows of its own.</summary>
public sealed class Site : IAsyncLifetime
{
    /// <summary>
    /// How long anything may take to appear, in milliseconds: three times what a loaded machine needs.
    /// </summary>
    internal const int Patience = 60_000;

    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;
    private HostProcess _host = null!;

    /// <summary>For what happens outside the browser; redirects are not followed.</summary>
    internal HttpClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        var host = HostProcess.StartAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
        _host = await host;
        Client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = _host.Address };
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await _host.DisposeAsync();
    }

    /// <summary>A window of a browser that has never been here.</summary>
    /// <param name="width">In CSS pixels.</param>
    /// <param name="script">Whether it runs the pages' script.</param>
    internal async Task<Window> OpenAsync(int width = 360, bool script = true)
    {
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = _host.Address.AbsoluteUri,
            ViewportSize = new() { Width = width, Height = 800 },
            JavaScriptEnabled = script,
            Locale = "en-GB",
            TimezoneId = "Europe/Berlin",
            ColorScheme = ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
        });
        return new(context, await context.NewPageAsync(), _host.Address);
    }
}

[CollectionDefinition(Name)]
public sealed class OneSite : ICollectionFixture<Site>
{
    public const string Name = "One site";
}
