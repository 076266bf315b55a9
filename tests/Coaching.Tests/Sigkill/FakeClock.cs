using System.Globalization;
using StrengthDays.Coaching.Tests.Host;

namespace StrengthDays.Coaching.Tests.Sigkill;

/// <summary>The wall clock of another process, which somebody sets while it runs; with libfaketime.</summary>
internal sealed class FakeClock : IDisposable
{
    private readonly TempFolder _folder = new();

    public FakeClock() => Set(TimeSpan.Zero);

    /// <summary>How far it is ahead of the machine's.</summary>
    public TimeSpan Ahead { get; private set; }

    public DateTimeOffset Now => TimeProvider.System.GetUtcNow() + Ahead;

    public IEnumerable<(string Name, string Value)> Environment =>
    [
        ("LD_PRELOAD", Library()),
        ("FAKETIME_TIMESTAMP_FILE", _folder["clock"]),
        ("FAKETIME_NO_CACHE", "1"),
        ("FAKETIME_DONT_FAKE_MONOTONIC", "1"),
        ("NO_FAKE_STAT", "1"),
    ];

    public void Set(TimeSpan ahead)
    {
        var seconds = (long)ahead.TotalSeconds;
        Ahead = TimeSpan.FromSeconds(seconds);
        var half = _folder["clock.tmp"];
        File.WriteAllText(half, string.Create(CultureInfo.InvariantCulture, $"{seconds:+0;-0}\n"));
        File.Move(half, _folder["clock"], overwrite: true);
    }

    public void Dispose() => _folder.Dispose();

    // Debian keeps it in a folder of the machine's architecture.
    private static string Library() => Directory.GetDirectories("/usr/lib")
        .Select(folder => Path.Combine(folder, "faketime", "libfaketimeMT.so.1"))
        .FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("libfaketime is missing: apt-get install faketime.");
}
