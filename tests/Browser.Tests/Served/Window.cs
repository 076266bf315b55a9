using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace StrengthDays.Browser.Tests.Served;

/// <summary>A browser window that remembers what should never happen while somebody looks at our pages.</summary>
internal sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _faults = [];

    public Window(IBrowserContext context, IPage page, Uri site)
    {
        _context = context;
        Page = page;
        context.SetDefaultTimeout(20_000);
        // A violation of the content security policy is told here too.
        context.Console += (_, message) => Note(message.Type is "error" && !IsStatus(message.Text), message.Text);
        context.WebError += (_, error) => Note(true, error.Error);
        context.Request += (_, request) => Note(IsForeign(new Uri(request.Url), site), "asked " + request.Url);
    }

    public IPage Page { get; }

    /// <summary>Where the page is, without the site.</summary>
    public string Path => new Uri(Page.Url).PathAndQuery;

    public ILocator this[string selector] => Page.Locator(selector);

    public Task GoAsync(string path) => Page.GotoAsync(path);

    /// <summary>Presses the button with exactly this name and waits for the page it leads to.</summary>
    public Task PressAsync(string button, ILocator? within = null) =>
        (within ?? Page.Locator("body")).GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>What the page says about the form that was sent.</summary>
    public Task<string> SaidAsync() => this["[role=status]"].InnerTextAsync();

    /// <summary>Why the form was refused.</summary>
    public Task<string> RefusedAsync() => this["[role=alert]"].InnerTextAsync();

    public async Task<bool> FitsAsync() => await Page.EvaluateAsync<int>(
        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0;

    /// <summary>Fails when anything was wrong: an error of a script, a request to another site, a cookie.</summary>
    public async ValueTask DisposeAsync()
    {
        var cookies = await _context.CookiesAsync();
        await _context.DisposeAsync();
        Assert.Empty(_faults);
        Assert.Empty(cookies);
    }

    // An answer such as 400 to a form is told as an error too.
    private static bool IsStatus(string text) => text.StartsWith("Failed to load resource", StringComparison.Ordinal);

    private static bool IsForeign(Uri asked, Uri site) => asked.Scheme.StartsWith("http", StringComparison.Ordinal)
        && asked.Authority != site.Authority;

    private void Note(bool isFault, string what)
    {
        if (isFault)
            _faults.Enqueue(what);
    }
}
