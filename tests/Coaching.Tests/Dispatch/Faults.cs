using System.Collections.Immutable;
using Azure.Core;
using Azure.Core.Pipeline;
using StrengthDays.Coaching.Mail;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Tests.Storage;

namespace StrengthDays.Coaching.Tests.Dispatch;

/// <summary>
/// Kills the process just before or just after one of its calls to the outside. A dead process calls nothing any more.
/// </summary>
/// <param name="killAt">Number of the moment, from 1; each call has one before it and one after.</param>
internal sealed class Faults(int killAt)
{
    private int _moment;

    public bool IsDead => Volatile.Read(ref _moment) >= killAt;

    public async Task<T> CallAsync<T>(Func<Task<T>> call)
    {
        Pass();
        var result = await call();
        Pass();
        return result;
    }

    public async Task CallAsync(Func<Task> call)
    {
        Pass();
        await call();
        Pass();
    }

    private void Pass()
    {
        if (IsDead || Interlocked.Increment(ref _moment) >= killAt)
            throw new KilledException();
    }
}

internal sealed class KilledException : Exception;

internal sealed class FaultyTransport(IMailTransport inner, Faults faults) : IMailTransport
{
    public string Name => inner.Name;

    public Task<ImmutableArray<SubmitResult>> SubmitAsync(
        ImmutableArray<MailMessage> mails, CancellationToken cancellationToken) =>
        faults.CallAsync(() => inner.SubmitAsync(mails, cancellationToken));

    public Task<SubmissionState> FindAsync(Guid operationId, CancellationToken cancellationToken) =>
        faults.CallAsync(() => inner.FindAsync(operationId, cancellationToken));
}

internal sealed class FaultyPlanStore(IPlanStore inner, Faults faults) : IPlanStore
{
    public Task<PlanHeader?> FindPlanAsync(PlanId id, CancellationToken cancellationToken) =>
        faults.CallAsync(() => inner.FindPlanAsync(id, cancellationToken));

    public Task<ImmutableArray<StoredPlan>> ListPlansAsync(
        string after, string before, int most, CancellationToken cancellationToken) =>
        faults.CallAsync(() => inner.ListPlansAsync(after, before, most, cancellationToken));

    public Task<string?> SavePlanAsync(
        PlanHeader header, ImmutableArray<SentMail> add, CancellationToken cancellationToken) =>
        faults.CallAsync(() => inner.SavePlanAsync(header, add, cancellationToken));

    public Task<ImmutableArray<Settled>> SettleAsync(
        ImmutableArray<Settlement> settlements, CancellationToken cancellationToken) =>
        faults.CallAsync(() => inner.SettleAsync(settlements, cancellationToken));

    public Task<SentMail?> FindSentAsync(MailKey key, CancellationToken cancellationToken) =>
        faults.CallAsync(() => inner.FindSentAsync(key, cancellationToken));

    public Task<bool> ReviseSentAsync(SentMail mail, SentMail? next, CancellationToken cancellationToken) =>
        faults.CallAsync(() => inner.ReviseSentAsync(mail, next, cancellationToken));

    public Task<ImmutableArray<SentMail>> ListSentAsync(PlanId id, CancellationToken cancellationToken) =>
        faults.CallAsync(() => inner.ListSentAsync(id, cancellationToken));

    public Task ErasePlanAsync(PlanId id, CancellationToken cancellationToken) =>
        faults.CallAsync(() => inner.ErasePlanAsync(id, cancellationToken));

    public Task<Person?> FindPersonAsync(string hash, CancellationToken cancellationToken) =>
        faults.CallAsync(() => inner.FindPersonAsync(hash, cancellationToken));

    public Task<bool> SavePersonAsync(Person person, CancellationToken cancellationToken) =>
        faults.CallAsync(() => inner.SavePersonAsync(person, cancellationToken));
}

internal sealed class FaultyDueIndex(IDueIndex inner, Faults faults) : IDueIndex
{
    public Task<ImmutableArray<string>> ListBucketsAsync(
        string before, int most, CancellationToken cancellationToken) =>
        faults.CallAsync(() => inner.ListBucketsAsync(before, most, cancellationToken));

    public Task<int> CountAsync(string before, int most, CancellationToken cancellationToken) =>
        faults.CallAsync(() => inner.CountAsync(before, most, cancellationToken));

    public Task<ImmutableArray<DueRow>> ListFreeAsync(
        string bucket, DateTimeOffset now, int most, CancellationToken cancellationToken) =>
        faults.CallAsync(() => inner.ListFreeAsync(bucket, now, most, cancellationToken));

    public Task<DueRow?> FindAsync(DueKey key, CancellationToken cancellationToken) =>
        faults.CallAsync(() => inner.FindAsync(key, cancellationToken));

    public Task<ImmutableArray<DueEntry>> ListEntriesAsync(string start, CancellationToken cancellationToken) =>
        faults.CallAsync(() => inner.ListEntriesAsync(start, cancellationToken));

    public Task<ImmutableArray<DueRow>> ReplaceAsync(
        ImmutableArray<DueRow> rows, CancellationToken cancellationToken) =>
        faults.CallAsync(() => inner.ReplaceAsync(rows, cancellationToken));

    public Task PutAsync(ImmutableArray<DueRow> rows, CancellationToken cancellationToken) =>
        faults.CallAsync(() => inner.PutAsync(rows, cancellationToken));

    // Its two halves are two calls: between them lies the moment that leaves two rows for a plan.
    public async Task MoveOnAsync(
        ImmutableArray<DueRow> add, ImmutableArray<DueKey> remove, CancellationToken cancellationToken)
    {
        await faults.CallAsync(() => inner.MoveOnAsync(add, [], cancellationToken));
        await faults.CallAsync(() => inner.MoveOnAsync([], remove, cancellationToken));
    }

    public Task ParkAsync(DueRow row, string reason, CancellationToken cancellationToken) =>
        faults.CallAsync(() => inner.ParkAsync(row, reason, cancellationToken));

    public Task<ImmutableArray<ParkedRow>> ListParkedAsync(int most, CancellationToken cancellationToken) =>
        faults.CallAsync(() => inner.ListParkedAsync(most, cancellationToken));

    public Task<ParkedRow?> FindParkedAsync(string id, CancellationToken cancellationToken) =>
        faults.CallAsync(() => inner.FindParkedAsync(id, cancellationToken));

    public Task ForgetParkedAsync(ParkedRow parked, CancellationToken cancellationToken) =>
        faults.CallAsync(() => inner.ForgetParkedAsync(parked, cancellationToken));

    public Task<bool> ReleaseAsync(string id, CancellationToken cancellationToken) =>
        faults.CallAsync(() => inner.ReleaseAsync(id, cancellationToken));

    public Task ForgetParkedAsync(PlanId plan, CancellationToken cancellationToken) =>
        faults.CallAsync(() => inner.ForgetParkedAsync(plan, cancellationToken));

    public Task EndForgottenLeasesAsync(DateTimeOffset at, CancellationToken cancellationToken) =>
        faults.CallAsync(() => inner.EndForgottenLeasesAsync(at, cancellationToken));
}

/// <summary>Each request to Table Storage is a call of its own: one step of ours may take several.</summary>
internal sealed class FaultyRequests(Faults faults) : TableRequests
{
    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        new(faults.CallAsync(() => ProcessNextAsync(message, pipeline).AsTask()));
}
