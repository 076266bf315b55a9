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
        var visitor = new Visitor();
        visitor.Host = await RunningHost.StartAsync(s => s.AddSingleton<TimeProvider>(visitor._clock));
        string[] days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
        var form = FormBody.With("sign-up", [.. days.Select(d => ("week." + d, "easy"))]);
        await visitor.Host.Client.PostAsync("/", form);
        var person = await visitor.Host.Services.GetRequiredService<People>().FindAsync("ana@example.com", default);
        var links = visitor.Host.Services.GetRequiredService<RunnerLinks>()
            .For(person!.Pending!.Value, LinkGenerations.First, visitor._clock.GetUtcNow());
        var confirmed = await visitor.Host.Client.PostAsync(links.Confirm!.PathAndQuery, null);
        visitor.Plan = confirmed.Headers.Location!.OriginalString;
        return visitor;
    }

    public void Pass(TimeSpan time) => _clock.Set(_clock.GetUtcNow() + time);

    public async Task<PlanHeader?> HeaderAsync()
    {
        var desk = Host.Services.GetRequiredService<PlanDesk>();
        return await desk.OpenAsync(Plan.Split('/')[^1], default);
    }

    public async Task<IDocument> GetAsync(string more = "") => Parse(await Host.Client.GetStringAsync(Plan + more));

    /// <summary>Presses a button of the page and goes where it leads.</summary>
    public async Task<(int Status, IDocument Page)> PressAsync(params (string Name, string Value)[] fields)
    {
        var answer = await Host.Client.PostAsync(
            Plan, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));
        var page = (int)answer.StatusCode == 303
            ? await Host.Client.GetStringAsync(answer.Headers.Location)
            : await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, Parse(page));
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
