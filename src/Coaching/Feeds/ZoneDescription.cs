using System.Globalization;
using StrengthDays.Coaching.Time;

namespace StrengthDays.Coaching.Feeds;

/// <summary>
/// A zone for calendars that do not know it (VTIMEZONE, RFC 5545, 3.6.5), as far as the events reach.
/// </summary>
internal static class ZoneDescription
{
    public static void Write(CalendarText text, string zone, DateOnly from, DateOnly to) =>
        text.Component("VTIMEZONE", () =>
        {
            text.Line("TZID", zone);
            foreach (var change in ZoneChange.Between(zone, from, to))
                text.Component(change.IsDaylight ? "DAYLIGHT" : "STANDARD", () => Write(text, change));
        });

    private static void Write(CalendarText text, ZoneChange change)
    {
        text.Line("DTSTART", CalendarText.Time(change.At));
        text.Line("TZOFFSETFROM", Offset(change.Before));
        text.Line("TZOFFSETTO", Offset(change.After));
        text.Text("TZNAME", change.Name);
    }

    private static string Offset(TimeSpan offset) => (offset < TimeSpan.Zero ? "-" : "+")
        + offset.ToString(offset.Seconds == 0 ? "hhmm" : "hhmmss", CultureInfo.InvariantCulture);
}
