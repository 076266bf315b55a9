using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace StrengthDays.Coaching.Operation;

/// <summary>Writes the tally of this process every few seconds and when it stops.</summary>
public sealed partial class TallyWriter(MailTally tally, TimeProvider clock, ILogger<TallyWriter> logger)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryFlushAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(Pause, clock, stoppingToken);
            await TryFlushAsync(stoppingToken);
        }
    }

    private async Task TryFlushAsync(CancellationToken cancellationToken)
    {
        try
        {
            await tally.FlushAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.NotWritten(logger, failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(40, LogLevel.Warning, "The counts of mails wait for the store")]
        public static partial void NotWritten(ILogger logger, Exception failure);
    }
}
