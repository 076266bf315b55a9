using Microsoft.Extensions.DependencyInjection;
using StrengthDays.Coaching.Dispatch;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Storage.Sqlite;

namespace StrengthDays.Benchmarks;

/// <summary>Writes runners as the product would have, many in one transaction where the store can.</summary>
internal sealed class TickSeed(IServiceProvider services)
{
    private const int Group = 5_000;

    private readonly TickRunners _runners = new();
    private readonly PeopleHash _hash = services.GetRequiredService<PeopleHash>();

    /// <summary>Every k-th runner is due, so that they lie anywhere in the store.</summary>
    public async Task RunAsync(int runners, int due)
    {
        var every = runners / due;
        var all = Enumerable.Range(0, runners)
            .Select(i => _runners.Make(i, isDue: i % every == 0 && i / every < due))
            .Chunk(Group);
        foreach (var group in all)
        {
            if (services.GetService<SqliteDatabase>() is { } database)
                database.Write(session => group.Sum(header => Save(session, header)));
            else
                await SaveAsync(group);
        }
    }

    private int Save(SqliteSession session, PlanHeader header)
    {
        SqliteHeaders.Save(session, header);
        SqlitePeople.Save(session, Person(header));
        return DueRows.Scheduled(header with { ETag = "1" }) is { } row ? SqliteDueRows.Put(session, row) : 0;
    }

    private async Task SaveAsync(PlanHeader[] headers)
    {
        var (plans, rows) = (services.GetRequiredService<IPlanStore>(), new DueRow?[headers.Length]);
        await Parallel.ForAsync(0, headers.Length, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, stop) =>
        {
            var etag = await plans.SavePlanAsync(headers[i], [], stop);
            await plans.SavePersonAsync(Person(headers[i]), stop);
            rows[i] = DueRows.Scheduled(headers[i] with { ETag = etag });
        });
        await services.GetRequiredService<IDueIndex>().PutAsync([.. rows.OfType<DueRow>()], default);
    }

    private Person Person(PlanHeader header) => new(_hash.Of(header.Inputs.Enrolment.Email)) { Plan = header.Id };
}
