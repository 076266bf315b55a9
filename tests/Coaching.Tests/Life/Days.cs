using System.Globalization;
using StrengthDays.Coaching.Tests.Dispatch;

namespace StrengthDays.Coaching.Tests.Life;

/// <summary>Dates as they stand in JSON.</summary>
internal static class Days
{
    public static bool IsAfter(string date, string other) => string.CompareOrdinal(date, other) > 0;

    /// <summary>Both ends included.</summary>
    public static bool IsWithin(string date, string from, string to) => !IsAfter(from, date) && !IsAfter(date, to);

    public static string Later(string date, int days) =>
        Runners.Day(date).AddDays(days).ToString("O", CultureInfo.InvariantCulture);
}
