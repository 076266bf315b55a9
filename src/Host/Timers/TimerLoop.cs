using Microsoft.Azure.Functions.Worker;
using NCrontab;
using StrengthDays.Host.Invocation;

namespace StrengthDays.Host.Timers;

/// <summary>
/// Starts timer-triggered functions when they are due, in UTC. A run that is late or long delays its next, never
/// doubles it.
/// </summary>
internal sealed partial class TimerLoop(
    FunctionApp app,
    FunctionRunner runner,
    TimerStatuses statuses,
    TimeProvider clock,
    ILogger<TimerLoop> logger) : BackgroundService
{
    // Short enough to notice soon that the wall clock was set.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    public static CrontabSchedule Schedule(TimerTriggerAttribute trigger) =>
        CrontabSchedule.Parse(trigger.Schedule, new CrontabSchedule.ParseOptions { IncludingSeconds = true });

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        app.With<TimerTriggerAttribute>().Select(t => RepeatAsync(t.Function, t.Trigger, stoppingToken)));

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task RepeatAsync(HostedFunction function, TimerTriggerAttribute trigger, CancellationToken stopping)
    {
        var schedule = Schedule(trigger);
        var status = trigger.UseMonitor
            ? statuses.Find(function.Name) ?? Note(function, schedule, last: default)
            : null;
        var late = status?.Next < Now;
        while (true)
        {
            if (!late)
                await WaitAsync(schedule, stopping);
            await RunAsync(function, new TimerInfo { ScheduleStatus = status, IsPastDue = late }, stopping);
            // Written after the run: a crash in the middle means that it runs again, past due.
            status = status is null ? null : Note(function, schedule, last: Now);
            late = false;
        }
    }

    private async Task WaitAsync(CrontabSchedule schedule, CancellationToken stopping)
    {
        var due = schedule.GetNextOccurrence(Now);
        while (Now is var now && now < due)
        {
            await Task.Delay(due - now < LongestWait ? due - now : LongestWait, clock, stopping);
            // Only a clock set back makes the next occurrence an earlier one.
            due = Now < due && schedule.GetNextOccurrence(Now) is var next && next < due ? next : due;
        }
    }

    private async Task RunAsync(HostedFunction function, TimerInfo info, CancellationToken stopping)
    {
        try
        {
            await runner.RunAsync(function, info, stopping);
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested)
        {
            Log.Failed(logger, function.Name, failure);
        }
    }

    private ScheduleStatus Note(HostedFunction function, CrontabSchedule schedule, DateTime last)
    {
        var status = new ScheduleStatus { Last = last, Next = schedule.GetNextOccurrence(Now), LastUpdated = Now };
        statuses.Write(function.Name, status);
        return status;
    }

    private static partial class Log
    {
        [LoggerMessage(20, LogLevel.Error, "{Function} failed; its schedule goes on")]
        public static partial void Failed(ILogger logger, string function, Exception failure);
    }
}
