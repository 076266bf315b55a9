using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using StrengthDays.Coaching.Mail;
using StrengthDays.Coaching.Storage;

namespace StrengthDays.Coaching.Dispatch;

/// <summary>
/// Steps 1 and 2 of the protocol for up to 100 rows of one bucket: claim them together, hand over what is to be sent,
/// and give everything that is over to <see cref="Settling"/>. A row that somebody else changed meanwhile is simply
/// left out.
/// </summary>
public sealed partial class JobRunner(
    IDueIndex due,
    IMailTransport transport,
    MailBudget budget,
    Reconciliation reconciliation,
    Settling settling,
    TimeProvider clock,
    ILogger<JobRunner> logger)
{
    /// <summary>A worker that has not settled by then is taken for dead.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(90);

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly string _owner = Guid.NewGuid().ToString("N")[..8];

    internal async Task RunAsync(ImmutableArray<Job> jobs, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var claimed = await ClaimAsync(await WithinBudgetAsync(jobs, cancellationToken), now, cancellationToken);
        var finished = claimed.OfType<CloseJob>().Select(Close).ToList();
        var sends = await reconciliation.RunAsync([.. claimed.OfType<SendJob>()], finished, now, cancellationToken);
        if (clock.GetUtcNow() - now < Lease / 2)
            await SubmitAsync(await WithinBudgetAsync(sends, now, cancellationToken), finished, now, cancellationToken);
        else if (sends.Length > 0)
            // By the time of the answer the rows might be somebody else's.
            Log.TooSlow(logger, sends.Length);
        if (finished.Count > 0)
            await settling.RunAsync([.. finished], cancellationToken);
    }

    /// <summary>Mails beyond the budget stay as they are and are found again; the oldest deadline goes first.</summary>
    private async Task<ImmutableArray<Job>> WithinBudgetAsync(
        ImmutableArray<Job> jobs, CancellationToken cancellationToken)
    {
        var sends = jobs.OfType<SendJob>().Where(job => !MayHaveLeft(job)).OrderBy(job => job.Row.Deadline).ToList();
        var allowed = await budget.TakeAsync(sends.Count, cancellationToken);
        return jobs.RemoveRange(sends.Skip(allowed));
    }

    /// <summary>
    /// The same for those that turned out not to have left: asking was free, sending them again is not.
    /// </summary>
    private async Task<ImmutableArray<SendJob>> WithinBudgetAsync(
        ImmutableArray<SendJob> sends, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var again = sends.Where(MayHaveLeft).OrderBy(job => job.Row.Deadline).ToList();
        var beyond = again.Skip(await budget.TakeAsync(again.Count, cancellationToken)).ToList();
        if (beyond.Count > 0)
            await due.ReplaceAsync(
                [.. beyond.Select(job => Again(job.Row, now, clock.GetUtcNow() + Pause))], cancellationToken);
        return sends.RemoveRange(beyond);
    }

    private static bool MayHaveLeft(SendJob job) => job.Row.State is DueState.Submitting;

    /// <summary>The jobs whose rows are now ours, each with the state its row had before.</summary>
    private async Task<ImmutableArray<Job>> ClaimAsync(
        ImmutableArray<Job> jobs, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await due.ReplaceAsync([.. jobs.Select(j => Claimed(j, now))], cancellationToken);
        var mine = rows.ToDictionary(r => r.Key.Row);
        return
        [
            .. from job in jobs
               where mine.ContainsKey(job.Row.Key.Row)
               select job with { Row = mine[job.Row.Key.Row] with { State = job.Row.State } },
        ];
    }

    private DueRow Claimed(Job job, DateTimeOffset now) => job.Row with
    {
        State = job is SendJob ? DueState.Submitting : job.Row.State,
        Attempt = job.Row.Attempt + (job is SendJob && job.Row.State is not DueState.Submitting ? 1 : 0),
        FirstSent = job is SendJob ? job.Row.FirstSent ?? now : job.Row.FirstSent,
        Owner = _owner,
        LeaseUntil = now + Lease,
    };

    private async Task SubmitAsync(
        ImmutableArray<SendJob> sends, List<Finished> finished, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (sends.IsEmpty)
            return;
        var results = await transport.SubmitAsync([.. sends.Select(s => Attempt(s, now))], cancellationToken);
        var (answered, later) = (clock.GetUtcNow(), ImmutableArray.CreateBuilder<DueRow>());
        for (var i = 0; i < sends.Length; i++)
        {
            if (results[i].Outcome is SubmitOutcome.Accepted or SubmitOutcome.Refused or SubmitOutcome.Untold)
                finished.Add(Settle(sends[i], results[i]));
            else if (results[i].Outcome is SubmitOutcome.TooOld)
                later.Add(Anew(sends[i].Row));
            else if (results[i].Outcome is not SubmitOutcome.Unknown)
                later.Add(Again(sends[i].Row, now, answered + (results[i].RetryAfter ?? Pause)));
        }

        // What is unknown stays as it is: when its lease has run out, the transport is asked.
        if (later.Count > 0)
            await due.ReplaceAsync(later.ToImmutable(), cancellationToken);
        if (results.Where(r => r.Outcome is SubmitOutcome.Busy or SubmitOutcome.Down).ToList() is { Count: > 0 } all)
            await budget.CloseAsync(all.Max(r => r.RetryAfter ?? Pause), cancellationToken);
    }

    private static MailMessage Attempt(SendJob job, DateTimeOffset now)
    {
        var first = job.Row.FirstSent ?? now;
        return job.Mail with { FirstSent = first, IsRepeat = first < now };
    }

    // The transport said that it does not have the mail, so this was no attempt. A change of the plan left the row
    // alone while it was being sent, so what is sent in the end is asked of the plan again.
    private static DueRow Again(DueRow row, DateTimeOffset now, DateTimeOffset until) => row with
    {
        State = DueState.Hold,
        Attempt = row.Attempt - 1,
        FirstSent = row.FirstSent < now ? row.FirstSent : null,
        Owner = null,
        LeaseUntil = until,
    };

    // Whoever asks for it next may find it. If not, no request of before can be taken any more: all of them are too
    // late.
    private static DueRow Anew(DueRow row) => row with { State = DueState.Submitting, FirstSent = null };

    private static Finished Settle(SendJob job, SubmitResult result) => result.Outcome switch
    {
        SubmitOutcome.Accepted => new(job.Row, job.Following, job.Sent),
        SubmitOutcome.Refused => new(
            job.Row, job.Following, job.Sent with { Status = SentStatus.Failed, Reason = result.Reason ?? "refused" }),
        _ => new(
            job.Row,
            job.Following,
            job.Sent with { Status = SentStatus.Unknown, Reason = result.Reason },
            result.Reason ?? "nobody can tell"),
    };

    private static Finished Close(CloseJob job) =>
        new(job.Row, job.Following, job.Sent, job.Park ? job.Sent?.Reason : null);

    private static partial class Log
    {
        [LoggerMessage(
            1, LogLevel.Warning, "The store was so slow that {Count} mails wait for the end of their leases instead")]
        public static partial void TooSlow(ILogger logger, int count);
    }
}
