using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;

namespace StrengthDays.Coaching.Operation;

/// <summary>
/// Takes away what nobody needs any more: old alerts, the counts of old days, the sign-ups of old hours.
/// </summary>
public sealed class Tidying(IAlertStore alerts, ICounters counters, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var oldest = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-MailAlerts.KeepDays);
        await alerts.ForgetBeforeAsync(oldest, cancellationToken);
        await counters.ForgetAsync(MailTally.On(DateOnly.MinValue), MailTally.On(oldest), cancellationToken);
        await counters.ForgetAsync(
            SignUpLimits.On(DateTimeOffset.MinValue), SignUpLimits.On(now.AddDays(-1)), cancellationToken);
    }
}
