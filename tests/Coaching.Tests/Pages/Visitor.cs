using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using StrengthDays.Coaching.Links;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Tests.Dispatch;
using StrengthDays.Coaching.Tests.Host;

namespace StrengthDays.Coaching.Tests.Pages;

/// <summary>
/// A runner with a browser without script: signed up with the form, confirmed with the button. The week is easy on
/// every day, so strength is on Monday and Thursday from Monday 2027-01-04 on, which is today.
/// </summary>
internal sealed class Visitor : IAsyncDisposable
{
    private readonly ManualClock _clock = new(Runners.Monday.AddHours(2));

    private Visitor()
    {
    }

    public RunningHost Host { get; private set; } = null!;

    /// <summary>Path of the runner's page.</summary>
    public string Plan { get; private set; } = "";

    public static async Task<Visitor> StartAsync()
    {
        var visitor = await SignUpAsync();
        var confirmed = await visitor.Host.Client.PostAsync(await visitor.ConfirmLinkAsync(), null);
        visitor.Plan = confirmed.Headers.Location!.OriginalString;
        return visitor;
    }

    /// <summary>Signed up, and not confirmed yet.</summary>
    public static async Task<Visitor> SignUpAsync()
    {
        var visitor = new Visitor();
        visitor.Host = await RunningHost.StartAsync(s => s.AddSingleton<TimeProvider>(visitor._clock));
        await visitor.SendFormAsync();
        return visitor;
    }

    public Task SendFormAsync()
    {
        string[] days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
        return Host.Client.PostAsync("/", FormBody.With("sign-up", [.. days.Select(d => ("week." + d, "easy"))]));
    }

    /// <summary>Path of the confirmation link that was mailed at this moment.</summary>
    public async Task<string> ConfirmLinkAsync()
    {
        var person = await Host.Services.GetRequiredService<People>().FindAsync("ana@example.com", default);
        return Host.Services.GetRequiredService<RunnerLinks>()
            .For(person!.Pending!.Value, LinkGenerations.First, _clock.GetUtcNow()).Confirm!.PathAndQuery;
    }

    public int MailsSent => Directory.GetFiles(Path.Combine(Host.Data, "outbox"), "*.eml").Length;

    public void Pass(TimeSpan time) => _clock.Set(_clock.GetUtcNow() + time);

    public async Task<PlanHeader?> HeaderAsync()
    {
        var desk = Host.Services.GetRequiredService<PlanDesk>();
        return await desk.OpenAsync(Plan.Split('/')[^1], default);
    }

    public async Task<IDocument> GetAsync(string more = "") => Parse(await Host.Client.GetStringAsync(Plan + more));

    /// <summary>Presses a button of the page and goes where it leads.</summary>
    public Task<(int Status, IDocument Page)> PressAsync(params (string Name, string Value)[] fields) =>
        PressAsync(Plan, fields);

    /// <summary>Presses the button of a form of the page that was just seen.</summary>
    public Task<(int Status, IDocument Page)> PressAsync(IElement button) => PressAsync(
        button.Closest("form")!.GetAttribute("action")?.Split('#')[0] ?? Plan,
        [
            .. button.Closest("form")!.QuerySelectorAll("input").Where(IsSent).Select(i =>
                (i.GetAttribute("name")!, i.GetAttribute("value") ?? "")),
            .. button.Closest("form")!.QuerySelectorAll("option[selected]").Select(o =>
                (o.Closest("select")!.GetAttribute("name")!, o.GetAttribute("value") ?? "")),
            (button.GetAttribute("name") ?? "", button.GetAttribute("value") ?? ""),
        ]);

    private static bool IsSent(IElement input) =>
        input.GetAttribute("type") is not ("radio" or "checkbox") || input.HasAttribute("checked");

    public async Task<(int Status, IDocument Page)> PressAsync(
        string path, params (string Name, string Value)[] fields)
    {
        var answer = await Host.Client.PostAsync(
            path, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));
        var page = (int)answer.StatusCode == 303
            ? await Host.Client.GetStringAsync(answer.Headers.Location)
            : await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, Parse(page));
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
