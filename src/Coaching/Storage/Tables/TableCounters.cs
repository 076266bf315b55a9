using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;
using Kind = Azure.Data.Tables.TableTransactionActionType;

namespace StrengthDays.Coaching.Storage.Tables;

/// <summary>Counts in Table Storage: partition the window, row the name.</summary>
public sealed class TableCounters(TableDatabase database) : ICounters
{
    private const string Column = "count";

    private const int Tries = 8;

    private TableClient Counts => database.Counts;

    public async Task<ImmutableArray<long>> AddAsync(
        string window, ImmutableArray<KeyValuePair<string, long>> counts, CancellationToken cancellationToken)
    {
        var now = ImmutableArray.CreateBuilder<long>(counts.Length);
        foreach (var (name, by) in counts)
            now.Add(await AddAsync(window, name, by, cancellationToken));
        return now.ToImmutable();
    }

    public async Task<ImmutableDictionary<string, long>> ListAsync(string window, CancellationToken cancellationToken)
    {
        var counts = ImmutableDictionary.CreateBuilder<string, long>(StringComparer.Ordinal);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {window}");
        await foreach (var row in Counts.QueryAsync<TableEntity>(filter, null, null, cancellationToken))
            counts[row.RowKey] = row.GetInt64(Column) ?? 0;
        return counts.ToImmutable();
    }

    public async Task ForgetAsync(string from, string before, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {before}");
        await foreach (var row in Counts.QueryAsync<TableEntity>(filter, null, null, cancellationToken))
            await Counts.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellationToken);
    }

    // Whoever loses the race looks again; after many lost races the count is as good as any.
    private async Task<long> AddAsync(string window, string name, long by, CancellationToken cancellationToken)
    {
        for (var i = 0; ; i++)
        {
            var there = await Counts.FindAsync(window, name, cancellationToken);
            var count = (there?.GetInt64(Column) ?? 0) + by;
            var row = new TableEntity(window, name) { [Column] = count };
            TableTransactionAction write = there is null
                ? new(Kind.Add, row)
                : new(Kind.UpdateReplace, row, there.ETag);
            if ((await Counts.TrySubmitAsync([write], cancellationToken)).IsDone || i == Tries)
                return count;
        }
    }
}
