using System.Diagnostics;
using System.Text.Json;
using StrengthDays.Coaching.Contract;
using StrengthDays.Training;

namespace StrengthDays.Benchmarks;

/// <summary><c>plans</c>: whole plans from 10,000 random questionnaires, one JSON line.</summary>
internal static class PlansBenchmark
{
    private const int Plans = 10_000;

    public static int Run()
    {
        var catalogue = Catalogue.Default;
        var random = new RandomQuestionnaires(20270104);
        var runners = Enumerable.Range(0, Plans).Select(_ => random.Next()).ToArray();
        foreach (var runner in runners)
            Season.Of(runner, catalogue, History.Empty).ToPlan();

        var ticks = new long[Plans];
        var before = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < Plans; i++)
        {
            var from = Stopwatch.GetTimestamp();
            Season.Of(runners[i], catalogue, History.Empty).ToPlan();
            ticks[i] = Stopwatch.GetTimestamp() - from;
        }

        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        Array.Sort(ticks);
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            plans = Plans,
            plansPerSecond = Math.Round(Plans / seconds),
            p50Microseconds = Microseconds(ticks[Plans / 2]),
            p99Microseconds = Microseconds(ticks[Plans * 99 / 100]),
            bytesPerPlan = bytes / Plans,
        }));
        return 0;
    }

    private static double Microseconds(long ticks) => Math.Round(ticks * 1e6 / Stopwatch.Frequency, 1);
}
