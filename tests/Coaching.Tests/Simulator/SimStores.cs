using System.Collections.Immutable;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;

namespace StrengthDays.Coaching.Tests.Simulator;

/// <summary>A process's way to the plans; what is really committed is told to whoever keeps the record.</summary>
internal sealed class SimPlanStore(IPlanStore inner, SimProcess process, ICommits commits) : IPlanStore
{
    public Task<PlanHeader?> FindPlanAsync(PlanId id, CancellationToken cancellationToken) =>
        process.StoreAsync(() => inner.FindPlanAsync(id, cancellationToken));

    public Task<ImmutableArray<StoredPlan>> ListPlansAsync(
        string after, string before, int most, CancellationToken cancellationToken) =>
        process.StoreAsync(() => inner.ListPlansAsync(after, before, most, cancellationToken));

    public Task<string?> SavePlanAsync(
        PlanHeader header, ImmutableArray<SentMail> add, CancellationToken cancellationToken) => process.StoreAsync(
        async () =>
        {
            var etag = await inner.SavePlanAsync(header, add, cancellationToken);
            if (etag is null)
                return null;
            commits.Saved(header);
            foreach (var mail in add)
                commits.Counted(mail.Status);
            return etag;
        },
        () => null);

    public async Task<ImmutableArray<Settled>> SettleAsync(
        ImmutableArray<Settlement> settlements, CancellationToken cancellationToken)
    {
        var settled = ImmutableArray.CreateBuilder<Settled>(settlements.Length);
        foreach (var settlement in settlements)
            settled.Add(await SettleAsync(settlement, cancellationToken));
        return settled.ToImmutable();
    }

    public Task<SentMail?> FindSentAsync(MailKey key, CancellationToken cancellationToken) =>
        process.StoreAsync(() => inner.FindSentAsync(key, cancellationToken));

    public Task<bool> ReviseSentAsync(SentMail mail, SentMail? next, CancellationToken cancellationToken) =>
        process.StoreAsync(
            async () =>
            {
                var isDone = await inner.ReviseSentAsync(mail, next, cancellationToken);
                if (isDone && next is not null)
                    commits.Counted(next.Status);
                return isDone;
            },
            () => false);

    public Task<ImmutableArray<SentMail>> ListSentAsync(PlanId id, CancellationToken cancellationToken) =>
        process.StoreAsync(() => inner.ListSentAsync(id, cancellationToken));

    public Task ErasePlanAsync(PlanId id, CancellationToken cancellationToken) => process.StoreAsync(async () =>
    {
        await inner.ErasePlanAsync(id, cancellationToken);
        commits.Erased(id);
    });

    public Task<Person?> FindPersonAsync(string hash, CancellationToken cancellationToken) =>
        process.StoreAsync(() => inner.FindPersonAsync(hash, cancellationToken));

    public Task<bool> SavePersonAsync(Person person, CancellationToken cancellationToken) =>
        process.StoreAsync(() => inner.SavePersonAsync(person, cancellationToken), () => false);

    // Each by itself, as the contract says: trouble with one is its own outcome.
    private async Task<Settled> SettleAsync(Settlement settlement, CancellationToken cancellationToken)
    {
        try
        {
            return await process.StoreAsync(async () =>
            {
                var settled = (await inner.SettleAsync([settlement], cancellationToken))[0];
                if (settled.Outcome is SettleOutcome.Done && settlement.Sent is { } sent)
                    commits.Counted(sent.Status);
                return settled;
            });
        }
        catch (Azure.RequestFailedException trouble)
        {
            return new(SettleOutcome.NoAnswer, Failure: trouble);
        }
    }
}

/// <summary>Keeps the record of what was committed.</summary>
internal interface ICommits
{
    void Saved(PlanHeader header);

    void Erased(PlanId id);

    void Counted(SentStatus status);
}

/// <summary>A process's way to the due index.</summary>
internal sealed class SimDueIndex(IDueIndex inner, SimProcess process, Record record) : IDueIndex
{
    public Task<ImmutableArray<string>> ListBucketsAsync(
        string before, int most, CancellationToken cancellationToken) =>
        process.StoreAsync(() => inner.ListBucketsAsync(before, most, cancellationToken));

    public Task<int> CountAsync(string before, int most, CancellationToken cancellationToken) =>
        process.StoreAsync(() => inner.CountAsync(before, most, cancellationToken));

    public Task<ImmutableArray<DueRow>> ListFreeAsync(
        string bucket, DateTimeOffset now, int most, CancellationToken cancellationToken) =>
        process.StoreAsync(() => inner.ListFreeAsync(bucket, now, most, cancellationToken));

    public Task<DueRow?> FindAsync(DueKey key, CancellationToken cancellationToken) =>
        process.StoreAsync(() => inner.FindAsync(key, cancellationToken));

    public Task<ImmutableArray<DueEntry>> ListEntriesAsync(string start, CancellationToken cancellationToken) =>
        process.StoreAsync(() => inner.ListEntriesAsync(start, cancellationToken));

    public Task<ImmutableArray<DueRow>> ReplaceAsync(
        ImmutableArray<DueRow> rows, CancellationToken cancellationToken) =>
        process.StoreAsync(() => inner.ReplaceAsync(rows, cancellationToken), () => []);

    public Task PutAsync(ImmutableArray<DueRow> rows, CancellationToken cancellationToken) =>
        process.StoreAsync(() => inner.PutAsync(rows, cancellationToken));

    // Its two halves are two calls: between them lies the moment that leaves two rows for a plan.
    public async Task MoveOnAsync(
        ImmutableArray<DueRow> add, ImmutableArray<DueKey> remove, CancellationToken cancellationToken)
    {
        await process.StoreAsync(() => inner.MoveOnAsync(add, [], cancellationToken));
        await process.StoreAsync(() => inner.MoveOnAsync([], remove, cancellationToken));
    }

    public Task ParkAsync(DueRow row, string reason, CancellationToken cancellationToken) => process.StoreAsync(() =>
    {
        record.Tell($"{row.Key.Row} in {row.Key.Bucket} is parked: {reason}");
        return inner.ParkAsync(row, reason, cancellationToken);
    });

    public Task<ImmutableArray<ParkedRow>> ListParkedAsync(int most, CancellationToken cancellationToken) =>
        process.StoreAsync(() => inner.ListParkedAsync(most, cancellationToken));

    public Task<ParkedRow?> FindParkedAsync(string id, CancellationToken cancellationToken) =>
        process.StoreAsync(() => inner.FindParkedAsync(id, cancellationToken));

    public Task<bool> ReleaseAsync(string id, CancellationToken cancellationToken) =>
        process.StoreAsync(() => inner.ReleaseAsync(id, cancellationToken));

    public Task ForgetParkedAsync(ParkedRow parked, CancellationToken cancellationToken) =>
        process.StoreAsync(() => inner.ForgetParkedAsync(parked, cancellationToken));

    public Task ForgetParkedAsync(PlanId plan, CancellationToken cancellationToken) =>
        process.StoreAsync(() => inner.ForgetParkedAsync(plan, cancellationToken));

    public Task EndForgottenLeasesAsync(DateTimeOffset at, CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>A process's way to the budget that all share.</summary>
internal sealed class SimBudgetStore(IBudgetStore inner, SimProcess process, Record record) : IBudgetStore
{
    public Task<StoredBudget> FindAsync(CancellationToken cancellationToken) =>
        process.StoreAsync(() => inner.FindAsync(cancellationToken), isAlone: true);

    public Task<string?> SaveAsync(StoredBudget budget, CancellationToken cancellationToken) =>
        process.StoreAsync(
            async () =>
            {
                var etag = await inner.SaveAsync(budget, cancellationToken);
                if (etag is not null && budget.ClosedUntil is { } until)
                    record.Closed.Add((process.Clock.GetUtcNow(), until));
                return etag;
            },
            () => null,
            isAlone: true);
}

/// <summary>A process's way to the alerts.</summary>
internal sealed class SimAlertStore(IAlertStore inner, SimProcess process) : IAlertStore
{
    public Task PutAsync(ImmutableArray<SentMail> mails, CancellationToken cancellationToken) =>
        process.StoreAsync(() => inner.PutAsync(mails, cancellationToken));

    public Task<ImmutableArray<SentMail>> ListAsync(int most, CancellationToken cancellationToken) =>
        process.StoreAsync(() => inner.ListAsync(most, cancellationToken));

    public Task ForgetAsync(ImmutableArray<SentMail> mails, CancellationToken cancellationToken) =>
        process.StoreAsync(() => inner.ForgetAsync(mails, cancellationToken));

    public Task ForgetBeforeAsync(DateOnly date, CancellationToken cancellationToken) =>
        process.StoreAsync(() => inner.ForgetBeforeAsync(date, cancellationToken));
}
