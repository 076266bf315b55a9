namespace StrengthDays.Benchmarks;

/// <summary>
/// The due minute, whenever the benchmark runs: time runs as fast as always, from the moment it is started on.
/// </summary>
internal sealed class TickClock(DateTimeOffset start) : TimeProvider
{
    private long _started = System.GetTimestamp();

    public void Start() => _started = System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => start + System.GetElapsedTime(_started);
}
