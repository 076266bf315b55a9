using StrengthDays.Coaching.Tests.Host;

namespace StrengthDays.Coaching.Tests.Sigkill;

/// <summary>The host is asked to stop while it delivers: it ends by itself, and what is left is sent by the next one.</summary>
[Trait("Fault", "F35")]
public sealed class SigtermTests
{
    private static readonly TimeProvider _clock = TimeProvider.System;

    [Fact]
    [Trait("Category", "Once")]
    public async Task Asked_to_stop_it_ends_in_order_and_the_next_start_finds_nothing_half_done()
    {
        using var folder = new TempFolder();
        var date = await SeededRunners.SeedAsync(folder, _clock.GetUtcNow());
        var delivered = new DeliveredFolder(folder.Path);
        SigkillTests.HintAtEverything(folder);
        using (var host = HostProcess.Start(folder.Path))
        {
            await SigkillTests.UntilAsync(() => delivered.Mails > 20, host, TimeSpan.FromMilliseconds(3));
            Assert.Equal(0, await host.StopAsync());
        }

        using var next = HostProcess.Start(folder.Path);
        await SigkillTests.UntilAsync(
            () => delivered.IsQuiet(_clock.GetUtcNow()), next, TimeSpan.FromMilliseconds(90));

        Assert.Empty(delivered.Complaints(date, _clock.GetUtcNow()));
    }
}
