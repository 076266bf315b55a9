using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using StrengthDays.Coaching.Dispatch;
using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Mail;
using StrengthDays.Coaching.Settings;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Tests.Contract;
using StrengthDays.Coaching.Tests.Dispatch;
using StrengthDays.Coaching.Tests.Host;
using StrengthDays.Coaching.Time;

namespace StrengthDays.Coaching.Tests.Life;

/// <summary>
/// A runner who lives with a plan: the host as it is served, asked over HTTP, on a clock that goes from mail to mail.
/// The week is easy on every day, so strength is on Monday and Thursday at 06:30 in Berlin, from Monday 2027-01-04 on.
/// </summary>
internal sealed partial class Trainee : IAsyncDisposable
{
    private readonly ManualClock _clock = new(Runners.Monday);
    private RunningHost _host = null!;
    private Watched _outbox = null!;

    private Trainee()
    {
    }

    public string Token { get; private set; } = "";

    /// <summary>Folder of all that the host keeps.</summary>
    public string Data => _host.Data;

    /// <summary>Every mail that left, in its order.</summary>
    public List<MailMessage> Mails => _outbox.Passed;

    public IEnumerable<(string Date, MailKind Kind)> Mailed =>
        Mails.Select(m => (m.LocalDate.ToString("O", null), m.Kind));

    /// <param name="change">A member of the questionnaire and its value, as JSON.</param>
    public static async Task<Trainee> StartAsync(params (string Member, string Json)[] change)
    {
        var trainee = new Trainee();
        trainee._host = await RunningHost.StartAsync(services => services
            .AddSingleton<TimeProvider>(trainee._clock)
            .AddSingleton<IMailTransport>(s => trainee._outbox = new Watched(
                new OutboxTransport(Path.Combine(s.GetRequiredService<CoachingSettings>().DataFolder, "seen")))));
        var questionnaire = JsonNode.Parse(Filled.InFull)!;
        foreach (var day in (string[])["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
            questionnaire["week"]![day] = "easy";
        foreach (var (member, json) in change)
            questionnaire[member] = JsonNode.Parse(json);
        await trainee.SendAsync(HttpMethod.Post, "/api/plans", questionnaire.ToJsonString());
        var confirm = Link().Match(trainee.Mails.Single().Text).Value;
        var confirmed = await trainee._host.Client.PostAsync(confirm, null);
        trainee.Token = confirmed.Headers.Location!.OriginalString.Split('/')[^1];
        return trainee;
    }

    /// <summary>Does something once, after the next mail was taken and before the sender hears so.</summary>
    public void WhileTheNextMailLeaves(Func<Task> act) => _outbox.Hears = result =>
    {
        _outbox.Hears = heard => heard;
        act().GetAwaiter().GetResult();
        return result;
    };

    /// <summary>Dates of all that stands in the due index.</summary>
    public async Task<IReadOnlyList<string>> DueAsync()
    {
        var due = _host.Services.GetRequiredService<IDueIndex>();
        var dates = new List<string>();
        foreach (var bucket in await due.ListBucketsAsync(DueKey.End, int.MaxValue, default))
        {
            var rows = await due.ListFreeAsync(bucket, DateTimeOffset.MaxValue, 100, default);
            dates.AddRange(rows.Select(r => r.Date.ToString("O", null)));
        }

        return dates;
    }

    public Task<Answered> FeedbackAsync(string date, string json) => PostAsync($"sessions/{date}/feedback", json);

    public Task<Answered> AnswerAsync(string date, string answer) =>
        FeedbackAsync(date, $$"""{ "answer": "{{answer}}" }""");

    public Task<Answered> SkipAsync(string date) => PostAsync($"sessions/{date}/skip", "");

    public Task<Answered> MoveAsync(string date, string to) =>
        PostAsync($"sessions/{date}/move", $$"""{ "to": "{{to}}" }""");

    public Task<Answered> PauseAsync(string from, string to) =>
        PostAsync("pause", $$"""{ "from": "{{from}}", "to": "{{to}}" }""");

    public Task<Answered> PatchAsync(string json) => SendAsync(HttpMethod.Patch, $"/api/plans/{Token}", json);

    public Task<Answered> RacesAsync(params string[] races) =>
        PatchAsync($$"""{ "races": [{{string.Join(", ", races)}}] }""");

    public Task<Answered> PlanAsync() => SendAsync(HttpMethod.Get, $"/api/plans/{Token}", null);

    public Task<Answered> ExportAsync() => SendAsync(HttpMethod.Get, $"/api/plans/{Token}/export", null);

    public Task<Answered> EraseAsync() => SendAsync(HttpMethod.Delete, $"/api/plans/{Token}", null);

    public Task<Answered> PostAsync(string route, string json, string? ifMatch = null) =>
        SendAsync(HttpMethod.Post, $"/api/plans/{Token}/{route}", json, ifMatch);

    /// <summary>Lets time pass to a minute in Berlin, included; what is due on the way leaves in its minute.</summary>
    public async Task GoToAsync(string date, string time = "12:00")
    {
        var until = Zones.InstantOf(Runners.Day(date), TimeOnly.Parse(time, null), "Europe/Berlin")!.Value;
        var due = _host.Services.GetRequiredService<IDueIndex>();
        while (await NextAsync(due) is var next && next <= until)
        {
            _clock.Set(next);
            foreach (var bucket in await _host.Services.GetRequiredService<Tick>().RunAsync(default))
                await _host.Services.GetRequiredService<Deliveries>().RunAsync(bucket, default);
        }

        _clock.Set(until);
    }

    public MailMessage MailOf(string date) => Mails.Single(m => m.LocalDate == Runners.Day(date));

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private async Task<DateTimeOffset> NextAsync(IDueIndex due) =>
        await due.ListBucketsAsync(DueKey.End, 1, default) switch
        {
            [] => DateTimeOffset.MaxValue,
            [var bucket] when DueKey.MinuteOf(bucket) is var at && at > _clock.GetUtcNow() => at,
            _ => _clock.GetUtcNow().AddMinutes(1),
        };

    private async Task<Answered> SendAsync(HttpMethod method, string path, string? json, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        var answer = await _host.Client.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        return new(answer.StatusCode, body.Length == 0 ? default : JsonDocument.Parse(body).RootElement);
    }

    [GeneratedRegex(@"/confirm/[A-Za-z0-9_-]{75}")]
    private static partial Regex Link();
}
