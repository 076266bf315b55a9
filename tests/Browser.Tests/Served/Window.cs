using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace StrengthDays.Browser.Tests.Served;

/// <summary>A browser window that remembers what should never happen while somebody looks at our pages.</summary>
internal sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly Uri _site;
    private readonly ConcurrentQueue<string> _faults = [];

    public Window(IBrowserContext context, IPage page, Uri site)
    {
        (_context, _site) = (context, site);
        Page = page;
        context.SetDefaultTimeout(Site.Patience);
        context.SetDefaultNavigationTimeout(Site.Patience);
        // A violation of the content security policy is told here too.
        context.Console += (_, message) => Note(message.Type is "error" && !IsStatus(message.Text), message.Text);
        context.WebError += (_, error) => Note(true, error.Error);
        context.Request += (_, request) => Note(IsForeign(new Uri(request.Url), site), "asked " + request.Url);
    }

    public IPage Page { get; }

    public ILocator this[string selector] => Page.Locator(selector);

    public Task GoAsync(string path) => Page.GotoAsync(path);

    /// <summary>Presses the button with exactly this name and waits for the page it leads to.</summary>
    public async Task PressAsync(string button)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await Page.WaitForLoadStateAsync();
    }

    /// <summary>Waits until the page says this about the form that was sent.</summary>
    public Task SaysAsync(string words) => Assertions.Expect(this["[role=status]"]).ToContainTextAsync(words);

    /// <summary>Waits until the page gives this as the reason why the form was refused.</summary>
    public Task RefusesAsync(string words) => Assertions.Expect(this["[role=alert]"]).ToContainTextAsync(words);

    /// <summary>Waits until the page is this one.</summary>
    /// <param name="path">A glob, without the site.</param>
    public Task IsAtAsync(string path) => Page.WaitForURLAsync(new Uri(_site, path).AbsoluteUri);

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
