using StrengthDays.Coaching.Mail;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;

namespace StrengthDays.Coaching.Operation;

/// <summary>
/// An operator's word that a parked row may be tried again. What its mail said in the ledger is taken back, so that it
/// can be settled anew; a mail that is no longer wanted or whose time is over stays as it ended.
/// </summary>
public sealed class Releasing(
    IPlanStore plans, IDueIndex due, IAlertStore alerts, IMailTransport transport, TimeProvider clock)
{
    /// <param name="id">See <see cref="ParkedRow.Id"/>; may come from outside.</param>
    public async Task<Released> RunAsync(string id, CancellationToken cancellationToken)
    {
        if (await due.FindParkedAsync(id, cancellationToken) is not { } parked)
            return Released.NotFound;
        if (await FindSentAsync(parked.Row, cancellationToken) is { } sent)
            return await ReopenAsync(parked, sent, cancellationToken);
        return await due.ReleaseAsync(id, cancellationToken) ? Released.Due : Released.NotFound;
    }

    private Task<SentMail?> FindSentAsync(DueRow row, CancellationToken cancellationToken) =>
        row.Defect is null ? plans.FindSentAsync(row.Mail, cancellationToken) : Task.FromResult<SentMail?>(null);

    private async Task<Released> ReopenAsync(ParkedRow parked, SentMail sent, CancellationToken cancellationToken)
    {
        var released = await DecideAsync(parked.Row, sent, cancellationToken) switch
        {
            { Inputs: { } inputs } => await TryAgainAsync(parked.Row, sent, inputs, cancellationToken),
            { Outcome: Released.Arrived } => await NoteArrivalAsync(sent, cancellationToken),
            var over => over.Outcome,
        };
        await due.ForgetParkedAsync(parked, cancellationToken);
        return released;
    }

    private async Task<(Released Outcome, PlanInputs? Inputs)> DecideAsync(
        DueRow row, SentMail sent, CancellationToken cancellationToken)
    {
        if (sent.Status is not (SentStatus.Failed or SentStatus.Unknown))
            return (Released.Settled, null);
        if (await transport.FindAsync(row.Mail.OperationId, cancellationToken) is SubmissionState.Known)
            return (Released.Arrived, null);
        if (row.Deadline <= clock.GetUtcNow())
            return (Released.TooLate, null);
        var plan = await plans.FindPlanAsync(row.Mail.Plan, cancellationToken);
        return plan is { TakesMail: true }
            ? (Released.Due, plan.Inputs)
            : (Released.Unwanted, null);
    }

    // The row keeps the tag of the header it knew: the plan has moved on since, and must not be moved back.
    private async Task<Released> TryAgainAsync(
        DueRow row, SentMail sent, PlanInputs inputs, CancellationToken cancellationToken)
    {
        if (!await plans.ReviseSentAsync(sent, null, cancellationToken))
            return Released.Settled;
        var again = row with
        {
            Inputs = StoredJson.Write(inputs),
            State = DueState.Due,
            Attempt = 0,
            FirstSent = null,
            Owner = null,
            LeaseUntil = null,
            ETag = null,
        };
        await alerts.ForgetAsync([sent], cancellationToken);
        await due.MoveOnAsync([again], [], cancellationToken);
        return Released.Due;
    }

    private async Task<Released> NoteArrivalAsync(SentMail sent, CancellationToken cancellationToken)
    {
        var arrived = sent with { Status = SentStatus.Accepted, Reason = null };
        await plans.ReviseSentAsync(sent, arrived, cancellationToken);
        await alerts.ForgetAsync([sent], cancellationToken);
        return Released.Arrived;
    }
}

/// <summary>What became of a parked row that was to be released.</summary>
public enum Released
{
    /// <summary>Nothing is parked under this id.</summary>
    NotFound,

    /// <summary>Due again.</summary>
    Due,

    /// <summary>The transport has had the mail all the time; nothing is sent.</summary>
    Arrived,

    /// <summary>Somebody settled the mail meanwhile.</summary>
    Settled,

    /// <summary>The mail's time is over.</summary>
    TooLate,

    /// <summary>The plan is gone, or wants no more mails.</summary>
    Unwanted,
}
