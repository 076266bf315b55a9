using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables;

public partial class TableClient
{
    public virtual Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        SendAsync(() => _requests.Insert(Keyed(entity)), null, cancellationToken);

    /// <exception cref="RequestFailedException">There is no such row.</exception>
    public virtual async Task<Response<T>> GetEntityAsync<T>(
        string partitionKey,
        string rowKey,
        IEnumerable<string>? select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var response = await GetAsync(partitionKey, rowKey, select, null, cancellationToken);
        return Response.FromValue(Row<T>(response), response);
    }

    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey,
        string rowKey,
        IEnumerable<string>? select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var response = await GetAsync(partitionKey, rowKey, select, NotFound, cancellationToken);
        return response.Status == NotFound
            ? new NoValueResponse<T>(response)
            : Response.FromValue(Row<T>(response), response);
    }

    /// <summary>Without any condition.</summary>
    public virtual Task<Response> UpsertEntityAsync<T>(
        T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        SendAsync(() => _requests.Write(Keyed(entity), mode, default), null, cancellationToken);

    /// <param name="ifMatch">The version that was read, or <see cref="ETag.All"/> for any; never the default.</param>
    public virtual Task<Response> UpdateEntityAsync<T>(
        T entity,
        ETag ifMatch,
        TableUpdateMode mode = TableUpdateMode.Merge,
        CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        SendAsync(() => _requests.Write(Keyed(entity), mode, Named(ifMatch)), null, cancellationToken);

    /// <summary>The status is 404 when there was no such row.</summary>
    /// <param name="ifMatch">The version that was read; by default any.</param>
    public virtual Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        SendAsync(() => _requests.Delete(Key(partitionKey), Key(rowKey), ifMatch), NotFound, cancellationToken);

    /// <summary>As above: the entity's own ETag is not looked at.</summary>
    public virtual Task<Response> DeleteEntityAsync(
        ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        SendAsync(
            () => _requests.Delete(Keyed(entity).PartitionKey, entity.RowKey, ifMatch), NotFound, cancellationToken);

    private Task<Response> GetAsync(
        string partitionKey,
        string rowKey,
        IEnumerable<string>? select,
        int? tolerated,
        CancellationToken cancellationToken) =>
        SendAsync(
            () => _requests.Get(Key(partitionKey), Key(rowKey), TableQuery.Joined(select)),
            tolerated,
            cancellationToken);

    // A bad argument is the task's failure, not the call's.
    private async Task<Response> SendAsync(
        Func<HttpMessage> message, int? tolerated, CancellationToken cancellationToken) =>
        await SendAsync(message(), tolerated, cancellationToken);

    private static T Row<T>(Response response)
    {
        using var document = JsonDocument.Parse(response.Content);
        return As<T>(EntityReader.Read(document.RootElement));
    }

    private static T As<T>(TableEntity entity) => entity is T row ? row : throw OnlyTableEntity(typeof(T));

    private static TableEntity Keyed<T>(T entity)
        where T : ITableEntity
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(entity.PartitionKey, nameof(entity.PartitionKey));
        ArgumentNullException.ThrowIfNull(entity.RowKey, nameof(entity.RowKey));
        return entity as TableEntity ?? throw OnlyTableEntity(entity.GetType());
    }

    private static string Key(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key;
    }

    private static ETag Named(ETag ifMatch) => ifMatch == default
        ? throw new ArgumentException("Value cannot be empty.", nameof(ifMatch))
        : ifMatch;

    private static NotSupportedException OnlyTableEntity(Type type) =>
        new($"Rows are read and written as {nameof(TableEntity)}, not as {type}.");
}
