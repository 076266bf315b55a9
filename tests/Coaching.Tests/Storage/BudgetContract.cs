using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Storage.Sqlite;
using StrengthDays.Coaching.Storage.Tables;
using StrengthDays.Coaching.Tests.Host;
using static StrengthDays.Coaching.Tests.Storage.StoreRows;

namespace StrengthDays.Coaching.Tests.Storage;

/// <summary>What every store of the mail budget keeps to.</summary>
public abstract class BudgetContract
{
    private static readonly StoredBudget Some = new([new Take(1, 2), new Take(3, 4)], At, null);

    protected abstract IBudgetStore Store { get; }

    [Fact]
    public async Task Nothing_stored_is_empty() => AssertSame(StoredBudget.Empty, await Store.FindAsync(default));

    [Fact]
    public async Task It_comes_back_as_it_was_stored()
    {
        var etag = await Store.SaveAsync(Some, default);

        AssertSame(Some with { ETag = etag }, await Store.FindAsync(default));
    }

    [Fact]
    public async Task It_is_stored_once_as_new_and_then_only_while_unchanged()
    {
        var first = await Store.SaveAsync(Some, default);

        Assert.Null(await Store.SaveAsync(Some with { Taken = [] }, default));
        var second = await Store.SaveAsync(Some with { ClosedUntil = null, ETag = first }, default);
        Assert.Null(await Store.SaveAsync(Some with { Taken = [], ETag = first }, default));
        AssertSame(Some with { ClosedUntil = null, ETag = second }, await Store.FindAsync(default));
    }

    private static void AssertSame(StoredBudget expected, StoredBudget found)
    {
        Assert.Equal(expected.Taken.AsEnumerable(), found.Taken);
        Assert.Equal((expected.ClosedUntil, expected.ETag), (found.ClosedUntil, found.ETag));
    }
}

public sealed class SqliteBudgetTests : BudgetContract, IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SqliteDatabase _database;

    public SqliteBudgetTests() => _database = new SqliteDatabase(_folder["plans.db"]);

    protected override IBudgetStore Store => new SqliteBudgetStore(_database);

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }
}

[Trait("Category", "Once")]
public class TableBudgetTests : BudgetContract, IAsyncLifetime
{
    private TableAccount _account = null!;

    protected override IBudgetStore Store => new TableBudgetStore(Open(_account));

    public async Task InitializeAsync() => _account = await TableAccount.NewAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    private protected virtual TableDatabase Open(TableAccount account) => account.Database;
}

/// <summary>The answer to each request gets lost once, so that the client asks again for what is done already.</summary>
[Trait("Category", "Once")]
public sealed class LossyTableBudgetTests : TableBudgetTests
{
    private protected override TableDatabase Open(TableAccount account) => account.Open(new LostAnswers());
}
