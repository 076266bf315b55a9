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
    /// <summary>Rows of one transaction.</summary>
    private const int Group = 100;

    /// <summary>The next tick is near: what is left is its work.</summary>
    private static readonly TimeSpan WorkFor = TimeSpan.FromSeconds(50);

    /// <exception cref="FormatException">Not the name of a bucket.</exception>
    public async Task RunAsync(string bucket, CancellationToken cancellationToken)
    {
        if (!DueKey.IsBucket(bucket))
            throw new FormatException("Not a bucket.");
        var started = clock.GetTimestamp();
        var seen = new HashSet<(string Row, string? ETag)>();
        // While no mail may leave, preparing some would be for nothing; the tick finds the rest in its time.
        while (!budget.IsClosed && clock.GetElapsedTime(started) < WorkFor)
        {
            var rows = await due.ListFreeAsync(bucket, clock.GetUtcNow(), Group, cancellationToken);
            // A row that comes back as it was would come back for ever.
            var fresh = rows.RemoveAll(r => !seen.Add((r.Key.Row, r.ETag)));
            var mayHaveAdded = await RunAsync(fresh, cancellationToken);
            if (fresh.IsEmpty || (rows.Length < Group && !mayHaveAdded))
                return;
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
