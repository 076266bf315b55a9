using StrengthDays.Training;

namespace StrengthDays.Coaching.Emails.Words;

/// <summary>The race as the runner knows it.</summary>
internal static class RaceWords
{
    /// <summary>Its name, or its distance where it has none; on one line whatever was typed.</summary>
    public static string Name(Race race)
    {
        var printable = new string([.. race.Name.Select(c => char.IsControl(c) ? ' ' : c)]);
        var name = string.Join(' ', printable.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return name.Length > 0 ? name : Training.Words.Distance(race.Distance);
    }

    /// <summary>For the beginning of a line: what a runner typed stays as it was typed.</summary>
    public static string Title(Race race) =>
        Name(race) is var name && name == Training.Words.Distance(race.Distance) ? Text.Capital(name) : name;

    /// <summary>E.g. "257 days to Berlin Marathon".</summary>
    public static string Ahead(RaceAhead ahead) => ahead.Days == 0
        ? $"race day: {Name(ahead.Race)}"
        : $"{Counted.Days(ahead.Days)} to {Name(ahead.Race)}";
}
