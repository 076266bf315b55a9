using Microsoft.Azure.Functions.Worker;

namespace StrengthDays.Functions;

public sealed class Tick(Coaching.Dispatch.Tick tick)
{
    [Function(nameof(Tick))]
    [QueueOutput(Queues.Deliveries)]
    public async Task<string[]> Run(
        [TimerTrigger("0 * * * * *", UseMonitor = false)] TimerInfo timer, CancellationToken cancellationToken) =>
        [.. await tick.RunAsync(cancellationToken)];
}
