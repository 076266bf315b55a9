using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Storage;

namespace StrengthDays.Coaching.Plans;

/// <summary>
/// Takes a questionnaire and asks its address for a confirmation. Nothing that the caller can see depends on whether
/// the address is known; nobody gets more than one such mail a day, and three in all, until they confirm.
/// </summary>
public sealed class SignUp(IPlanStore plans, PlanActions actions, People people, TimeProvider clock)
{
    public const int MostConfirmations = 3;

    private static readonly TimeSpan Cooldown = TimeSpan.FromDays(1);

    public async Task RunAsync(Enrolment enrolment, CancellationToken cancellationToken)
    {
        while (true)
        {
            var asked = default(Asked);
            // The counter goes first: two sign-ups at the same moment must not both send.
            await people.UpdateAsync(
                enrolment.Email, person => Ask(person, clock.GetUtcNow(), out asked), cancellationToken);
            if (asked is null
                || await StoreAsync(asked, enrolment, cancellationToken) is { Status: PlanStatus.Pending })
                return;
            // It was confirmed meanwhile, so this is another one.
            if (await plans.FindPlanAsync(asked.Plan, cancellationToken) is { } confirmed)
                await people.ConfirmAsync(confirmed, confirmed.Successor ?? confirmed.Id, cancellationToken);
        }
    }

    /// <summary>
    /// Nothing asked when no mail may be sent and nothing waits for a confirmation: then nothing is stored either.
    /// </summary>
    private static Person Ask(Person person, DateTimeOffset now, out Asked? asked)
    {
        var mayAsk = person.Confirmations < MostConfirmations && !(now - person.LastConfirmation < Cooldown);
        var next = !mayAsk ? person : person with
        {
            Pending = person.Pending ?? PlanId.New(),
            Confirmations = person.Confirmations + 1,
            LastConfirmation = now,
        };
        asked = next.Pending is { } plan ? new Asked(plan, next.Confirmations, mayAsk) : null;
        return next;
    }

    private async Task<PlanHeader?> StoreAsync(Asked asked, Enrolment enrolment, CancellationToken cancellationToken)
    {
        if (await plans.FindPlanAsync(asked.Plan, cancellationToken) is not null)
            return await actions.ApplyAsync(asked.Plan, plan => Answer(plan, asked.IsNew), cancellationToken);
        // Also where a process died between the counter and the plan: the mail it counted was never written.
        var header = new PlanHeader
        {
            Id = asked.Plan,
            Status = PlanStatus.Pending,
            Inputs = new PlanInputs(enrolment, [], LinkGenerations.First),
            Consent = new Consent(Consent.Wording, clock.GetUtcNow()),
        };
        return await actions.CreateAsync(Answer(header, isNew: true)!, cancellationToken);

        PlanChange? Answer(PlanHeader plan, bool isNew) => plan.Status is not PlanStatus.Pending
            ? null
            : new PlanChange(
                plan with
                {
                    Inputs = plan.Inputs with { Enrolment = enrolment },
                    Consent = new Consent(Consent.Wording, clock.GetUtcNow()),
                },
                isNew ? MailKind.Confirm : null,
                asked.Number);
    }

    /// <param name="Number">Of the confirmation mail.</param>
    /// <param name="IsNew">False when that mail was counted by an earlier sign-up.</param>
    private sealed record Asked(PlanId Plan, int Number, bool IsNew);
}
