using Azure;
using Azure.Core;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using StrengthDays.Coaching.Mail;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Storage.Tables;
using StrengthDays.Coaching.Tests.Host;
using StrengthDays.Coaching.Tests.Storage;
using Xunit.Abstractions;
using static StrengthDays.Coaching.Tests.Dispatch.Runners;

namespace StrengthDays.Coaching.Tests.Dispatch;

/// <summary>
/// A week of three runners on Azurite, over a wire that is cut, stalls and shortens answers. WIRE_SEED=n repeats one.
/// </summary>
[Trait("Fault", "F17")]
[Trait("Fault", "F18")]
[Trait("Fault", "F20")]
public sealed class FaultyWireTests(ITestOutputHelper output)
{
    private static readonly DateTimeOffset _sunday = Utc("2027-01-10T12:00");

    private static readonly DateOnly[] _days = [Day("2027-01-06"), Day("2027-01-08")];

    [Fact]
    [Trait("Category", "Once")]
    public Task Two_weeks_over_a_bad_wire_lose_nothing_and_send_nothing_twice() => RunAsync(seeds: 2);

    [Fact]
    [Trait("Category", "Long")]
    public Task Sixty_weeks_over_a_bad_wire_lose_nothing_and_send_nothing_twice() => RunAsync(seeds: 60);

    private async Task RunAsync(int seeds)
    {
        var wrong = new List<string>();
        var asked = int.TryParse(Environment.GetEnvironmentVariable("WIRE_SEED"), out var seed)
            ? [seed]
            : Enumerable.Range(1, seeds);
        foreach (var one in asked)
        {
            wrong.AddRange((await WeekAsync(one)).Select(
                c => $"{c}; again with WIRE_SEED={one} dotnet test tests/Coaching.Tests --filter FaultyWireTests"));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private async Task<List<string>> WeekAsync(int seed)
    {
        using var folder = new TempFolder();
        await using var proxy = await TableProxy.StartAsync(seed);
        var database = Open(proxy);
        await database.CreateAsync(default);
        var (clock, account) = (new ManualClock(Monday), new TableAccount(proxy.ConnectionString));
        await using var world = new World(
            folder, clock, tables: account, replace: services => services.AddSingleton(database));
        var plans = new List<PlanId>();
        foreach (var runner in new[] { "a@example.com", "b@example.com", "c@example.com" })
            plans.Add(await world.EnrolAsync(Named(runner)));
        proxy.Faults = 0.15;
        await LiveAsync(world);
        proxy.Faults = 0;
        // Started again, with the time that the product has for a request.
        await using var after = new World(folder, clock, tables: account);
        await after.GoToAsync(_sunday);
        var struck = proxy.Struck.OrderBy(s => s.Key).Select(s => $"{s.Key} {s.Value}");
        output.WriteLine($"seed {seed}: {proxy.Count} requests, {string.Join(", ", struck)}");
        return await ComplaintsAsync(after, plans, [.. world.Outbox.Passed, .. after.Outbox.Passed]);
    }

    /// <summary>Ticks near the hours of the mails; what fails is tried again a minute later.</summary>
    private static async Task LiveAsync(World world)
    {
        foreach (var day in _days)
        {
            world.Clock.Advance(day.ToDateTime(new TimeOnly(5, 30)) - world.Now.UtcDateTime);
            for (var minute = 0; minute < 8; minute++, world.Clock.Advance(TimeSpan.FromMinutes(1)))
            {
                var failure = await Record.ExceptionAsync(() => world.TickAsync());
                Assert.True(
                    failure is null or RequestFailedException or TimeoutException or AggregateException
                        or OperationCanceledException or UnreadableRowException,
                    failure?.ToString());
            }
        }
    }

    private static async Task<List<string>> ComplaintsAsync(World world, List<PlanId> plans, List<MailMessage> passed)
    {
        var complaints = passed.GroupBy(m => m.OperationId).Where(g => g.Count() > 1)
            .Select(g => $"I1: {g.First().Kind} of {g.First().LocalDate:O} handed over {g.Count()} times").ToList();
        foreach (var plan in plans)
        {
            var ledger = (await world.ScheduledAsync(plan)).Select(m => (m.Date, m.Status)).Order().ToList();
            if (!ledger.SequenceEqual(_days.Select(day => (day, SentStatus.Accepted))))
                complaints.Add($"I2: the ledger of {plan} holds {string.Join(", ", ledger)}");
            if ((await world.DueAsync()).Count(row => row.Mail.Plan == plan && row.Date > _days[^1]) != 1)
                complaints.Add($"I9: {plan} has not one row to come");
        }

        var parked = await world.Get<IDueIndex>().ListParkedAsync(99, default);
        return [.. complaints, .. parked.Select(p => $"I8: parked, {p.Reason}")];
    }

    // As the product opens it, but for the time it has.
    private static TableDatabase Open(TableProxy proxy) => new(new TableServiceClient(
        proxy.ConnectionString,
        new TableClientOptions
        {
            Retry =
            {
                MaxRetries = 2,
                Mode = RetryMode.Fixed,
                Delay = TimeSpan.FromMilliseconds(1),
                NetworkTimeout = TimeSpan.FromMilliseconds(250),
            },
        }));
}
