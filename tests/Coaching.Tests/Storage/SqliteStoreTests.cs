using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Storage.Sqlite;
using StrengthDays.Coaching.Tests.Host;
using static StrengthDays.Coaching.Tests.Storage.StoreRows;

namespace StrengthDays.Coaching.Tests.Storage;

public sealed class SqlitePlanStoreTests : PlanStoreContract, IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SqliteDatabase _database;

    public SqlitePlanStoreTests()
    {
        _database = new SqliteDatabase(_folder["plans.db"]);
        Store = new SqlitePlanStore(_database);
    }

    protected override IPlanStore Store { get; }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("v", "7")]
    [InlineData("inputs", "'{'")]
    [InlineData("inputs", "'{}'")]
    [InlineData("status", "'Asleep'")]
    [InlineData("nextAt", "NULL")]
    [InlineData("nextDate", "'tomorrow'")]
    [InlineData("letters", "'null'")]
    public async Task A_damaged_header_says_so_without_its_content(string column, string value)
    {
        var id = PlanId.New();
        await Store.SavePlanAsync(Header(id), [], default);
        _database.Write(session => session.Run($"UPDATE plans SET {column} = {value}"));

        var failure = await Assert.ThrowsAsync<UnreadableRowException>(() => Store.FindPlanAsync(id, default));

        Assert.DoesNotContain("example.com", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("date", "'tomorrow'")]
    [InlineData("kind", "'Song'")]
    [InlineData("status", "'Lost'")]
    [InlineData("at", "'never'")]
    public async Task A_damaged_row_of_a_mail_says_so(string column, string value)
    {
        var id = PlanId.New();
        await Store.SavePlanAsync(Header(id), [Sent(id)], default);
        _database.Write(session => session.Run($"UPDATE sent SET {column} = {value}"));

        await Assert.ThrowsAsync<UnreadableRowException>(() => Store.FindSentAsync(Sent(id).Key, default));
        await Assert.ThrowsAsync<UnreadableRowException>(() => Store.ListSentAsync(id, default));
    }
}

public sealed class SqliteDueIndexTests : DueIndexContract, IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SqliteDatabase _database;

    public SqliteDueIndexTests()
    {
        _database = new SqliteDatabase(_folder["plans.db"]);
        Index = new SqliteDueIndex(_database, TimeProvider.System);
    }

    protected override IDueIndex Index { get; }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("mail", "'nobody'")]
    [InlineData("date", "'2027-13-01'")]
    [InlineData("at", "'soon'")]
    [InlineData("state", "'Lost'")]
    [InlineData("letter", "'['")]
    [InlineData("deadline", "9e18")]
    public async Task A_damaged_row_comes_with_its_defect_beside_its_sound_siblings(string column, string value)
    {
        var sound = Due(PlanId.New());
        var damaged = sound with { Key = sound.Key with { Row = "z" } };
        await Index.PutAsync([sound, damaged], default);
        _database.Write(session => session.Run($"UPDATE due SET {column} = {value} WHERE row = 'z'"));

        var rows = await Index.ListFreeAsync(sound.Key.Bucket, At, 100, default);

        Assert.Equal([false, true], rows.Select(r => r.Defect is not null));
    }

    [Fact]
    [Trait("Fault", "F34")]
    public async Task A_file_of_an_earlier_release_gets_the_columns_it_lacks()
    {
        var row = Due(PlanId.New());
        await Index.PutAsync([row], default);
        _database.Write(session => session.Run("ALTER TABLE due DROP COLUMN firstSent"));
        _database.Write(session => session.Run("ALTER TABLE parked DROP COLUMN firstSent"));

        using var later = new SqliteDatabase(_folder["plans.db"]);
        var index = new SqliteDueIndex(later, TimeProvider.System);

        var found = await index.FindAsync(row.Key, default);
        Assert.Equal((null, row.Owner), (found!.FirstSent, found.Owner));
        Assert.Single(await index.ReplaceAsync([found with { FirstSent = At }], default));
    }

    [Fact]
    public async Task Leases_of_a_dead_process_end_when_they_are_told_to_and_no_other_lease_does()
    {
        var row = Due(PlanId.New());
        DueRow Leased(string name, DueState state, int seconds) => row with
        {
            Key = row.Key with { Row = name },
            State = state,
            LeaseUntil = At.AddSeconds(seconds),
        };
        await Index.PutAsync(
            [
                Leased("1", DueState.Submitting, 90), Leased("2", DueState.Hold, 90), Leased("3", DueState.Due, 90),
                Leased("4", DueState.Submitting, 2),
            ],
            default);

        await Index.EndForgottenLeasesAsync(At.AddSeconds(5), default);

        var free = await Index.ListFreeAsync(row.Key.Bucket, At.AddSeconds(5), 100, default);
        Assert.Equal(["1", "2", "4"], free.Select(r => r.Key.Row));
    }
}
