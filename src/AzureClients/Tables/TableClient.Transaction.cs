using Azure.Core;

namespace Azure.Data.Tables;

public partial class TableClient
{
    /// <summary>All or none; one partition, each row once, at most 100: only the service checks.</summary>
    /// <returns>One response per action, in order, with its ETag.</returns>
    /// <exception cref="TableTransactionFailedException">The service refused an action.</exception>
    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transactionActions);
        var response = await SendAsync(Batch(transactionActions), null, cancellationToken);
        var parts = await MultipartResponse.ParseAsync(response, expectCrLf: false, cancellationToken);
        return parts.FirstOrDefault(part => part.Status >= 400) is { } refused
            ? throw new TableTransactionFailedException(Failure(refused))
            : Response.FromValue<IReadOnlyList<Response>>(parts, response);
    }

    private HttpMessage Batch(IEnumerable<TableTransactionAction> actions)
    {
        using var changes = new ChangeSet();
        var empty = true;
        foreach (var action in actions)
        {
            changes.Add(Message(action, Keyed(action.Entity)));
            empty = false;
        }

        return empty
            ? throw new InvalidOperationException("A transaction needs at least one action.")
            : _requests.Batch(changes);
    }

    private HttpMessage Message(TableTransactionAction action, TableEntity entity) => action.ActionType switch
    {
        TableTransactionActionType.Add => _requests.Insert(entity),
        TableTransactionActionType.UpdateMerge => _requests.Write(entity, TableUpdateMode.Merge, action.ETag),
        TableTransactionActionType.UpdateReplace => _requests.Write(entity, TableUpdateMode.Replace, action.ETag),
        TableTransactionActionType.Delete => _requests.Delete(entity.PartitionKey, entity.RowKey, action.ETag),
        TableTransactionActionType.UpsertMerge => _requests.Write(entity, TableUpdateMode.Merge, default),
        TableTransactionActionType.UpsertReplace => _requests.Write(entity, TableUpdateMode.Replace, default),
        _ => throw new InvalidOperationException("Unknown request type."),
    };
}
