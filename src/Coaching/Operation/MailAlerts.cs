using System.Collections.Immutable;
using StrengthDays.Coaching.Storage;

namespace StrengthDays.Coaching.Operation;

/// <summary>
/// The rows an operator reads: one for each mail that ended badly, written before the mail is settled so that none is
/// missing after a crash.
/// </summary>
public sealed class MailAlerts(IAlertStore alerts)
{
    /// <summary>Rows older than this go.</summary>
    public const int KeepDays = 30;

    public Task RaiseAsync(IEnumerable<SentMail?> mails, CancellationToken cancellationToken) =>
        Bad(mails) is { IsEmpty: false } bad ? alerts.PutAsync(bad, cancellationToken) : Task.CompletedTask;

    /// <summary>Takes away the rows of mails that are to be erased, or that did not end badly after all.</summary>
    public Task ForgetAsync(IEnumerable<SentMail?> mails, CancellationToken cancellationToken) =>
        Bad(mails) is { IsEmpty: false } bad ? alerts.ForgetAsync(bad, cancellationToken) : Task.CompletedTask;

    /// <summary>An end that an operator is told of.</summary>
    internal static bool IsBad(SentStatus status) =>
        status is SentStatus.Expired or SentStatus.Failed or SentStatus.Unknown;

    private static ImmutableArray<SentMail> Bad(IEnumerable<SentMail?> mails) =>
    [
        .. from mail in mails
           where mail is not null && IsBad(mail.Status)
           select mail with { Session = null },
    ];
}
