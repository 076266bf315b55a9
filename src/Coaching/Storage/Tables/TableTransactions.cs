using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace StrengthDays.Coaching.Storage.Tables;

/// <summary>
/// Entity-group transactions within what the service takes, which Azurite does not check: one partition, each row once,
/// 100 operations, 4 MiB.
/// </summary>
internal static class TableTransactions
{
    public const int MostOperations = 100;

    public const int MostBytes = 4 * 1024 * 1024;

    /// <summary>Rows that may be written together: each group is one transaction.</summary>
    /// <param name="rows">Of the same row twice, the first counts.</param>
    public static IEnumerable<ImmutableArray<TableEntity>> Grouped(IEnumerable<TableEntity> rows)
    {
        foreach (var partition in rows.DistinctBy(r => (r.PartitionKey, r.RowKey)).GroupBy(r => r.PartitionKey))
        {
            var group = ImmutableArray.CreateBuilder<TableEntity>();
            var bytes = 0;
            foreach (var row in partition)
            {
                if (group.Count == MostOperations || (group.Count > 0 && bytes + Size(row) > MostBytes))
                {
                    yield return group.DrainToImmutable();
                    bytes = 0;
                }

                group.Add(row);
                bytes += Size(row);
            }

            yield return group.ToImmutable();
        }
    }

    /// <returns>What became of it: a condition that does not hold is an answer, anything else a failure.</returns>
    public static async Task<Submitted> TrySubmitAsync(
        this TableClient table, IEnumerable<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await table.SubmitTransactionAsync(actions, cancellationToken);
            return new(SubmittedAs.Done, [.. answer.Value.Select(part => part.Headers.ETag ?? default)]);
        }
        catch (RequestFailedException e) when (RefusalOf(e.ErrorCode) is { } refusal)
        {
            return new(refusal, []);
        }
    }

    private static SubmittedAs? RefusalOf(string? code) =>
        code == TableErrorCode.EntityAlreadyExists ? SubmittedAs.Exists
        : code == TableErrorCode.UpdateConditionNotSatisfied ? SubmittedAs.Changed
        : code == TableErrorCode.ResourceNotFound || code == TableErrorCode.EntityNotFound ? SubmittedAs.Missing
        : null;

    // At most: a character takes up to six bytes of JSON, keys and headers some hundreds.
    private static int Size(TableEntity row) =>
        1024 + row.Sum(property => property.Value is string text ? 100 + (6 * text.Length) : 100);
}

/// <param name="ETags">New ETags in the order of the actions, when it was done.</param>
internal readonly record struct Submitted(SubmittedAs Outcome, ImmutableArray<ETag> ETags)
{
    public bool IsDone => Outcome is SubmittedAs.Done;
}

/// <summary>Anything but done means that nothing was written.</summary>
internal enum SubmittedAs
{
    Done,

    /// <summary>A row to be added is there.</summary>
    Exists,

    /// <summary>A row has another ETag.</summary>
    Changed,

    /// <summary>A row is not there.</summary>
    Missing,
}
