using Azure;
using Azure.Data.Tables;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Storage.Tables;
using static StrengthDays.Coaching.Tests.Storage.StoreRows;

namespace StrengthDays.Coaching.Tests.Storage;

[Trait("Category", "Once")]
public class TablePlanStoreTests : PlanStoreContract, IAsyncLifetime
{
    private TableAccount _account = null!;

    protected override IPlanStore Store => new TablePlanStore(Open(_account));

    public async Task InitializeAsync() => _account = await TableAccount.NewAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    private protected virtual TableDatabase Open(TableAccount account) => account.Database;

    [Theory]
    [InlineData("v", 7)]
    [InlineData("v", "1")]
    [InlineData("inputs", "{")]
    [InlineData("inputs", "{}")]
    [InlineData("status", "Asleep")]
    [InlineData("nextAt", "")]
    [InlineData("nextDate", "tomorrow")]
    [InlineData("letters", "null")]
    [InlineData("outline", 5)]
    public async Task A_damaged_header_says_so_without_its_content(string column, object value)
    {
        var id = PlanId.New();
        await Store.SavePlanAsync(Header(id), [], default);
        await _account.Plans.UpdateEntityAsync(new TableEntity(id.ToString(), "plan") { [column] = value }, ETag.All);

        var failure = await Assert.ThrowsAsync<UnreadableRowException>(() => Store.FindPlanAsync(id, default));

        Assert.DoesNotContain("example.com", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("date", "tomorrow")]
    [InlineData("kind", "Song")]
    [InlineData("status", "Lost")]
    [InlineData("at", 5)]
    public async Task A_damaged_row_of_a_mail_says_so(string column, object value)
    {
        var id = PlanId.New();
        await Store.SavePlanAsync(Header(id), [Sent(id)], default);
        await _account.Plans.UpdateEntityAsync(
            new TableEntity(id.ToString(), $"sent|{Sent(id).Key.Tail}") { [column] = value }, ETag.All);

        await Assert.ThrowsAsync<UnreadableRowException>(() => Store.FindSentAsync(Sent(id).Key, default));
        await Assert.ThrowsAsync<UnreadableRowException>(() => Store.ListSentAsync(id, default));
    }
}

[Trait("Category", "Once")]
public class TableDueIndexTests : DueIndexContract, IAsyncLifetime
{
    private TableAccount _account = null!;

    protected override IDueIndex Index => new TableDueIndex(Open(_account), TimeProvider.System);

    public async Task InitializeAsync() => _account = await TableAccount.NewAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    private protected virtual TableDatabase Open(TableAccount account) => account.Database;

    [Theory]
    [InlineData("mail", "nobody")]
    [InlineData("date", "2027-13-01")]
    [InlineData("at", "soon")]
    [InlineData("at", 5)]
    [InlineData("state", "Lost")]
    [InlineData("letter", "[")]
    [InlineData("attempt", "2")]
    public async Task A_damaged_row_comes_with_its_defect_beside_its_sound_siblings(string column, object value)
    {
        var sound = Due(PlanId.New());
        var damaged = sound with { Key = sound.Key with { Row = "z" } };
        await Index.PutAsync([sound, damaged], default);
        await _account.Due.UpdateEntityAsync(
            new TableEntity(sound.Key.Bucket, "z") { [column] = value }, ETag.All);

        var rows = await Index.ListFreeAsync(sound.Key.Bucket, At, 100, default);

        Assert.Equal([false, true], rows.Select(r => r.Defect is not null));
        Assert.Equal(damaged.Key, rows[1].Key);
    }
}

/// <summary>The answer to each request gets lost once, so that the client asks again for what is done already.</summary>
[Trait("Fault", "F17")]
[Trait("Category", "Once")]
public sealed class LossyTablePlanStoreTests : TablePlanStoreTests
{
    private protected override TableDatabase Open(TableAccount account) => account.Open(new LostAnswers());
}

[Trait("Fault", "F17")]
[Trait("Category", "Once")]
public sealed class LossyTableDueIndexTests : TableDueIndexTests
{
    private protected override TableDatabase Open(TableAccount account) => account.Open(new LostAnswers());
}

/// <summary>The service may end a page wherever it likes.</summary>
[Trait("Fault", "F20")]
public sealed class ShortPageTests : IAsyncLifetime
{
    private TableDatabase _database = null!;

    private TableDueIndex Index => new(_database, TimeProvider.System);

    private TablePlanStore Store => new(_database);

    public async Task InitializeAsync() => _database = (await TableAccount.NewAsync()).Open(new ShortPages());

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Due_rows_come_whole()
    {
        var rows = Enumerable.Range(0, 12).Select(i => Due(PlanId.New(), At.AddMinutes(i / 4)) is var row
            ? row with { Key = row.Key with { Bucket = $"{row.Key.Bucket[..14]}07" } }
            : row).ToArray();
        await Index.PutAsync([.. rows], default);

        Assert.Equal(3, (await Index.ListBucketsAsync(DueKey.End, 9, default)).Length);
        Assert.Equal(4, (await Index.ListFreeAsync(rows[0].Key.Bucket, At, 9, default)).Length);
        Assert.Equal(12, (await Index.ListEntriesAsync("", default)).Length);
    }

    [Fact]
    public async Task Plans_and_their_mails_come_whole_and_go_whole()
    {
        var ids = Enumerable.Range(0, 4).Select(_ => PlanId.New()).ToArray();
        foreach (var id in ids)
            await Store.SavePlanAsync(Header(id), [.. Enumerable.Range(0, 5).Select(i => Sent(id, Day.AddDays(i)))], default);

        Assert.Equal(4, (await Store.ListPlansAsync("", "~", 9, default)).Length);
        Assert.Equal(5, (await Store.ListSentAsync(ids[2], default)).Length);
        await Store.ErasePlanAsync(ids[2], default);
        Assert.Empty(await Store.ListSentAsync(ids[2], default));
        Assert.Equal(3, (await Store.ListPlansAsync("", "~", 9, default)).Length);
    }
}
