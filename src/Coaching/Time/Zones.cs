using System.Collections.Immutable;
using NodaTime;
using NodaTime.TimeZones;

namespace StrengthDays.Coaching.Time;

/// <summary>
/// Beside <see cref="ZoneChange"/> the only place that knows time zones. A local time that a gap skips moves forward by
/// the gap; one that an overlap repeats is its first occurrence (the contract's rule for <c>sendAt</c>).
/// </summary>
public static class Zones
{
    private static readonly ZoneLocalMappingResolver Mapping =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnForwardShifted);

    /// <summary>The zone of a preview that names none.</summary>
    public const string Utc = "UTC";

    /// <summary>Version of the time-zone data in use, e.g. "TZDB: 2026a (mapping: …)".</summary>
    public static string Version => DateTimeZoneProviders.Tzdb.VersionId;

    /// <summary>The zones people live in, one or more for each country, and UTC; sorted.</summary>
    public static ImmutableArray<string> Ids { get; } =
    [
        .. TzdbDateTimeZoneSource.Default.ZoneLocations!.Select(location => location.ZoneId).Append(Utc)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>
    /// The id to keep for an IANA zone or one of its aliases; null when there is no such zone. Renamed zones get their
    /// new name (Europe/Kiev is Europe/Kyiv); a country's own zone stays even where the data calls it an alias of its
    /// neighbour's (Europe/Stockholm), because the two may part again.
    /// </summary>
    public static string? Canonical(string id) =>
        Ids.BinarySearch(id, StringComparer.Ordinal) >= 0 ? id
        : !TzdbDateTimeZoneSource.Default.CanonicalIdMap.TryGetValue(id, out var canonical) ? null
        : canonical == "Etc/UTC" ? Utc
        : canonical;

    /// <summary>When a wall clock in the zone shows this date and time; null when the zone skips that date.</summary>
    public static DateTimeOffset? InstantOf(DateOnly date, TimeOnly time, string zone)
    {
        var tz = Zone(zone);
        var day = LocalDate.FromDateOnly(date);
        return Exists(day, tz)
            ? tz.ResolveLocal(day.At(LocalTime.FromTimeOnly(time)), Mapping).ToDateTimeOffset().ToUniversalTime()
            : null;
    }

    /// <summary>The date a calendar in the zone shows at this instant.</summary>
    public static DateOnly DateAt(DateTimeOffset instant, string zone) =>
        Instant.FromDateTimeOffset(instant).InZone(Zone(zone)).Date.ToDateOnly();

    /// <summary>The date and time a wall clock in the zone shows at this instant.</summary>
    public static DateTime LocalAt(DateTimeOffset instant, string zone) =>
        Instant.FromDateTimeOffset(instant).InZone(Zone(zone)).ToDateTimeUnspecified();

    /// <summary>The first instant of the date in the zone, or of the next date that exists.</summary>
    public static DateTimeOffset StartOf(DateOnly date, string zone)
    {
        var tz = Zone(zone);
        var day = LocalDate.FromDateOnly(date);
        while (!Exists(day, tz))
            day = day.PlusDays(1);
        return tz.AtStartOfDay(day).ToDateTimeOffset().ToUniversalTime();
    }

    // NodaTime's own exception looks like trouble from outside.
    private static DateTimeZone Zone(string id) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(id)
        ?? throw new ArgumentException($"No time zone has the id {id}.", nameof(id));

    private static bool Exists(LocalDate day, DateTimeZone zone) =>
        zone.MapLocal(day.AtMidnight()) is var start
        && (start.Count > 0 || start.LateInterval.IsoLocalStart.Date == day);
}
