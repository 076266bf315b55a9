using Microsoft.Extensions.Logging;
using StrengthDays.Coaching.Mail;
using StrengthDays.Coaching.Settings;
using StrengthDays.Coaching.Storage;

namespace StrengthDays.Coaching;

/// <summary>Whether runners can be served now.</summary>
public sealed partial class HealthCheck(
    CoachingSettings settings,
    IDueIndex due,
    IMailTransport mail,
    ILogger<HealthCheck> logger)
{
    // Whoever asks gives up soon after.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Asks the store for the smallest due key: one read that touches what every tick needs.</summary>
    public async Task<HealthReport> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await due.ListBucketsAsync(DueKey.End, 1, cancellationToken).WaitAsync(Patience, cancellationToken);
            return Report(reachable: true);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Unreachable(logger, failure);
            return Report(reachable: false);
        }
    }

    private HealthReport Report(bool reachable) => new(settings.Store.ToString().ToLowerInvariant(), reachable, mail.Name);

    private static partial class Log
    {
        [LoggerMessage(30, LogLevel.Error, "The store cannot be reached")]
        public static partial void Unreachable(ILogger logger, Exception failure);
    }
}

/// <param name="Store">"sqlite" or "tables".</param>
/// <param name="Reachable">The store answered.</param>
/// <param name="Mail">"outbox", "smtp" or "acs".</param>
public sealed record HealthReport(string Store, bool Reachable, string Mail);
