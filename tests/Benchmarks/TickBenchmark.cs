using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using StrengthDays.Coaching.Dispatch;
using StrengthDays.Coaching.Mail;
using StrengthDays.Coaching.Settings;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Storage.Tables;
using StrengthDays.Host;
using StrengthDays.Shared;

namespace StrengthDays.Benchmarks;

/// <summary><c>tick</c>: one minute in which many mails are due, through the real pipeline; one JSON line.</summary>
internal sealed class TickBenchmark(TickOptions options)
{
    /// <summary>Buckets worked on at once, as host.json asks for.</summary>
    private const int Concurrency = 24;

    /// <summary>Enough for a median that neither compiling nor other work moves.</summary>
    private const int Scans = 201;

    private readonly TickClock _clock = new(TickRunners.Due);
    private readonly StorageCount _storage = new();

    public async Task<int> RunAsync()
    {
        await using var app = StrengthDaysHost.Build(["--urls", "http://127.0.0.1:0", .. options.Settings], Replace);
        var services = app.Services;
        if (services.GetService<TableDatabase>() is { } tables)
            await tables.CreateAsync(default);
        var seeding = Stopwatch.StartNew();
        var isNew = (await services.GetRequiredService<IDueIndex>().ListBucketsAsync(DueKey.End, 1, default)).IsEmpty;
        if (isNew)
            await new TickSeed(services).RunAsync(options.Runners, options.Due);
        var seedSeconds = isNew ? seeding.Elapsed.TotalSeconds : 0;

        _clock.Start();
        var scan = await ScanAsync(services);
        await services.GetRequiredService<IDueIndex>().EndForgottenLeasesAsync(_clock.GetUtcNow(), default);
        await SendAsync(services, seedSeconds, scan);
        return 0;
    }

    /// <summary>Median of what finding the due buckets takes, in milliseconds.</summary>
    private static async Task<double> ScanAsync(IServiceProvider services)
    {
        var tick = services.GetRequiredService<Tick>();
        var times = new double[Scans];
        for (var i = 0; i < times.Length; i++)
        {
            var from = Stopwatch.GetTimestamp();
            await tick.RunAsync(default);
            times[i] = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
        }

        Array.Sort(times);
        return times[times.Length / 2];
    }

    private async Task SendAsync(IServiceProvider services, double seedSeconds, double scan)
    {
        var mails = (CountedMails)services.GetRequiredService<IMailTransport>();
        using var memory = new PeakMemory();
        var (storage, start) = (_storage.Count, Mark.Now(mails));
        var warm = await WorkAsync(services, mails);
        var end = Mark.Now(mails);
        var transactions = (double)(_storage.Count - storage) / Math.Max(1, mails.Accepted);
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            runners = options.Runners,
            mails = end.Mails - start.Mails,
            seedSeconds = Math.Round(seedSeconds, 1),
            mailsPerSecond = end.MailsPerSecondSince(start),
            cpuSecondsPer1000 = end.CpuSecondsPer1000Since(start),
            warmMailsPerSecond = end.MailsPerSecondSince(warm),
            warmCpuSecondsPer1000 = end.CpuSecondsPer1000Since(warm),
            dueScanMs = Math.Round(scan, 3),
            peakMB = Math.Round(memory.Megabytes),
            storageTransactionsPerMail = Math.Round(transactions, 3),
        }));
    }

    /// <summary>
    /// Ticks until nothing is due any more. A fifth of the first tick goes ahead, so that the rest shows what a process
    /// costs that has sent mails before.
    /// </summary>
    /// <returns>When that fifth was done.</returns>
    private static async Task<Mark> WorkAsync(IServiceProvider services, CountedMails mails)
    {
        var tick = services.GetRequiredService<Tick>();
        var buckets = await tick.RunAsync(default);
        await DeliverAsync(services, buckets[..(buckets.Length / 5)]);
        var warm = Mark.Now(mails);
        while (!(buckets = await tick.RunAsync(default)).IsEmpty)
            await DeliverAsync(services, buckets);
        return warm;
    }

    private static Task DeliverAsync(IServiceProvider services, ImmutableArray<string> buckets)
    {
        var deliveries = services.GetRequiredService<Deliveries>();
        return Parallel.ForEachAsync(
            buckets,
            new ParallelOptions { MaxDegreeOfParallelism = Concurrency },
            async (bucket, stop) => await deliveries.RunAsync(bucket, stop));
    }

    private void Replace(IServiceCollection services)
    {
        services.AddSingleton<TimeProvider>(_clock);
        services.Wrap<IMailTransport>(transport => new CountedMails(transport));
        if (services.Any(s => s.ServiceType == typeof(TableDatabase)))
        {
            services.AddSingleton(s => Counted(s.GetRequiredService<CoachingSettings>().Tables!));
            return;
        }

        services.Wrap<IPlanStore>(store => CountedCalls<IPlanStore>.Of(store, _storage));
        services.Wrap<IDueIndex>(store => CountedCalls<IDueIndex>.Of(store, _storage));
    }

    private TableDatabase Counted(AzureService account)
    {
        var options = new TableClientOptions();
        options.AddPolicy(_storage, HttpPipelinePosition.PerRetry);
        var connection = account.ConnectionString
            ?? throw new SettingException("The benchmark needs Tables:ConnectionString.");
        return new TableDatabase(new TableServiceClient(connection, options));
    }
}
