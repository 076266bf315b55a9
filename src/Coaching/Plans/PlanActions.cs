using StrengthDays.Coaching.Dispatch;

namespace StrengthDays.Coaching.Plans;

/// <summary>Changes a plan and sends at once what the change says to the runner.</summary>
public sealed class PlanActions(PlanChanges changes, Deliveries deliveries)
{
    public Task<PlanHeader> CreateAsync(PlanChange change, CancellationToken cancellationToken) =>
        SendAsync(changes.CreateAsync(change, cancellationToken))!;

    /// <summary>The plan as it is afterwards; null when there is none.</summary>
    public Task<PlanHeader?> ApplyAsync(
        PlanId id, Func<PlanHeader, PlanChange?> decide, CancellationToken cancellationToken) =>
        SendAsync(changes.ApplyAsync(id, decide, cancellationToken));

    private async Task<PlanHeader?> SendAsync(Task<Changed> change)
    {
        var changed = await change;
        // The change is made: a caller who hangs up must not leave its mail half sent.
        await deliveries.TryNowAsync(changed.DueNow, CancellationToken.None);
        return changed.Header;
    }
}
