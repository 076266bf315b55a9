using Microsoft.Playwright;

namespace StrengthDays.Browser.Tests.Served;

/// <summary>A person without a mouse, who presses the next key when the last one has done what it should.</summary>
internal sealed class Keys(IPage page)
{
    private const int MostStops = 80;

    private ILocator Focused => page.Locator(":focus");

    /// <summary>
    /// Waits for the first picture of the page: a browser drops what is pressed before anybody sees it.
    /// </summary>
    public Task SeeAsync() =>
        page.WaitForFunctionAsync("() => performance.getEntriesByName('first-contentful-paint').length > 0");

    public Task PressAsync(string key) => page.Keyboard.PressAsync(key);

    /// <summary>Types into the field that has the focus, until it holds that.</summary>
    /// <param name="text">The keys.</param>
    /// <param name="value">What they come to; null where that is the text.</param>
    public async Task TypeAsync(string text, string? value = null)
    {
        await page.Keyboard.TypeAsync(text);
        await Assertions.Expect(Focused).ToHaveValueAsync(value ?? text);
    }

    /// <summary>Presses Tab until the focus is there, and sees that it can be seen.</summary>
    public async Task GoToAsync(string selector)
    {
        for (var stop = 0; stop < MostStops; stop++)
        {
            await StepAsync();
            if (!await page.EvaluateAsync<bool>("s => document.activeElement.matches(s)", selector))
                continue;
            Assert.True(await page.EvaluateAsync<bool>(IsMarked), $"The focus on {selector} cannot be seen.");
            return;
        }

        Assert.Fail($"Tab never comes to {selector}.");
    }

    /// <summary>Follows the link that has the focus, to a place on the same page.</summary>
    public async Task FollowAsync()
    {
        var target = await Focused.GetAttributeAsync("href");
        await PressAsync("Enter");
        await page.WaitForFunctionAsync("target => location.hash === target", target);
    }

    public async Task TickAsync()
    {
        await PressAsync("Space");
        await Assertions.Expect(Focused).ToBeCheckedAsync();
    }

    /// <summary>Walks a group of radio buttons with the arrows until the one with this value is chosen.</summary>
    public async Task ChooseAsync(string value)
    {
        await TickAsync();
        for (var stop = 0; await Focused.InputValueAsync() is var now && now != value; stop++)
        {
            Assert.InRange(stop, 0, MostStops);
            await PressAsync("ArrowRight");
            await Assertions.Expect(Focused).Not.ToHaveValueAsync(now);
            await Assertions.Expect(Focused).ToBeCheckedAsync();
        }
    }

    // The parts of a date share one element, so what has the focus is asked of the browser, not only of the page.
    private async Task StepAsync()
    {
        await page.EvaluateAsync(Watch);
        await PressAsync("Tab");
        await page.WaitForFunctionAsync("() => window.tabbed > 0");
    }

    private const string Watch =
        """
        () => {
          window.tabbed = 0;
          addEventListener('keyup', e => { if (e.key === 'Tab') window.tabbed++; }, { once: true, capture: true });
        }
        """;

    // A tap's input lies over its words, which carry the ring.
    private const string IsMarked =
        """
        () => [document.activeElement, document.activeElement.nextElementSibling].some(e => {
          const style = e && getComputedStyle(e);
          return style && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
        })
        """;
}
