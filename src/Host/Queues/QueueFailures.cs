using StrengthDays.Coaching.Dispatch;
using StrengthDays.Host.Invocation;

namespace StrengthDays.Host.Queues;

/// <summary>
/// What becomes of a message whose function failed: another try after a while, then the poison folder.
/// </summary>
internal sealed partial class QueueFailures(
    FunctionApp app,
    InProcessQueues queues,
    QueueFiles files,
    TimeProvider clock,
    ILogger<QueueFailures> logger)
{
    /// <param name="message">With the attempt that failed counted.</param>
    public void Handle(QueuedMessage message, Exception failure, CancellationToken stopping)
    {
        if (message.DequeueCount >= app.HostJson.Queues.MaxDequeueCount && IsSetAside(message, failure))
            return;

        Log.WillRetry(logger, message.Queue, message.DequeueCount, failure);
        _ = ReturnLaterAsync(message, stopping);
    }

    private bool IsSetAside(QueuedMessage message, Exception failure)
    {
        try
        {
            files.Poison(message);
            // The hash finds the message without putting what it says into a log.
            Log.Poisoned(logger, message.Queue, QueueFiles.Hash(message.Text), failure);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private async Task ReturnLaterAsync(QueuedMessage message, CancellationToken stopping)
    {
        await Task.Delay(app.HostJson.Queues.VisibilityTimeout, clock, stopping);
        await queues.AddAsync(QueueFiles.Again(message), stopping);
    }

    private static partial class Log
    {
        [LoggerMessage(10, LogLevel.Warning, "Queue {Queue}: attempt {Attempt} failed")]
        public static partial void WillRetry(ILogger logger, string queue, int attempt, Exception failure);

        [LoggerMessage(Alerts.Poison, LogLevel.Error, "Queue {Queue}: message {Hash} is poison")]
        public static partial void Poisoned(ILogger logger, string queue, string hash, Exception failure);
    }
}
