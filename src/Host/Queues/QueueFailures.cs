using System.Security.Cryptography;
using System.Text;

namespace StrengthDays.Host.Queues;

/// <summary>What becomes of a message whose function failed: another try after a while, then the poison queue.</summary>
internal sealed partial class QueueFailures(
    HostJson host,
    InProcessQueues queues,
    TimeProvider clock,
    ILogger<QueueFailures> logger)
{
    public QueueRules Rules => host.Queues;

    public void Handle(QueuedMessage message, Exception failure, CancellationToken stopping)
    {
        if (message.DequeueCount < Rules.MaxDequeueCount)
        {
            Log.WillRetry(logger, message.Queue, message.DequeueCount, failure);
            _ = ReturnLaterAsync(message, stopping);
            return;
        }

        // The hash finds the message without putting what it says into a log.
        Log.Poisoned(logger, message.Queue, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(message.Text))), failure);
        queues.Add(message.Queue + "-poison", [message.Text]);
    }

    private async Task ReturnLaterAsync(QueuedMessage message, CancellationToken stopping)
    {
        await Task.Delay(Rules.VisibilityTimeout, clock, stopping);
        await queues.AddAsync(message, stopping);
    }

    private static partial class Log
    {
        [LoggerMessage(10, LogLevel.Warning, "Queue {Queue}: attempt {Attempt} failed")]
        public static partial void WillRetry(ILogger logger, string queue, int attempt, Exception failure);

        [LoggerMessage(11, LogLevel.Error, "Queue {Queue}: message {Hash} is poison")]
        public static partial void Poisoned(ILogger logger, string queue, string hash, Exception failure);
    }
}
