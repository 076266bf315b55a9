using System.Globalization;
using Azure;
using Azure.Data.Tables;

namespace StrengthDays.Coaching.Tests.Clients;

/// <summary>Against Azurite: filters, order and pages.</summary>
[Trait("Fault", "F20")]
[Trait("Category", "Once")]
public sealed class TableQueryTests(AzuriteServer azurite) : IClassFixture<AzuriteServer>, IAsyncLifetime
{
    private readonly TableClient _table = new(azurite.ConnectionString, AzuriteServer.NewTableName());

    public async Task InitializeAsync()
    {
        await _table.CreateIfNotExistsAsync();
        foreach (var partition in (string[])["b", "a"])
            await _table.SubmitTransactionAsync(Enumerable.Range(0, 5).Select(n => Add(partition, n)));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Rows_come_in_the_order_of_their_keys() =>
        Assert.Equal("a0 a1 a2 a3 a4 b0 b1 b2 b3 b4", await Keys(_table.QueryAsync<TableEntity>()));

    [Fact]
    public async Task A_filter_compares_keys_and_columns_by_their_type()
    {
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {"a"} and RowKey ge {"1"} and even eq {true} and long lt {4L}");

        Assert.Equal("a2", await Keys(_table.QueryAsync<TableEntity>(filter)));
    }

    [Fact]
    public async Task A_filter_compares_times_and_texts_with_quotes()
    {
        var from = new DateTimeOffset(2027, 1, 4, 0, 0, 0, TimeSpan.Zero);
        var filter = TableClient.CreateQueryFilter($"at ge {from} and name eq {"O'Brien"}");

        Assert.Equal("a3 a4 b3 b4", await Keys(_table.QueryAsync<TableEntity>(filter)));
    }

    [Fact]
    public async Task Pages_follow_each_other_until_the_last()
    {
        var sizes = new List<int>();
        await foreach (var page in _table.QueryAsync<TableEntity>(maxPerPage: 4).AsPages())
            sizes.Add(page.Values.Count);

        Assert.Equal([4, 4, 2], sizes);
        Assert.Equal("a0 a1 a2 a3 a4 b0 b1 b2 b3 b4", await Keys(_table.QueryAsync<TableEntity>(maxPerPage: 3)));
    }

    [Fact]
    public async Task A_query_goes_on_where_a_page_ended()
    {
        var query = _table.QueryAsync<TableEntity>();
        var first = await First(query.AsPages(pageSizeHint: 7));
        var rest = await First(query.AsPages(first.ContinuationToken));

        Assert.Equal(7, first.Values.Count);
        Assert.Equal(["b2", "b3", "b4"], rest.Values.Select(Key));
        Assert.Null(rest.ContinuationToken);
    }

    [Fact]
    public async Task Only_the_selected_columns_come_back()
    {
        var page = await First(_table.QueryAsync<TableEntity>("RowKey eq '1'", select: ["RowKey", "long"]).AsPages());

        Assert.Equal(2, page.Values.Count);
        Assert.All(page.Values, row => Assert.Equal(("1", 1L), (row.RowKey, row.GetInt64("long"))));
        Assert.All(page.Values, row => Assert.False(row.ContainsKey("PartitionKey") || row.ContainsKey("even")));
    }

    [Fact]
    public async Task A_filter_that_the_service_cannot_read_fails_when_the_first_row_is_wanted()
    {
        var query = _table.QueryAsync<TableEntity>("PartitionKey equals 'a'");

        var e = await Assert.ThrowsAsync<RequestFailedException>(() => Keys(query));

        Assert.Equal(400, e.Status);
    }

    private static TableTransactionAction Add(string partition, int n) => new(
        TableTransactionActionType.Add,
        new TableEntity(partition, n.ToString(CultureInfo.InvariantCulture))
        {
            ["even"] = n % 2 == 0,
            ["long"] = (long)n,
            ["at"] = new DateTimeOffset(2027, 1, 1 + n, 0, 0, 0, TimeSpan.Zero),
            ["name"] = "O'Brien",
        });

    private static string Key(TableEntity row) => row.PartitionKey + row.RowKey;

    private static async Task<string> Keys(AsyncPageable<TableEntity> query)
    {
        var keys = new List<string>();
        await foreach (var row in query)
            keys.Add(Key(row));
        return string.Join(' ', keys);
    }

    private static async Task<Page<TableEntity>> First(IAsyncEnumerable<Page<TableEntity>> pages)
    {
        await foreach (var page in pages)
            return page;
        throw new InvalidOperationException("No page.");
    }
}
