using System.Globalization;

namespace StrengthDays.Coaching.Emails.Words;

/// <summary>Dates as every mail writes them: English, day before month, never a bare number.</summary>
internal static class Dates
{
    /// <summary>E.g. "Tue 12 Jan".</summary>
    public static string Short(DateOnly date) => date.ToString("ddd d MMM", CultureInfo.InvariantCulture);

    /// <summary>E.g. "Tuesday 12 January 2027".</summary>
    public static string Long(DateOnly date) => date.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>E.g. "4 Jan to 24 Jan"; with the year when the ends lie in different years.</summary>
    public static string Range(DateOnly from, DateOnly to)
    {
        if (from == to)
            return Short(from);
        var format = from.Year == to.Year ? "d MMM" : "d MMM yyyy";
        var first = from.ToString(format, CultureInfo.InvariantCulture);
        return $"{first} to {to.ToString(format, CultureInfo.InvariantCulture)}";
    }

    public static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
