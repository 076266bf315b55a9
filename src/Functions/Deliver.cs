using Microsoft.Azure.Functions.Worker;
using StrengthDays.Coaching.Dispatch;

namespace StrengthDays.Functions;

public sealed class Deliver(Deliveries deliveries)
{
    [Function(nameof(Deliver))]
    public Task Run([QueueTrigger(Queues.Deliveries)] string bucket, CancellationToken cancellationToken) =>
        deliveries.RunAsync(bucket, cancellationToken);
}
