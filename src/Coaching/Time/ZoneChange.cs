using System.Collections.Immutable;
using NodaTime;
using NodaTime.TimeZones;

namespace StrengthDays.Coaching.Time;

/// <summary>A change of a zone's offset, as calendars describe it.</summary>
/// <param name="At">What the wall clock showed when it changed, still by the offset before.</param>
/// <param name="Before">Offset from UTC until then.</param>
/// <param name="After">Offset from UTC from then on.</param>
/// <param name="IsDaylight">The later of the zone's hours holds from then on; in Ireland's law that is standard time,
/// in calendars it is not.</param>
/// <param name="Name">The zone's abbreviation from then on, e.g. "CEST".</param>
public sealed record ZoneChange(DateTime At, TimeSpan Before, TimeSpan After, bool IsDaylight, string Name)
{
    /// <summary>Every change between two dates, and first the offset that held before them.</summary>
    /// <param name="zone">Canonical IANA id.</param>
    /// <param name="from">First date, included.</param>
    /// <param name="to">Last date, included.</param>
    public static ImmutableArray<ZoneChange> Between(string zone, DateOnly from, DateOnly to)
    {
        var tz = DateTimeZoneProviders.Tzdb[zone];
        var start = tz.AtStartOfDay(LocalDate.FromDateOnly(from)).ToInstant();
        var end = tz.AtStartOfDay(LocalDate.FromDateOnly(to).PlusDays(1)).ToInstant();
        var intervals = tz.GetZoneIntervals(start, end).ToList();
        var (first, second) = (intervals[0], intervals[Math.Min(1, intervals.Count - 1)]);
        return
        [
            new(DateTime.UnixEpoch, OffsetOf(first), OffsetOf(first), IsAhead(first, second), first.Name),
            .. intervals.Zip(intervals.Skip(1), Change),
        ];
    }

    private static ZoneChange Change(ZoneInterval before, ZoneInterval after) => new(
        before.IsoLocalEnd.ToDateTimeUnspecified(), OffsetOf(before), OffsetOf(after), IsAhead(after, before),
        after.Name);

    private static TimeSpan OffsetOf(ZoneInterval interval) => interval.WallOffset.ToTimeSpan();

    private static bool IsAhead(ZoneInterval interval, ZoneInterval other) => interval.WallOffset > other.WallOffset;
}
