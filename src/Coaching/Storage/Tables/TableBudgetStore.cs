using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;

namespace StrengthDays.Coaching.Storage.Tables;

/// <summary>The one row of the table <c>Budget</c>.</summary>
public sealed class TableBudgetStore(TableDatabase database) : IBudgetStore
{
    private const string Key = "mail";

    public async Task<StoredBudget> FindAsync(CancellationToken cancellationToken)
    {
        return await database.Budget.FindAsync(Key, Key, cancellationToken) is { } row
            ? new(
                StoredJson.Read<ImmutableArray<Take>>(row.Text("taken")),
                row.InstantOrNull("closed"),
                row.ETag.ToString())
            : StoredBudget.Empty;
    }

    public async Task<string?> SaveAsync(StoredBudget budget, CancellationToken cancellationToken)
    {
        var write = Guid.NewGuid();
        var row = new TableEntity(Key, Key).By(write);
        row.Set("taken", StoredJson.Write(budget.Taken));
        row.Set("closed", TableValues.Of(budget.ClosedUntil));
        TableTransactionAction save = budget.ETag is { } etag
            ? new(TableTransactionActionType.UpdateReplace, row, new ETag(etag))
            : new(TableTransactionActionType.Add, row);
        var answer = await database.Budget.TrySubmitAsync([save], cancellationToken);
        if (answer.IsDone)
            return answer.ETags[0].ToString();
        // Ours after all, when only the answer got lost and the client asked again.
        return await database.Budget.FindAsync(Key, Key, cancellationToken) is { } there && there.IsBy(write)
            ? there.ETag.ToString()
            : null;
    }
}
