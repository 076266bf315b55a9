using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Tests.Clients;
using StrengthDays.Coaching.Tests.Host;
using Xunit.Abstractions;

namespace StrengthDays.Coaching.Tests.Sigkill;

/// <summary>
/// The real host is killed with SIGKILL again and again while it delivers, each time at a seeded number of mails and a
/// seeded moment after, started again on the same folder, and at last left alone. Nobody may miss a mail or get two.
/// </summary>
[Trait("Fault", "F1")]
[Trait("Fault", "F2")]
[Trait("Fault", "F13")]
[Trait("Fault", "F30")]
public sealed partial class SigkillTests(ITestOutputHelper output)
{
    private const int KillsOfAChain = 5;

    private static readonly TimeProvider _clock = TimeProvider.System;

    // At least as often as a mail is written, without keeping the processor from those who write.
    private static readonly TimeSpan _glance = TimeSpan.FromMilliseconds(3);

    // With more, how long one host takes to recover would say how crowded the machine is.
    private static readonly ParallelOptions _aCoreEach = new() { MaxDegreeOfParallelism = Environment.ProcessorCount };

    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(3);

    [Fact]
    [Trait("Category", "Once")]
    public Task Twenty_kills_lose_nothing_and_write_nothing_twice() => KillAsync(chains: 4);

    [Fact]
    [Trait("Category", "Once")]
    public Task Five_kills_lose_nothing_and_hand_over_nothing_twice() => KillOverTheWireAsync(chains: 1);

    [Fact]
    [Trait("Category", "Long")]
    public Task Eight_hundred_kills_lose_nothing_and_write_nothing_twice() => KillAsync(chains: 160);

    [Fact]
    [Trait("Category", "Long")]
    public Task Two_hundred_kills_lose_nothing_and_hand_over_nothing_twice() => KillOverTheWireAsync(chains: 40);

    private Task KillAsync(int chains) => KillAsync(chains, async (seed, folder, date) =>
    {
        var delivered = new DeliveredFolder(folder.Path);
        var took = await RunChainAsync(seed, folder, () => delivered.Mails);
        return (took, delivered.Complaints(date, _clock.GetUtcNow()));
    });

    /// <summary>
    /// With the stand-in of Azure's mail service, which sees what a folder hides: a mail handed over again after it was
    /// taken.
    /// </summary>
    private Task KillOverTheWireAsync(int chains) => KillAsync(chains, async (seed, folder, date) =>
    {
        await using var acs = await AcsEmailServer.StartAsync();
        var took = await RunChainAsync(
            seed, folder, () => acs.OperationIds.Count, "--Mail:Transport", "acs", "--Mail:Acs:ConnectionString",
            acs.ConnectionString, "--Mail:From", "coach@example.com");
        var handedOver = acs.Requests.Where(r => r.Line.StartsWith("POST", StringComparison.Ordinal))
            .Select(r => Address().Match(r.Body).Value);
        return (took,
        [
            .. DeliveredFolder.Received(handedOver),
            .. DeliveredFolder.Received(acs.OperationIds.Select(id => Address().Match(acs.Body(Guid.Parse(id))).Value)),
            .. new DeliveredFolder(folder.Path).StoreComplaints(date, _clock.GetUtcNow()),
        ]);
    });

    /// <summary>One seed for each chain of kills; SIGKILL_SEED runs one chain alone.</summary>
    private async Task KillAsync(
        int chains, Func<int, TempFolder, DateOnly, Task<(TimeSpan Took, IEnumerable<string> Complaints)>> run)
    {
        using var template = new TempFolder();
        var date = await SeededRunners.SeedAsync(template, _clock.GetUtcNow());
        var seeds = int.TryParse(Environment.GetEnvironmentVariable("SIGKILL_SEED"), out var seed)
            ? [seed]
            : Enumerable.Range(1, chains);
        var (wrong, recoveries) = (new ConcurrentQueue<string>(), new ConcurrentQueue<TimeSpan>());
        await Parallel.ForEachAsync(seeds, _aCoreEach, async (chain, _) =>
        {
            using var folder = new TempFolder();
            File.Copy(template["plans.db"], folder["plans.db"]);
            var (took, complaints) = await run(chain, folder, date);
            recoveries.Enqueue(took);
            foreach (var complaint in complaints)
                wrong.Enqueue($"{complaint}; again with SIGKILL_SEED={chain} dotnet test --filter SigkillTests");
        });
        output.WriteLine(
            $"{recoveries.Count * KillsOfAChain} kills, seeds {seeds.First()} to {seeds.Last()}: {wrong.Count} wrong; from the "
            + $"last start to nothing left to do {recoveries.Max().TotalSeconds:0.0} s at most");
        Assert.Empty(wrong);
    }

    /// <summary>How long the last start took until nothing was left to do.</summary>
    private static async Task<TimeSpan> RunChainAsync(
        int seed, TempFolder folder, Func<int> mails, params string[] settings)
    {
        var random = new Random(seed);
        for (var kill = 0; kill < KillsOfAChain; kill++)
        {
            var left = SeededRunners.Count - mails();
            var target = mails() + random.Next(0, 1 + (2 * left / (KillsOfAChain - kill + 1)));
            HintAtEverything(folder);
            using var dying = HostProcess.Start(folder.Path, settings);
            await UntilAsync(() => mails() >= target, dying, _glance);
            await Task.Delay(random.Next(0, 40));
            await dying.KillAsync();
        }

        var delivered = new DeliveredFolder(folder.Path);
        var restarted = _clock.GetTimestamp();
        using var last = HostProcess.Start(folder.Path, settings);
        await UntilAsync(() => delivered.IsQuiet(_clock.GetUtcNow()), last, 30 * _glance);
        return _clock.GetElapsedTime(restarted);
    }

    /// <summary>A message is only a hint to look now: with one for each bucket nobody waits for the next tick.</summary>
    internal static void HintAtEverything(TempFolder folder) => HintAtEverything(folder, _clock.GetUtcNow());

    internal static void HintAtEverything(TempFolder folder, DateTimeOffset now)
    {
        using var database = new Coaching.Storage.Sqlite.SqliteDatabase(folder["plans.db"]);
        var index = new Coaching.Storage.Sqlite.SqliteDueIndex(database, _clock);
        var queue = Directory.CreateDirectory(Path.Combine(folder.Path, "queues", "deliveries"));
        foreach (var bucket in index.ListBucketsAsync(DueKey.After(now), 99, default).Result)
            File.WriteAllText(Path.Combine(queue.FullName, bucket), bucket);
    }

    internal static async Task UntilAsync(Func<bool> reached, HostProcess host, TimeSpan pause)
    {
        for (var started = _clock.GetTimestamp(); !reached(); await Task.Delay(pause))
        {
            if (host.HasExited)
                Assert.Fail(await host.LastWordsAsync());
            Assert.True(_clock.GetElapsedTime(started) < _patience, "The host does nothing.");
        }
    }

    [GeneratedRegex(@"r\d+@example\.com")]
    private static partial Regex Address();
}
