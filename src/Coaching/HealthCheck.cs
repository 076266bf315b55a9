using Microsoft.Extensions.Logging;
using StrengthDays.Coaching.Mail;
using StrengthDays.Coaching.Settings;
using StrengthDays.Coaching.Storage;

namespace StrengthDays.Coaching;

/// <summary>Whether runners can be served now.</summary>
public sealed partial class HealthCheck(
    CoachingSettings settings,
    IDueIndex due,
    ICounters counters,
    IMailTransport mail,
    MailBudget budget,
    TimeProvider clock,
    ILogger<HealthCheck> logger)
{
    // Whoever asks gives up soon after.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // Anybody may ask, and a write costs more than an answer.
    private static readonly TimeSpan Believe = TimeSpan.FromSeconds(10);

    private long? _wroteAt;

    /// <summary>
    /// Asks the store for the smallest due key, one read that touches what every tick needs; and writes to it every ten
    /// seconds at most, because a full disk is read as well as ever.
    /// </summary>
    public async Task<HealthReport> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await AskAsync(cancellationToken).WaitAsync(Patience, cancellationToken);
            return Report(reachable: true);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Unreachable(logger, failure);
            return Report(reachable: false);
        }
    }

    private async Task AskAsync(CancellationToken cancellationToken)
    {
        await due.ListBucketsAsync(DueKey.End, 1, cancellationToken);
        if (_wroteAt is { } last && clock.GetElapsedTime(last) < Believe)
            return;
        await counters.AddAsync("health", [new("written", 1)], cancellationToken);
        _wroteAt = clock.GetTimestamp();
    }

    private HealthReport Report(bool reachable) =>
        new(settings.Store.ToString().ToLowerInvariant(), reachable, mail.Name, budget.IsStopped);

    private static partial class Log
    {
        [LoggerMessage(30, LogLevel.Error, "The store cannot be reached")]
        public static partial void Unreachable(ILogger logger, Exception failure);
    }
}

/// <param name="Store">"sqlite" or "tables".</param>
/// <param name="Reachable">The store answered and could be written.</param>
/// <param name="Mail">"outbox", "smtp" or "acs".</param>
/// <param name="IsMailStopped">The transport cannot take mails now; they stay due and nothing is lost.</param>
public sealed record HealthReport(string Store, bool Reachable, string Mail, bool IsMailStopped);
