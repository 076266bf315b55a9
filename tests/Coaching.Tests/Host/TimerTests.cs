using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Hosting;
using StrengthDays.Host.Timers;

namespace StrengthDays.Coaching.Tests.Host;

/// <summary>The sample timer runs every ten minutes and is monitored; the clock starts at five to the hour.</summary>
public sealed class TimerTests : IDisposable
{
    private static readonly DateTime FirstRun = new(2027, 3, 28, 1, 0, 0, DateTimeKind.Utc);

    private readonly TempFolder _data = new();
    private readonly ManualClock _clock = new(SampleHost.Start);

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task A_timer_runs_when_it_is_due_and_not_before()
    {
        await using var run = await Run.StartAsync(_data, _clock);

        await AdvanceToAsync(FirstRun.AddSeconds(-1));
        Assert.True(run.Work.IsIdle);

        _clock.Advance(TimeSpan.FromSeconds(1));
        var timer = await run.Work.NextAsync<TimerInfo>();
        Assert.False(timer.IsPastDue);
    }

    [Fact]
    public async Task Runs_missed_while_the_host_was_off_are_made_up_for_by_one_that_says_so()
    {
        await using (await Run.StartAsync(_data, _clock))
            await AdvanceToAsync(FirstRun.AddMinutes(-1));
        _clock.Set(FirstRun.AddHours(3).AddMinutes(1));

        await using var run = await Run.StartAsync(_data, _clock);

        var timer = await run.Work.NextAsync<TimerInfo>();
        Assert.True(timer.IsPastDue);
        Assert.Equal(FirstRun, timer.ScheduleStatus!.Next);
        await _clock.SomebodyWaitsAsync();
        Assert.True(run.Work.IsIdle);
    }

    [Fact]
    public async Task A_run_that_takes_longer_than_the_interval_is_never_overtaken()
    {
        var release = new TaskCompletionSource();
        await using var run = await Run.StartAsync(_data, _clock);
        run.Work.Do = _ => release.Task;
        await AdvanceToAsync(FirstRun);
        await run.Work.NextAsync<TimerInfo>();

        _clock.Advance(TimeSpan.FromMinutes(25));
        Assert.True(run.Work.IsIdle);

        release.SetResult();
        await AdvanceToAsync(FirstRun.AddMinutes(30));
        Assert.Equal(FirstRun.AddMinutes(30), (await run.Work.NextAsync<TimerInfo>()).ScheduleStatus!.Next);
    }

    [Fact]
    public async Task A_failing_run_does_not_end_the_schedule()
    {
        await using var run = await Run.StartAsync(_data, _clock);
        run.Work.Do = _ => throw new InvalidOperationException("this time");
        await AdvanceToAsync(FirstRun);
        await run.Work.NextAsync<TimerInfo>();

        await AdvanceToAsync(FirstRun.AddMinutes(10));

        await run.Work.NextAsync<TimerInfo>();
    }

    [Fact]
    public async Task A_clock_set_back_does_not_silence_the_timer()
    {
        await using var run = await Run.StartAsync(_data, _clock);
        await _clock.SomebodyWaitsAsync();
        _clock.Set(SampleHost.Start.AddHours(-1));
        _clock.Advance(TimeSpan.FromMinutes(1));

        await AdvanceToAsync(FirstRun.AddHours(-1));

        await run.Work.NextAsync<TimerInfo>();
    }

    [Fact]
    public async Task An_unreadable_status_file_counts_as_none()
    {
        Directory.CreateDirectory(_data["timers"]);
        await File.WriteAllTextAsync(_data[$"timers/{nameof(SampleTimers.Monitored)}.json"], "{ half");

        await using var run = await Run.StartAsync(_data, _clock);
        await AdvanceToAsync(FirstRun);

        Assert.False((await run.Work.NextAsync<TimerInfo>()).IsPastDue);
    }

    /// <summary>The loop never waits longer than a minute, so neither do the steps.</summary>
    private async Task AdvanceToAsync(DateTime to)
    {
        while (_clock.GetUtcNow() < to)
        {
            await _clock.SomebodyWaitsAsync();
            var left = to - _clock.GetUtcNow().UtcDateTime;
            _clock.Advance(left < TimeSpan.FromMinutes(1) ? left : TimeSpan.FromMinutes(1));
        }
    }

    private sealed class Run(SampleHost host, TimerLoop loop) : IAsyncDisposable
    {
        public SampleWork Work => host.Work;

        public static async Task<Run> StartAsync(TempFolder data, ManualClock clock)
        {
            var host = new SampleHost(data, clock);
            var loop = host.Get<IEnumerable<IHostedService>>().OfType<TimerLoop>().Single();
            await loop.StartAsync(CancellationToken.None);
            return new(host, loop);
        }

        public async ValueTask DisposeAsync()
        {
            await loop.StopAsync(CancellationToken.None);
            await host.DisposeAsync();
        }
    }
}
