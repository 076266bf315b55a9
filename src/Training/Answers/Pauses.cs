using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <summary>Arithmetic over pauses: closed date ranges that may overlap, the last one perhaps open.</summary>
public static class Pauses
{
    /// <summary>From this length on a runner comes back with a week at body weight.</summary>
    public const int LongDays = 14;

    /// <summary>Days of body weight after a long pause.</summary>
    public const int ReentryDays = 7;

    /// <summary>The same days as disjoint ranges by date; touching ranges become one.</summary>
    public static ImmutableArray<Pause> Merge(ImmutableArray<Pause> pauses)
    {
        if (pauses.Length < 2)
            return pauses;
        var merged = ImmutableArray.CreateBuilder<Pause>();
        foreach (var pause in pauses.OrderBy(p => p.From))
        {
            if (merged.Count > 0 && merged[^1] is var last && (last.To is not { } end || pause.From <= end.AddDays(1)))
                merged[^1] = last with { To = Later(last.To, pause.To) };
            else
                merged.Add(pause);
        }

        return merged.ToImmutable();
    }

    /// <summary>Whether a date is in the week after a pause of 14 days or more.</summary>
    public static bool IsReentry(ImmutableArray<Pause> merged, DateOnly date)
    {
        foreach (var pause in merged)
            if (IsLong(pause) && pause.To is { } to && date > to && date <= to.AddDays(ReentryDays))
                return true;
        return false;
    }

    /// <summary>Whether a pause has <see cref="LongDays"/> or more, as far as its end is known.</summary>
    public static bool IsLong(Pause pause) =>
        pause.To is { } to && to.DayNumber - pause.From.DayNumber + 1 >= LongDays;

    public static bool Contain(ImmutableArray<Pause> pauses, DateOnly date)
    {
        foreach (var pause in pauses)
            if (pause.Contains(date))
                return true;
        return false;
    }

    private static DateOnly? Later(DateOnly? a, DateOnly? b) => a is null || b is null ? null : a > b ? a : b;
}
