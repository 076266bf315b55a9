using System.Globalization;
using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Dispatch;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Tests.Dispatch;
using StrengthDays.Coaching.Tests.Host;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Tests.Sigkill;

/// <summary>
/// A data folder whose runners were all due an hour ago: the first as the product enrolled him, the others his copies
/// under other ids and addresses.
/// </summary>
internal static class SeededRunners
{
    public const int Count = 240;

    public static async Task<DateOnly> SeedAsync(TempFolder folder, DateTimeOffset now)
    {
        // Where it is nine in the morning now, however late it is here.
        var ahead = (9 - now.UtcDateTime.Hour + 24) % 24;
        ahead = ahead > 14 ? ahead - 24 : ahead;
        var zone = string.Create(CultureInfo.InvariantCulture, $"Etc/GMT{-ahead:+0;-0;+0}").Replace("GMT+0", "UTC", StringComparison.Ordinal);
        var local = now.ToOffset(TimeSpan.FromHours(ahead));
        var today = DateOnly.FromDateTime(local.DateTime);
        var midnight = now - local.TimeOfDay;
        await using var world = new World(folder, new ManualClock(midnight));
        var first = await world.PlanAsync(await world.EnrolAsync(DueOn(today, zone)));
        Assert.Equal(today, first.Next?.Date);
        await world.Get<Leaving>().EraseAsync(first, default);
        await CopyAsync(world, first);
        // His own confirmation and welcome are gone with him.
        foreach (var file in Directory.GetFiles(folder["outbox"]))
            File.Delete(file);
        return today;
    }

    public static string AddressOf(int runner) => string.Create(CultureInfo.InvariantCulture, $"r{runner}@example.com");

    private static async Task CopyAsync(World world, PlanHeader first)
    {
        var rows = new List<DueRow>();
        for (var i = 0; i < Count; i++)
        {
            var id = PlanId.New();
            var enrolment = first.Inputs.Enrolment with { Email = AddressOf(i) };
            var header = first with
            {
                Id = id,
                ETag = null,
                SignUp = id,
                Letters = [],
                Inputs = first.Inputs with { Enrolment = enrolment },
            };
            var etag = await world.Get<IPlanStore>().SavePlanAsync(header, [], default);
            rows.Add(DueRows.Scheduled(header with { ETag = etag })!);
        }

        await world.Get<IDueIndex>().PutAsync([.. rows], default);
    }

    /// <summary>A runner whose week makes a strength day of this date.</summary>
    private static Enrolment DueOn(DateOnly date, string zone)
    {
        var weeks =
            from tuesday in new[] { RunDay.Rest, RunDay.Hard, RunDay.Easy }
            from thursday in new[] { RunDay.Rest, RunDay.Hard, RunDay.Easy }
            from saturday in new[] { RunDay.Easy, RunDay.Rest, RunDay.Long }
            from sunday in new[] { RunDay.Easy, RunDay.Rest, RunDay.Long }
            select new RunningWeek(RunDay.Easy, tuesday, RunDay.Easy, thursday, RunDay.Easy, saturday, sunday);
        return weeks.Select(week => Runners.Named("first@example.com").In(zone).With(t => t with
        {
            StartOn = date,
            Week = week,
            SessionsPerWeek = 3,
        }) with
        { SendAt = new TimeOnly(8, 0) }).First(e => IsDueOn(e, date));
    }

    private static bool IsDueOn(Enrolment enrolment, DateOnly date) =>
        new MailCalendar(new PlanInputs(enrolment, [], LinkGenerations.First), Catalogue.Default)
            .NextAfter(date.AddDays(-1))?.Date == date;
}
