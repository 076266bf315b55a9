namespace StrengthDays.Training.Tests.Properties;

/// <summary>Past races are ignored; of two on one date the higher priority counts (contract, HTTP notes).</summary>
internal static class CountingRaces
{
    public static IReadOnlyList<Race> Of(Questionnaire asked) =>
    [
        .. from race in asked.Races
           where race.Date >= asked.StartOn
           group race by race.Date into day
           orderby day.Key
           select day.OrderBy(r => (int)r.Priority).First(),
    ];
}
