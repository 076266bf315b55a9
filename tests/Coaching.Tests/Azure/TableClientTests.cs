using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace StrengthDays.Coaching.Tests.Clients;

/// <summary>Against Azurite: tables and single rows.</summary>
[Trait("Category", "Once")]
public sealed class TableClientTests(AzuriteServer azurite) : IClassFixture<AzuriteServer>, IAsyncLifetime
{
    private readonly TableClient _table = new(azurite.ConnectionString, AzuriteServer.NewTableName());

    public Task InitializeAsync() => _table.CreateIfNotExistsAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_table_is_made_once_and_deleted_once()
    {
        var table = new TableClient(azurite.ConnectionString, AzuriteServer.NewTableName());

        var made = await table.CreateIfNotExistsAsync();
        var again = await table.CreateIfNotExistsAsync();
        var deleted = await table.DeleteAsync();
        var gone = await table.DeleteAsync();

        Assert.Equal((204, 409), (made.GetRawResponse().Status, again.GetRawResponse().Status));
        Assert.Equal((table.Name, table.Name), (made.Value.Name, again.Value.Name));
        Assert.Equal((204, 404), (deleted.Status, gone.Status));
    }

    [Fact]
    public async Task A_row_comes_back_as_it_was_written()
    {
        var at = new DateTimeOffset(2027, 3, 28, 12, 0, 0, TimeSpan.FromHours(2)).AddTicks(1);
        var id = Guid.NewGuid();
        var row = new TableEntity("p", "r")
        {
            ["text"] = "Größe 5 \u2013 \"<&>\" 🏃", ["empty"] = "", ["yes"] = true, ["int"] = int.MinValue,
            ["long"] = long.MaxValue, ["small"] = 7L, ["double"] = 0.1, ["whole"] = 2.0, ["nan"] = double.NaN,
            ["id"] = id, ["at"] = at, ["utc"] = at.UtcDateTime, ["bytes"] = new byte[] { 0, 255 },
            ["data"] = new BinaryData("x"u8.ToArray()), ["none"] = null,
        };

        await _table.AddEntityAsync(row);
        TableEntity read = await _table.GetEntityAsync<TableEntity>("p", "r");

        Assert.Equal(("p", "r"), (read.PartitionKey, read.RowKey));
        Assert.Equal(("Größe 5 \u2013 \"<&>\" 🏃", ""), (read.GetString("text"), read.GetString("empty")));
        Assert.Equal((true, int.MinValue), (read.GetBoolean("yes"), read.GetInt32("int")));
        Assert.Equal((long.MaxValue, 7L), (read.GetInt64("long"), read.GetInt64("small")));
        Assert.Equal((0.1, 2.0), (read.GetDouble("double"), read.GetDouble("whole")));
        Assert.True(double.IsNaN(read.GetDouble("nan")!.Value));
        Assert.Equal((id, at, at), (read.GetGuid("id"), read.GetDateTimeOffset("at"), read.GetDateTimeOffset("utc")));
        Assert.Equal([0, 255], read.GetBinary("bytes"));
        Assert.Equal("x"u8.ToArray(), read.GetBinary("data"));
        Assert.False(read.ContainsKey("none"));
        Assert.Equal(DateTimeOffset.UtcNow, read.Timestamp!.Value, TimeSpan.FromMinutes(5));
        Assert.DoesNotContain(read.Keys, name => name.Contains("odata.type", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_to_a_write_carries_the_rows_new_etag()
    {
        var row = new TableEntity("p", "etag");
        var added = await _table.AddEntityAsync(row);
        var updated = await _table.UpdateEntityAsync(row, added.Headers.ETag!.Value);
        TableEntity read = await _table.GetEntityAsync<TableEntity>("p", "etag");

        Assert.Equal(updated.Headers.ETag, read.ETag);
        Assert.NotEqual(added.Headers.ETag, updated.Headers.ETag);
    }

    [Fact]
    public async Task A_row_that_is_there_cannot_be_added()
    {
        var row = new TableEntity("p", "twice");
        await _table.AddEntityAsync(row);

        var e = await Assert.ThrowsAsync<RequestFailedException>(() => _table.AddEntityAsync(row));

        Assert.Equal(409, e.Status);
        Assert.True(e.ErrorCode == TableErrorCode.EntityAlreadyExists);
    }

    [Fact]
    public async Task A_merge_keeps_what_it_does_not_name_and_a_replace_does_not()
    {
        await _table.UpsertEntityAsync(new TableEntity("p", "upsert") { ["a"] = 1, ["b"] = 1 });
        await _table.UpsertEntityAsync(new TableEntity("p", "upsert") { ["a"] = null, ["b"] = 2, ["c"] = 2 });
        TableEntity merged = await _table.GetEntityAsync<TableEntity>("p", "upsert");
        await _table.UpsertEntityAsync(new TableEntity("p", "upsert") { ["d"] = 3 }, TableUpdateMode.Replace);
        TableEntity replaced = await _table.GetEntityAsync<TableEntity>("p", "upsert");

        Assert.Equal((1, 2, 2), (merged.GetInt32("a"), merged.GetInt32("b"), merged.GetInt32("c")));
        Assert.Equal((null, null, 3), (replaced.GetInt32("a"), replaced.GetInt32("b"), replaced.GetInt32("d")));
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge)]
    [InlineData(TableUpdateMode.Replace)]
    public async Task An_update_wants_the_version_that_was_read(TableUpdateMode mode)
    {
        var old = (await _table.AddEntityAsync(new TableEntity("p", $"update{mode}"))).Headers.ETag!.Value;
        var row = new TableEntity("p", $"update{mode}") { ["n"] = 1 };
        await _table.UpdateEntityAsync(row, old, mode);

        var stale = await Assert.ThrowsAsync<RequestFailedException>(() => _table.UpdateEntityAsync(row, old, mode));

        Assert.Equal(412, stale.Status);
        Assert.True(stale.ErrorCode == TableErrorCode.UpdateConditionNotSatisfied);
        await _table.UpdateEntityAsync(row, ETag.All, mode);
    }

    [Fact]
    public async Task An_update_of_a_row_that_is_not_there_fails()
    {
        var e = await Assert.ThrowsAsync<RequestFailedException>(
            () => _table.UpdateEntityAsync(new TableEntity("p", "nobody"), ETag.All));

        Assert.Equal(404, e.Status);
        Assert.True(e.ErrorCode == TableErrorCode.ResourceNotFound);
    }

    [Fact]
    public async Task An_update_without_a_version_is_refused_before_it_is_sent() =>
        await Assert.ThrowsAsync<ArgumentException>(
            "ifMatch", () => _table.UpdateEntityAsync(new TableEntity("p", "r") { ETag = ETag.All }, default));

    [Fact]
    public async Task Deleting_a_row_that_is_not_there_is_no_failure()
    {
        await _table.AddEntityAsync(new TableEntity("p", "delete"));

        var deleted = await _table.DeleteEntityAsync("p", "delete");
        var gone = await _table.DeleteEntityAsync("p", "delete");

        Assert.Equal((204, 404), (deleted.Status, gone.Status));
    }

    [Fact]
    public async Task A_delete_takes_any_version_unless_one_is_named()
    {
        var row = new TableEntity("p", "version");
        var old = (await _table.AddEntityAsync(row)).Headers.ETag!.Value;
        await _table.UpsertEntityAsync(row);

        var stale = await Assert.ThrowsAsync<RequestFailedException>(() => _table.DeleteEntityAsync(row, old));
        row.ETag = old;
        var deleted = await _table.DeleteEntityAsync(row);

        Assert.Equal((412, 204), (stale.Status, deleted.Status));
    }

    [Fact]
    public async Task A_row_that_may_be_missing_has_a_value_or_none()
    {
        await _table.AddEntityAsync(new TableEntity("p", "there"));

        var there = await _table.GetEntityIfExistsAsync<TableEntity>("p", "there");
        var missing = await _table.GetEntityIfExistsAsync<TableEntity>("p", "missing");

        Assert.True(there.HasValue);
        Assert.Equal("there", there.Value!.RowKey);
        Assert.False(missing.HasValue);
        Assert.Equal(404, missing.GetRawResponse().Status);
        Assert.Throws<InvalidOperationException>(() => missing.Value);
    }

    [Fact]
    public async Task A_row_that_must_be_there_is_missed()
    {
        var e = await Assert.ThrowsAsync<RequestFailedException>(
            () => _table.GetEntityAsync<TableEntity>("p", "missing"));

        Assert.Equal(404, e.Status);
        Assert.True(e.ErrorCode == TableErrorCode.ResourceNotFound);
    }

    [Fact]
    public async Task Only_the_selected_columns_come_back()
    {
        await _table.AddEntityAsync(new TableEntity("p", "select") { ["a"] = 1, ["b"] = 2 });

        TableEntity one = await _table.GetEntityAsync<TableEntity>("p", "select", ["a"]);
        TableEntity keyed = await _table.GetEntityAsync<TableEntity>("p", "select", ["RowKey", "b"]);

        Assert.Equal((1, null, null), (one.GetInt32("a"), one.GetInt32("b"), one.RowKey));
        Assert.Equal((2, "select", null), (keyed.GetInt32("b"), keyed.RowKey, keyed.PartitionKey));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("O'Brien''s")]
    [InlineData("a+b&c=d;e,f")]
    [InlineData("(x)$*!@:[]|~^{}\"<>")]
    [InlineData("Größe 🏃")]
    [InlineData("20270328T0430-07|plan")]
    public async Task A_key_may_hold_any_allowed_character(string key)
    {
        var row = new TableEntity(key, key) { ["n"] = 1 };
        await _table.AddEntityAsync(row);
        await _table.UpsertEntityAsync(new TableEntity(key, key) { ["m"] = 2 });

        TableEntity read = await _table.GetEntityAsync<TableEntity>(key, key);
        var deleted = await _table.DeleteEntityAsync(key, key);

        Assert.Equal((key, key, 1, 2), (read.PartitionKey, read.RowKey, read.GetInt32("n"), read.GetInt32("m")));
        Assert.Equal(204, deleted.Status);
    }

    [Fact]
    public async Task A_row_needs_both_keys()
    {
        await Assert.ThrowsAsync<ArgumentNullException>("PartitionKey", () => _table.AddEntityAsync(new TableEntity()));
        await Assert.ThrowsAsync<ArgumentNullException>(
            "RowKey", () => _table.UpsertEntityAsync(new TableEntity { PartitionKey = "p" }));
    }

    [Fact]
    public async Task A_value_of_a_type_that_a_table_does_not_know_is_refused()
    {
        await Assert.ThrowsAsync<NotSupportedException>(
            () => _table.AddEntityAsync(new TableEntity("p", "x") { ["day"] = DayOfWeek.Monday }));
        await Assert.ThrowsAsync<NotSupportedException>(
            () => _table.AddEntityAsync(new TableEntity("p", "x") { ["local"] = new DateTime(2027, 3, 28) }));
    }
}
