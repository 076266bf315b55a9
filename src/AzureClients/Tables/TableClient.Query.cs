namespace Azure.Data.Tables;

public partial class TableClient
{
    /// <summary>Values in the string become literals, quoted as their type needs.</summary>
    public static string CreateQueryFilter(FormattableString filter) => OdataFilter.Create(filter);

    /// <summary>Rows in the order of their keys; nothing is asked before the first is wanted.</summary>
    public virtual AsyncPageable<T> QueryAsync<T>(
        string? filter = null,
        int? maxPerPage = null,
        IEnumerable<string>? select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var query = new TableQuery(filter, TableQuery.Joined(select), maxPerPage);
        return new EntityPages<T>(
            (token, size) => PageAsync<T>(query with { PageSize = size }, token, cancellationToken), maxPerPage);
    }

    private async Task<Page<T>> PageAsync<T>(
        TableQuery query, string? continuationToken, CancellationToken cancellationToken)
    {
        var (partitionKey, rowKey) = Continuation.Parse(continuationToken);
        var response = await SendAsync(_requests.Query(query, partitionKey, rowKey), null, cancellationToken);
        var rows = EntityReader.ReadPage(response.Content).ConvertAll(As<T>);
        return Page<T>.FromValues(rows, Continuation.From(response), response);
    }
}
