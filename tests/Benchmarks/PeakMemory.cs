using System.Diagnostics;

namespace StrengthDays.Benchmarks;

/// <summary>
/// The most memory this process has had resident since it was made; the operating system's own peak would count the
/// seeding as well.
/// </summary>
internal sealed class PeakMemory : IDisposable
{
    private readonly Timer _timer;
    private long _peak;

    public PeakMemory()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        _timer = new Timer(_ => Sample(), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(50));
    }

    public double Megabytes => Volatile.Read(ref _peak) / 1e6;

    public void Dispose() => _timer.Dispose();

    private void Sample()
    {
        using var process = Process.GetCurrentProcess();
        _peak = Math.Max(_peak, process.WorkingSet64);
    }
}
