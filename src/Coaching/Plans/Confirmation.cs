using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Time;

namespace StrengthDays.Coaching.Plans;

/// <summary>
/// The click that starts everything. One plan per address: a later sign-up becomes a new revision of the plan there is.
/// Doing it again finds it done.
/// </summary>
public sealed class Confirmation(IPlanStore plans, PlanActions actions, People people, TimeProvider clock)
{
    /// <param name="signUp">As opened by the confirmation link.</param>
    /// <returns>The plan that is active now, or what became of it; null when it was erased meanwhile.</returns>
    public async Task<PlanHeader?> RunAsync(PlanHeader signUp, CancellationToken cancellationToken)
    {
        var plan = signUp switch
        {
            { Successor: { } successor } => await plans.FindPlanAsync(successor, cancellationToken),
            { Status: PlanStatus.Pending } => await ActivateAsync(signUp, cancellationToken),
            _ => signUp,
        };
        // Also when it was done before: that time may have ended right here.
        if (plan is not null)
            await people.ConfirmAsync(signUp, plan.Id, cancellationToken);
        return plan;
    }

    private async Task<PlanHeader?> ActivateAsync(PlanHeader signUp, CancellationToken cancellationToken)
    {
        var person = await people.FindAsync(signUp.Inputs.Enrolment.Email, cancellationToken);
        var earlier = person?.Plan is { } plan && plan != signUp.Id
            ? await ReviseAsync(plan, signUp, cancellationToken)
            : null;
        return earlier ?? await actions.ApplyAsync(signUp.Id, Start, cancellationToken);
    }

    private async Task<PlanHeader?> ReviseAsync(PlanId earlier, PlanHeader signUp, CancellationToken cancellationToken)
    {
        var plan = await actions.ApplyAsync(earlier, before => Replace(before, signUp), cancellationToken);
        if (plan is not null)
            await actions.ApplyAsync(
                signUp.Id,
                shell => new(shell with { Status = PlanStatus.Ended, Successor = earlier }),
                cancellationToken);
        return plan;
    }

    private PlanChange? Start(PlanHeader signUp) => signUp.Status is PlanStatus.Pending
        ? new(
            signUp with { Status = PlanStatus.Active, SignUp = signUp.Id, Inputs = Today(signUp.Inputs) },
            MailKind.Welcome)
        : null;

    // What happened to the earlier answers, pauses for example, ends with them; the mails that were sent stay.
    private PlanChange? Replace(PlanHeader before, PlanHeader signUp) => before.SignUp == signUp.Id
        ? null
        : new(
            before with
            {
                Status = PlanStatus.Active,
                SignUp = signUp.Id,
                Inputs = Today(signUp.Inputs) with { Links = before.Inputs.Links },
                Consent = signUp.Consent,
                Revision = before.Revision + 1,
            },
            MailKind.Welcome);

    /// <summary>A plan starts at the later of the date asked for and the runner's today.</summary>
    private PlanInputs Today(PlanInputs inputs)
    {
        var training = inputs.Enrolment.Training;
        var today = Zones.DateAt(clock.GetUtcNow(), inputs.Enrolment.TimeZone);
        return training.StartOn >= today
            ? inputs
            : inputs with { Enrolment = inputs.Enrolment with { Training = training with { StartOn = today } } };
    }
}
