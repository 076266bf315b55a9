using System.Globalization;
using AngleSharp.Html.Parser;
using StrengthDays.Coaching.Tests.Pages;

namespace StrengthDays.Browser.Tests.Served;

/// <summary>
/// Somebody who signed up by posting the form, to be spared that in the browser. The week is easy on every day, so
/// strength is on Monday and Thursday; the plan begins on a Monday to come, the race is 20 weeks later on a Sunday.
/// </summary>
internal sealed class Runner
{
    private static readonly string[] Days =
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    private Runner(string email, string plan) => (Email, Plan) = (email, plan);

    public static DateOnly FirstMonday { get; } = MondayAfter(DateOnly.FromDateTime(DateTime.UtcNow).AddDays(7));

    public static DateOnly RaceDay { get; } = FirstMonday.AddDays((20 * 7) - 1);

    public string Email { get; }

    /// <summary>Path of the plan page.</summary>
    public string Plan { get; }

    public static string NewEmail() => $"runner-{Guid.NewGuid():N}@example.com";

    /// <summary>Confirmed, with the plan running.</summary>
    /// <param name="more">Answers that matter.</param>
    public static async Task<Runner> StartAsync(Site site, params (string Name, string Value)[] more)
    {
        var email = NewEmail();
        await SignUpAsync(site, email, more);
        var confirmed = await site.Client.PostAsync(await ConfirmLinkAsync(site, email), null);
        return new(email, confirmed.Headers.Location!.OriginalString);
    }

    public static async Task SignUpAsync(Site site, string email, params (string Name, string Value)[] more) =>
        await site.Client.PostAsync("/", FormBody.With(
            "sign-up",
            [
                .. Days.Select(day => ("week." + day, "easy")),
                ("email", email), ("startOn", Iso(FirstMonday)), ("races[0].date", Iso(RaceDay)), .. more,
            ]));

    /// <summary>Path of the page with the confirmation's button, from the mail in the outbox.</summary>
    public static Task<string> ConfirmLinkAsync(Site site, string email) =>
        LinkAsync(site, email, "Please confirm", "Confirm my plan");

    /// <summary>Path of the page that the welcome's foot leads to.</summary>
    public Task<string> UnsubscribeLinkAsync(Site site) =>
        LinkAsync(site, Email, "Your strength plan", "Unsubscribe");

    /// <summary>Path of the newest mail of an address in the outbox whose subject begins so.</summary>
    public static async Task<string> MailAsync(Site site, string email, string subject)
    {
        var outbox = new HtmlParser().ParseDocument(await site.Client.GetStringAsync("/outbox"));
        return outbox.QuerySelectorAll("tr")
            .Where(row => row.TextContent.Contains(email, StringComparison.Ordinal))
            .Select(row => row.QuerySelector("a")!)
            .First(a => a.TextContent.StartsWith(subject, StringComparison.Ordinal))
            .GetAttribute("href")!;
    }

    private static async Task<string> LinkAsync(Site site, string email, string subject, string link)
    {
        var path = await MailAsync(site, email, subject);
        var mail = new HtmlParser().ParseDocument(await site.Client.GetStringAsync(path + ".html"));
        var button = mail.QuerySelectorAll("a").First(a => a.TextContent == link);
        return new Uri(button.GetAttribute("href")!).PathAndQuery;
    }

    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly MondayAfter(DateOnly date) =>
        date.AddDays((((int)DayOfWeek.Monday - (int)date.DayOfWeek + 6) % 7) + 1);
}
