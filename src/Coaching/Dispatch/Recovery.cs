using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StrengthDays.Coaching.Storage;

namespace StrengthDays.Coaching.Dispatch;

/// <summary>
/// After a start: what a dead process left half done is looked at as soon as no request of its can be in flight any
/// more, instead of at the end of its leases.
/// </summary>
public sealed partial class Recovery(
    IDueIndex due, Tick tick, Deliveries deliveries, TimeProvider clock, ILogger<Recovery> logger) : BackgroundService
{
    private static readonly TimeSpan InFlight = TimeSpan.FromSeconds(5);

    /// <summary>Before anything is served: no lease of this process is there yet.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await due.EndForgottenLeasesAsync(clock.GetUtcNow() + InFlight, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(InFlight, clock, stoppingToken);
            foreach (var bucket in await tick.RunAsync(stoppingToken))
                await deliveries.RunAsync(bucket, stoppingToken);
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            // The tick comes again every minute; only the head start is lost.
            Log.Failed(logger, failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Work that an earlier process left waits for the next tick")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}
