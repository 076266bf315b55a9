using System.Globalization;

namespace StrengthDays.Coaching.Emails.Words;

/// <summary>Numbers with their noun.</summary>
internal static class Counted
{
    public static string Sets(int sets) => sets == 0 ? "no sets" : Training.Words.Count(sets, "set");

    public static string Days(int days) => Training.Words.Count(days, "day");

    public static string Sessions(int count) => count == 0 ? "no sessions" : Training.Words.Count(count, "session");

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>E.g. "45 s", and beyond a minute "1 min 45 s" or "4 min".</summary>
    public static string Seconds(int seconds) => seconds switch
    {
        <= 60 => string.Create(CultureInfo.InvariantCulture, $"{seconds} s"),
        _ when seconds % 60 == 0 => Minutes(seconds / 60),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60} min {seconds % 60} s"),
    };

    public static string Minutes(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes} min");
}
