namespace StrengthDays.Coaching.Tests.Host;

/// <summary>A clock that moves only when told, and says when somebody waits for it.</summary>
internal sealed class ManualClock(DateTimeOffset now) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<Alarm> _alarms = [];
    private readonly SemaphoreSlim _armed = new(0);
    private DateTimeOffset _now = now;
    private long _elapsed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _elapsed;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        return alarm;
    }

    /// <summary>Completes once for every wait that somebody began.</summary>
    public async Task SomebodyWaitsAsync() =>
        Assert.True(await _armed.WaitAsync(TimeSpan.FromSeconds(30)), "Nobody waits for the clock.");

    /// <summary>True while somebody waits who waits no longer than this.</summary>
    public bool IsAwaited(TimeSpan atMost)
    {
        lock (_gate)
            return _alarms.Exists(a => a.Length <= atMost);
    }

    /// <summary>Lets time pass; who waited long enough goes on.</summary>
    public void Advance(TimeSpan by)
    {
        Set(_now + by);
        List<Alarm> due;
        lock (_gate)
        {
            _elapsed += by.Ticks;
            due = [.. _alarms.Where(a => a.At <= _elapsed)];
            _alarms.RemoveAll(due.Contains);
        }

        due.ForEach(a => a.Ring());
    }

    /// <summary>Somebody sets the wall clock; no time passes.</summary>
    public void Set(DateTimeOffset to) => _now = to;

    private sealed class Alarm(ManualClock clock, Action ring) : ITimer
    {
        public long At { get; private set; }

        public TimeSpan Length { get; private set; }

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                clock._alarms.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan)
                    return true;
                (At, Length) = (clock._elapsed + dueTime.Ticks, dueTime);
                clock._alarms.Add(this);
            }

            clock._armed.Release();
            return true;
        }

        public void Dispose()
        {
            lock (clock._gate)
                clock._alarms.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
