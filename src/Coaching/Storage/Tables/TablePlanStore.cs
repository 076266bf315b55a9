using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;
using StrengthDays.Coaching.Plans;
using static StrengthDays.Coaching.Storage.Tables.TableTransactions;
using Kind = Azure.Data.Tables.TableTransactionActionType;

namespace StrengthDays.Coaching.Storage.Tables;

/// <summary>Plans and people in Table Storage: all about a plan stands in one partition.</summary>
public sealed class TablePlanStore(TableDatabase database) : IPlanStore
{
    /// <summary>
    /// Row that is there as long as the plan. A mail that leaves the header as it is writes this one instead, so that
    /// it cannot be settled after the plan was erased.
    /// </summary>
    private const string Presence = "exists";

    /// <summary>Settled at the same time; each is a transaction in a partition of its own.</summary>
    private const int AtOnce = 16;

    /// <summary>Rows of one answer, at most.</summary>
    private const int Page = 1000;

    private static readonly string[] KeysOnly = ["PartitionKey", "RowKey"];

    private TableClient Plans => database.Plans;

    private TableClient People => database.People;

    public async Task<PlanHeader?> FindPlanAsync(PlanId id, CancellationToken cancellationToken) =>
        await FindAsync(id, TableHeaders.RowKey, cancellationToken) is { } row ? TableHeaders.Read(row) : null;

    public async Task<ImmutableArray<StoredPlan>> ListPlansAsync(
        string after, string before, int most, CancellationToken cancellationToken)
    {
        var key = TableHeaders.RowKey;
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey gt {after} and PartitionKey lt {before} and RowKey eq {key}");
        var found = ImmutableArray.CreateBuilder<StoredPlan>();
        await foreach (var row in Plans.QueryAsync<TableEntity>(filter, Math.Min(most, Page), null, cancellationToken))
        {
            found.Add(StoredPlan.Of(row.PartitionKey, () => TableHeaders.Read(row)));
            if (found.Count == most)
                break;
        }

        return found.ToImmutable();
    }

    public async Task<string?> SavePlanAsync(
        PlanHeader header, ImmutableArray<SentMail> add, CancellationToken cancellationToken)
    {
        var write = Guid.NewGuid();
        var row = TableHeaders.Of(header, write);
        var mails = add.Select(mail => new TableTransactionAction(Kind.Add, TableSentMails.Of(mail, write)));
        TableTransactionAction[] headed = header.ETag is { } etag
            ? [new(Kind.UpdateReplace, row, new ETag(etag))]
            : [new(Kind.Add, row), new(Kind.Add, PresenceOf(header.Id))];
        var answer = await Plans.TrySubmitAsync([.. headed, .. mails], cancellationToken);
        if (answer.IsDone)
            return answer.ETags[0].ToString();
        // Ours after all, when only the answer got lost and the client asked again.
        return await FindAsync(header.Id, TableHeaders.RowKey, cancellationToken) is { } there
            && there.IsBy(write)
                ? there.ETag.ToString()
                : null;
    }

    public async Task<ImmutableArray<Settled>> SettleAsync(
        ImmutableArray<Settlement> settlements, CancellationToken cancellationToken)
    {
        var settled = new Settled[settlements.Length];
        await Parallel.ForAsync(
            0,
            settlements.Length,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (i, cancelled) => settled[i] = await TrySettleAsync(settlements[i], cancelled));
        return [.. settled];
    }

    public async Task<SentMail?> FindSentAsync(MailKey key, CancellationToken cancellationToken) =>
        await FindAsync(key.Plan, TableSentMails.RowKey(key), cancellationToken) is { } row
            ? TableSentMails.Read(row)
            : null;

    public async Task<bool> ReviseSentAsync(SentMail mail, SentMail? next, CancellationToken cancellationToken)
    {
        var key = TableSentMails.RowKey(mail.Key);
        if (await FindAsync(mail.Key.Plan, key, cancellationToken) is not { } row
            || TableSentMails.Read(row).Status != mail.Status)
            return false;
        var write = Guid.NewGuid();
        TableTransactionAction revise = next is null
            ? new(Kind.Delete, row, row.ETag)
            : new(Kind.UpdateReplace, TableSentMails.Of(next, write), row.ETag);
        if ((await Plans.TrySubmitAsync([revise], cancellationToken)).IsDone)
            return true;
        // Ours after all, when only the answer got lost and the client asked again.
        var there = await FindAsync(mail.Key.Plan, key, cancellationToken);
        return next is null ? there is null : there?.IsBy(write) == true;
    }

    public async Task<ImmutableArray<SentMail>> ListSentAsync(PlanId id, CancellationToken cancellationToken)
    {
        var (plan, first, end) = (id.ToString(), TableSentMails.First, TableSentMails.End);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {plan} and RowKey ge {first} and RowKey lt {end}");
        var mails = ImmutableArray.CreateBuilder<SentMail>();
        await foreach (var row in Plans.QueryAsync<TableEntity>(filter, null, null, cancellationToken))
            mails.Add(TableSentMails.Read(row));
        return mails.ToImmutable();
    }

    public async Task ErasePlanAsync(PlanId id, CancellationToken cancellationToken)
    {
        while (await ListKeysAsync(id, cancellationToken) is { Count: > 0 } rows)
            await Plans.TrySubmitAsync(Erasing(rows), cancellationToken);
    }

    public async Task<Person?> FindPersonAsync(string hash, CancellationToken cancellationToken) =>
        await People.FindAsync(hash, TablePeople.RowKey, cancellationToken) is { } row ? TablePeople.Read(row) : null;

    public async Task<bool> SavePersonAsync(Person person, CancellationToken cancellationToken)
    {
        var write = Guid.NewGuid();
        var row = TablePeople.Of(person, write);
        TableTransactionAction save = person.ETag is { } etag
            ? new(Kind.UpdateReplace, row, new ETag(etag))
            : new(Kind.Add, row);
        return (await People.TrySubmitAsync([save], cancellationToken)).IsDone
            || (await People.FindAsync(person.Hash, TablePeople.RowKey, cancellationToken) is { } there
                && there.IsBy(write));
    }

    private async Task<Settled> TrySettleAsync(Settlement settlement, CancellationToken cancellationToken)
    {
        try
        {
            return await SettleAsync(settlement, cancellationToken);
        }
        // After its last attempt the client throws what every attempt threw, together.
        catch (Exception failure) when (failure is RequestFailedException or AggregateException)
        {
            return new(SettleOutcome.NoAnswer, Failure: failure);
        }
    }

    private async Task<Settled> SettleAsync(Settlement settlement, CancellationToken cancellationToken)
    {
        if (settlement.Advance is { } advance && !TableValues.IsTag(advance.HeaderETag))
            return new(SettleOutcome.Changed);
        var write = Guid.NewGuid();
        var answer = await Plans.TrySubmitAsync(Settling(settlement, write), cancellationToken);
        if (answer.IsDone)
            return new(SettleOutcome.Done, settlement.Advance is null ? null : answer.ETags[^1].ToString());
        var (plan, proof) = (settlement.Plan, ProofOf(settlement));
        if (await FindAsync(plan, proof, cancellationToken) is { } row && row.IsBy(write))
            return new(SettleOutcome.Done, settlement.Advance is null ? null : row.ETag.ToString());
        return new(answer.Outcome switch
        {
            SubmittedAs.Exists => SettleOutcome.AlreadySettled,
            SubmittedAs.Changed => SettleOutcome.Changed,
            _ => SettleOutcome.Erased,
        });
    }

    // The mail goes first: when it is there already, nobody asks about the header.
    private static TableTransactionAction[] Settling(Settlement settlement, Guid write)
    {
        TableTransactionAction header = settlement.Advance is { } advance
            ? new(Kind.UpdateMerge, TableHeaders.Of(settlement.Plan, advance, write), new ETag(advance.HeaderETag))
            : new(Kind.UpdateMerge, PresenceOf(settlement.Plan), ETag.All);
        return settlement.Sent is { } sent ? [new(Kind.Add, TableSentMails.Of(sent, write)), header] : [header];
    }

    /// <summary>The row that names its write, so that one whose answer got lost is known for ours.</summary>
    private static string ProofOf(Settlement settlement) =>
        settlement is { Advance: null, Sent: { } sent } ? TableSentMails.RowKey(sent.Key) : TableHeaders.RowKey;

    private Task<TableEntity?> FindAsync(PlanId plan, string rowKey, CancellationToken cancellationToken) =>
        Plans.FindAsync(plan.ToString(), rowKey, cancellationToken);

    private async Task<List<TableEntity>> ListKeysAsync(PlanId id, CancellationToken cancellationToken)
    {
        var plan = id.ToString();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {plan}");
        var rows = new List<TableEntity>();
        await foreach (var row in Plans.QueryAsync<TableEntity>(filter, null, KeysOnly, cancellationToken))
            rows.Add(new TableEntity(row.PartitionKey, row.RowKey));
        return rows;
    }

    /// <summary>
    /// The next step of erasing a plan: its last rows, or all of them. Until then the header stays, so that a process
    /// that died can be asked again, but nothing is to come.
    /// </summary>
    private static IEnumerable<TableTransactionAction> Erasing(List<TableEntity> rows)
    {
        if (rows.Count <= MostOperations)
            return rows.Select(Erasing);
        var tail = rows.TakeLast(MostOperations - 1).Select(Erasing);
        return rows.Exists(r => r.RowKey == TableHeaders.RowKey)
            ? tail.Append(new(Kind.UpdateMerge, TableHeaders.Closed(rows[0].PartitionKey), ETag.All))
            : tail;
    }

    private static TableTransactionAction Erasing(TableEntity row) => new(Kind.Delete, row);

    private static TableEntity PresenceOf(PlanId plan) => new(plan.ToString(), Presence);
}
