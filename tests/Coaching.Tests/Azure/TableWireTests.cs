using System.Globalization;
using System.Text.RegularExpressions;
using Azure;
using Azure.Data.Tables;

namespace StrengthDays.Coaching.Tests.Clients;

/// <summary>What the client sends, byte by byte where the service is particular.</summary>
public sealed partial class TableWireTests : IAsyncLifetime
{
    private const string Format = "$format=application/json;odata=minimalmetadata";
    private const string EscapedFormat = "$format=application%2Fjson%3Bodata%3Dminimalmetadata";
    private const string NextPartition = "x-ms-continuation-NextPartitionKey";

    private static readonly string RowJson =
        """
        {"PartitionKey":"p\u00271","RowKey":"r","n":"1","n@odata.type":"Edm.Int64",
        "at":"1970-01-01T00:00:00.0000000Z","at@odata.type":"Edm.DateTime"}
        """.ReplaceLineEndings("");

    private static readonly (string, string) Multipart = ("Content-Type", "multipart/mixed; boundary=b");

    private static readonly TableEntity Row = new("p'1", "r")
    {
        ["n"] = 1L,
        ["at"] = DateTimeOffset.UnixEpoch,
        ETag = new ETag("W/\"own\""),
    };

    private ScriptedService _service = null!;

    public async Task InitializeAsync() => _service = await ScriptedService.StartAsync();

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task Every_request_names_its_version_and_is_signed_for_its_path()
    {
        await _service.Then(204).Table().DeleteEntityAsync("p'1", "ä");

        var signed = $"{_service.Last["x-ms-date"]}\n/acct/acct/plans(PartitionKey='p%27%271',RowKey='%C3%A4')";
        Assert.Equal("2020-12-06 3.0", $"{_service.Last["x-ms-version"]} {_service.Last["DataServiceVersion"]}");
        Assert.True(DateTimeOffset.TryParseExact(
            _service.Last["x-ms-date"], "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
        Assert.Equal($"SharedKeyLite acct:{Hmac(signed)}", _service.Last["Authorization"]);
        Assert.NotNull(_service.Last["x-ms-client-request-id"]);
    }

    [Fact]
    public async Task An_insert_posts_the_row_without_version_and_time()
    {
        await _service.Then(204).Table().AddEntityAsync(Row);

        Assert.Equal($"POST /acct/plans?{Format}", _service.Last.Line);
        Assert.Equal("return-no-content", _service.Last["Prefer"]);
        Assert.Equal("application/json;odata=minimalmetadata", _service.Last["Accept"]);
        Assert.Equal("application/json;odata=nometadata", _service.Last["Content-Type"]);
        Assert.Equal(RowJson, _service.Last.Body);
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge, "PATCH")]
    [InlineData(TableUpdateMode.Replace, "PUT")]
    public async Task An_upsert_has_no_condition_and_an_update_has(TableUpdateMode mode, string method)
    {
        await _service.Then(204).Table().UpsertEntityAsync(Row, mode);
        var upsert = _service.Last;
        await _service.Then(204).Table().UpdateEntityAsync(Row, new ETag("W/\"seen\""), mode);

        Assert.Equal($"{method} /acct/plans(PartitionKey='p''1',RowKey='r')?{Format}", upsert.Line);
        Assert.Null(upsert["If-Match"]);
        Assert.Equal((upsert.Line, "W/\"seen\""), (_service.Last.Line, _service.Last["If-Match"]));
    }

    [Fact]
    public async Task A_delete_without_a_version_takes_any()
    {
        await _service.Then(204).Table().DeleteEntityAsync(Row);

        Assert.Equal($"DELETE /acct/plans(PartitionKey='p''1',RowKey='r')?{Format}", _service.Last.Line);
        Assert.Equal("*", _service.Last["If-Match"]);
    }

    [Fact]
    public async Task Tables_are_made_and_deleted_at_the_account()
    {
        await _service.Then(204).Table().CreateIfNotExistsAsync();
        var create = _service.Last;
        await _service.Then(204).Table().DeleteAsync();

        Assert.Equal(($"POST /acct/Tables?{Format}", """{"TableName":"plans"}"""), (create.Line, create.Body));
        Assert.Equal("DELETE /acct/Tables('plans')", _service.Last.Line);
    }

    [Fact]
    public async Task A_query_goes_on_until_a_page_names_no_next_one()
    {
        _service
            .Then(200, """{"value":[]}""", (NextPartition, "1!4!cA--"), ("x-ms-continuation-NextRowKey", "1!4!cg--"))
            .Then(200, """{"value":[{"RowKey":"a"}]}""", (NextPartition, "1!4!cB--"))
            .Then(200, """{"value":[{"RowKey":"b"}]}""");

        var tokens = new List<string?>();
        var pages = _service.Table().QueryAsync<TableEntity>("RowKey gt ' '", 5, ["RowKey", "n"]).AsPages();
        await foreach (var page in pages)
            tokens.Add(page.ContinuationToken);

        var query = $"GET /acct/plans()?{Format}&$top=5&$select=RowKey,n&$filter=RowKey gt ' '";
        Assert.Equal(
            [query, $"{query}&NextPartitionKey=1!4!cA--&NextRowKey=1!4!cg--", $"{query}&NextPartitionKey=1!4!cB--"],
            _service.Requests.Select(r => r.Line));
        Assert.Equal(["1!4!cA-- 1!4!cg--", "1!4!cB-- ", null], tokens);
    }

    [Fact]
    public async Task A_transaction_is_one_change_set()
    {
        _service.Then(202, Answer("HTTP/1.1 204 No Content", "HTTP/1.1 204 No Content"), Multipart);

        await _service.Table().SubmitTransactionAsync(
        [
            new(TableTransactionActionType.UpsertReplace, Row, new ETag("W/\"not sent\"")),
            new(TableTransactionActionType.Delete, Row),
        ]);

        var row = $"{_service.Table().Uri.AbsoluteUri}(PartitionKey='p%27%271',RowKey='r')?{EscapedFormat}";
        var boundary = _service.Last["Content-Type"]!["multipart/mixed; boundary=".Length..];
        Assert.Equal("POST /acct/$batch", _service.Last.Line);
        Assert.Equal(
            $$"""
            --{{boundary}}
            Content-Type: multipart/mixed; boundary=changeset

            --changeset
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            PUT {{row}} HTTP/1.1
            Host: {{_service.Table().Uri.Authority}}
            x-ms-version: 2020-12-06
            DataServiceVersion: 3.0
            Accept: application/json
            Content-Type: application/json

            {{RowJson}}
            --changeset
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            DELETE {{row}} HTTP/1.1
            Host: {{_service.Table().Uri.Authority}}
            x-ms-version: 2020-12-06
            DataServiceVersion: 3.0
            Accept: application/json;odata=minimalmetadata
            If-Match: *


            --changeset--

            --{{boundary}}--

            """.ReplaceLineEndings("\r\n"),
            ChangeSetId().Replace(_service.Last.Body, "changeset"));
    }

    private static string Answer(params string[] parts) => string.Concat(
    [
        "--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n",
        .. parts.Select(part =>
            "--c\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n"
            + $"{part}\r\nETag: W/\"1\"\r\n\r\n\r\n"),
        "--c--\r\n--b--\r\n",
    ]);

    private static string Hmac(string text) => Convert.ToBase64String(System.Security.Cryptography.HMACSHA256.HashData(
        Convert.FromBase64String(AzuriteServer.Key), System.Text.Encoding.UTF8.GetBytes(text)));

    [GeneratedRegex("changeset_[0-9a-f-]{36}")]
    private static partial Regex ChangeSetId();
}
