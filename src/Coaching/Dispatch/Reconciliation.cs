using System.Collections.Immutable;
using StrengthDays.Coaching.Mail;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;

namespace StrengthDays.Coaching.Dispatch;

/// <summary>
/// For rows whose worker died or got no answer: first the ledger, then the transport, and only what both have never
/// seen is sent again, with the same operation id.
/// </summary>
public sealed class Reconciliation(IPlanStore plans, IDueIndex due, IMailTransport transport)
{
    /// <summary>
    /// Passes fresh jobs through and sorts the others; those that nobody can tell about keep their lease.
    /// </summary>
    internal async Task<ImmutableArray<SendJob>> RunAsync(
        ImmutableArray<SendJob> jobs, List<Finished> finished, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var send = ImmutableArray.CreateBuilder<SendJob>(jobs.Length);
        foreach (var job in jobs)
        {
            if (job.Row.State is DueState.Due)
                send.Add(job);
            else if (await plans.FindSentAsync(job.Row.Mail, cancellationToken) is not null)
                finished.Add(new(job.Row, job.Following, job.Sent));
            else if (job.Row.State is DueState.Recovered)
                send.Add(job);
            else if (await AskAsync(job, now, cancellationToken) is { } over)
                finished.AddRange(over.Sent is null ? [] : [over]);
            else if (await due.ReplaceAsync([Again(job.Row)], cancellationToken) is [var row])
                send.Add(job with { Row = row });
        }

        return send.ToImmutable();
    }

    private static DueRow Again(DueRow row) => row with { State = DueState.Submitting, Attempt = row.Attempt + 1 };

    /// <summary>Null to send again; without a ledger row, to wait.</summary>
    private async Task<Finished?> AskAsync(SendJob job, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var state = await transport.FindAsync(job.Mail.OperationId, cancellationToken);
        if (state is SubmissionState.Known)
            return new(job.Row, job.Following, job.Sent);
        var late = job.Row.Deadline <= now;
        if (state is SubmissionState.NoAnswer)
            return late
                ? Over(job, SentStatus.Unknown, "the transport gave no answer", park: true)
                : new(job.Row, job.Following, null);
        if (late)
            return Over(job, SentStatus.Expired, MissedReasons.TooLate);
        if (job.Row.Attempt >= JobPlanner.MostAttempts)
            return Over(job, SentStatus.Failed, JobPlanner.GaveUp, park: true);
        return await MayReceiveAsync(job, cancellationToken)
            ? null
            : Over(job, SentStatus.Skipped, SkipReasons.Unsubscribed);
    }

    // The claim was the last look once; this attempt may be much later.
    private async Task<bool> MayReceiveAsync(SendJob job, CancellationToken cancellationToken) =>
        await plans.FindPlanAsync(job.Row.Mail.Plan, cancellationToken) is
        { Status: PlanStatus.Active or PlanStatus.Pending or PlanStatus.Ended };

    private static Finished Over(SendJob job, SentStatus status, string reason, bool park = false) =>
        new(job.Row, job.Following, job.Sent with { Status = status, Reason = reason }, park ? reason : null);
}
