using System.Diagnostics.Metrics;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging;
using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Dispatch;
using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Operation;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;

namespace StrengthDays.Coaching.Reports;

/// <summary>
/// Writes what became of mails into their rows. Reports come twice, late and in any order: a status only ever moves on,
/// from accepted to delivered, failed, suppressed and bounced, so that any order ends the same.
/// </summary>
public sealed partial class DeliveryReports(
    IPlanStore plans,
    People people,
    Suppression suppression,
    MailAlerts alerts,
    MailTally tally,
    TimeProvider clock,
    ILogger<DeliveryReports> logger)
{
    /// <summary>A report later than this about a scheduled mail is not looked for.</summary>
    private const int KeepDays = 60;

    private static readonly Meter _meter = new("StrengthDays");
    private static readonly Counter<long> _reports = _meter.CreateCounter<long>(
        "strength_days.delivery_reports", "{report}");

    private static readonly MailKind[] Immediate =
        [MailKind.Confirm, MailKind.Welcome, MailKind.Paused, MailKind.Resumed];

    /// <param name="message">One event or a batch; see <see cref="DeliveryReport.ReadAll"/>.</param>
    /// <returns>What was done with each event, in their order.</returns>
    /// <exception cref="FormatException">The message makes no sense.</exception>
    /// <exception cref="TimeoutException">A report came before its mail was settled: the message has to come again.
    /// Whoever is to get no more mail is on the list by then.</exception>
    /// <exception cref="UnreadableRowException">A report is about a damaged row; all others have counted.</exception>
    public async Task<List<ReportOutcome>> RunAsync(string message, CancellationToken cancellationToken)
    {
        var outcomes = new List<ReportOutcome>();
        ExceptionDispatchInfo? unreadable = null;
        foreach (var report in DeliveryReport.ReadAll(message))
        {
            try
            {
                var outcome = report is null ? ReportOutcome.Ignored : await ApplyAsync(report, cancellationToken);
                _reports.Add(1, new KeyValuePair<string, object?>("outcome", EnumNames<ReportOutcome>.Of(outcome)));
                outcomes.Add(outcome);
            }
            catch (UnreadableRowException e)
            {
                unreadable = ExceptionDispatchInfo.Capture(e);
            }
        }

        unreadable?.Throw();
        return outcomes.Contains(ReportOutcome.Early)
            ? throw new TimeoutException("A report came before its mail was settled.")
            : outcomes;
    }

    private async Task<ReportOutcome> ApplyAsync(DeliveryReport report, CancellationToken cancellationToken)
    {
        if (EmailAddress.Canonical(report.Recipient) is not { } email
            || await people.FindAsync(email, cancellationToken) is not { } person)
            return ReportOutcome.Ignored;
        foreach (var id in new[] { person.Plan, person.Pending }.OfType<PlanId>())
        {
            if (await plans.FindPlanAsync(id, cancellationToken) is { } plan
                && KeyOf(plan, report.OperationId) is { } key)
                return await plans.FindSentAsync(key, cancellationToken) is { } sent
                    ? await MergeAsync(plan, sent, report, cancellationToken)
                    : await NoteEarlyAsync(plan, report, cancellationToken);
        }

        return ReportOutcome.Ignored;
    }

    // The answer to its sender was lost, or the sender died: the mail is settled when its lease has run out.
    private async Task<ReportOutcome> NoteEarlyAsync(
        PlanHeader plan, DeliveryReport report, CancellationToken cancellationToken)
    {
        if (report.IsForGood)
            await suppression.AddAsync(plan, report.Reason!, cancellationToken);
        return ReportOutcome.Early;
    }

    private async Task<ReportOutcome> MergeAsync(
        PlanHeader plan, SentMail sent, DeliveryReport report, CancellationToken cancellationToken)
    {
        // Before the row says so: whoever dies in between finds it undone. A mail from before the last consent tells
        // nothing about the address as it is.
        if (report.IsForGood && sent.At >= plan.Consent.At)
            await suppression.AddAsync(plan, report.Reason!, cancellationToken);
        if (Rank(report.Status) <= Rank(sent.Status))
        {
            // One that something more final overtook has raised its alert by then.
            if (sent.Status is SentStatus.Suppressed or SentStatus.Bounced)
                await alerts.ForgetAsync([sent with { Status = report.Status }], cancellationToken);
            return ReportOutcome.Known;
        }

        var next = sent with { Status = report.Status, Reason = report.Reason };
        await alerts.ForgetAsync([sent], cancellationToken);
        await alerts.RaiseAsync([next], cancellationToken);
        if (!await plans.ReviseSentAsync(sent, next, cancellationToken))
            throw new TimeoutException("The mail's row kept changing under its report.");
        tally.Add(next);
        if (next.Status is SentStatus.Failed)
            Log.Failed(logger, next.Key, next.Kind, next.Reason);
        return ReportOutcome.Applied;
    }

    /// <summary>
    /// The mail of an operation id, which is a hash of its key: found by hashing every key it can have.
    /// </summary>
    private MailKey? KeyOf(PlanHeader plan, Guid operation)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var scheduled = Enumerable.Range(-KeepDays, KeepDays + 2)
            .Select(day => MailKey.On(plan.Id, today.AddDays(day)));
        var caused =
            from kind in Immediate
            from number in Enumerable.Range(1, Math.Max(plan.Revision, SignUp.MostConfirmations))
            select MailKey.Of(plan.Id, new QueuedLetter(kind, number, default));
        return scheduled.Concat(caused).Where(key => key.OperationId == operation).Select(key => (MailKey?)key)
            .FirstOrDefault();
    }

    /// <summary>How final a status is; one that no report can change is the most.</summary>
    private static int Rank(SentStatus status) => status switch
    {
        SentStatus.Accepted or SentStatus.Unknown => 0,
        SentStatus.Delivered => 1,
        SentStatus.Failed => 2,
        SentStatus.Suppressed => 3,
        SentStatus.Bounced => 4,
        _ => int.MaxValue,
    };

    private static partial class Log
    {
        [LoggerMessage(Alerts.Failed, LogLevel.Error, "Mail {Key} ({Kind}) was not delivered: {Reason}")]
        public static partial void Failed(ILogger logger, MailKey key, MailKind kind, string? reason);
    }
}

/// <summary>What a report did.</summary>
public enum ReportOutcome
{
    /// <summary>The mail has another status now.</summary>
    Applied,

    /// <summary>It came before, or something more final did.</summary>
    Known,

    /// <summary>The mail is still being sent, as far as we know.</summary>
    Early,

    /// <summary>Not about a mail we know.</summary>
    Ignored,
}
