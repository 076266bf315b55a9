using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;

namespace StrengthDays.Coaching.Dispatch;

/// <summary>Due rows that are no mail to send: a plan to revise, a sign-up to forget, a row to rebuild.</summary>
public sealed partial class RareJobs(
    IDueIndex due, PlanChanges changes, DueRepair repair, Forgetting forgetting, ILogger<RareJobs> logger)
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromMinutes(1);

    internal async Task RunAsync(Job job, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            await (job switch
            {
                ReviseJob => ReviseAsync(job.Row, cancellationToken),
                ForgetJob forget => ForgetAsync(forget, now, cancellationToken),
                DeferJob defer => DeferAsync(defer.Row, defer.Reason, now, cancellationToken),
                _ => repair.RebuildAsync(job.Row, cancellationToken),
            });
        }
        catch (UnreadableRowException unreadable)
        {
            await ParkAsync(job.Row, unreadable.Message, cancellationToken);
        }
        catch (Exception failure) when (IsTrouble(failure))
        {
            // The store's, not the row's: it waits as long as that lasts.
            Log.NotDone(logger, job.Row.Key.Bucket, failure);
            await due.ReplaceAsync([job.Row with { LeaseUntil = now + TryAgain }], cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.NotDone(logger, job.Row.Key.Bucket, failure);
            var row = job.Row with { Attempt = Math.Max(1, job.Row.Attempt) };
            await DeferAsync(row, failure.GetType().Name, now, cancellationToken);
        }
    }

    // What the base library throws for code and values that do not fit is the row's; the rest comes from outside.
    private static bool IsTrouble(Exception failure) =>
        failure is not SystemException or TimeoutException or IOException or ExternalException;

    /// <summary>A row that its plan does not ask for any more would have it revised for ever.</summary>
    private async Task ReviseAsync(DueRow row, CancellationToken cancellationToken)
    {
        var isAsked = false;
        await changes.ApplyAsync(
            row.Mail.Plan,
            header =>
            {
                isAsked = header.Status is PlanStatus.Active && DueRows.Scheduled(header)?.Key == row.Key;
                return isAsked ? new(header with { Revision = header.Revision + 1 }) : null;
            },
            cancellationToken);
        if (!isAsked)
            await repair.RebuildAsync(row, cancellationToken);
    }

    private async Task ForgetAsync(ForgetJob job, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var claim = job.Row with { LeaseUntil = now + JobRunner.Lease };
        if (await due.ReplaceAsync([claim], cancellationToken) is [var mine])
        {
            await (job.Row.IsErasure
                ? forgetting.EraseAsync(mine.Mail.Plan, job.Email, cancellationToken)
                : forgetting.ForgetSignUpAsync(mine.Mail.Plan, job.Email, cancellationToken));
            await due.MoveOnAsync([], [mine.Key], cancellationToken);
        }
    }

    // The first time the row's copy of the plan is under suspicion, after that the plan itself or this release.
    private Task DeferAsync(DueRow row, string reason, DateTimeOffset now, CancellationToken cancellationToken) =>
        row.Attempt switch
        {
            0 => repair.RebuildAsync(row with { Attempt = 1 }, cancellationToken),
            < JobPlanner.MostAttempts - 1 => due.ReplaceAsync(
                [row with { Attempt = row.Attempt + 1, LeaseUntil = now + TryAgain }], cancellationToken),
            _ => ParkAsync(row, reason, cancellationToken),
        };

    private async Task ParkAsync(DueRow row, string reason, CancellationToken cancellationToken)
    {
        await due.ParkAsync(row, reason, cancellationToken);
        Log.Parked(logger, row.Key.Bucket, reason);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A row of {Bucket} could not be worked on")]
        public static partial void NotDone(ILogger logger, string bucket, Exception failure);

        [LoggerMessage(Alerts.Parked, LogLevel.Error, "A row of {Bucket} was parked: {Reason}")]
        public static partial void Parked(ILogger logger, string bucket, string reason);
    }
}
