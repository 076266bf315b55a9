using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace StrengthDays.Coaching.Tests.Clients;

/// <summary>Against Azurite: several changes at once.</summary>
[Trait("Category", "Once")]
public sealed class TableTransactionTests(AzuriteServer azurite) : IClassFixture<AzuriteServer>, IAsyncLifetime
{
    private readonly TableClient _table = new(azurite.ConnectionString, AzuriteServer.NewTableName());

    public Task InitializeAsync() => _table.CreateIfNotExistsAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Every_kind_of_action_takes_effect()
    {
        string[] kinds = ["merge", "replace", "delete", "upmerge", "upreplace"];
        await _table.SubmitTransactionAsync(kinds.Select(k => Add(k)));

        var response = await _table.SubmitTransactionAsync(
        [
            Add("add"), Act(TableTransactionActionType.UpdateMerge, "merge", ETag.All),
            Act(TableTransactionActionType.UpdateReplace, "replace", ETag.All),
            Act(TableTransactionActionType.Delete, "delete"), Act(TableTransactionActionType.UpsertMerge, "upmerge"),
            Act(TableTransactionActionType.UpsertReplace, "upreplace"),
        ]);

        Assert.Equal(202, response.GetRawResponse().Status);
        Assert.Equal([204, 204, 204, 204, 204, 204], response.Value.Select(part => part.Status));
        Assert.Equal(["add 1.", "merge 12", "replace .2", "upmerge 12", "upreplace .2"], await Rows());
    }

    [Fact]
    public async Task Every_part_of_the_answer_carries_its_rows_etag()
    {
        var response = await _table.SubmitTransactionAsync([Add("x"), Add("it's")]);

        TableEntity row = await _table.GetEntityAsync<TableEntity>("p", "it's");

        Assert.Equal(row.ETag, response.Value[1].Headers.ETag);
    }

    [Fact]
    public async Task A_refused_action_is_named_and_nothing_takes_effect()
    {
        await _table.AddEntityAsync(new TableEntity("p", "there"));

        var e = await Assert.ThrowsAsync<TableTransactionFailedException>(
            () => _table.SubmitTransactionAsync([Add("a"), Add("b"), Add("there"), Add("c")]));

        Assert.Equal((409, 2), (e.Status, e.FailedTransactionActionIndex));
        Assert.True(e.ErrorCode == TableErrorCode.EntityAlreadyExists);
        Assert.Equal(["there .."], await Rows());
    }

    [Fact]
    public async Task A_condition_holds_inside_a_transaction()
    {
        var old = (await _table.AddEntityAsync(new TableEntity("p", "row"))).Headers.ETag!.Value;
        await _table.UpsertEntityAsync(new TableEntity("p", "row"));

        var e = await Assert.ThrowsAsync<TableTransactionFailedException>(
            () => _table.SubmitTransactionAsync([Add("a"), Act(TableTransactionActionType.UpdateMerge, "row", old)]));

        Assert.Equal((412, 1), (e.Status, e.FailedTransactionActionIndex));
        Assert.True(e.ErrorCode == TableErrorCode.UpdateConditionNotSatisfied);
    }

    [Theory]
    [InlineData(TableTransactionActionType.UpdateMerge)]
    [InlineData(TableTransactionActionType.UpdateReplace)]
    public async Task An_update_without_a_version_inserts_what_is_missing(TableTransactionActionType kind)
    {
        await _table.SubmitTransactionAsync([Act(kind, "new")]);

        Assert.Equal(["new .2"], await Rows());
    }

    [Fact]
    public async Task The_entitys_own_version_is_not_looked_at()
    {
        await _table.AddEntityAsync(new TableEntity("p", "row"));
        var version = new ETag("W/\"datetime'2000-01-01T00%3A00%3A00.0000000Z'\"");
        var stale = new TableEntity("p", "row") { ETag = version, ["m"] = 2 };

        await _table.SubmitTransactionAsync([new(TableTransactionActionType.UpdateMerge, stale)]);

        Assert.Equal(["row .2"], await Rows());
    }

    [Fact]
    public async Task A_delete_of_a_row_that_is_not_there_fails_the_transaction()
    {
        var e = await Assert.ThrowsAsync<TableTransactionFailedException>(
            () => _table.SubmitTransactionAsync([Add("a"), Act(TableTransactionActionType.Delete, "missing")]));

        Assert.Equal((404, 1), (e.Status, e.FailedTransactionActionIndex));
        Assert.Empty(await Rows());
    }

    [Fact]
    public async Task A_hundred_actions_go_at_once()
    {
        var response = await _table.SubmitTransactionAsync(
            Enumerable.Range(0, 100).Select(n => Add(n.ToString("D3", CultureInfo.InvariantCulture))));

        Assert.Equal(100, response.Value.Count);
        Assert.Equal(100, (await Rows()).Count);
    }

    [Fact]
    public async Task A_transaction_needs_an_action_and_its_keys()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _table.SubmitTransactionAsync([]));
        await Assert.ThrowsAsync<ArgumentNullException>(() => _table.SubmitTransactionAsync(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => _table.SubmitTransactionAsync([Add(null!)]));
    }

    private static TableTransactionAction Add(string row) =>
        new(TableTransactionActionType.Add, new TableEntity("p", row) { ["n"] = 1 });

    private static TableTransactionAction Act(TableTransactionActionType kind, string row, ETag etag = default) =>
        new(kind, new TableEntity("p", row) { ["m"] = 2 }, etag);

    /// <summary>Each row's key and its two columns, a dot for none.</summary>
    private async Task<List<string>> Rows()
    {
        var rows = new List<string>();
        await foreach (var row in _table.QueryAsync<TableEntity>())
            rows.Add($"{row.RowKey} {row["n"] ?? "."}{row["m"] ?? "."}");
        return rows;
    }
}
