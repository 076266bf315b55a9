using System.Globalization;

namespace StrengthDays.Training;

/// <summary>How dates, phases and numbers read in a sentence; English, whatever the machine speaks.</summary>
public static class Words
{
    /// <summary>"Mon 4 Jan 2027".</summary>
    public static string Date(DateOnly date) => date.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"1 set", "3 sets".</summary>
    public static string Count(int number, string noun) =>
        $"{number.ToString(CultureInfo.InvariantCulture)} {noun}{(number == 1 ? "" : "s")}";

    public static string Phase(Phase phase) => phase switch
    {
        Training.Phase.Foundation => "Foundation",
        Training.Phase.GeneralPreparation => "General preparation",
        Training.Phase.EasyWeek => "Easy week",
        Training.Phase.RaceBlock => "Race block",
        Training.Phase.Taper => "Taper",
        Training.Phase.RaceWeek => "Race week",
        Training.Phase.Recovery => "Recovery",
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, null),
    };

    public static string Distance(Distance distance) => distance switch
    {
        Training.Distance.FiveK => "your 5k",
        Training.Distance.TenK => "your 10k",
        Training.Distance.HalfMarathon => "your half marathon",
        Training.Distance.Marathon => "your marathon",
        Training.Distance.Ultra => "your ultra",
        _ => throw new ArgumentOutOfRangeException(nameof(distance), distance, null),
    };

    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => $"{string.Join(", ", items.Take(items.Count - 1))} and {items[^1]}",
    };
}
