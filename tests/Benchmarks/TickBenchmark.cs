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

namespace StrengthDays.Benchmarks;

/// <summary><c>tick</c>: one minute in which many mails are due, through the real pipeline; one JSON line.</summary>
internal sealed class TickBenchmark(TickOptions options)
{
    /// <summary>Buckets worked on at once, as host.json asks for.</summary>
    private const int Concurrency = 24;

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
        var times = new double[21];
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
        var (storage, cpu, from) = (_storage.Count, Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        await WorkAsync(services);
        var (seconds, used) = (Stopwatch.GetElapsedTime(from).TotalSeconds, Environment.CpuUsage.TotalTime - cpu);
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            runners = options.Runners,
            mails = mails.Accepted,
            seedSeconds = Math.Round(seedSeconds, 1),
            mailsPerSecond = Math.Round(mails.Accepted / seconds),
            cpuSecondsPer1000 = Each(used.TotalSeconds * 1000),
            dueScanMs = Math.Round(scan, 3),
            peakMB = Math.Round(memory.Megabytes),
            storageTransactionsPerMail = Each(_storage.Count - storage),
        }));

        double Each(double all) => Math.Round(all / Math.Max(1, mails.Accepted), 3);
    }

    /// <summary>Ticks until nothing is due any more.</summary>
    private static async Task WorkAsync(IServiceProvider services)
    {
        var (tick, deliveries) = (services.GetRequiredService<Tick>(), services.GetRequiredService<Deliveries>());
        for (var buckets = await tick.RunAsync(default); !buckets.IsEmpty; buckets = await tick.RunAsync(default))
        {
            await Parallel.ForEachAsync(
                buckets,
                new ParallelOptions { MaxDegreeOfParallelism = Concurrency },
                async (bucket, stop) => await deliveries.RunAsync(bucket, stop));
        }
    }

    private void Replace(IServiceCollection services)
    {
        services.AddSingleton<TimeProvider>(_clock);
        Wrap<IMailTransport>(services, transport => new CountedMails(transport));
        if (services.Any(s => s.ServiceType == typeof(TableDatabase)))
        {
            services.AddSingleton(s => Counted(s.GetRequiredService<CoachingSettings>().Tables!));
            return;
        }

        Wrap<IPlanStore>(services, store => CountedCalls<IPlanStore>.Of(store, _storage));
        Wrap<IDueIndex>(services, store => CountedCalls<IDueIndex>.Of(store, _storage));
    }

    private TableDatabase Counted(AzureService account)
    {
        var options = new TableClientOptions();
        options.AddPolicy(_storage, HttpPipelinePosition.PerRetry);
        return new TableDatabase(new TableServiceClient(
            account.ConnectionString ?? throw new SettingException("The benchmark needs Tables:ConnectionString."), options));
    }

    // What the product registered, with something of the benchmark's round it.
    private static void Wrap<T>(IServiceCollection services, Func<T, T> wrap)
        where T : class
    {
        var product = services.Last(s => s.ServiceType == typeof(T));
        services.AddSingleton(s => wrap((T)(product.ImplementationFactory?.Invoke(s)
            ?? ActivatorUtilities.CreateInstance(s, product.ImplementationType!))));
    }
}
