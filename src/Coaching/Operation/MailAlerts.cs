using System.Collections.Immutable;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;

namespace StrengthDays.Coaching.Operation;

/// <summary>
/// The rows an operator reads: one for each mail that ended badly, written before the mail is settled so that none is
/// missing after a crash.
/// </summary>
public sealed class MailAlerts(IAlertStore alerts, IPlanStore plans)
{
    /// <summary>Rows older than this go.</summary>
    public const int KeepDays = 30;

    public Task RaiseAsync(IEnumerable<SentMail?> mails, CancellationToken cancellationToken) =>
        Bad(mails) is { IsEmpty: false } bad ? alerts.PutAsync(bad, cancellationToken) : Task.CompletedTask;

    /// <summary>Takes away the rows of a plan that is about to be erased.</summary>
    public async Task ForgetAsync(PlanId plan, CancellationToken cancellationToken)
    {
        if (Bad(await plans.ListSentAsync(plan, cancellationToken)) is { IsEmpty: false } bad)
            await alerts.ForgetAsync(bad, cancellationToken);
    }

    private static ImmutableArray<SentMail> Bad(IEnumerable<SentMail?> mails) =>
    [
        .. from mail in mails
           where mail?.Status is SentStatus.Expired or SentStatus.Failed or SentStatus.Unknown
           select mail with { Session = null },
    ];
}
