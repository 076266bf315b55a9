using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;

namespace StrengthDays.Coaching.Dispatch;

/// <summary>
/// Compares every plan with the due index and mends what disagrees: rows that nobody wrote, rows that no plan asks for,
/// rows written from another version of their plan, all the work of a hand or of a bug; and rows whose hour has moved
/// because this release knows newer rules of their zone.
/// </summary>
public sealed partial class NightlyRepair(
    IPlanStore plans,
    IDueIndex due,
    DueRepair repair,
    PlanChanges changes,
    TimeProvider clock,
    ILogger<NightlyRepair> logger)
{
    private const int Page = 500;

    private const int MostParked = 10_000;

    /// <summary>Parts of all plans that are compared one by one: the first digit of their ids.</summary>
    public static ImmutableArray<string> Slices { get; } = [.. "0123456789abcdef".Select(digit => digit.ToString())];

    /// <summary>Done again, it finds nothing left to mend.</summary>
    /// <exception cref="FormatException">Not one of the slices.</exception>
    public async Task<RepairReport> RunAsync(string slice, CancellationToken cancellationToken)
    {
        if (!Slices.Contains(slice))
            throw new FormatException("Not a slice of the plans.");
        var now = clock.GetUtcNow();
        var entries = await due.ListEntriesAsync(slice, cancellationToken);
        var comparison = new DueComparison(entries, await ParkedAsync(cancellationToken), now);
        await foreach (var plan in PlansAsync(slice, cancellationToken))
            comparison.Add(plan);
        var report = new RepairReport(comparison.Plans, comparison.Unreadable);
        foreach (var key in comparison.Suspects)
            report = report.With(await MendAsync(key, now, cancellationToken));
        foreach (var plan in comparison.Misplaced)
            report = report.With(await MoveAsync(plan, cancellationToken));
        Tell(slice, report);
        return report;
    }

    private async IAsyncEnumerable<StoredPlan> PlansAsync(
        string slice, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (after, page) = (slice, ImmutableArray<StoredPlan>.Empty);
        do
        {
            page = await plans.ListPlansAsync(after, slice + "~", Page, cancellationToken);
            foreach (var plan in page)
                yield return plan;
            after = page.IsEmpty ? after : page[^1].Id.ToString();
        }
        while (page.Length == Page);
    }

    private async Task<IEnumerable<DueKey>> ParkedAsync(CancellationToken cancellationToken) =>
        (await due.ListParkedAsync(MostParked, cancellationToken)).Select(p => p.Row.Key);

    /// <summary>Looks again, at the row first: what is on its way now was not there a moment ago.</summary>
    private async Task<Mended> MendAsync(DueKey key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = await due.FindAsync(key, cancellationToken);
        if (!PlanId.TryParse(key.Plan, out var plan) || row?.LeaseUntil > now)
            return Mended.Nothing;
        var header = await plans.FindPlanAsync(plan, cancellationToken);
        var asked = header is null ? null : DueRepair.Asked(header).FirstOrDefault(r => r.Key == key);
        if (row is null)
            return await AddAsync(asked, cancellationToken);
        if (asked is not null && row.Defect is null && (asked.Letter is not null || row.HeaderETag == header!.ETag))
            return Mended.Nothing;
        await repair.RebuildAsync(row, cancellationToken);
        return asked is null ? Mended.Removed : Mended.Renewed;
    }

    private async Task<Mended> MoveAsync(PlanId plan, CancellationToken cancellationToken)
    {
        var mended = Mended.Nothing;
        await changes.ApplyAsync(
            plan,
            header =>
            {
                mended = DueRows.IsMisplaced(header) ? Mended.Renewed : Mended.Nothing;
                return mended is Mended.Nothing ? null : new(header with { Revision = header.Revision + 1 });
            },
            cancellationToken);
        return mended;
    }

    private async Task<Mended> AddAsync(DueRow? asked, CancellationToken cancellationToken)
    {
        if (asked is null
            || (asked.Letter is not null && await plans.FindSentAsync(asked.Mail, cancellationToken) is not null))
            return Mended.Nothing;
        await due.MoveOnAsync([asked], [], cancellationToken);
        return Mended.Added;
    }

    private void Tell(string slice, RepairReport report)
    {
        if (report is { Added: 0, Removed: 0, Renewed: 0, Unreadable: 0 })
            Log.Sound(logger, slice, report.Plans);
        else
            Log.Mended(
                logger, slice, report.Plans, report.Added, report.Removed, report.Renewed, report.Unreadable);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Slice {Slice}: the due index agrees with all {Plans} plans")]
        public static partial void Sound(ILogger logger, string slice, int plans);

        [LoggerMessage(
            2,
            LogLevel.Warning,
            "Slice {Slice}: of {Plans} plans, due rows were missing ({Added}), belonged to none ({Removed}) or were "
            + "outdated ({Renewed}), all mended; {Unreadable} plans cannot be read")]
        public static partial void Mended(
            ILogger logger, string slice, int plans, int added, int removed, int renewed, int unreadable);
    }
}
