using Microsoft.Azure.Functions.Worker;
using StrengthDays.Host.Invocation;

namespace StrengthDays.Host.Queues;

/// <summary>Hands messages to queue-triggered functions, several at a time as host.json says.</summary>
internal sealed class QueueListener(
    FunctionApp app,
    FunctionRunner runner,
    InProcessQueues queues,
    QueueFiles files,
    QueueFailures failures) : BackgroundService
{
    /// <summary>
    /// Handles what waits now and what that work adds, one message after the other; failures wait their delay.
    /// </summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        var handled = true;
        while (handled)
        {
            handled = false;
            foreach (var (function, trigger) in app.With<QueueTriggerAttribute>())
            {
                while (queues.Reader(trigger.QueueName).TryRead(out var message))
                {
                    await HandleAsync(function, message, cancellationToken);
                    handled = true;
                }
            }
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        app.With<QueueTriggerAttribute>().Select(q => ListenAsync(q.Function, q.Trigger.QueueName, stoppingToken)));

    private Task ListenAsync(
        HostedFunction function, string queue, CancellationToken stopping) => Parallel.ForEachAsync(
        queues.Reader(queue).ReadAllAsync(stopping),
        new ParallelOptions { MaxDegreeOfParallelism = app.HostJson.Queues.Concurrency, CancellationToken = stopping },
        async (message, _) => await HandleAsync(function, message, stopping));

    private async Task HandleAsync(HostedFunction function, QueuedMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await runner.RunAsync(function, message.Text, cancellationToken);
            files.Done(message);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            failures.Handle(message with { DequeueCount = message.DequeueCount + 1 }, failure, cancellationToken);
        }
    }
}
