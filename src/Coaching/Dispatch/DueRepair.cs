using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;

namespace StrengthDays.Coaching.Dispatch;

/// <summary>The plan is the truth and the due index follows from it: writes a row anew from its plan, or takes it away.</summary>
public sealed class DueRepair(IPlanStore plans, IDueIndex due)
{
    /// <exception cref="UnreadableRowException">The plan cannot be read either.</exception>
    internal async Task RebuildAsync(DueRow row, CancellationToken cancellationToken)
    {
        if (PlanOf(row.Key) is not { } plan)
            throw new UnreadableRowException("row key");
        var header = await plans.FindPlanAsync(plan, cancellationToken);
        var asked = header is null ? null : Asked(header, row.Key);
        if (asked is null)
            await RemoveAsync(row, header, cancellationToken);
        else if (row.Defect is null)
            await due.ReplaceAsync([asked with { ETag = row.ETag, State = DueState.Recovered }], cancellationToken);
        else
            await due.PutAsync([asked with { State = DueState.Recovered }], cancellationToken);
    }

    /// <summary>What the plan wants to stand under this key, if anything.</summary>
    private static DueRow? Asked(PlanHeader header, DueKey key)
    {
        if (DueRows.Scheduled(header) is { } scheduled && scheduled.Key == key)
            return scheduled;
        foreach (var letter in header.Letters.Where(l => DueKey.Immediate(header.Id, l) == key))
            return DueRows.Immediate(header, letter);
        return null;
    }

    // The row that the plan does ask for comes first: a change may have died before it wrote it.
    private Task RemoveAsync(DueRow row, PlanHeader? header, CancellationToken cancellationToken) =>
        header is not null && DueRows.Scheduled(header) is { } scheduled
            ? due.MoveOnAsync([scheduled with { State = DueState.Recovered }], [row.Key], cancellationToken)
            : due.MoveOnAsync([], [row.Key], cancellationToken);

    private static PlanId? PlanOf(DueKey key) => PlanId.TryParse(key.Row.Split('|')[0], out var plan) ? plan : null;
}
