using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Dispatch;

namespace StrengthDays.Coaching.Plans;

/// <summary>The two ways out, no more mails or nothing left at all, and the way back from the first.</summary>
public sealed class Leaving(PlanActions actions, Forgetting forgetting, People people)
{
    /// <summary>A sign-up that was never confirmed is erased: there is nothing else to stop.</summary>
    public Task UnsubscribeAsync(PlanHeader plan, CancellationToken cancellationToken) =>
        plan.Status is PlanStatus.Pending
        ? forgetting.EraseAsync(plan, cancellationToken)
        : actions.ApplyAsync(plan.Id, Stop, cancellationToken);

    public Task EraseAsync(PlanHeader plan, CancellationToken cancellationToken) =>
        forgetting.EraseAsync(plan, cancellationToken);

    /// <summary>Mails come again from now on; what lay between is not made up for.</summary>
    /// <returns>Why they do not; null when they do.</returns>
    public async Task<Problem?> ReturnAsync(PlanHeader plan, CancellationToken cancellationToken)
    {
        if (await people.FindAsync(plan.Inputs.Enrolment.Email, cancellationToken) is { Suppressed: not null })
            return Problem.Conflict(
                "Mails to your address came back or were reported as unwanted. Fill in the form and confirm it: that "
                + "shows that they are welcome.");
        await actions.ApplyAsync(plan.Id, GoOn, cancellationToken);
        return null;
    }

    private static PlanChange? GoOn(PlanHeader plan) => plan.Status is PlanStatus.Unsubscribed
        ? new(plan with { Status = PlanStatus.Active, Revision = plan.Revision + 1 })
        : null;

    private static PlanChange? Stop(PlanHeader plan) => plan.Status is PlanStatus.Unsubscribed
        ? null
        : new(plan with { Status = PlanStatus.Unsubscribed, Revision = plan.Revision + 1 });
}
