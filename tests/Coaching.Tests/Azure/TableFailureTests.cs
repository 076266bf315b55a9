using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace StrengthDays.Coaching.Tests.Clients;

/// <summary>Answers that an emulator does not give.</summary>
public sealed class TableFailureTests : IAsyncLifetime
{
    private static readonly TableEntity Row = new("p", "r");

    private ScriptedService _service = null!;

    public async Task InitializeAsync() => _service = await ScriptedService.StartAsync();

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task A_table_that_is_being_deleted_cannot_be_made()
    {
        _service.Then(409, Error("TableBeingDeleted", "The specified table is being deleted."));

        var e = await Assert.ThrowsAsync<RequestFailedException>(() => _service.Table().CreateIfNotExistsAsync());

        Assert.True(e.ErrorCode == TableErrorCode.TableBeingDeleted);
        Assert.Contains("is being deleted", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_busy_service_is_asked_again_with_a_new_signature()
    {
        _service.Then(503, Error("ServerBusy", "Busy.")).Then(500).Then(204);

        var response = await _service.Table(retries: 3).AddEntityAsync(Row);

        Assert.Equal((204, 3), (response.Status, _service.Requests.Count));
        Assert.Single(_service.Requests.Select(r => r["x-ms-client-request-id"]).Distinct());
        Assert.All(_service.Requests, r => Assert.Equal(_service.Last.Body, r.Body));
    }

    [Fact]
    public async Task A_transaction_is_sent_again_whole()
    {
        _service.Then(503).Then(503);

        await Assert.ThrowsAsync<RequestFailedException>(
            () => _service.Table(retries: 1).SubmitTransactionAsync([new(TableTransactionActionType.Add, Row)]));

        Assert.Equal(2, _service.Requests.Count);
        Assert.Equal(_service.Requests[0].Body, _service.Requests[1].Body);
    }

    [Theory]
    [InlineData("<?xml version=\"1.0\"?><error><code>InvalidInput</code></error>")]
    [InlineData("{\"odata.error\":{}}")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task An_error_in_another_shape_keeps_its_status(string body)
    {
        _service.Then(400, body);

        var e = await Assert.ThrowsAsync<RequestFailedException>(() => _service.Table().AddEntityAsync(Row));

        Assert.Equal(400, e.Status);
        Assert.True(e.ErrorCode != TableErrorCode.InvalidInput);
    }

    [Fact]
    public async Task A_transaction_refused_as_a_whole_names_no_action()
    {
        _service.Then(413, Error("RequestBodyTooLarge", "Too large."));

        var e = await Assert.ThrowsAsync<RequestFailedException>(
            () => _service.Table().SubmitTransactionAsync([new(TableTransactionActionType.Add, Row)]));

        Assert.Equal((413, "RequestBodyTooLarge"), (e.Status, e.ErrorCode));
        Assert.IsNotType<TableTransactionFailedException>(e);
    }

    [Fact]
    public async Task An_action_refused_without_its_number_leaves_the_index_open()
    {
        var error = Error("InvalidInput", "No number.");
        var part = $"HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\n\r\n{error}";
        _service.Then(
            202,
            "--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n--c\r\nContent-Type: application/http\r\n"
            + $"Content-Transfer-Encoding: binary\r\n\r\n{part}\r\n--c--\r\n--b--\r\n",
            ("Content-Type", "multipart/mixed; boundary=b"));

        var e = await Assert.ThrowsAsync<TableTransactionFailedException>(
            () => _service.Table().SubmitTransactionAsync([new(TableTransactionActionType.Add, Row)]));

        Assert.Equal((400, "InvalidInput", null), (e.Status, e.ErrorCode, e.FailedTransactionActionIndex));
    }

    [Fact]
    public async Task An_answer_that_never_came_has_no_status()
    {
        _service.Then(http =>
        {
            http.Abort();
            return Task.CompletedTask;
        });

        var e = await Assert.ThrowsAsync<RequestFailedException>(() => _service.Table().AddEntityAsync(Row));

        Assert.Equal(0, e.Status);
    }

    [Fact]
    public async Task A_cancelled_call_is_given_up()
    {
        using var cancel = new CancellationTokenSource();
        var forever = new TaskCompletionSource();
        _service.Then(_ =>
        {
            cancel.Cancel();
            return forever.Task;
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _service.Table().AddEntityAsync(Row, cancel.Token));
        forever.SetResult();
    }

    [Fact]
    public async Task Another_model_than_the_entity_is_refused()
    {
        await Assert.ThrowsAsync<NotSupportedException>(() => _service.Table().AddEntityAsync(new Model()));
        _service.Then(200, "{}");
        await Assert.ThrowsAsync<NotSupportedException>(() => _service.Table().GetEntityAsync<Model>("p", "r"));
    }

    private static string Error(string code, string message) =>
        "{\"odata.error\":{\"code\":\"" + code + "\",\"message\":{\"lang\":\"en-US\",\"value\":\"" + message + "\"}}}";

    private sealed class Model : ITableEntity
    {
        public string PartitionKey { get; set; } = "";

        public string RowKey { get; set; } = "";

        public DateTimeOffset? Timestamp { get; set; }

        public ETag ETag { get; set; }
    }
}
