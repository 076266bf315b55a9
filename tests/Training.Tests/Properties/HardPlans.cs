using System.Globalization;

namespace StrengthDays.Training.Tests.Properties;

/// <summary>Questionnaires that leave little choice, found at random and made as plain as they could be.</summary>
internal static class HardPlans
{
    public static readonly Niggle PainfulHamstring = new(Area.Hamstring, true);
    public static readonly Niggle Sole = new(Area.PlantarFascia, false);
    public static readonly Niggle Achilles = new(Area.Achilles, false);

    public static Questionnaire Starting(string day) => new() { StartOn = Day(day), Week = default };

    public static Race Flat(string day, Distance distance) => new("Race", Day(day), distance);

    public static Race Hilly(string day, Distance distance) => Flat(day, distance) with { Hilly = true };

    public static void AssertNoBreach(Questionnaire asked) => Assert.Empty(Survey.ViolationsOf(asked));

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);
}
