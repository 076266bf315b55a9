using StrengthDays.Coaching.Dispatch;
using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Tests.Host;
using StrengthDays.Coaching.Tests.Storage;
using Xunit.Abstractions;
using static StrengthDays.Coaching.Tests.Dispatch.Runners;

namespace StrengthDays.Coaching.Tests.Dispatch;

/// <summary>
/// What a mail costs in Table Storage, counted by a proxy before Azurite: a transaction is a request that comes over the wire.
/// </summary>
[Trait("Category", "Once")]
public sealed class StorageCostTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly DateTimeOffset Due = Utc("2027-01-06T05:30");

    private readonly TempFolder _folder = new();
    private TableProxy _proxy = null!;
    private World _world = null!;
    private World _seeds = null!;

    public async Task InitializeAsync()
    {
        _proxy = await TableProxy.StartAsync();
        var (clock, account) = (new ManualClock(Monday), new TableAccount(_proxy.Direct));
        await account.Database.CreateAsync(default);
        _seeds = new World(_folder, clock, tables: account);
        _world = new World(_folder, clock, tables: new TableAccount(_proxy.ConnectionString));
    }

    public async Task DisposeAsync()
    {
        await _world.DisposeAsync();
        await _seeds.DisposeAsync();
        await _proxy.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    public async Task An_idle_tick_costs_one_transaction_however_many_runners_there_are(int runners)
    {
        await SeedAsync(runners, due: 0);

        Assert.Equal(1, await CountAsync(() => _world.TickAsync()));
    }

    [Fact]
    public async Task A_lone_mail_costs_five_transactions_and_its_tick_one()
    {
        await SeedAsync(20, due: 1);

        Assert.Equal(6, await CountAsync(() => _world.TickAsync()));
        Assert.Single(_world.Outbox.Passed);
    }

    [Theory]
    [InlineData(50)]
    [InlineData(120)]
    public async Task A_mail_costs_less_than_two_transactions_where_fifty_or_more_are_due_in_a_shard(int due)
    {
        await SeedAsync(200, due, shards: 1);

        var count = await CountAsync(() => _world.TickAsync());

        output.WriteLine($"{due} mails in one shard: {count} transactions, {(double)count / due:0.00} a mail");
        Assert.Equal(due, _world.Outbox.Passed.Count);
        Assert.InRange(count, due, 2 * due);
    }

    /// <summary>312 or 313 in each of the 16 shards.</summary>
    [Fact]
    [Trait("Category", "Long")]
    public async Task Of_20_000_runners_5_000_are_due_in_one_minute()
    {
        await SeedAsync(20_000, due: 5_000);

        var count = await CountAsync(() => _world.TickAsync());

        output.WriteLine($"5,000 mails: {count} transactions, {(double)count / 5_000:0.000} a mail");
        Assert.Equal(5_000, _world.Outbox.Passed.Count);
        Assert.InRange(count, 5_000, 10_000);
        Assert.Equal(1, await CountAsync(() => _world.TickAsync()));
    }

    private async Task<int> CountAsync(Func<Task> work)
    {
        _world.Clock.Advance(Due - _world.Now);
        var before = _proxy.Count;
        await work();
        return _proxy.Count - before;
    }

    /// <summary>Runners of four kinds, the first of them due, the others one minute later.</summary>
    private async Task SeedAsync(int runners, int due, int shards = PlanId.Shards)
    {
        var kinds = await KindsAsync();
        var rows = new DueRow[runners];
        await Parallel.ForAsync(0, runners, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, cancelled) =>
        {
            var id = InShard(i % shards);
            var kind = kinds[i % kinds.Length];
            var header = kind with
            {
                Id = id,
                ETag = null,
                SignUp = id,
                Letters = [],
                Next = new NextDue(DateOnly.FromDateTime(Due.DateTime), i < due ? Due : Due.AddMinutes(1)),
            };
            var etag = await _seeds.Get<IPlanStore>().SavePlanAsync(header, [], cancelled);
            rows[i] = DueRows.Scheduled(header with { ETag = etag })!;
        });
        await _seeds.Get<IDueIndex>().PutAsync([.. rows], default);
    }

    /// <summary>Headers as the product writes them; the runners themselves are gone again.</summary>
    private async Task<PlanHeader[]> KindsAsync()
    {
        Enrolment[] enrolments =
        [
            Ana,
            Ben.With(t => t with { SessionsPerWeek = 3 }),
            Named("carl@example.com", Marathon) with { WeeklyLookAhead = true },
            Named("dora@example.com").In("Africa/Lagos").With(t => t with { SessionsPerWeek = 4 }),
        ];
        var kinds = new List<PlanHeader>();
        foreach (var enrolment in enrolments)
        {
            kinds.Add(await _seeds.PlanAsync(await _seeds.EnrolAsync(enrolment)));
            await _seeds.Get<Leaving>().EraseAsync(kinds[^1], default);
        }

        return [.. kinds];
    }

    private static PlanId InShard(int shard)
    {
        var id = PlanId.New();
        while (id.Shard != shard)
            id = PlanId.New();
        return id;
    }
}
