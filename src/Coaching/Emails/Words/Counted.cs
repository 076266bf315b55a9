using System.Globalization;

namespace StrengthDays.Coaching.Emails.Words;

/// <summary>Numbers with their noun.</summary>
internal static class Counted
{
    public static string Sets(int sets) => sets switch
    {
        0 => "no sets",
        1 => "1 set",
        _ => string.Create(CultureInfo.InvariantCulture, $"{sets} sets"),
    };

    public static string Days(int days) => days == 1 ? "1 day" : string.Create(CultureInfo.InvariantCulture, $"{days} days");

    public static string Sessions(int count) => count switch
    {
        0 => "no sessions",
        1 => "1 session",
        _ => string.Create(CultureInfo.InvariantCulture, $"{count} sessions"),
    };

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>E.g. "45 s", and from two minutes on "3 min 45 s" or "4 min".</summary>
    public static string Seconds(int seconds) => seconds switch
    {
        < 120 => string.Create(CultureInfo.InvariantCulture, $"{seconds} s"),
        _ when seconds % 60 == 0 => Minutes(seconds / 60),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60} min {seconds % 60} s"),
    };

    public static string Minutes(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes} min");
}
