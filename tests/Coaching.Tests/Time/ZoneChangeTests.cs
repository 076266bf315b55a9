using StrengthDays.Coaching.Time;

namespace StrengthDays.Coaching.Tests.Time;

public sealed class ZoneChangeTests
{
    [Theory]
    [InlineData("Europe/Berlin", "2027-03-28T02:00", 60, 120, true, "2027-10-31T03:00", 120, 60)]
    [InlineData("Europe/Dublin", "2027-03-28T01:00", 0, 60, true, "2027-10-31T02:00", 60, 0)]
    [InlineData("America/New_York", "2027-03-14T02:00", -300, -240, true, "2027-11-07T02:00", -240, -300)]
    [InlineData("Australia/Lord_Howe", "2027-04-04T02:00", 660, 630, false, "2027-10-03T02:00", 630, 660)]
    public void A_year_holds_both_changes_by_the_wall_clock_before_them(
        string zone, string first, int from, int to, bool summer, string second, int back, int forth)
    {
        var changes = ZoneChange.Between(zone, new(2027, 1, 1), new(2027, 12, 31));

        Assert.Equal(3, changes.Length);
        Assert.Equal((DateTime.Parse(first, null), from, to), Of(changes[1]));
        Assert.Equal(summer, changes[1].IsDaylight);
        Assert.Equal((DateTime.Parse(second, null), back, forth), Of(changes[2]));
        Assert.Equal(!summer, changes[2].IsDaylight);
        Assert.Equal(changes[1].Before, changes[0].After);
    }

    [Fact]
    public void A_zone_without_changes_has_its_offset() =>
        Assert.Equal(TimeSpan.Zero, Assert.Single(ZoneChange.Between("UTC", new(2027, 1, 1), new(2028, 1, 1))).After);

    private static (DateTime At, int From, int To) Of(ZoneChange change) =>
        (change.At, (int)change.Before.TotalMinutes, (int)change.After.TotalMinutes);
}
