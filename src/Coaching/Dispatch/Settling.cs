using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Mail;
using StrengthDays.Coaching.Operation;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Dispatch;

/// <summary>A row whose work is over; what remains is to write it down and to go on.</summary>
/// <param name="Following">Null for an immediate mail.</param>
/// <param name="Sent">Null when the date held nothing.</param>
/// <param name="Park">Why the row is kept for an operator, if it is.</param>
internal sealed record Finished(DueRow Row, Following? Following, SentMail? Sent, string? Park = null);

/// <summary>
/// Steps 3 to 5 of the protocol: the ledger and the header in one transaction, the next due row, and only then the old
/// row away.
/// </summary>
public sealed partial class Settling(
    IPlanStore plans,
    IDueIndex due,
    IMailTransport transport,
    ExerciseCatalogue catalogue,
    MailAlerts alerts,
    MailTally tally,
    ILogger<Settling> logger)
{
    internal async Task RunAsync(ImmutableArray<Finished> finished, CancellationToken cancellationToken)
    {
        await alerts.RaiseAsync(finished.Select(f => f.Sent), cancellationToken);
        var settlements = finished.Select(
            f => new Settlement(f.Row.Mail.Plan, f.Sent, AdvanceOf(f, f.Row.HeaderETag))).ToImmutableArray();
        var results = await plans.SettleAsync(settlements, cancellationToken);
        var next = ImmutableArray.CreateBuilder<DueRow>();
        var parked = finished.Where(f => f.Park is not null).ToList();
        var left = new HashSet<DueKey>();
        for (var i = 0; i < finished.Length; i++)
        {
            try
            {
                if (await NextRowAsync(finished[i], settlements[i].Advance, results[i], cancellationToken) is { } row)
                    next.Add(row);
            }
            catch (UnreadableRowException unreadable)
            {
                parked.Add(finished[i] with { Park = unreadable.Message });
                Log.Unreadable(logger, finished[i].Row.Mail, unreadable.Message);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // When its lease has run out, somebody finds how far it came and goes on from there.
                left.Add(finished[i].Row.Key);
                Log.Left(logger, finished[i].Row.Mail, failure);
            }
        }

        var done = finished.Select(f => f.Row.Key).Except(parked.Select(p => p.Row.Key)).Except(left);
        await due.MoveOnAsync(next.ToImmutable(), [.. done], cancellationToken);
        foreach (var row in parked.Where(p => !left.Contains(p.Row.Key)))
            await due.ParkAsync(row.Row, row.Park!, cancellationToken);
    }

    private async Task<DueRow?> NextRowAsync(
        Finished finished, Advance? advance, Settled settled, CancellationToken cancellationToken)
    {
        ThrowIfUnanswered(settled);
        if (settled.Outcome is SettleOutcome.Changed)
            return await SettleChangedAsync(finished, cancellationToken);
        if (settled.Outcome is SettleOutcome.AlreadySettled)
            return await RecoverAsync(finished, cancellationToken);
        if (settled.Outcome is SettleOutcome.Erased)
            return await ForgetAsync(finished, cancellationToken);
        Tell(finished.Sent);
        return advance?.Next is { } next
            ? DueRows.After(finished.Row, advance, next, settled.HeaderETag!, finished.Following!.Zone)
            : null;
    }

    /// <summary>
    /// The plan changed under the mail. Its own next date counts, and is worked out only where it is still this one.
    /// </summary>
    private async Task<DueRow?> SettleChangedAsync(Finished finished, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < 10; tries++)
        {
            if (await plans.FindPlanAsync(finished.Row.Mail.Plan, cancellationToken) is not { } header)
                return null;
            var isNext = header.Status is PlanStatus.Active && header.Next?.Date <= finished.Row.Date;
            var again = finished with
            {
                Row = finished.Row with
                {
                    Revision = header.Revision,
                    HeaderETag = header.ETag!,
                    Inputs = StoredJson.Write(header.Inputs),
                },
                Following = isNext ? Follow(finished.Row, header.Inputs) : null,
            };
            var advance = AdvanceOf(again, header.ETag!);
            var settled = (await plans.SettleAsync([new(header.Id, finished.Sent, advance)], cancellationToken))[0];
            ThrowIfUnanswered(settled);
            if (settled.Outcome is SettleOutcome.Done && !isNext)
                Tell(finished.Sent);
            if (settled.Outcome is not SettleOutcome.Changed)
                return isNext || settled.Outcome is SettleOutcome.Erased
                    ? await NextRowAsync(again, advance, settled, cancellationToken)
                    : await RecoverAsync(finished, cancellationToken);
        }

        throw new TimeoutException("The plan kept changing while its mail was settled.");
    }

    /// <summary>
    /// The row that the header asks for, in case somebody crashed before writing it. A header that still asks for the
    /// date itself lags behind the ledger, and goes on.
    /// </summary>
    private async Task<DueRow?> RecoverAsync(Finished finished, CancellationToken cancellationToken)
    {
        if (finished.Row.Letter is not null
            || await plans.FindPlanAsync(finished.Row.Mail.Plan, cancellationToken) is not { } header
            || DueRows.Scheduled(header) is not { } row)
            return null;
        return finished.Sent is not null && header.Status is PlanStatus.Active && row.Date <= finished.Row.Date
            ? await SettleChangedAsync(finished with { Sent = null }, cancellationToken)
            : row with { State = DueState.Recovered };
    }

    /// <summary>The plan was erased while its mail left.</summary>
    private async Task<DueRow?> ForgetAsync(Finished finished, CancellationToken cancellationToken)
    {
        await transport.ForgetAsync([finished.Row.Mail.OperationId], cancellationToken);
        return null;
    }

    private static void ThrowIfUnanswered(Settled settled)
    {
        if (settled.Outcome is SettleOutcome.NoAnswer)
            throw new TimeoutException("The store gave no answer.", settled.Failure);
    }

    private Following? Follow(DueRow row, PlanInputs inputs) =>
        row.Letter is null ? new MailCalendar(inputs, catalogue).After(row.Date) : null;

    private static Advance? AdvanceOf(Finished finished, string headerETag) => finished.Following is { } following
        ? new(headerETag, finished.Row.Date, following.Next, following.IsOver, MissedAfter(finished))
        : null;

    // Only a session mail says it, so it is kept until one has gone out.
    private static string? MissedAfter(Finished finished) => finished.Sent switch
    {
        { Status: SentStatus.Expired } sent => sent.Reason,
        { Status: SentStatus.Accepted, Kind: MailKind.Session } => null,
        _ => finished.Row.Missed,
    };

    private void Tell(SentMail? sent)
    {
        tally.Add(sent);
        if (sent?.Status is SentStatus.Expired)
            Log.Expired(logger, sent.Key, sent.Kind);
        else if (sent?.Status is SentStatus.Failed)
            Log.Failed(logger, sent.Key, sent.Kind, sent.Reason);
        else if (sent?.Status is SentStatus.Unknown)
            Log.Unknown(logger, sent.Key, sent.Kind, sent.Reason);
    }

    private static partial class Log
    {
        [LoggerMessage(Alerts.Expired, LogLevel.Error, "Mail {Key} ({Kind}) was not sent in time")]
        public static partial void Expired(ILogger logger, MailKey key, MailKind kind);

        [LoggerMessage(Alerts.Failed, LogLevel.Error, "Mail {Key} ({Kind}) was not sent: {Reason}")]
        public static partial void Failed(ILogger logger, MailKey key, MailKind kind, string? reason);

        [LoggerMessage(Alerts.Parked, LogLevel.Error, "The row of mail {Key} was parked: {Reason}")]
        public static partial void Unreadable(ILogger logger, MailKey key, string reason);

        [LoggerMessage(
            1, LogLevel.Warning, "Mail {Key} could not be settled now; its row waits for the end of its lease")]
        public static partial void Left(ILogger logger, MailKey key, Exception failure);

        [LoggerMessage(Alerts.Unknown, LogLevel.Error, "Nobody can say whether mail {Key} ({Kind}) was sent: {Reason}")]
        public static partial void Unknown(ILogger logger, MailKey key, MailKind kind, string? reason);
    }
}
