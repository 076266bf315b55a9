using System.Collections.Immutable;
using System.Numerics;

namespace StrengthDays.Training;

/// <summary>
/// Chooses the strength weekdays in a running week: only rest and easy days, never the day before a hard or long one,
/// never two in a row (R059, R062, R121, D9). Where four are wished and fit, they are split work and may touch (D1).
/// </summary>
public static class Placement
{
    /// <summary>The days that carry strength, Monday first; fewer than wished when no more fit.</summary>
    /// <param name="week">The running week.</param>
    /// <param name="wished">1 to 4.</param>
    public static ImmutableArray<DayOfWeek> Choose(RunningWeek week, int wished) => DaysOf(Best(week, wished));

    /// <summary>Why a day is legal, or null; a refusal names the rule in the runner's words.</summary>
    public static string? Refusal(RunningWeek week, DayOfWeek day)
    {
        var tomorrow = week[Next(day)];
        return week[day] switch
        {
            RunDay.Hard => "No strength: hard run today.",
            RunDay.Long => "No strength: long run today.",
            RunDay.Cross => "No strength: cross-training today.",
            _ when tomorrow is RunDay.Hard => "No strength: tomorrow is hard.",
            _ when tomorrow is RunDay.Long => "No strength: tomorrow is your long run.",
            _ => null,
        };
    }

    /// <summary>Monday to Sunday, each with its sentence.</summary>
    public static ImmutableArray<WeekdayPlacement> Explain(RunningWeek week, ImmutableArray<DayOfWeek> chosen) =>
        [.. RunningWeek.Days.Select(day => new WeekdayPlacement(day, chosen.Contains(day), Why(week, chosen, day)))];

    /// <summary>What to tell a runner for whom fewer sessions fit than wished; null when all fit.</summary>
    public static string? Shortfall(RunningWeek week, int wished)
    {
        var fit = BitOperations.PopCount((uint)Best(week, wished));
        if (fit >= wished)
            return null;
        var found = fit switch
        {
            0 => "No weekday of your running week takes strength: each one is hard, long or cross-training, "
                + "or the day before one.",
            1 => $"Only 1 of {wished} sessions fits your running week without touching a hard or long day.",
            _ => $"Only {fit} of {wished} sessions fit your running week without touching a hard or long day.",
        };
        return BestChange(week, wished, fit) is var (day, more)
            ? $"{found} If {day} became an easy day, {more} would fit."
            : found;
    }

    /// <summary>The one weekday that, made easy, lets most sessions in.</summary>
    private static (DayOfWeek Day, int Sessions)? BestChange(RunningWeek week, int wished, int fit)
    {
        (DayOfWeek, int)? best = null;
        var most = fit;
        foreach (var day in RunningWeek.Days)
        {
            var fits = BitOperations.PopCount((uint)Best(With(week, day, RunDay.Easy), wished));
            if (fits <= most)
                continue;
            most = fits;
            best = (day, fits);
        }

        return best;
    }

    private static string Why(RunningWeek week, ImmutableArray<DayOfWeek> chosen, DayOfWeek day)
    {
        if (Refusal(week, day) is { } refusal)
            return refusal;
        if (chosen.Contains(day))
            return week[day] is RunDay.Easy
                ? "Strength: easy run today and nothing hard tomorrow. Run first, strength later."
                : "Strength: no run today and nothing hard tomorrow.";
        // Split work may touch (D1): of its days nobody says that two in a row are too many.
        if (chosen.Length > 3)
            return "No strength: your four sessions are on other days.";
        return Neighbour(chosen, day) is { } neighbour
            ? $"No strength: {neighbour} is a strength day, and two in a row leave no time to recover."
            : "No strength: your other days space the sessions better.";
    }

    private static DayOfWeek? Neighbour(ImmutableArray<DayOfWeek> chosen, DayOfWeek day)
    {
        foreach (var other in chosen)
            if (Next(other) == day || Next(day) == other)
                return other;
        return null;
    }

    // Days are bits, Monday the lowest: 128 sets, so all of them are tried; of equals the first stays, the earliest.
    private static int Best(RunningWeek week, int wished)
    {
        var legal = Legal(week);
        var best = 0;
        var bestScore = default(Score);
        for (var days = 1; days < 128; days++)
        {
            var count = BitOperations.PopCount((uint)days);
            if ((days & ~legal) != 0 || count > wished || count < 4 && HasNeighbours(days))
                continue;
            if (ScoreOf(week, days) is var score && score.CompareTo(bestScore) > 0)
                (best, bestScore) = (days, score);
        }

        return best;
    }

    private static int Legal(RunningWeek week)
    {
        var legal = 0;
        for (var i = 0; i < 7; i++)
            if (Refusal(week, RunningWeek.Days[i]) is null)
                legal |= 1 << i;
        return legal;
    }

    private static bool HasNeighbours(int days) => (days & ((days << 1) | (days >> 6))) != 0;

    /// <summary>Section 3.1: most sessions, widest smallest gap, fewest after hard or long, most easy days.</summary>
    private readonly record struct Score(int Sessions, int Gap, int Fresh, int Easy) : IComparable<Score>
    {
        public int CompareTo(Score other) =>
            (Sessions, Gap, Fresh, Easy).CompareTo((other.Sessions, other.Gap, other.Fresh, other.Easy));
    }

    private static Score ScoreOf(RunningWeek week, int days)
    {
        int tired = 0, easy = 0;
        for (var i = 0; i < 7; i++)
        {
            if ((days & (1 << i)) == 0)
                continue;
            if (week[RunningWeek.Days[(i + 6) % 7]] is RunDay.Hard or RunDay.Long)
                tired++;
            if (week[RunningWeek.Days[i]] is RunDay.Easy)
                easy++;
        }

        return new(BitOperations.PopCount((uint)days), SmallestGap(days), 7 - tired, easy);
    }

    private static int SmallestGap(int days)
    {
        var smallest = 7;
        for (var i = 0; i < 7; i++)
            for (var gap = 1; gap < 7 && (days & (1 << i)) != 0; gap++)
                if ((days & (1 << ((i + gap) % 7))) != 0)
                    smallest = Math.Min(smallest, gap);
        return smallest;
    }

    private static ImmutableArray<DayOfWeek> DaysOf(int days) =>
        [.. Enumerable.Range(0, 7).Where(i => (days & (1 << i)) != 0).Select(i => RunningWeek.Days[i])];

    private static DayOfWeek Next(DayOfWeek day) => (DayOfWeek)(((int)day + 1) % 7);

    private static RunningWeek With(RunningWeek week, DayOfWeek day, RunDay run) => day switch
    {
        DayOfWeek.Monday => week with { Monday = run },
        DayOfWeek.Tuesday => week with { Tuesday = run },
        DayOfWeek.Wednesday => week with { Wednesday = run },
        DayOfWeek.Thursday => week with { Thursday = run },
        DayOfWeek.Friday => week with { Friday = run },
        DayOfWeek.Saturday => week with { Saturday = run },
        _ => week with { Sunday = run },
    };
}
