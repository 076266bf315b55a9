namespace StrengthDays.Host.Simulation;

/// <summary>
/// Time stands still until it is told to go on. Work takes no time, so nothing that waits may be started on it.
/// </summary>
internal sealed class SimulatedClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.UtcTicks;

    public void GoTo(DateTimeOffset time) =>
        _now = time >= _now ? time : throw new ArgumentOutOfRangeException(nameof(time), time, "Time only goes on.");

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        throw new NotSupportedException("Nothing waits in a simulation.");
}
