using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Storage.Sqlite;
using StrengthDays.Coaching.Storage.Tables;
using StrengthDays.Coaching.Tests.Host;

namespace StrengthDays.Coaching.Tests.Storage;

public sealed class SqliteCountersTests : CountersContract, IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SqliteDatabase _database;

    public SqliteCountersTests() => _database = new SqliteDatabase(_folder["plans.db"]);

    protected override ICounters Counters => new SqliteCounters(_database);

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }
}

public sealed class SqliteAlertStoreTests : AlertStoreContract, IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SqliteDatabase _database;

    public SqliteAlertStoreTests() => _database = new SqliteDatabase(_folder["plans.db"]);

    protected override IAlertStore Alerts => new SqliteAlertStore(_database);

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }
}

[Trait("Category", "Once")]
public sealed class TableCountersTests : CountersContract, IAsyncLifetime
{
    private TableAccount _account = null!;

    protected override ICounters Counters => new TableCounters(_account.Database);

    public async Task InitializeAsync() => _account = await TableAccount.NewAsync();

    public Task DisposeAsync() => Task.CompletedTask;
}

[Trait("Category", "Once")]
public sealed class TableAlertStoreTests : AlertStoreContract, IAsyncLifetime
{
    private TableAccount _account = null!;

    protected override IAlertStore Alerts => new TableAlertStore(_account.Database);

    public async Task InitializeAsync() => _account = await TableAccount.NewAsync();

    public Task DisposeAsync() => Task.CompletedTask;
}
