using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using StrengthDays.Coaching.Tests.Host;

namespace StrengthDays.Coaching.Tests.Pages;

/// <summary>What the form says to somebody who left something out.</summary>
public sealed class MistakeTests
{
    private static readonly (string, string)[] Mistaken =
        [("week.tuesday", ""), ("email", "ana@"), ("consent", ""), ("sendAt", "06:07"), ("races[0].date", "soon")];

    [Fact]
    public async Task What_is_missing_is_asked_for_in_the_words_of_the_form()
    {
        var page = await SendAsync();

        Assert.Equal("Please tap what you do on Tuesday.", page.GetElementById("week-tuesday-error")!.TextContent);
        Assert.Equal(
            "Please tick this: without your consent nothing may be stored or mailed.",
            page.GetElementById("consent-error")!.TextContent);
        Assert.StartsWith("Your address must be", page.GetElementById("email-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mistakes_are_listed_from_the_top_of_the_page_to_its_end_and_lead_there()
    {
        var page = await SendAsync();

        var targets = page.QuerySelectorAll("[role=alert] a").Select(a => a.GetAttribute("href")![1..]).ToList();

        Assert.Equal(["races-0--date", "week-tuesday", "sendAt", "email", "consent"], targets);
        Assert.Equal(targets, page.QuerySelectorAll("[id]").Select(e => e.Id!).Where(targets.Contains));
    }

    private static async Task<IDocument> SendAsync()
    {
        await using var host = await RunningHost.StartAsync();
        var answer = await host.Client.PostAsync("/", FormBody.With("sign-up", Mistaken));
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
    }
}
