using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <summary>What a day holds in runs. Cross days carry no strength and are harmless as tomorrow (R031).</summary>
public enum RunDay
{
    Rest,
    Easy,
    Hard,
    Long,
    Cross,
}

/// <summary>
/// The runner's week, Monday to Sunday, the same every week (R006). The planner never edits it (R001, D16).
/// </summary>
public readonly record struct RunningWeek(
    RunDay Monday,
    RunDay Tuesday,
    RunDay Wednesday,
    RunDay Thursday,
    RunDay Friday,
    RunDay Saturday,
    RunDay Sunday)
{
    /// <summary>Monday first: the order of every list of weekdays in the product.</summary>
    public static readonly ImmutableArray<DayOfWeek> Days =
    [
        DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday,
        DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday,
    ];

    public RunDay this[DayOfWeek day] => day switch
    {
        DayOfWeek.Monday => Monday,
        DayOfWeek.Tuesday => Tuesday,
        DayOfWeek.Wednesday => Wednesday,
        DayOfWeek.Thursday => Thursday,
        DayOfWeek.Friday => Friday,
        DayOfWeek.Saturday => Saturday,
        _ => Sunday,
    };
}
