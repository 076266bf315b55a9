using Microsoft.Azure.Functions.Worker;
using StrengthDays.Coaching.Dispatch;

namespace StrengthDays.Functions;

public sealed class Repair(NightlyRepair repair)
{
    [Function(nameof(RepairAll))]
    [QueueOutput(Queues.Repairs)]
    public string[] RepairAll([TimerTrigger("0 20 2 * * *")] TimerInfo timer) => [.. NightlyRepair.Slices];

    [Function(nameof(Repair))]
    public Task Run([QueueTrigger(Queues.Repairs)] string slice, CancellationToken cancellationToken) =>
        repair.RunAsync(slice, cancellationToken);
}
