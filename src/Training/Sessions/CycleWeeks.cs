using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <summary>The training weeks of a cycle: pauses, easy weeks and B races' weeks do not count.</summary>
/// <param name="Count">At least 1.</param>
/// <param name="FoundationWeeks">Weeks at body weight at its start.</param>
/// <param name="Blocks">What each week is designed for.</param>
/// <param name="Mondays">The Monday of each week as a day of the season; weekdays of one calendar week may differ in
/// count.</param>
/// <param name="BesideBlock">What stands beside its last week besides: sessions that the race-block keeps from an
/// earlier cycle.</param>
internal sealed record CycleWeeks(
    int Count,
    int FoundationWeeks,
    ImmutableArray<DesignBlock> Blocks,
    ImmutableArray<int> Mondays,
    ImmutableArray<ImmutableArray<PlacedState>> BesideBlock)
{
    public DesignBlock BlockOf(int week) => Blocks[Math.Min(week, Blocks.Length - 1)];

    public int MondayOf(int week) => Mondays[Math.Min(week, Mondays.Length - 1)];

    /// <summary>The Monday of a week where each one that lies ahead of the cycle's own has one too.</summary>
    public int CalendarOf(int week) =>
        week < Mondays.Length ? Mondays[week] : Mondays[^1] + 7 * (week - Mondays.Length + 1);

    /// <summary>The training week that holds, or last came before, a Monday; the first when none did.</summary>
    public int WeekOn(int monday)
    {
        var found = Mondays.BinarySearch(monday);
        return found >= 0 ? found : Math.Max(0, ~found - 1);
    }
}
