using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;
using StrengthDays.Coaching.Dispatch;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Time;
using Xunit.Abstractions;

namespace StrengthDays.Coaching.Tests.Time;

/// <summary>
/// Every zone, every change of its clock from 2024 to 2037 with two days round it, and every half hour as send time. The
/// oracle asks nobody for a local time: it walks along UTC in quarter hours and writes down what the wall clock shows.
/// </summary>
[Trait("Fault", "F24")]
public sealed class EveryTransitionTests(ITestOutputHelper output)
{
    private static readonly Instant _from = Instant.FromUtc(2024, 1, 1, 0, 0);
    private static readonly Instant _to = Instant.FromUtc(2038, 1, 1, 0, 0);
    private static readonly Duration _step = Duration.FromMinutes(15);

    /// <summary>Aliases have the clock of the zone they stand for.</summary>
    [Fact]
    [Trait("Category", "Once")]
    public void Each_local_date_has_exactly_one_due_instant() =>
        Check(TzdbDateTimeZoneSource.Default.CanonicalIdMap.Values.Distinct());

    [Fact]
    [Trait("Category", "Long")]
    public void Each_local_date_has_exactly_one_due_instant_by_each_name_of_a_zone() =>
        Check(TzdbDateTimeZoneSource.Default.CanonicalIdMap.Keys);

    [Fact]
    public void A_date_that_a_zone_skips_has_no_due_instant_at_any_time()
    {
        foreach (var time in HalfHours)
        {
            Assert.Null(Zones.InstantOf(new DateOnly(2011, 12, 30), time, "Pacific/Apia"));
            Assert.NotNull(Zones.InstantOf(new DateOnly(2011, 12, 29), time, "Pacific/Apia"));
            Assert.NotNull(Zones.InstantOf(new DateOnly(2011, 12, 31), time, "Pacific/Apia"));
        }
    }

    private static IEnumerable<TimeOnly> HalfHours =>
        Enumerable.Range(0, 48).Select(half => new TimeOnly(half / 2, half % 2 * 30));

    private void Check(IEnumerable<string> zones)
    {
        var (checks, wrong) = (0, new List<string>());
        foreach (var zone in zones.Order(StringComparer.Ordinal))
        {
            foreach (var change in ChangesOf(DateTimeZoneProviders.Tzdb[zone]))
                checks += Check(zone, change, wrong);
        }

        output.WriteLine($"{checks:N0} due instants compared, {Zones.Version}");
        Assert.Empty(wrong.Take(20));
        Assert.True(checks > 100_000);
    }

    // A zone that never changes is looked at once.
    private static IEnumerable<Instant> ChangesOf(DateTimeZone zone) =>
        zone.GetZoneIntervals(_from, _to).Where(i => i.HasEnd && i.End < _to).Select(i => i.End)
            .DefaultIfEmpty(Instant.FromUtc(2025, 7, 1, 0, 0));

    private static int Check(string zone, Instant change, List<string> wrong)
    {
        var (shown, gap) = Walk(DateTimeZoneProviders.Tzdb[zone], change);
        var day = change.InZone(DateTimeZoneProviders.Tzdb[zone]).Date;
        var checks = 0;
        for (var date = day.PlusDays(-2); date <= day.PlusDays(2); date = date.PlusDays(1))
        {
            foreach (var time in HalfHours)
            {
                var wall = date.At(LocalTime.FromTimeOnly(time)).ToDateTimeUnspecified();
                var expected = shown.TryGetValue(wall, out var at) ? at : shown[wall + gap];
                if (Complaint(zone, date.ToDateOnly(), time, expected.ToDateTimeOffset()) is { } complaint)
                    wrong.Add(complaint);
                checks++;
            }
        }

        return checks;
    }

    private static string? Complaint(string zone, DateOnly date, TimeOnly time, DateTimeOffset expected)
    {
        var due = Zones.InstantOf(date, time, zone);
        var what = string.Create(CultureInfo.InvariantCulture, $"{zone} {date:yyyy-MM-dd} {time:HH:mm}");
        if (due != expected)
            return string.Create(CultureInfo.InvariantCulture, $"{what}: {due:u}, not {expected:u}");
        var grace = DueRows.DeadlineOf(new NextDue(date, expected), zone) - expected;
        return grace < TimeSpan.FromMinutes(30) || grace > DueRows.Grace ? $"{what}: {grace} to be sent in" : null;
    }

    /// <summary>When the wall clock first showed each quarter hour, and how much it skipped.</summary>
    private static (Dictionary<DateTime, Instant> Shown, TimeSpan Gap) Walk(DateTimeZone zone, Instant change)
    {
        var shown = new Dictionary<DateTime, Instant>();
        var (gap, before) = (TimeSpan.Zero, default(DateTime?));
        for (var at = change - Duration.FromDays(4); at < change + Duration.FromDays(4); at += _step)
        {
            var wall = (at + Duration.FromSeconds(zone.GetUtcOffset(at).Seconds)).ToDateTimeUtc();
            wall = DateTime.SpecifyKind(wall, DateTimeKind.Unspecified);
            shown.TryAdd(wall, at);
            if (wall - before > _step.ToTimeSpan())
                gap = wall - before!.Value - _step.ToTimeSpan();
            before = wall;
        }

        return (shown, gap);
    }
}
