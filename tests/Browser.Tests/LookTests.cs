using Microsoft.Playwright;
using StrengthDays.Browser.Tests.Served;
using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Tests.Architecture;
using StrengthDays.Coaching.Tests.Emails;

namespace StrengthDays.Browser.Tests;

/// <summary>
/// Every page and every mail on a phone, a tablet and a desk, light and dark: nothing to scroll sideways, nothing axe
/// complains about. With <c>SCREENSHOTS=1</c> leaves a picture of each in <c>artifacts/screenshots</c>.
/// </summary>
[Collection(OneSite.Name)]
public sealed class LookTests(Site site)
{
    private static readonly string Folder = Path.Combine(Repository.Root, "artifacts", "screenshots");

    public static TheoryData<string> Pages => [.. Scenes.Pages.Keys];

    public static TheoryData<int> Mails => [.. Enumerable.Range(0, Letters.All.Length)];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_fits_and_is_accessible(string scene)
    {
        await using var window = await site.OpenAsync();
        await Scenes.Pages[scene](window, site);

        await LookAsync(window, scene, [360, 768, 1280]);
    }

    [Theory]
    [MemberData(nameof(Mails))]
    public async Task A_mail_fits_and_is_accessible(int number)
    {
        var letter = Letters.All[number];
        var mail = await new MailComposer().RenderAsync(letter);
        await using var window = await site.OpenAsync();
        await window.Page.SetContentAsync(mail.Html);

        await LookAsync(window, $"mail-{number:00}-{EnumNames<MailKind>.Of(letter.Kind)}", [360, 680]);
    }

    [Fact]
    public async Task The_longest_names_fit_on_a_phone()
    {
        var name = new string('W', 80);
        var runner = await Runner.StartAsync(site, ("races[0].name", name), ("name", name[..60]));
        await using var window = await site.OpenAsync();
        string[] pages =
        [
            runner.Plan, runner.Plan + "?ask=answers", runner.Plan + "?day=" + Runner.Iso(Runner.FirstMonday),
            await Runner.MailAsync(site, runner.Email, "Your strength plan") + ".html",
        ];

        foreach (var page in pages)
        {
            await window.GoAsync(page);
            Assert.Contains(name[..60], await window.Page.ContentAsync(), StringComparison.Ordinal);
            Assert.True(await window.FitsAsync(), page);
        }
    }

    private static async Task LookAsync(Window window, string name, int[] widths)
    {
        foreach (var width in widths)
        {
            await window.Page.SetViewportSizeAsync(width, 800);
            Assert.True(await window.FitsAsync(), $"{name} is wider than {width} pixels.");
            await PictureAsync(window, $"{name}-{width}");
        }

        await Axe.BringAsync(window.Page);
        await CheckAsync(window);
        await window.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await PictureAsync(window, $"{name}-{widths[^1]}-dark");
        await window.Page.SetViewportSizeAsync(widths[0], 800);
        await CheckAsync(window);
    }

    private static async Task PictureAsync(Window window, string name)
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is not "1")
            return;
        // A browser draws no frame that nobody has seen yet.
        if (await window["iframe"].CountAsync() > 0)
            await window["iframe"].ScrollIntoViewIfNeededAsync();
        await window.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, name + ".png"), FullPage = true });
    }

    private static async Task CheckAsync(Window window) =>
        Assert.Equal("", string.Join('\n', await Axe.ViolationsAsync(window.Page)));
}
