using Microsoft.Playwright;

namespace StrengthDays.Browser.Tests.Served;

/// <summary>The browser of the system; nothing is downloaded.</summary>
internal static class Chromium
{
    // The first has no window and nothing round it, which costs half as much.
    private static readonly string[] Names =
        ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking",
        "--disable-component-update", "--disable-default-apps", "--disable-extensions", "--disable-sync",
        "--no-first-run", "--no-proxy-server", "--hide-scrollbars",
    ];

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) => playwright.Chromium.LaunchAsync(
        new() { ExecutablePath = Find(), Args = Arguments });

    private static string Find()
    {
        var places =
            from name in Names
            from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            select Path.Combine(folder, name);
        return places.FirstOrDefault(File.Exists) ?? throw new InvalidOperationException(
            "chromium is missing, the browser tests drive it: apt-get install chromium-headless-shell");
    }
}
