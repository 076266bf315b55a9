using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace StrengthDays.Browser.Tests.Served;

/// <summary>axe put into a page once and asked as often as its look changes, instead of anew each time.</summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>To be done before the first question about a page.</summary>
    public static Task BringAsync(IPage page) => page.EvaluateAsync(Script);

    /// <returns>One line for each element that breaks a rule.</returns>
    public static async Task<string[]> ViolationsAsync(IPage page) =>
        await page.EvaluateAsync<string[]>(Ask).WaitAsync(TimeSpan.FromMilliseconds(Site.Patience));

    // A mail in a frame runs no script, so axe would wait for its answer for ever; it is looked at by itself.
    private const string Ask =
        """
        async () => {
          const found = await axe.run(document, { resultTypes: ['violations'], iframes: false });
          if (found.passes.length === 0) throw new Error('axe looked at nothing.');
          return found.violations.flatMap(v => v.nodes.map(node => `${v.id}: ${v.help}: ${node.html}`));
        }
        """;
}
