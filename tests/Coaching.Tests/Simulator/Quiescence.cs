using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;

namespace StrengthDays.Coaching.Tests.Simulator;

/// <summary>
/// I8 and I9, when the faults are over: nothing is due or claimed any more, and each plan has the one row its header
/// asks for.
/// </summary>
internal sealed class Quiescence(IPlanStore plans, IDueIndex due, Record record)
{
    public async Task<List<string>> ComplaintsAsync(DateTimeOffset now)
    {
        var (complaints, asked) = (new List<string>(), new Dictionary<DueKey, string?>());
        var parked = (await due.ListParkedAsync(100_000, default)).Select(p => p.Row.Key).ToHashSet();
        foreach (var id in record.Plans)
        {
            if (await plans.FindPlanAsync(id, default) is { Status: not PlanStatus.Unsubscribed, Next: { } next } plan)
                asked[DueKey.Scheduled(id, next.At)] = plan.ETag;
        }

        foreach (var row in await AllAsync())
        {
            if (string.CompareOrdinal(row.Key.Bucket, DueKey.After(now)) < 0)
                complaints.Add($"I8: {row.Key} is still {row.State} of {row.LeaseUntil:u}, attempt {row.Attempt}");
            else if (!asked.TryGetValue(row.Key, out var etag))
                complaints.Add($"I9: {row.Key} is asked for by no plan");
            // What somebody damaged is written anew when its time comes.
            else if (row.Defect is null && row.HeaderETag != etag)
                complaints.Add($"I9: {row.Key} is of another version of its plan");
            asked.Remove(row.Key);
        }

        complaints.AddRange(asked.Keys.Where(key => !parked.Contains(key)).Select(key => $"I9: {key} is missing"));
        return complaints;
    }

    private async Task<List<DueRow>> AllAsync()
    {
        var rows = new List<DueRow>();
        foreach (var bucket in await due.ListBucketsAsync(DueKey.End, int.MaxValue, default))
            rows.AddRange(await due.ListFreeAsync(bucket, DateTimeOffset.MaxValue, 1000, default));
        return rows;
    }
}
