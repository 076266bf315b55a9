using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;
using StrengthDays.Coaching.Plans;
using static StrengthDays.Coaching.Storage.Tables.TableTransactions;
using Kind = Azure.Data.Tables.TableTransactionActionType;

namespace StrengthDays.Coaching.Storage.Tables;

/// <summary>The due index in Table Storage: its partitions, sorted by key, are the order of work.</summary>
public sealed class TableDueIndex(TableDatabase database, TimeProvider clock) : IDueIndex
{
    /// <summary>Rows of one answer, at most.</summary>
    private const int Page = 1000;

    private static readonly string[] KeyOnly = ["PartitionKey"];

    private TableClient Due => database.Due;

    private TableClient Parked => database.Parked;

    public async Task<ImmutableArray<string>> ListBucketsAsync(
        string before, int most, CancellationToken cancellationToken)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        while (await AddPageAsync(found, before, most, cancellationToken) && found.Count < most)
        {
        }

        return [.. found.Take(most)];
    }

    public async Task<int> CountAsync(string before, int most, CancellationToken cancellationToken)
    {
        var count = 0;
        var filter = TableClient.CreateQueryFilter($"PartitionKey lt {before}");
        var pages = Due.QueryAsync<TableEntity>(filter, Math.Min(most, Page), KeyOnly, cancellationToken).AsPages();
        await foreach (var page in pages)
        {
            count += page.Values.Count;
            if (count >= most)
                break;
        }

        return Math.Min(count, most);
    }

    public async Task<ImmutableArray<DueRow>> ListFreeAsync(
        string bucket, DateTimeOffset now, int most, CancellationToken cancellationToken)
    {
        var lease = TableValues.Of(now);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {bucket} and lease le {lease}");
        var rows = ImmutableArray.CreateBuilder<DueRow>();
        await foreach (var row in Due.QueryAsync<TableEntity>(filter, Math.Min(most, Page), null, cancellationToken))
        {
            rows.Add(TableDueRows.Read(row));
            if (rows.Count == most)
                break;
        }

        return rows.ToImmutable();
    }

    public async Task<DueRow?> FindAsync(DueKey key, CancellationToken cancellationToken) =>
        await Due.FindAsync(key.Bucket, key.Row, cancellationToken) is { } row ? TableDueRows.Read(row) : null;

    public async Task<ImmutableArray<DueEntry>> ListEntriesAsync(string start, CancellationToken cancellationToken)
    {
        var end = start + "~";
        var filter = TableClient.CreateQueryFilter($"RowKey ge {start} and RowKey lt {end}");
        var entries = ImmutableArray.CreateBuilder<DueEntry>();
        await foreach (var row in Due.QueryAsync<TableEntity>(filter, null, TableDueRows.Entry, cancellationToken))
            entries.Add(TableDueRows.ReadEntry(row));
        return entries.ToImmutable();
    }

    public async Task<ImmutableArray<DueRow>> ReplaceAsync(
        ImmutableArray<DueRow> rows, CancellationToken cancellationToken)
    {
        // Without a tag the service would put the row there whatever it finds.
        if (rows.Any(row => row.ETag is null))
            throw new ArgumentException("A row was never stored.", nameof(rows));
        var write = Guid.NewGuid();
        var written = new Dictionary<DueKey, string>();
        foreach (var group in Grouped(rows.Select(row => TableDueRows.Of(row, write))))
        {
            foreach (var row in await ReplaceAsync(group, write, cancellationToken))
                written[new(row.PartitionKey, row.RowKey)] = row.ETag.ToString();
        }

        return [.. from row in rows where written.ContainsKey(row.Key) select row with { ETag = written[row.Key] }];
    }

    public async Task PutAsync(ImmutableArray<DueRow> rows, CancellationToken cancellationToken)
    {
        foreach (var group in Grouped(Entities(rows)))
            await Due.SubmitTransactionAsync(group.Select(r => Act(Kind.UpsertReplace, r)), cancellationToken);
    }

    public async Task MoveOnAsync(
        ImmutableArray<DueRow> add, ImmutableArray<DueKey> remove, CancellationToken cancellationToken)
    {
        foreach (var group in Grouped(Entities(add)))
            await AddAsync(group, cancellationToken);
        foreach (var group in Grouped(remove.Select(key => new TableEntity(key.Bucket, key.Row))))
            await RemoveAsync(group, cancellationToken);
    }

    public async Task ParkAsync(DueRow row, string reason, CancellationToken cancellationToken)
    {
        if (await Due.FindAsync(row.Key.Bucket, row.Key.Row, cancellationToken) is not { } due)
            return;
        var parked = TableParkedRows.Of(due, reason, clock.GetUtcNow());
        await Parked.UpsertEntityAsync(parked, TableUpdateMode.Replace, cancellationToken);
        await Due.DeleteEntityAsync(row.Key.Bucket, row.Key.Row, ETag.All, cancellationToken);
    }

    public async Task<ImmutableArray<ParkedRow>> ListParkedAsync(int most, CancellationToken cancellationToken)
    {
        var rows = ImmutableArray.CreateBuilder<ParkedRow>();
        string? all = null;
        await foreach (var row in Parked.QueryAsync<TableEntity>(all, null, null, cancellationToken))
            rows.Add(TableParkedRows.Read(row));
        return [.. rows.OrderBy(r => r.Id, StringComparer.Ordinal).Take(most)];
    }

    public async Task<ParkedRow?> FindParkedAsync(string id, CancellationToken cancellationToken) =>
        await FindParkedRowAsync(id, cancellationToken) is { } row ? TableParkedRows.Read(row) : null;

    public async Task<bool> ReleaseAsync(string id, CancellationToken cancellationToken)
    {
        if (await FindParkedRowAsync(id, cancellationToken) is not { } parked)
            return false;
        await AddAsync([TableParkedRows.Released(parked)], cancellationToken);
        await Parked.DeleteEntityAsync(parked.PartitionKey, id, ETag.All, cancellationToken);
        return true;
    }

    public Task ForgetParkedAsync(ParkedRow parked, CancellationToken cancellationToken) =>
        TableParkedRows.TryPartition(parked.Id, out var plan)
            ? Parked.DeleteEntityAsync(plan, parked.Id, ETag.All, cancellationToken)
            : Task.CompletedTask;

    public async Task ForgetParkedAsync(PlanId plan, CancellationToken cancellationToken)
    {
        var partition = plan.ToString();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition}");
        await foreach (var row in Parked.QueryAsync<TableEntity>(filter, null, null, cancellationToken))
            await Parked.DeleteEntityAsync(partition, row.RowKey, ETag.All, cancellationToken);
    }

    public Task EndForgottenLeasesAsync(DateTimeOffset at, CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<TableEntity?> FindParkedRowAsync(string id, CancellationToken cancellationToken) =>
        TableParkedRows.TryPartition(id, out var plan) ? await Parked.FindAsync(plan, id, cancellationToken) : null;

    /// <summary>Adds the buckets of the next page; false after the last.</summary>
    private async Task<bool> AddPageAsync(
        SortedSet<string> found, string before, int most, CancellationToken cancellationToken)
    {
        var after = found.Max ?? "";
        var filter = TableClient.CreateQueryFilter($"PartitionKey gt {after} and PartitionKey lt {before}");
        var pages = Due.QueryAsync<TableEntity>(filter, Math.Min(most, Page), KeyOnly, cancellationToken).AsPages();
        await foreach (var page in pages)
        {
            found.UnionWith(page.Values.Select(row => row.PartitionKey));
            // The rest of the page's last bucket is passed over; a page may be empty and not be the last.
            if (page.Values.Count > 0)
                return page.ContinuationToken is not null;
        }

        return false;
    }

    /// <summary>The rows that were written, with their new ETags.</summary>
    private async Task<IEnumerable<TableEntity>> ReplaceAsync(
        ImmutableArray<TableEntity> rows, Guid write, CancellationToken cancellationToken)
    {
        while (!rows.IsEmpty)
        {
            var answer = await Due.TrySubmitAsync(
                rows.Select(r => new TableTransactionAction(Kind.UpdateReplace, r, r.ETag)), cancellationToken);
            if (answer.IsDone)
                return rows.Zip(answer.ETags, (row, etag) => new TableEntity(row) { ETag = etag });
            // The answer names one row; whoever was faster has probably taken more.
            var there = await LookAsync(rows, cancellationToken);
            var now = rows.Select(r => there.GetValueOrDefault(r.RowKey)).OfType<TableEntity>().ToList();
            // All of it, or nothing: only the answer was lost, and asked for again.
            if (now.Exists(r => r.IsBy(write)))
                return now;
            rows = rows.RemoveAll(r => there.GetValueOrDefault(r.RowKey)?.ETag != r.ETag);
        }

        return [];
    }

    private async Task AddAsync(ImmutableArray<TableEntity> rows, CancellationToken cancellationToken)
    {
        while (!rows.IsEmpty && !(await SubmitAsync(Kind.Add, rows, cancellationToken)).IsDone)
        {
            var there = await LookAsync(rows, cancellationToken);
            rows = rows.RemoveAll(r => there.ContainsKey(r.RowKey));
        }
    }

    private async Task RemoveAsync(ImmutableArray<TableEntity> rows, CancellationToken cancellationToken)
    {
        while (!rows.IsEmpty && !(await SubmitAsync(Kind.Delete, rows, cancellationToken)).IsDone)
        {
            var there = await LookAsync(rows, cancellationToken);
            rows = rows.RemoveAll(r => !there.ContainsKey(r.RowKey));
        }
    }

    private Task<Submitted> SubmitAsync(
        Kind kind, ImmutableArray<TableEntity> rows, CancellationToken cancellationToken) =>
        Due.TrySubmitAsync(rows.Select(r => Act(kind, r)), cancellationToken);

    /// <summary>What is stored now between the first and the last of these rows of one bucket.</summary>
    private async Task<Dictionary<string, TableEntity>> LookAsync(
        ImmutableArray<TableEntity> rows, CancellationToken cancellationToken)
    {
        var keys = rows.Select(r => r.RowKey).Order(StringComparer.Ordinal).ToList();
        var (bucket, first, last) = (rows[0].PartitionKey, keys[0], keys[^1]);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {bucket} and RowKey ge {first} and RowKey le {last}");
        var there = new Dictionary<string, TableEntity>(StringComparer.Ordinal);
        await foreach (var row in Due.QueryAsync<TableEntity>(filter, null, null, cancellationToken))
            there[row.RowKey] = row;
        return there;
    }

    private static IEnumerable<TableEntity> Entities(ImmutableArray<DueRow> rows)
    {
        var write = Guid.NewGuid();
        return rows.Select(row => TableDueRows.Of(row, write));
    }

    private static TableTransactionAction Act(Kind kind, TableEntity row) => new(kind, row);
}
