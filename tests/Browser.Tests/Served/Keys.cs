using Microsoft.Playwright;

namespace StrengthDays.Browser.Tests.Served;

/// <summary>A person without a mouse.</summary>
internal sealed class Keys(IPage page)
{
    private const int MostStops = 80;

    public Task PressAsync(string key) => page.Keyboard.PressAsync(key);

    public Task TypeAsync(string text) => page.Keyboard.TypeAsync(text);

    /// <summary>Presses Tab until the focus is there, and sees that it can be seen.</summary>
    public async Task GoToAsync(string selector)
    {
        for (var stop = 0; stop < MostStops; stop++)
        {
            await PressAsync("Tab");
            if (!await page.EvaluateAsync<bool>("s => document.activeElement.matches(s)", selector))
                continue;
            Assert.True(await page.EvaluateAsync<bool>(IsMarked), $"The focus on {selector} cannot be seen.");
            return;
        }

        Assert.Fail($"Tab never comes to {selector}.");
    }

    /// <summary>Walks a group of radio buttons with the arrows until the one with this value is chosen.</summary>
    public async Task ChooseAsync(string value)
    {
        await PressAsync("Space");
        for (var stop = 0; await page.EvaluateAsync<string>("document.activeElement.value") != value; stop++)
        {
            Assert.InRange(stop, 0, MostStops);
            await PressAsync("ArrowRight");
        }
    }

    // A tap's input lies over its words, which carry the ring.
    private const string IsMarked =
        """
        () => [document.activeElement, document.activeElement.nextElementSibling].some(e => {
          const style = e && getComputedStyle(e);
          return style && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
        })
        """;
}
