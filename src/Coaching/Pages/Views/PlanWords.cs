using System.Globalization;
using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Emails.Words;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Pages.Views;

/// <summary>Plans and sessions in the words of the pages.</summary>
internal static class PlanWords
{
    private const char NoBreak = '\u00a0';

    /// <summary>The phase's name in the style sheet.</summary>
    public static string Class(Phase phase) => EnumNames<Phase>.Of(phase);

    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>E.g. "too easy".</summary>
    public static string Answer(Training.Answer answer) => EnumNames<Training.Answer>.Of(answer).Replace('-', ' ');

    /// <summary>
    /// E.g. "Paused from Mon 4 Jan until you resume.", and "A pause is planned from …" while it is to come.
    /// </summary>
    public static string Pause(Pause pause, DateOnly today)
    {
        var start = pause.From > today ? "A pause is planned" : "Paused";
        var end = pause.To is { } to ? $"to {Dates.Short(to)}" : "until you resume";
        return $"{start} from {Dates.Short(pause.From)} {end}.";
    }

    /// <summary>E.g. "4 Jan to 24 Jan", which breaks only between its two dates.</summary>
    public static string Days(PhaseRange phase) => Dates.Range(phase.From, phase.To)
        .Replace(' ', NoBreak).Replace($"{NoBreak}to{NoBreak}", " to ", StringComparison.Ordinal);

    /// <summary>The working exercises on one line, e.g. "Deadlift 3 × 10, Plank 3 × 30 s".</summary>
    public static string Exercises(Session session) => string.Join(", ",
        from block in session.Blocks
        where block.Kind is not BlockKind.WarmUp
        from prescription in block.Exercises
        select $"{prescription.Exercise.Name} {ExerciseWords.Dose(prescription)}");

    /// <summary>E.g. "Berlin Marathon, Sun 26 Sep 2027, 44 weeks away".</summary>
    public static string Race(Race race, DateOnly today)
    {
        var days = race.Date.DayNumber - today.DayNumber;
        var away = days switch
        {
            < 0 => "",
            0 => ", today",
            < 21 => $", {Training.Words.Count(days, "day")} away",
            _ => $", {Training.Words.Count(days / 7, "week")} away",
        };
        return $"{RaceWords.Title(race)}, {Training.Words.Date(race.Date)}{away}";
    }
}
