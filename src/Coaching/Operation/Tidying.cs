using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;

namespace StrengthDays.Coaching.Operation;

/// <summary>
/// Takes away what nobody needs any more: alerts that are old or that their mail refutes, the counts of old days, the
/// sign-ups of old hours.
/// </summary>
public sealed class Tidying(
    IAlertStore alertStore, MailAlerts alerts, IPlanStore plans, ICounters counters, TimeProvider clock)
{
    // An alert comes before what it tells of; whoever is that far from the mail has died in between.
    private static readonly TimeSpan InTheMaking = TimeSpan.FromDays(1);

    private const int MostAlerts = 1_000;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var oldest = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-MailAlerts.KeepDays);
        await alertStore.ForgetBeforeAsync(oldest, cancellationToken);
        await RefuteAsync(now - InTheMaking, cancellationToken);
        await counters.ForgetAsync(MailTally.On(DateOnly.MinValue), MailTally.On(oldest), cancellationToken);
        await counters.ForgetAsync(
            SignUpLimits.On(DateTimeOffset.MinValue), SignUpLimits.On(now.AddDays(-1)), cancellationToken);
    }

    private async Task RefuteAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        foreach (var alert in await alertStore.ListAsync(MostAlerts, cancellationToken))
        {
            if (alert.At < before
                && await plans.FindSentAsync(alert.Key, cancellationToken) is { } sent
                && !MailAlerts.IsBad(sent.Status))
                await alerts.ForgetAsync([alert], cancellationToken);
        }
    }
}
