using NodaTime;

namespace StrengthDays.Coaching.Tests.Time;

/// <summary>
/// One change of a zone's clocks, and what its wall clocks show in the days round it, by plain addition: before the
/// change they show UTC plus one offset, from it on UTC plus the other. Knows nothing of mappings and resolvers.
/// </summary>
internal sealed record ClockChange(DateTime At, TimeSpan Before, TimeSpan After)
{
    public static IEnumerable<ClockChange> Of(string zone, int fromYear, int untilYear) =>
        from interval in DateTimeZoneProviders.Tzdb[zone].GetZoneIntervals(Year(fromYear), Year(untilYear))
        where interval.HasStart && interval.Start > Year(fromYear)
        let before = DateTimeZoneProviders.Tzdb[zone].GetUtcOffset(interval.Start - Duration.Epsilon)
        select new ClockChange(interval.Start.ToDateTimeUtc(), before.ToTimeSpan(), interval.WallOffset.ToTimeSpan());

    /// <summary>Two days before the change to two days after it.</summary>
    public IEnumerable<DateOnly> Dates =>
        Enumerable.Range(-2, 5).Select(days => DateOnly.FromDateTime((At + Before).AddDays(days)));

    /// <summary>First showing; in a gap, what a clock not put forward would show; null on a skipped date.</summary>
    public DateTimeOffset? When(DateOnly date, TimeOnly time)
    {
        var (early, late) = (Utc(date, time) - Before, Utc(date, time) - After);
        var gone = Utc(date, TimeOnly.MinValue) >= At + Before && Utc(date.AddDays(1), TimeOnly.MinValue) <= At + After;
        return gone ? null : early >= At && late >= At ? late : early;
    }

    private static DateTime Utc(DateOnly date, TimeOnly time) => date.ToDateTime(time, DateTimeKind.Utc);

    private static Instant Year(int year) => Instant.FromUtc(year, 1, 1, 0, 0);
}
