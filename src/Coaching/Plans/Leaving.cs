using StrengthDays.Coaching.Dispatch;

namespace StrengthDays.Coaching.Plans;

/// <summary>The two ways out: no more mails, or nothing left at all.</summary>
public sealed class Leaving(PlanActions actions, Forgetting forgetting)
{
    /// <summary>A sign-up that was never confirmed is erased: there is nothing else to stop.</summary>
    public Task UnsubscribeAsync(PlanHeader plan, CancellationToken cancellationToken) =>
        plan.Status is PlanStatus.Pending
        ? forgetting.EraseAsync(plan, cancellationToken)
        : actions.ApplyAsync(plan.Id, Stop, cancellationToken);

    public Task EraseAsync(PlanHeader plan, CancellationToken cancellationToken) =>
        forgetting.EraseAsync(plan, cancellationToken);

    private static PlanChange? Stop(PlanHeader plan) => plan.Status is PlanStatus.Unsubscribed
        ? null
        : new(plan with { Status = PlanStatus.Unsubscribed, Revision = plan.Revision + 1 });
}
