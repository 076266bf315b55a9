using StrengthDays.Coaching.Tests.Host;

namespace StrengthDays.Coaching.Tests.Sigkill;

/// <summary>The host delivers with little memory and one thread beside the one that starts it.</summary>
[Trait("Fault", "F33")]
public sealed class ScarceMemoryTests
{
    private static readonly TimeProvider _clock = TimeProvider.System;

    [Fact]
    [Trait("Category", "Once")]
    public async Task With_48_megabytes_for_its_objects_and_two_threads_it_delivers_everything_once()
    {
        using var folder = new TempFolder();
        var date = await SeededRunners.SeedAsync(folder, _clock.GetUtcNow());
        var delivered = new DeliveredFolder(folder.Path);
        SigkillTests.HintAtEverything(folder);

        using var host = HostProcess.Start(
            folder.Path,
            [
                ("DOTNET_GCHeapHardLimit", "0x3000000"),
                ("DOTNET_ThreadPool_ForceMinWorkerThreads", "1"),
                ("DOTNET_ThreadPool_ForceMaxWorkerThreads", "2"),
            ]);
        await SigkillTests.UntilAsync(() => delivered.IsQuiet(_clock.GetUtcNow()), host, TimeSpan.FromMilliseconds(90));

        Assert.Empty(delivered.Complaints(date, _clock.GetUtcNow()));
    }
}
