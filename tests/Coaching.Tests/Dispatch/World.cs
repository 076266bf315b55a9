using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StrengthDays.Coaching.Dispatch;
using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Mail;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Storage.Sqlite;
using StrengthDays.Coaching.Tests.Host;
using StrengthDays.Coaching.Tests.Storage;
using StrengthDays.Shared;

namespace StrengthDays.Coaching.Tests.Dispatch;

/// <summary>
/// The product's own graph over a real store and a real outbox, on a clock of the test's own. A second world on
/// the same folder and account is the process after a crash.
/// </summary>
internal sealed class World : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    /// <param name="folder">What the disk holds.</param>
    /// <param name="clock">Goes on from world to world.</param>
    /// <param name="tables">In place of a database on the disk.</param>
    /// <param name="settings">Beside those of a test.</param>
    public World(
        TempFolder folder,
        ManualClock clock,
        Faults? faults = null,
        Action<IServiceCollection>? replace = null,
        TableAccount? tables = null,
        params (string Name, string Value)[] settings)
    {
        (Folder, Clock, Outbox) = (folder, clock, new Watched(new OutboxTransport(folder["outbox"])));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Data"] = folder.Path,
            ["Links:Key"] = "a secret of this test",
            ["Store"] = tables is null ? "sqlite" : "tables",
            ["Tables:ConnectionString"] = tables?.ConnectionString,
        }).AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value)));
        var services = new ServiceCollection()
            .AddCoaching(configuration.Build())
            .AddLogging(logging => logging.AddProvider(Alerts))
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<IMailTransport>(faults is null ? Outbox : new FaultyTransport(Outbox, faults))
            .AddSingleton(_ => new SqliteDatabase(folder["plans.db"], durable: false));
        if (faults is not null && tables is not null)
        {
            services.AddSingleton(_ => tables.Open(new FaultyRequests(faults)));
        }
        else if (faults is not null)
        {
            services.Wrap<IPlanStore>(store => new FaultyPlanStore(store, faults));
            services.Wrap<IDueIndex>(index => new FaultyDueIndex(index, faults));
        }

        replace?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public TempFolder Folder { get; }

    public ManualClock Clock { get; }

    public Watched Outbox { get; }

    public AlertLog Alerts { get; } = new();

    public DateTimeOffset Now => Clock.GetUtcNow();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Signs up and confirms.</summary>
    public async Task<PlanId> EnrolAsync(Enrolment enrolment)
    {
        await Get<SignUp>().RunAsync(enrolment, default);
        var person = await Get<People>().FindAsync(enrolment.Email, default);
        var signUp = await Get<IPlanStore>().FindPlanAsync(person!.Pending!.Value, default);
        return (await Get<Confirmation>().RunAsync(signUp!, default))!.Id;
    }

    public async Task<PlanHeader> PlanAsync(PlanId id) =>
        await Get<IPlanStore>().FindPlanAsync(id, default) ?? throw new InvalidOperationException(
            "There is no such plan.");

    public async Task<ImmutableArray<SentMail>> SentAsync(PlanId id) =>
        [.. (await Get<IPlanStore>().ListSentAsync(id, default)).OrderBy(m => m.At).ThenBy(m => m.Date)];

    /// <summary>Mails other than those that signing up causes.</summary>
    public async Task<ImmutableArray<SentMail>> ScheduledAsync(PlanId id) =>
        (await SentAsync(id)).RemoveAll(m => m.Kind is MailKind.Confirm or MailKind.Welcome);

    public Task<PlanHeader?> ApplyAsync(PlanId id, Func<PlanEdits, PlanHeader, Edit> edit) =>
        Get<PlanActions>().ApplyAsync(id, plan => edit(Get<PlanEdits>(), plan).Change, default);

    /// <summary>What a minute's tick does.</summary>
    public async Task TickAsync()
    {
        foreach (var bucket in await Get<Tick>().RunAsync(default))
            await Get<Deliveries>().RunAsync(bucket, default);
    }

    /// <summary>Lets time pass to an instant, included; whatever is due on the way is done in its minute.</summary>
    public async Task GoToAsync(DateTimeOffset until)
    {
        await TickAsync();
        while (await NextAsync() is var next && next <= until)
        {
            Clock.Advance(next - Now);
            await TickAsync();
        }

        if (until > Now)
            Clock.Advance(until - Now);
    }

    // A bucket that stays open holds rows that somebody has a lease on: they are looked at every minute.
    private async Task<DateTimeOffset> NextAsync() =>
        await Get<IDueIndex>().ListBucketsAsync(DueKey.End, 1, default) switch
        {
            [] => DateTimeOffset.MaxValue,
            [var bucket] when DueKey.MinuteOf(bucket) is var due && due > Now => due,
            _ => Now.AddMinutes(1),
        };

    /// <summary>Every row of the due index.</summary>
    public async Task<ImmutableArray<DueRow>> DueAsync()
    {
        var rows = ImmutableArray.CreateBuilder<DueRow>();
        foreach (var bucket in await Get<IDueIndex>().ListBucketsAsync(DueKey.End, int.MaxValue, default))
            rows.AddRange(await Get<IDueIndex>().ListFreeAsync(bucket, DateTimeOffset.MaxValue, 1000, default));
        return rows.ToImmutable();
    }

    /// <summary>The plan's next mail as another release's time-zone data would have placed it.</summary>
    public async Task AgeZoneDataAsync(PlanId id, TimeSpan by)
    {
        var row = (await DueAsync()).Single(r => r.Mail.Plan == id);
        var plan = await PlanAsync(id);
        var aged = plan with { Next = new(row.Date, row.At + by) };
        var etag = await Get<IPlanStore>().SavePlanAsync(aged, [], default);
        await Get<IDueIndex>().MoveOnAsync([DueRows.Scheduled(aged with { ETag = etag })!], [row.Key], default);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
