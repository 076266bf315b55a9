namespace StrengthDays.Training.Tests.Plans;

/// <summary>Runners that stand for many: the approved plans and the examples of the tests are theirs.</summary>
internal static class Runners
{
    public static readonly ExerciseCatalogue Catalogue =
        CatalogueFile.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "exercises.json")));

    public static readonly RunningWeek Usual =
        new(RunDay.Rest, RunDay.Hard, RunDay.Easy, RunDay.Rest, RunDay.Easy, RunDay.Rest, RunDay.Long);

    /// <summary>New to strength, bands at home, a marathon 265 days away.</summary>
    public static readonly Questionnaire MarathonBeginner = new()
    {
        StartOn = new(2027, 1, 4),
        Week = Usual,
        Races = [new("Berlin Marathon", new(2027, 9, 26), Distance.Marathon)],
        Equipment = Equipment.Band | Equipment.Stairs,
    };

    public static readonly Questionnaire First5K = new()
    {
        StartOn = new(2026, 11, 23),
        Week = new(RunDay.Rest, RunDay.Easy, RunDay.Rest, RunDay.Easy, RunDay.Rest, RunDay.Long, RunDay.Rest),
        Races = [new("Park 5k", new(2027, 1, 24), Distance.FiveK)],
        Minutes = 30,
        AgeBand = AgeBand.From40To59,
        Equipment = Equipment.Chair,
    };

    public static readonly Questionnaire HalfMarathon = new()
    {
        StartOn = new(2027, 1, 4),
        Week = new(RunDay.Easy, RunDay.Hard, RunDay.Easy, RunDay.Rest, RunDay.Hard, RunDay.Easy, RunDay.Long),
        Races = [new("City Half", new(2027, 5, 9), Distance.HalfMarathon)],
        Experience = Experience.Some,
        Equipment = Equipment.Dumbbells | Equipment.Band | Equipment.Box,
        Niggles = [new(Area.Achilles, false)],
    };

    public static readonly Questionnaire Ultra = new()
    {
        StartOn = new(2027, 1, 4),
        Week = new(RunDay.Rest, RunDay.Easy, RunDay.Hard, RunDay.Easy, RunDay.Rest, RunDay.Long, RunDay.Easy),
        Races =
        [
            new("Hill 30", new(2027, 5, 16), Distance.HalfMarathon, Hilly: true, Priority.B),
            new("Ridge Ultra", new(2027, 7, 3), Distance.Ultra, Hilly: true),
        ],
        Experience = Experience.Experienced,
        Minutes = 60,
        Equipment = Equipment.Kettlebell | Equipment.Band | Equipment.Stairs | Equipment.Rucksack,
        Taper = Taper.LightActivation,
    };

    public static readonly Questionnaire NoRace = new()
    {
        StartOn = new(2027, 2, 1),
        Week = new(RunDay.Easy, RunDay.Rest, RunDay.Easy, RunDay.Rest, RunDay.Easy, RunDay.Rest, RunDay.Rest),
        SessionsPerWeek = 3,
        Experience = Experience.Some,
        Equipment = Equipment.Barbell | Equipment.Dumbbells | Equipment.Box | Equipment.CableMachine,
    };

    public static readonly Questionnaire RaceIn12Days = new()
    {
        StartOn = new(2026, 11, 23),
        Week = Usual,
        Races = [new("Winter 10k", new(2026, 12, 5), Distance.TenK)],
    };

    public static Plan PlanOf(Questionnaire questionnaire, History? history = null) =>
        Season.Of(questionnaire, Catalogue, history ?? History.Empty).ToPlan();
}
