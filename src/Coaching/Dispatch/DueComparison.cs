using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;

namespace StrengthDays.Coaching.Dispatch;

/// <summary>What plans ask for, held against what stands in the due index. Values in, values out.</summary>
/// <param name="entries">The index as it was just before the plans were read.</param>
/// <param name="parked">Rows that wait for an operator instead.</param>
internal sealed class DueComparison(IEnumerable<DueEntry> entries, IEnumerable<DueKey> parked, DateTimeOffset now)
{
    /// <summary>A letter older than this has had its end, whatever it was.</summary>
    private static readonly TimeSpan LettersOf = TimeSpan.FromDays(2);

    private readonly string _open = DueKey.After(now);
    private readonly Dictionary<DueKey, string?> _there = entries.ToDictionary(e => e.Key, e => e.HeaderETag);
    private readonly HashSet<DueKey> _parked = [.. parked];
    private readonly HashSet<string> _unreadable = new(StringComparer.Ordinal);
    private readonly List<DueKey> _disagreeing = [];

    /// <summary>Plans whose next mail stands at another instant than today's zone data gives it.</summary>
    public List<PlanId> Misplaced { get; } = [];

    public int Plans { get; private set; }

    public int Unreadable => _unreadable.Count;

    /// <summary>
    /// After all plans: rows that are missing, rows of another version of their plan, rows that none asked for.
    /// </summary>
    public IEnumerable<DueKey> Suspects => _disagreeing.Concat(
        _there.Keys.Where(key => IsAhead(key) && !_unreadable.Contains(key.Plan)));

    public void Add(StoredPlan plan)
    {
        Plans++;
        if (plan.Header is not { } header)
        {
            _unreadable.Add(plan.Id.ToString());
            return;
        }

        _disagreeing.AddRange(
            from asked in DueRepair.Asked(header)
            where asked.Letter is null || asked.At > now - LettersOf
            where Disagrees(asked, header)
            select asked.Key);
        if (DueRows.IsMisplaced(header) && IsAhead(DueKey.Scheduled(header.Id, header.Next!.Value.At)))
            Misplaced.Add(header.Id);
    }

    private bool Disagrees(DueRow asked, PlanHeader header) => _there.Remove(asked.Key, out var etag)
        ? etag is null || (asked.Letter is null && etag != header.ETag && IsAhead(asked.Key))
        : !_parked.Contains(asked.Key);

    // What is due is looked at by the ticks, except where its lease is damaged: no tick finds that.
    private bool IsAhead(DueKey key) => string.CompareOrdinal(key.Bucket, _open) > 0;
}
