using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using StrengthDays.Coaching.Operation;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;

namespace StrengthDays.Coaching.Dispatch;

/// <summary>
/// Changes a plan so that its due row never lags behind: hold the row and promise to end the change, one transaction in
/// the plan's partition, write the new rows, remove the held one and the promise. A crash leaves the promise, and
/// whoever meets it keeps it.
/// </summary>
public sealed partial class PlanChanges(
    IPlanStore plans,
    IDueIndex due,
    PlanRevision revision,
    MailAlerts alerts,
    MailTally tally,
    ILogger<PlanChanges> logger)
{
    // Only a plan that many people change at the same moment needs more than two.
    private const int Tries = 12;

    /// <summary>A plan that is new.</summary>
    public async Task<Changed> CreateAsync(PlanChange change, CancellationToken cancellationToken) =>
        await WriteAsync(revision.Make(change.Header, change, null), null, null, cancellationToken)
        ?? await ApplyAsync(change.Header.Id, _ => null, cancellationToken);

    /// <param name="decide">Reads the plan as it is and says what it is to be, or null for no change. May run more than
    /// once.</param>
    public async Task<Changed> ApplyAsync(
        PlanId id, Func<PlanHeader, PlanChange?> decide, CancellationToken cancellationToken)
    {
        for (var i = 0; i < Tries; i++)
        {
            var header = await plans.FindPlanAsync(id, cancellationToken);
            if (header is null || decide(header) is not { } change)
                return new Changed(header, []);
            var held = await TakeAsync(header, change, cancellationToken);
            // What is leaving counts as sent, also for whoever decides.
            if (held is { State: DueState.Submitting } && decide(PlanRevision.Sent(header, held)) is null)
                return new Changed(header, []);
            if (await WriteAsync(
                revision.Make(header, change, held), held, header.Next, cancellationToken) is { } changed)
                return changed;
        }

        throw new TimeoutException("The plan kept changing under this change.");
    }

    /// <summary>
    /// A mail that a change counted as sent, because it was leaving, has not left after all: what the plan wants of its
    /// date now is worked out anew, and what is too late by now is settled as expired.
    /// </summary>
    /// <param name="row">Of the mail; nobody is sending it.</param>
    /// <returns>The plan as it is then.</returns>
    internal async Task<PlanHeader?> TakeBackAsync(DueRow row, CancellationToken cancellationToken)
    {
        for (var i = 0; i < Tries; i++)
        {
            var header = await plans.FindPlanAsync(row.Mail.Plan, cancellationToken);
            if (header is not { Status: PlanStatus.Active or PlanStatus.Ended } || header.Through != row.Date
                || await plans.FindSentAsync(row.Mail, cancellationToken) is not null)
                return header;
            var change = new PlanChange(PlanRevision.Unsent(header, row));
            var held = await TakeAsync(header, change, cancellationToken);
            if (await WriteAsync(
                revision.Make(change.Header, change, held), held, header.Next, cancellationToken) is { } changed)
                return changed.Header;
        }

        throw new TimeoutException("The plan kept changing while a mail of it was taken back.");
    }

    /// <summary>Keeps the plan's scheduled mail from leaving; gives its row, or null when there is none.</summary>
    private async Task<DueRow?> TakeAsync(PlanHeader header, PlanChange change, CancellationToken cancellationToken)
    {
        if (change.Header.Status is PlanStatus.Unsubscribed)
            await RemoveLettersAsync(header, cancellationToken);
        while (header.Next is { } next)
        {
            var row = await due.FindAsync(DueKey.Scheduled(header.Id, next.At), cancellationToken);
            if (row is null || row.Defect is not null || row.State is DueState.Submitting)
                return row;
            if (await due.ReplaceAsync([revision.Held(row)], cancellationToken) is [var held])
                return held;
        }

        return null;
    }

    /// <param name="held">The plan's scheduled row.</param>
    /// <param name="before">What the plan had to come. Its row may be missing because the mail before it is just being
    /// settled: that worker writes it after us, so the promise stays and outlasts him.</param>
    private async Task<Changed?> WriteAsync(
        NewRevision next, DueRow? held, NextDue? before, CancellationToken cancellationToken)
    {
        var guard = revision.Guard(next.Header, held?.At ?? before?.At);
        await due.PutAsync([guard], cancellationToken);
        await alerts.RaiseAsync(next.Add, cancellationToken);
        if (await plans.SavePlanAsync(next.Header, next.Add, cancellationToken) is not { } etag)
            return null;
        var saved = next.Header with { ETag = etag };
        var scheduled = DueRows.Scheduled(saved);
        var letters = next.Letters.Select(l => DueRows.Immediate(saved, l));
        ImmutableArray<DueRow> rows = scheduled is null ? [.. letters] : [.. letters, scheduled];
        await due.PutAsync(rows, cancellationToken);
        var isHeld = held is not null && held.State is not DueState.Submitting && held.Key != scheduled?.Key;
        if (held is not null || before is null)
            await due.MoveOnAsync([], isHeld ? [held!.Key, guard.Key] : [guard.Key], cancellationToken);
        Tell(next.Add);
        return new Changed(saved, [.. rows.Where(revision.IsDue).Select(r => r.Key)]);
    }

    private void Tell(ImmutableArray<SentMail> settled)
    {
        foreach (var mail in settled)
        {
            tally.Add(mail);
            if (mail.Status is SentStatus.Expired)
                Log.Expired(logger, mail.Key);
        }
    }

    /// <summary>One that is leaving keeps its row: somebody has to find out what became of it.</summary>
    private async Task RemoveLettersAsync(PlanHeader header, CancellationToken cancellationToken)
    {
        foreach (var key in header.Letters.Select(l => DueKey.Immediate(header.Id, l)))
        {
            var row = await due.FindAsync(key, cancellationToken);
            while (row is { Defect: null } and not { State: DueState.Submitting }
                && await due.ReplaceAsync([revision.Held(row)], cancellationToken) is not [_])
                row = await due.FindAsync(key, cancellationToken);
            if (row is not null and not { Defect: null, State: DueState.Submitting })
                await due.MoveOnAsync([], [key], cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Alerts.Expired, LogLevel.Error, "Mail {Key} was not sent before its plan changed")]
        public static partial void Expired(ILogger logger, MailKey key);
    }
}
