using System.Collections.Immutable;
using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Mail;
using StrengthDays.Coaching.Storage;

namespace StrengthDays.Coaching.Operation;

/// <summary>What an operator sees at one moment.</summary>
/// <param name="At">The moment.</param>
/// <param name="Due">Rows whose time has come, <see cref="OpsDesk.MostDue"/> at most.</param>
/// <param name="OldestDue">The minute of the oldest of them.</param>
/// <param name="Ever">Mails by how they ended, ever since the store was made.</param>
/// <param name="Today">The same for today, by UTC.</param>
/// <param name="QuotaLeft">Mails that may still leave in this minute and in this hour; null where there is no
/// limit.</param>
/// <param name="Parked">Rows that wait for the operator.</param>
/// <param name="Alerts">Mails that ended badly, newest first.</param>
public sealed record OpsReport(
    DateTimeOffset At,
    int Due,
    DateTimeOffset? OldestDue,
    ImmutableDictionary<string, long> Ever,
    ImmutableDictionary<string, long> Today,
    (int? PerMinute, int? PerHour) QuotaLeft,
    ImmutableArray<ParkedRow> Parked,
    ImmutableArray<SentMail> Alerts)
{
    /// <summary>The counts by their names in the contract, each with its count ever and today.</summary>
    public IEnumerable<(string Name, long Ever, long Today)> Counts =>
        from status in OpsDesk.Statuses
        let name = EnumNames<SentStatus>.Of(status)
        select (OpsDesk.NameOf(status), Ever.GetValueOrDefault(name), Today.GetValueOrDefault(name));
}

/// <summary>
/// Gathers the report. No part of it reads all runners: rows that are due, shared counts, rows that are parked, the
/// newest alerts.
/// </summary>
public sealed class OpsDesk(
    IDueIndex due,
    ICounters counters,
    IAlertStore alerts,
    MailTally tally,
    MailBudget budget,
    TimeProvider clock)
{
    /// <summary>Due rows are counted up to here: more of them say the same.</summary>
    public const int MostDue = 100_000;

    private const int MostRows = 200;

    /// <summary>Ways for a mail to end that an operator counts.</summary>
    internal static ImmutableArray<SentStatus> Statuses { get; } =
    [
        SentStatus.Accepted, SentStatus.Failed, SentStatus.Expired, SentStatus.Unknown, SentStatus.Suppressed,
        SentStatus.Skipped,
    ];

    public async Task<OpsReport> ReportAsync(CancellationToken cancellationToken)
    {
        await tally.FlushAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var open = DueKey.After(now);
        var oldest = await due.ListBucketsAsync(open, 1, cancellationToken);
        return new(
            now,
            await due.CountAsync(open, MostDue, cancellationToken),
            oldest is [var bucket] && DueKey.IsBucket(bucket) ? DueKey.MinuteOf(bucket) : null,
            await counters.ListAsync(MailTally.Ever, cancellationToken),
            await counters.ListAsync(MailTally.On(DateOnly.FromDateTime(now.UtcDateTime)), cancellationToken),
            await budget.LeftAsync(cancellationToken),
            await due.ListParkedAsync(MostRows, cancellationToken),
            await alerts.ListAsync(MostRows, cancellationToken));
    }

    /// <summary>The contract calls an accepted mail sent.</summary>
    internal static string NameOf(SentStatus status) =>
        status is SentStatus.Accepted ? "sent" : EnumNames<SentStatus>.Of(status);
}
