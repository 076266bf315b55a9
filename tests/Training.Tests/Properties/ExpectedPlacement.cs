using System.Numerics;

namespace StrengthDays.Training.Tests.Properties;

/// <summary>The strength weekdays by brute force over all 128 sets of days (R059, R062, R121, D1, section 3.1's tie-breaks).</summary>
internal static class ExpectedPlacement
{
    /// <summary>Best first as far as the days alone decide: most days, largest smallest gap, then earliest.</summary>
    private static readonly DaySet[] _sets =
    [
        .. Enumerable.Range(0, 128).Select(bits => new DaySet(bits)).OrderByDescending(s => s.Days.Length)
            .ThenByDescending(s => s.SmallestGap).ThenBy(s => string.Concat(s.Days), StringComparer.Ordinal),
    ];

    /// <summary>Monday 0 to Sunday 6, rising.</summary>
    public static int[] Of(RunningWeek week, int wished)
    {
        RunDay[] runs = [.. RunningWeek.Days.Select(d => week[d])];
        var legal = Bits(d => IsLegal(runs, d));
        var tired = Bits(d => runs[(d + 6) % 7] is RunDay.Hard or RunDay.Long);
        var easy = Bits(d => runs[d] is RunDay.Easy);
        var allowed = _sets.Where(s => (s.Bits & ~legal) == 0 && s.IsAllowed(wished));
        var first = allowed.First();
        return allowed.TakeWhile(s => s.IsAsGoodAs(first))
            .OrderBy(s => BitOperations.PopCount((uint)(s.Bits & tired)))
            .ThenByDescending(s => BitOperations.PopCount((uint)(s.Bits & easy)))
            .First().Days;
    }

    /// <summary>Rest or easy today, nothing hard or long tomorrow.</summary>
    public static bool IsLegal(RunDay[] runs, int day) =>
        runs[day] is RunDay.Rest or RunDay.Easy && runs[(day + 1) % 7] is not (RunDay.Hard or RunDay.Long);

    private static int Bits(Func<int, bool> holds) => Enumerable.Range(0, 7).Sum(d => holds(d) ? 1 << d : 0);

    private sealed class DaySet(int bits)
    {
        public int Bits { get; } = bits;

        public int[] Days { get; } = [.. Enumerable.Range(0, 7).Where(d => (bits >> d & 1) == 1)];

        public int SmallestGap => Days.Length < 2 ? 7 : Days.Select((d, i) => (Days[(i + 1) % Days.Length] - d + 7) % 7).Min();

        public bool IsAllowed(int wished) => Days.Length <= wished && (Days.Length == 4 || SmallestGap > 1);

        public bool IsAsGoodAs(DaySet other) => Days.Length == other.Days.Length && SmallestGap == other.SmallestGap;
    }
}
