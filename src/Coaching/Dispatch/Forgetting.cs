using StrengthDays.Coaching.Mail;
using StrengthDays.Coaching.Operation;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;

namespace StrengthDays.Coaching.Dispatch;

/// <summary>
/// Takes away what we hold about somebody; the keyed hash of the address stays, with its counters and its suppression.
/// </summary>
public sealed class Forgetting(
    IPlanStore plans,
    IDueIndex due,
    People people,
    IMailTransport transport,
    MailAlerts alerts,
    TimeProvider clock)
{
    /// <summary>The end of a sign-up that was not confirmed, or became a revision of another plan.</summary>
    public async Task ForgetSignUpAsync(PlanId id, string email, CancellationToken cancellationToken)
    {
        if (await plans.FindPlanAsync(id, cancellationToken) is not { } header
            || (header.Status is not PlanStatus.Pending && header.Successor is null))
            return;
        await EraseMailsAsync(header, cancellationToken);
        await plans.ErasePlanAsync(id, cancellationToken);
        await LetGoAsync(id, email, cancellationToken);
    }

    /// <summary>A promise first: whoever dies on the way leaves it, and the next tick keeps it.</summary>
    public async Task EraseAsync(PlanHeader header, CancellationToken cancellationToken)
    {
        var promise = DueRows.Erasure(header, clock.GetUtcNow());
        await due.MoveOnAsync([promise], [], cancellationToken);
        await EraseAsync(header.Id, header.Inputs.Enrolment.Email, cancellationToken);
        await due.MoveOnAsync([], [promise.Key], cancellationToken);
    }

    /// <summary>
    /// What is left of a plan; nothing is fine. Due rows first, so that no mail leaves any more; one that is leaving
    /// right now finds no plan when it settles.
    /// </summary>
    internal async Task EraseAsync(PlanId id, string email, CancellationToken cancellationToken)
    {
        if (await plans.FindPlanAsync(id, cancellationToken) is { } header)
        {
            var keys = header.Letters.Select(l => DueKey.Immediate(id, l)).ToList();
            if (header.Next is { } next)
                keys.Add(DueKey.Scheduled(id, next.At));
            await due.MoveOnAsync([], [.. keys], cancellationToken);
            await EraseMailsAsync(header, cancellationToken);
        }

        await plans.ErasePlanAsync(id, cancellationToken);
        await LetGoAsync(id, email, cancellationToken);
    }

    /// <summary>Those in the ledger, and those that may be on their way to it.</summary>
    private async Task EraseMailsAsync(PlanHeader header, CancellationToken cancellationToken)
    {
        var sent = await plans.ListSentAsync(header.Id, cancellationToken);
        await alerts.ForgetAsync(sent, cancellationToken);
        var mails = sent.Select(s => s.Key)
            .Concat(header.Letters.Select(l => MailKey.Of(header.Id, l)));
        if (header.Next is { } next)
            mails = mails.Append(MailKey.On(header.Id, next.Date));
        await transport.ForgetAsync([.. mails.Select(m => m.OperationId)], cancellationToken);
    }

    private async Task LetGoAsync(PlanId id, string email, CancellationToken cancellationToken)
    {
        await due.ForgetParkedAsync(id, cancellationToken);
        await people.UpdateAsync(
            email,
            person => person with
            {
                Plan = person.Plan == id ? null : person.Plan,
                Pending = person.Pending == id ? null : person.Pending,
            },
            cancellationToken);
    }
}
