using System.Globalization;
using NodaTime.TimeZones;
using StrengthDays.Coaching.Time;

namespace StrengthDays.Coaching.Tests.Time;

public sealed class ZonesTests
{
    private static readonly TimeOnly[] HalfHours =
        [.. Enumerable.Range(0, 48).Select(i => new TimeOnly(i / 2, 30 * (i % 2)))];

    private static readonly string[] EveryZone =
        [.. TzdbDateTimeZoneSource.Default.CanonicalIdMap.Values.Distinct().Order(StringComparer.Ordinal)];

    public static TheoryData<string> EveryContinent { get; } = [.. EveryZone.Select(Continent).Distinct()];

    [Theory]
    [InlineData("Europe/Kiev", "Europe/Kyiv")]
    [InlineData("Asia/Calcutta", "Asia/Kolkata")]
    [InlineData("US/Pacific", "America/Los_Angeles")]
    [InlineData("Europe/Berlin", "Europe/Berlin")]
    [InlineData("Europe/Stockholm", "Europe/Stockholm")]
    [InlineData("Atlantic/Reykjavik", "Atlantic/Reykjavik")]
    [InlineData("UTC", "UTC")]
    [InlineData("Etc/UTC", "UTC")]
    [InlineData("Zulu", "UTC")]
    [InlineData("Etc/GMT-14", "Etc/GMT-14")]
    public void An_alias_becomes_the_name_in_use(string id, string canonical) =>
        Assert.Equal(canonical, Zones.Canonical(id));

    [Theory]
    [InlineData("")]
    [InlineData("Mars/Phobos")]
    [InlineData("UTC+2")]
    [InlineData("UTC+02")]
    [InlineData("europe/berlin")]
    [InlineData("Europe/Berlin ")]
    [InlineData("W. Europe Standard Time")]
    [InlineData("../../etc/passwd")]
    [InlineData("Etc/GMT+14")]
    public void What_is_no_zone_has_no_name(string id) => Assert.Null(Zones.Canonical(id));

    [Fact]
    public void Every_name_in_use_can_be_reckoned_with_and_keeps_its_name()
    {
        var names = TzdbDateTimeZoneSource.Default.CanonicalIdMap.Keys;
        var kept = names.Select(id => Zones.Canonical(id)!).Distinct().ToArray();

        Assert.All(kept, id => Assert.Equal(id, Zones.Canonical(id)));
        Assert.All(kept, id => Assert.NotNull(Zones.InstantOf(new DateOnly(2027, 1, 4), new TimeOnly(6, 0), id)));
        Assert.All(Zones.Ids, id => Assert.Equal(id, Zones.Canonical(id)));
    }

    [Theory]
    [InlineData("Europe/Berlin", "2027-03-28", "02:30", "2027-03-28T01:30:00Z")] // gap of an hour
    [InlineData("Europe/Berlin", "2027-10-31", "02:30", "2027-10-31T00:30:00Z")] // overlap: the first
    [InlineData("America/New_York", "2027-03-14", "02:15", "2027-03-14T07:15:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-03T15:45:00Z")] // gap of half an hour
    [InlineData("Africa/Cairo", "2026-04-24", "00:00", "2026-04-23T22:00:00Z")] // gap at midnight
    [InlineData("America/Santiago", "2026-09-06", "00:30", "2026-09-06T04:30:00Z")]
    [InlineData("Europe/Dublin", "2027-03-28", "01:00", "2027-03-28T01:00:00Z")] // winter time is the saving time
    [InlineData("America/Nuuk", "2027-03-27", "23:30", "2027-03-28T01:30:00Z")] // forward into the next date
    [InlineData("Pacific/Kiritimati", "2027-01-04", "06:00", "2027-01-03T16:00:00Z")]
    public void The_rules_hold_on_the_days_that_break_programs(string zone, string date, string time, string instant) =>
        Assert.Equal(Instant(instant), Zones.InstantOf(Date(date), Time(time), zone));

    [Theory]
    [InlineData("Pacific/Apia", "2011-12-30")]
    [InlineData("Pacific/Fakaofo", "2011-12-30")]
    [InlineData("Pacific/Kwajalein", "1993-08-21")]
    public void A_date_that_the_zone_skips_has_no_instant(string zone, string date)
    {
        Assert.All(HalfHours, time => Assert.Null(Zones.InstantOf(Date(date), time, zone)));
        Assert.Equal(Zones.StartOf(Date(date).AddDays(1), zone), Zones.StartOf(Date(date), zone));
    }

    [Fact]
    public void A_day_without_midnight_starts_at_its_first_hour()
    {
        var start = Zones.StartOf(new DateOnly(2026, 4, 24), "Africa/Cairo");

        Assert.Equal(new DateTime(2026, 4, 24, 1, 0, 0), Zones.LocalAt(start, "Africa/Cairo"));
        Assert.Equal(new DateOnly(2026, 4, 23), Zones.DateAt(start.AddTicks(-1), "Africa/Cairo"));
    }

    [Theory]
    [MemberData(nameof(EveryContinent))]
    public void Round_every_clock_change_each_date_has_exactly_the_instant_a_wall_clock_shows(string continent)
    {
        foreach (var zone in EveryZone.Where(zone => Continent(zone) == continent))
            AssertLikeAWallClock(zone);
    }

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Africa/Casablanca")]
    [InlineData("Pacific/Apia")]
    public void The_instants_of_a_send_time_rise_with_the_dates(string zone)
    {
        foreach (var time in HalfHours)
        {
            var dates = Enumerable.Range(0, 1200).Select(new DateOnly(2025, 1, 1).AddDays);
            var instants = dates.Select(date => Zones.InstantOf(date, time, zone)).ToList();
            Assert.Equal(instants.Order().Distinct(), instants);
        }
    }

    private static void AssertLikeAWallClock(string zone)
    {
        foreach (var change in ClockChange.Of(zone, 2024, 2037))
        {
            foreach (var (date, time) in change.Dates.SelectMany(_ => HalfHours, (date, time) => (date, time)))
                Assert.True(Zones.InstantOf(date, time, zone) == change.When(date, time), $"{zone} {date:O} {time:O}");
        }
    }

    private static string Continent(string zone) => zone.Split('/')[0];

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);

    private static TimeOnly Time(string text) => TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
