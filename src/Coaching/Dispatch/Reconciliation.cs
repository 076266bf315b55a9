using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using StrengthDays.Coaching.Mail;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;

namespace StrengthDays.Coaching.Dispatch;

/// <summary>
/// For rows whose worker died or got no answer: first the ledger, then the transport, and only what both have never
/// seen is sent again, with the same operation id. What cannot be found out of one row keeps no other waiting.
/// </summary>
public sealed partial class Reconciliation(
    IPlanStore plans, IDueIndex due, IMailTransport transport, TimeProvider clock, ILogger<Reconciliation> logger)
{
    /// <summary>Asked for at once: a transport that is slow to answer must not use up the leases.</summary>
    private const int AtOnce = 8;

    /// <summary>Nothing more is asked after this; what is left over is asked for when its lease has run out.</summary>
    private static readonly TimeSpan AskFor = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Passes fresh jobs through and sorts the others; those that nobody can tell about keep their lease.
    /// </summary>
    internal async Task<ImmutableArray<SendJob>> RunAsync(
        ImmutableArray<SendJob> jobs, List<Finished> finished, DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var gate = new SemaphoreSlim(AtOnce);
        var verdicts = await Task.WhenAll(jobs.Select(job => JudgeAsync(job, gate, now, cancellationToken)));
        finished.AddRange(verdicts.Select(v => v.Over).OfType<Finished>());
        return [.. verdicts.Select(v => v.Send).OfType<SendJob>()];
    }

    private async Task<Verdict> JudgeAsync(
        SendJob job, SemaphoreSlim gate, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (job.Row.State is DueState.Due)
            return new(job, null);
        await gate.WaitAsync(cancellationToken);
        try
        {
            return clock.GetUtcNow() - now > AskFor ? default : await FindOutAsync(job, now, cancellationToken);
        }
        catch (UnreadableRowException unreadable)
        {
            await due.ParkAsync(job.Row, unreadable.Message, cancellationToken);
            Log.Parked(logger, job.Row.Mail, unreadable.Message);
            return default;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.NotFoundOut(logger, job.Row.Mail, failure);
            return default;
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<Verdict> FindOutAsync(SendJob job, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await plans.FindSentAsync(job.Row.Mail, cancellationToken) is not null)
            return new(null, new(job.Row, job.Following, job.Sent));
        return job.Row.State is not DueState.Recovered
            ? await AskAgainAsync(job, now, cancellationToken)
            // Written by a repair that may have known the plan before its runner left.
            : await MayReceiveAsync(job, cancellationToken)
                ? new(job, null)
                : new(null, Over(job, SentStatus.Skipped, SkipReasons.Unsubscribed));
    }

    private async Task<Verdict> AskAgainAsync(SendJob job, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await AskAsync(job, now, cancellationToken) is { } over)
            return new(null, over.Sent is null ? null : over);
        return await due.ReplaceAsync([Again(job.Row)], cancellationToken) is [var row]
            ? new(job with { Row = row }, null)
            : default;
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
        return await AskPlanAsync(job, now, cancellationToken);
    }

    /// <summary>It never left: what the plan says by now counts, not what it said when the mail set out.</summary>
    private async Task<Finished?> AskPlanAsync(SendJob job, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await plans.FindPlanAsync(job.Row.Mail.Plan, cancellationToken) is not { TakesMail: true } plan)
            return Over(job, SentStatus.Skipped, SkipReasons.Unsubscribed);
        if (job.Row.Letter is not null || plan.ETag == job.Row.HeaderETag)
            return null;
        await due.ReplaceAsync(
            [job.Row with { State = DueState.Hold, Owner = null, LeaseUntil = now }], cancellationToken);
        return new(job.Row, job.Following, null);
    }

    // The claim was the last look once; this attempt may be much later.
    private async Task<bool> MayReceiveAsync(SendJob job, CancellationToken cancellationToken) =>
        await plans.FindPlanAsync(job.Row.Mail.Plan, cancellationToken) is { TakesMail: true };

    private static Finished Over(SendJob job, SentStatus status, string reason, bool park = false) =>
        new(job.Row, job.Following, job.Sent with { Status = status, Reason = reason }, park ? reason : null);

    /// <summary>Neither: wait.</summary>
    private readonly record struct Verdict(SendJob? Send, Finished? Over);

    private static partial class Log
    {
        [LoggerMessage(Alerts.Parked, LogLevel.Error, "The row of mail {Key} was parked: {Reason}")]
        public static partial void Parked(ILogger logger, MailKey key, string reason);

        [LoggerMessage(
            1,
            LogLevel.Warning,
            "What became of mail {Key} could not be found out now; its row waits for the end of its lease")]
        public static partial void NotFoundOut(ILogger logger, MailKey key, Exception failure);
    }
}
