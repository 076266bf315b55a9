using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <summary>
/// A season of strength: contiguous phases from the first day to the horizon, and every session in them.
/// </summary>
/// <param name="StartsOn">First day, included.</param>
/// <param name="Races">The races that count, by date.</param>
/// <param name="Placement">Monday to Sunday, each with the sentence why.</param>
/// <param name="Phases">Closed, contiguous date ranges; the last one ends at the horizon.</param>
/// <param name="Weeks">Calendar weeks, Monday first, that the plan touches.</param>
/// <param name="Sessions">By date, at most one a day.</param>
/// <param name="Notices">What could not be planned as wished, and why; safety advice.</param>
public sealed record Plan(
    DateOnly StartsOn,
    ImmutableArray<Race> Races,
    ImmutableArray<WeekdayPlacement> Placement,
    ImmutableArray<PhaseRange> Phases,
    ImmutableArray<PlanWeek> Weeks,
    ImmutableArray<Session> Sessions,
    ImmutableArray<string> Notices)
{
    /// <summary>Last day of the plan, included.</summary>
    public DateOnly Horizon => Phases[^1].To;
}

/// <param name="Weekday">The day.</param>
/// <param name="Strength">Whether it is a strength day.</param>
/// <param name="Why">One sentence the runner reads.</param>
public sealed record WeekdayPlacement(DayOfWeek Weekday, bool Strength, string Why);

/// <summary>The part of the cycle a day belongs to (Y4). Sets depend on nothing else (R126, section 3).</summary>
public enum Phase
{
    /// <summary>Body weight, 2 sets (R139).</summary>
    Foundation,

    /// <summary>3 sets (R143).</summary>
    GeneralPreparation,

    /// <summary>2 sets after each 8 to 12 weeks of general preparation.</summary>
    EasyWeek,

    /// <summary>2 sets, everything else unchanged (R125, R126).</summary>
    RaceBlock,

    /// <summary>R-14 to R-7: nothing, or one light session (R127).</summary>
    Taper,

    /// <summary>R-6 to race day: silence.</summary>
    RaceWeek,

    /// <summary>The break after the race (R145).</summary>
    Recovery,
}

/// <param name="Phase">Which.</param>
/// <param name="From">First day, included.</param>
/// <param name="To">Last day, included; never before <paramref name="From"/>.</param>
/// <param name="Sets">Sets of every main exercise, 0 to 3.</param>
/// <param name="Why">One sentence with the numbers.</param>
public sealed record PhaseRange(Phase Phase, DateOnly From, DateOnly To, int Sets, string Why)
{
    /// <summary>Days in the range, both ends counted.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;

    public bool Contains(DateOnly date) => From <= date && date <= To;
}

/// <param name="Monday">Monday of the calendar week; in the first week it may lie before the plan's start.</param>
/// <param name="Phase">Of its Monday, in week 1 of the plan's first day.</param>
/// <param name="WeeksToRace">Whole weeks from that day to the next A race; null when there is none ahead.</param>
/// <param name="TotalSets">Sets outside warm-up and activation.</param>
/// <param name="StrengthDays">Dates with a session.</param>
/// <param name="Notes">Races in the week, phase changes, pauses.</param>
public sealed record PlanWeek(
    DateOnly Monday,
    Phase Phase,
    int? WeeksToRace,
    int TotalSets,
    ImmutableArray<DateOnly> StrengthDays,
    ImmutableArray<string> Notes);
