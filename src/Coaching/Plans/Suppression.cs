using StrengthDays.Coaching.Storage;

namespace StrengthDays.Coaching.Plans;

/// <summary>
/// Our own list of addresses that get no mail, kept for good in the rows of people. Only the confirmation mail of a new
/// sign-up still goes there, because confirming it is the one way off the list.
/// </summary>
public sealed class Suppression(Leaving leaving, IPlanStore plans, People people)
{
    /// <param name="plan">Any plan of the address.</param>
    /// <param name="reason">Words for a person, without the address.</param>
    public async Task AddAsync(PlanHeader plan, string reason, CancellationToken cancellationToken)
    {
        var email = plan.Inputs.Enrolment.Email;
        // The due row goes first: then no mail leaves any more that has not left by now.
        if (await people.FindAsync(email, cancellationToken) is { Plan: { } confirmed }
            && await plans.FindPlanAsync(confirmed, cancellationToken) is { } active)
            await leaving.UnsubscribeAsync(active, cancellationToken);
        await people.UpdateAsync(email, person => person with { Suppressed = reason }, cancellationToken);
    }
}
