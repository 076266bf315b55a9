using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using StrengthDays.Coaching.Mail;
using StrengthDays.Coaching.Storage;

namespace StrengthDays.Coaching.Dispatch;

/// <summary>
/// Works through a bucket of the due index. Called again for the same bucket, or for one that is empty, it does no
/// harm: a message is only a hint to look.
/// </summary>
public sealed partial class Deliveries(
    IDueIndex due,
    JobPlanner planner,
    JobRunner runner,
    RareJobs rare,
    MailBudget budget,
    TimeProvider clock,
    ILogger<Deliveries> logger)
{
    /// <summary>
    /// In all buckets together: the mails of a group stand in memory from its claim until it is settled, and more of
    /// them would not leave faster.
    /// </summary>
    public const int GroupsAtOnce = 4;

    /// <summary>Rows of one transaction.</summary>
    private const int Group = 100;

    /// <summary>The next tick is near: what is left is its work.</summary>
    private static readonly TimeSpan WorkFor = TimeSpan.FromSeconds(50);

    private readonly SemaphoreSlim _turns = new(GroupsAtOnce);

    /// <exception cref="FormatException">Not the name of a bucket.</exception>
    public async Task RunAsync(string bucket, CancellationToken cancellationToken)
    {
        if (!DueKey.IsBucket(bucket))
            throw new FormatException("Not a bucket.");
        var started = clock.GetTimestamp();
        var seen = new HashSet<(string Row, string? ETag)>();
        for (var mayHaveMore = true; mayHaveMore;)
        {
            await _turns.WaitAsync(cancellationToken);
            try
            {
                // While no mail may leave, preparing some would be for nothing; the tick finds the rest in its time.
                mayHaveMore = !budget.IsClosed && clock.GetElapsedTime(started) < WorkFor
                    && await RunGroupAsync(bucket, seen, cancellationToken);
            }
            finally
            {
                _turns.Release();
            }
        }
    }

    /// <summary>Tries mails that were just caused; whatever goes wrong, the tick finds them again.</summary>
    public async Task TryNowAsync(ImmutableArray<DueKey> keys, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var key in keys)
            {
                if (await due.FindAsync(key, cancellationToken) is { State: DueState.Due } row)
                    await RunAsync([row], cancellationToken);
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.NotNow(logger, failure);
        }
    }

    /// <summary>The oldest rows of a bucket; false when it holds no more.</summary>
    /// <param name="seen">A row that comes back as it was would come back for ever.</param>
    private async Task<bool> RunGroupAsync(
        string bucket, HashSet<(string Row, string? ETag)> seen, CancellationToken cancellationToken)
    {
        var rows = await due.ListFreeAsync(bucket, clock.GetUtcNow(), Group, cancellationToken);
        var fresh = rows.RemoveAll(r => !seen.Add((r.Key.Row, r.ETag)));
        var mayHaveAdded = await RunAsync(fresh, cancellationToken);
        return !fresh.IsEmpty && (rows.Length == Group || mayHaveAdded);
    }

    /// <summary>True when there may be rows to work on that were not there before.</summary>
    private async Task<bool> RunAsync(ImmutableArray<DueRow> rows, CancellationToken cancellationToken)
    {
        var ordinary = ImmutableArray.CreateBuilder<Job>(rows.Length);
        foreach (var row in rows)
        {
            var job = await planner.PlanAsync(row);
            if (job is SendJob or CloseJob)
                ordinary.Add(job);
            else
                await rare.RunAsync(job, clock.GetUtcNow(), cancellationToken);
        }

        if (ordinary.Count > 0)
            await runner.RunAsync(ordinary.ToImmutable(), clock.GetUtcNow(), cancellationToken);
        return ordinary.Count < rows.Length;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A mail could not be sent at once; the next tick tries again")]
        public static partial void NotNow(ILogger logger, Exception failure);
    }
}
