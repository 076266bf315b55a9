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

    [Fact]
    public async Task What_was_refused_begins_with_what_to_look_at()
    {
        var page = await SendAsync();

        Assert.Equal("alert", page.QuerySelector("h1 ~ *")!.QuerySelector("*")!.GetAttribute("role"));
    }

    [Fact]
    public async Task What_keeps_the_plan_from_being_drawn_stands_in_its_place()
    {
        var page = await SendAsync();

        Assert.Equal(
            [
                ("#races-0--date", "Race day must be a date such as 2027-09-26 (yyyy-MM-dd, years 2000 to 2100)."),
                ("#week-tuesday", "Please tap what you do on Tuesday."),
                ("#sendAt", "The time must be a quarter hour from 00:00 to 23:45 (HH:mm with minutes 00, 15, 30 or 45). "
                    + "The nearest is 06:00."),
            ],
            page.QuerySelectorAll("#plan li a").Select(a => (a.GetAttribute("href"), a.TextContent)));
    }

    [Fact]
    public async Task A_race_without_its_distance_is_asked_for_it_where_the_plan_would_be()
    {
        var page = await SendAsync("preview", ("races[0].distance", ""));

        Assert.Equal("The distance is missing.", page.QuerySelector("#plan li")!.TextContent);
    }

    [Fact]
    public async Task A_week_that_takes_no_strength_says_first_why()
    {
        string[] days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
        var page = await SendAsync("preview", [.. days.Select(day => ("week." + day, "hard"))]);

        var words = page.QuerySelector("#plan")!.TextContent;
        Assert.Contains("No session is planned.", words, StringComparison.Ordinal);
        Assert.InRange(
            words.IndexOf("takes strength", StringComparison.Ordinal),
            0, words.IndexOf("A bar is a week", StringComparison.Ordinal));
        Assert.DoesNotContain("Good to know", words, StringComparison.Ordinal);
    }

    private static Task<IDocument> SendAsync() => SendAsync("sign-up", Mistaken);

    private static async Task<IDocument> SendAsync(string button, params (string, string)[] fields)
    {
        await using var host = await RunningHost.StartAsync();
        var answer = await host.Client.PostAsync("/", FormBody.With(button, fields));
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
    }
}
