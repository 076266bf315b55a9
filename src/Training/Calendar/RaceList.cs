using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <summary>Which of the races given count.</summary>
internal static class RaceList
{
    /// <summary>By date: none before the start, one a date, the higher priority winning.</summary>
    public static ImmutableArray<Race> Counting(Questionnaire questionnaire) =>
    [
        .. questionnaire.Races
            .Where(r => r.Date >= questionnaire.StartOn)
            .GroupBy(r => r.Date)
            .Select(sameDay => sameDay.MinBy(r => r.Priority)!)
            .OrderBy(r => r.Date),
    ];

    /// <summary>A sentence for each race that does not count.</summary>
    public static IEnumerable<string> Notices(Questionnaire questionnaire, ImmutableArray<Race> counting)
    {
        foreach (var race in questionnaire.Races)
        {
            if (race.Date < questionnaire.StartOn)
                yield return $"{TitleOf(race)} on {Words.Date(race.Date)} is over, so the plan leaves it out.";
            else if (!counting.Contains(race))
                yield return $"{TitleOf(race)} shares {Words.Date(race.Date)} with a race of the same "
                    + "or a higher priority, which counts.";
        }
    }

    /// <summary>
    /// Whether a race keeps strength off a date: B its last three days, C the day before, each its day and the day
    /// after (section 3, 3.1). The days before an A race are phases of their own.
    /// </summary>
    public static bool KeepsFree(Race race, DateOnly date) =>
        race.Date.DayNumber - DaysBefore(race) <= date.DayNumber && date.DayNumber <= race.Date.DayNumber + 1;

    /// <summary>Days before a race without strength.</summary>
    public static int DaysBefore(Race race) => race.Priority switch { Priority.B => 3, Priority.C => 1, _ => 0 };

    public static string NameOf(Race race) => race.Name.Length > 0 ? race.Name : Words.Distance(race.Distance);

    /// <summary>For the beginning of a sentence: what a runner typed stays as it was typed.</summary>
    public static string TitleOf(Race race) => race.Name.Length > 0
        ? race.Name
        : string.Concat("Y", Words.Distance(race.Distance).AsSpan(1));
}
