using Microsoft.Azure.Functions.Worker;
using StrengthDays.Host.Invocation;

namespace StrengthDays.Host.Queues;

/// <summary>Looks into the queue folders as often as host.json lets a queue be polled.</summary>
internal sealed partial class QueueFolderWatch(
    FunctionApp app,
    QueueFiles files,
    InProcessQueues queues,
    TimeProvider clock,
    ILogger<QueueFolderWatch> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            foreach (var (_, trigger) in app.With<QueueTriggerAttribute>())
                await LookAsync(trigger.QueueName, stoppingToken);
            await Task.Delay(app.HostJson.Queues.MaxPollingInterval, clock, stoppingToken);
        }
    }

    private async Task LookAsync(string queue, CancellationToken stopping)
    {
        try
        {
            foreach (var message in files.New(queue))
                await queues.AddAsync(message, stopping);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.Unreadable(logger, queue, e);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(12, LogLevel.Warning, "Queue {Queue}: its folder, or a file in it, cannot be read now")]
        public static partial void Unreadable(ILogger logger, string queue, Exception failure);
    }
}
