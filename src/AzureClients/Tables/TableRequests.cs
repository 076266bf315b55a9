using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>The service's requests about one table.</summary>
internal sealed class TableRequests(TableConnection connection, string table)
{
    private const string MinimalMetadata = "application/json;odata=minimalmetadata";
    private const string NoMetadata = "application/json;odata=nometadata";

    private readonly string _root = connection.Endpoint.AbsoluteUri.TrimEnd('/');

    private readonly string _table = Uri.EscapeDataString(table);

    public Uri Address => new($"{_root}/{_table}");

    public HttpMessage CreateTable()
    {
        var message = WithFormat(New(RequestMethod.Post, "/Tables"));
        message.Request.Headers.Add("Prefer", "return-no-content");
        return WithBody(message, BinaryData.FromObjectAsJson(new { TableName = table }), NoMetadata);
    }

    public HttpMessage DeleteTable() => New(RequestMethod.Delete, $"/Tables('{_table}')", "application/json");

    public HttpMessage Insert(TableEntity entity)
    {
        var message = WithFormat(New(RequestMethod.Post, $"/{_table}"));
        message.Request.Headers.Add("Prefer", "return-no-content");
        return WithBody(message, new BinaryData(EntityWriter.Write(entity)), NoMetadata);
    }

    /// <param name="ifMatch">Default for no condition: what is missing gets inserted.</param>
    public HttpMessage Write(TableEntity entity, TableUpdateMode mode, ETag ifMatch)
    {
        var method = mode switch
        {
            TableUpdateMode.Merge => RequestMethod.Patch,
            TableUpdateMode.Replace => RequestMethod.Put,
            _ => throw new ArgumentException($"Unexpected value for mode: {mode}"),
        };
        var message = WithFormat(New(method, Row(entity.PartitionKey, entity.RowKey), "application/json"));
        if (ifMatch != default)
            message.Request.Headers.Add("If-Match", ifMatch.ToString());
        return WithBody(message, new BinaryData(EntityWriter.Write(entity)), "application/json");
    }

    /// <param name="ifMatch">Default for any version.</param>
    public HttpMessage Delete(string partitionKey, string rowKey, ETag ifMatch)
    {
        var message = WithFormat(New(RequestMethod.Delete, Row(partitionKey, rowKey)));
        message.Request.Headers.Add("If-Match", (ifMatch == default ? ETag.All : ifMatch).ToString());
        return message;
    }

    public HttpMessage Get(string partitionKey, string rowKey, string? select) =>
        With(WithFormat(New(RequestMethod.Get, Row(partitionKey, rowKey))), "$select", select);

    public HttpMessage Query(TableQuery query, string? nextPartitionKey, string? nextRowKey)
    {
        var message = WithFormat(New(RequestMethod.Get, $"/{_table}()"));
        With(message, "$top", query.Top);
        With(message, "$select", query.Select);
        With(message, "$filter", query.Filter);
        With(message, "NextPartitionKey", nextPartitionKey);
        return With(message, "NextRowKey", nextRowKey);
    }

    public HttpMessage Batch(ChangeSet changes)
    {
        var message = New(RequestMethod.Post, "/$batch", "application/json");
        return WithBody(message, changes.ToContent(), changes.ContentType);
    }

    private HttpMessage New(RequestMethod method, string path, string accept = MinimalMetadata)
    {
        var message = connection.Pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(new Uri(_root + path));
        message.Request.Headers.Add("x-ms-version", connection.Version);
        message.Request.Headers.Add("DataServiceVersion", "3.0");
        message.Request.Headers.Add("Accept", accept);
        return message;
    }

    private static HttpMessage WithFormat(HttpMessage message) => With(message, "$format", MinimalMetadata);

    private static HttpMessage With(HttpMessage message, string parameter, string? value)
    {
        if (value is not null)
            message.Request.Uri.AppendQuery(parameter, value, escapeValue: true);
        return message;
    }

    private static HttpMessage WithBody(HttpMessage message, BinaryData body, string contentType)
    {
        message.Request.Headers.Add("Content-Type", contentType);
        message.Request.Content = RequestContent.Create(body);
        return message;
    }

    private string Row(string partitionKey, string rowKey) =>
        $"/{_table}(PartitionKey='{Key(partitionKey)}',RowKey='{Key(rowKey)}')";

    private static string Key(string key) => Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));
}
