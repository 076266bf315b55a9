using System.Collections.Immutable;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;

namespace StrengthDays.Coaching.Dispatch;

/// <summary>
/// The plan is the truth and the due index follows from it: writes a row anew from its plan, or takes it away.
/// </summary>
public sealed class DueRepair(IPlanStore plans, IDueIndex due, PlanChanges changes)
{
    /// <exception cref="UnreadableRowException">The plan cannot be read either.</exception>
    internal async Task RebuildAsync(DueRow row, CancellationToken cancellationToken)
    {
        if (!PlanId.TryParse(row.Key.Plan, out var plan))
            throw new UnreadableRowException("row key");
        var header = await HeaderAsync(plan, row, cancellationToken);
        if (row.IsGuard)
            await EndChangeAsync(row, header, cancellationToken);
        else if (header is null || Asked(header).FirstOrDefault(r => r.Key == row.Key) is not { } asked)
            // The row that the plan does ask for comes first: a change may have died before it wrote it.
            await due.MoveOnAsync(header is null ? [] : [.. Scheduled(header)], [row.Key], cancellationToken);
        else if (row.Defect is null)
            await due.ReplaceAsync(
                [asked with { ETag = row.ETag, Attempt = row.Attempt, FirstSent = row.FirstSent }], cancellationToken);
        else
            await due.PutAsync([asked], cancellationToken);
    }

    /// <summary>The plan, which may have counted as sent a mail that waits here again.</summary>
    private Task<PlanHeader?> HeaderAsync(PlanId plan, DueRow row, CancellationToken cancellationToken) =>
        row is { State: DueState.Hold, Letter: null, IsGuard: false, Defect: null }
            ? changes.TakeBackAsync(row, cancellationToken)
            : plans.FindPlanAsync(plan, cancellationToken);

    /// <summary>
    /// What the plan wants to stand in the index; any of it may have been done, so it is marked to be looked up first.
    /// </summary>
    internal static IEnumerable<DueRow> Asked(PlanHeader header) =>
        header.Status is PlanStatus.Unsubscribed ? [] : Scheduled(header).Concat(
            header.Letters.Select(l => DueRows.Immediate(header, l) with { State = DueState.Recovered }));

    /// <summary>
    /// Does what is left to do of a change that died: all of it if the plan has it, none of it otherwise.
    /// </summary>
    private async Task EndChangeAsync(DueRow guard, PlanHeader? header, CancellationToken cancellationToken)
    {
        var held = await HeldAsync(guard, header, cancellationToken);
        if (held is not null)
            header = await HeaderAsync(guard.Mail.Plan, held, cancellationToken);
        var asked = ImmutableArray.CreateBuilder<DueRow>();
        foreach (var row in header is null ? [] : Asked(header))
        {
            if (row.Letter is null || await plans.FindSentAsync(row.Mail, cancellationToken) is null)
                asked.Add(row);
        }

        var still = asked.FirstOrDefault(r => r.Key == held?.Key);
        if (held is not null && still is not null)
            await due.ReplaceAsync([still with { ETag = held.ETag }], cancellationToken);
        await due.MoveOnAsync(
            asked.ToImmutable(),
            held is not null && still is null ? [held.Key, guard.Key] : [guard.Key],
            cancellationToken);
    }

    /// <summary>
    /// The row of before the change, held by it or written after it by whoever settled the mail before; null when there
    /// is none, or somebody else has it.
    /// </summary>
    private async Task<DueRow?> HeldAsync(DueRow guard, PlanHeader? header, CancellationToken cancellationToken)
    {
        var row = await due.FindAsync(DueKey.Scheduled(guard.Mail.Plan, guard.At), cancellationToken);
        if (row is not { State: DueState.Due, Defect: null } || row.HeaderETag == header?.ETag)
            return row is { State: DueState.Hold } ? row : null;
        return await due.ReplaceAsync([row with { State = DueState.Hold }], cancellationToken) is [var mine]
            ? mine
            : null;
    }

    private static IEnumerable<DueRow> Scheduled(PlanHeader header) =>
        DueRows.Scheduled(header) is { } row ? [row with { State = DueState.Recovered }] : [];
}
