using Azure.Core;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables;

/// <summary>One table. Rows are <see cref="TableEntity"/>; other models are refused at the first call.</summary>
public partial class TableClient
{
    private const int NotFound = 404;
    private const int Conflict = 409;

    private readonly TableConnection _connection;
    private readonly TableRequests _requests;

    public TableClient(string connectionString, string tableName)
        : this(connectionString, tableName, null)
    {
    }

    public TableClient(string connectionString, string tableName, TableClientOptions? options = null)
        : this(TableConnection.Open(connectionString, options), tableName)
    {
    }

    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential)
        : this(endpoint, tableName, credential, null)
    {
    }

    public TableClient(
        Uri endpoint, string tableName, TableSharedKeyCredential credential, TableClientOptions? options = null)
        : this(TableConnection.Open(endpoint, credential, options), tableName)
    {
    }

    public TableClient(
        Uri endpoint, string tableName, TokenCredential tokenCredential, TableClientOptions? options = null)
        : this(TableConnection.Open(endpoint, tokenCredential, options), tableName)
    {
    }

    internal TableClient(TableConnection connection, string tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        _connection = connection;
        _requests = new TableRequests(connection, tableName);
        Name = tableName;
    }

    public virtual string AccountName => _connection.AccountName;

    public virtual string Name { get; }

    public virtual Uri Uri => _requests.Address;

    /// <summary>The status is 409 when the table was there already.</summary>
    /// <exception cref="RequestFailedException">Also when a table of this name is still being deleted.</exception>
    public virtual async Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default)
    {
        var response = await SendAsync(_requests.CreateTable(), Conflict, cancellationToken);
        return response.Status == Conflict && Failure(response).ErrorCode == TableErrorCode.TableBeingDeleted
            ? throw Failure(response)
            : Response.FromValue(new TableItem(Name), response);
    }

    /// <summary>The status is 404 when there was no table.</summary>
    public virtual Task<Response> DeleteAsync(CancellationToken cancellationToken = default) =>
        SendAsync(_requests.DeleteTable(), NotFound, cancellationToken);

    private async Task<Response> SendAsync(HttpMessage message, int? tolerated, CancellationToken cancellationToken)
    {
        using (message)
        {
            await _connection.Pipeline.SendAsync(message, cancellationToken);
            return message.Response.IsError && message.Response.Status != tolerated
                ? throw Failure(message.Response)
                : message.Response;
        }
    }

    private static RequestFailedException Failure(Response response) => new(response, null, new TablesErrorParser());
}
