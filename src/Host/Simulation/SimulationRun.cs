using Microsoft.Azure.Functions.Worker;
using NCrontab;
using StrengthDays.Coaching.Mail;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Storage.Sqlite;
using StrengthDays.Host.Invocation;
using StrengthDays.Host.Queues;
using StrengthDays.Host.Timers;

namespace StrengthDays.Host.Simulation;

/// <summary>
/// The host's own graph with another clock, another transport and a store without fsync. Nothing waits: time jumps to
/// the smallest due key or the next timer, and the functions for that minute run as the host would run them.
/// </summary>
internal sealed class SimulationRun : IAsyncDisposable
{
    private readonly SimulationRequest _request;
    private readonly SimulatedClock _clock;
    private readonly SimulatedMails _mails = new();
    private readonly WebApplication _app;
    private readonly (HostedFunction Function, CrontabSchedule Schedule)[] _timers;

    public SimulationRun(SimulationRequest request, string folder)
    {
        (_request, _clock) = (request, new SimulatedClock(request.Start));
        _app = StrengthDaysHost.Build(
            [
                "--Data", folder, "--urls", "http://localhost:7071", "--Store", "sqlite", "--Mail:Transport", "outbox",
                "--Mail:From", "Strength Days <coach@localhost>", "--Mail:PerMinute", "0", "--Mail:PerHour", "0",
            ],
            services => services
                // What the service does every simulated night would bury the table.
                .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning))
                .AddSingleton<TimeProvider>(_clock)
                .AddSingleton<IMailTransport>(_mails)
                .AddSingleton(_ => new SqliteDatabase(Path.Combine(folder, "simulation.db"), durable: false)));
        _timers =
        [
            .. Get<FunctionApp>().With<TimerTriggerAttribute>().Select(
                t => (t.Function, TimerLoop.Schedule(t.Trigger))),
        ];
    }

    public DateTimeOffset Now => _clock.GetUtcNow();

    public int MailCount => _mails.All.Count;

    /// <summary>What the runner and the button in the confirmation mail would do.</summary>
    public async Task SignUpAsync()
    {
        await Get<SignUp>().RunAsync(_request.Enrolment, CancellationToken.None);
        if (await FindSignUpAsync() is { } signUp)
            await Get<Confirmation>().RunAsync(signUp, CancellationToken.None);
    }

    /// <summary>
    /// Goes to the next minute that holds any work and does it; false when there is none before the end.
    /// </summary>
    public async Task<bool> JumpAsync()
    {
        var due = (await Get<IDueIndex>().ListBucketsAsync(DueKey.End, 1, CancellationToken.None)).FirstOrDefault();
        var next = _timers.Where(t => !IsTick(t.Function)).Select(t => NextRun(t.Schedule))
            .Append(due is null ? DateTimeOffset.MaxValue : TickAfter(DueKey.MinuteOf(due)))
            .Min();
        return await GoToAsync(next);
    }

    /// <summary>As <see cref="JumpAsync"/>, minute by minute: what jumping must be the same as.</summary>
    public Task<bool> TickAsync() =>
        GoToAsync(Now.AddTicks(TimeSpan.TicksPerMinute - (Now.Ticks % TimeSpan.TicksPerMinute)));

    public Task<IReadOnlyList<SimulatedMail>> MailsAsync() => new SimulationStory(
        Get<PlanDocument>(), Get<IPlanStore>(), _request).TellAsync(_mails.All, FindPlanAsync);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<bool> GoToAsync(DateTimeOffset minute)
    {
        if (minute >= _request.End)
            return false;
        _clock.GoTo(minute);
        foreach (var (function, schedule) in _timers)
        {
            if (IsDue(schedule))
                await Get<FunctionRunner>().RunAsync(function, new TimerInfo(), CancellationToken.None);
        }

        await Get<QueueListener>().DrainAsync(CancellationToken.None);
        return true;
    }

    // A bucket that is open already, for example one that was opened a second ago, waits for the tick of the next
    // minute.
    private DateTimeOffset TickAfter(DateTimeOffset bucket)
    {
        var next = NextRun(_timers.First(t => IsTick(t.Function)).Schedule);
        return bucket > next ? bucket : next;
    }

    private DateTimeOffset NextRun(CrontabSchedule schedule) =>
        new(schedule.GetNextOccurrence(Now.UtcDateTime), TimeSpan.Zero);

    private bool IsDue(CrontabSchedule schedule) =>
        schedule.GetNextOccurrence(Now.UtcDateTime.AddTicks(-1)) == Now.UtcDateTime;

    private static bool IsTick(HostedFunction function) => function.Name == nameof(Functions.Tick);

    private async Task<PlanHeader?> FindSignUpAsync() =>
        (await Get<People>().FindAsync(_request.Enrolment.Email, CancellationToken.None))?.Pending is { } pending
            ? await Get<IPlanStore>().FindPlanAsync(pending, CancellationToken.None)
            : null;

    private async Task<PlanHeader?> FindPlanAsync() =>
        (await Get<People>().FindAsync(_request.Enrolment.Email, CancellationToken.None))?.Plan is { } plan
            ? await Get<IPlanStore>().FindPlanAsync(plan, CancellationToken.None)
            : null;

    private T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();
}
