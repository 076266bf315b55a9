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

    /// <summary>Two A races 10 weeks apart, a B and a C race between, off afterwards for good.</summary>
    public static readonly Questionnaire TwoRaces = new()
    {
        StartOn = new(2027, 1, 11),
        Week = new(RunDay.Rest, RunDay.Hard, RunDay.Easy, RunDay.Easy, RunDay.Cross, RunDay.Easy, RunDay.Long),
        Races =
        [
            new("Spring 10k", new(2027, 5, 9), Distance.TenK),
            new("Club 5k", new(2027, 6, 5), Distance.FiveK, Priority: Priority.C),
            new("River Half", new(2027, 6, 20), Distance.HalfMarathon, Priority: Priority.B),
            new("City Marathon", new(2027, 7, 18), Distance.Marathon),
        ],
        Experience = Experience.Some,
        Equipment = Equipment.Kettlebell | Equipment.Band | Equipment.Chair,
        AfterRace = AfterRace.Stop,
    };

    /// <summary>Over 60, a knee that hurts, an Achilles and a back that have hurt.</summary>
    public static readonly Questionnaire Masters = new()
    {
        StartOn = new(2027, 3, 1),
        Week = new(RunDay.Rest, RunDay.Easy, RunDay.Cross, RunDay.Easy, RunDay.Rest, RunDay.Rest, RunDay.Easy),
        Races = [new("Autumn Half", new(2027, 10, 10), Distance.HalfMarathon)],
        AgeBand = AgeBand.SixtyPlus,
        Niggles = [new(Area.RunnersKnee, true), new(Area.Achilles, false), new(Area.LowBack, false)],
        Equipment = Equipment.Band | Equipment.Stairs | Equipment.Chair,
        DeskJob = true,
    };

    /// <summary>Years of lifting, a whole gym, jumps wanted.</summary>
    public static readonly Questionnaire Jumper = new()
    {
        StartOn = new(2027, 1, 4),
        Week = new(RunDay.Easy, RunDay.Rest, RunDay.Hard, RunDay.Easy, RunDay.Rest, RunDay.Long, RunDay.Rest),
        Races = [new("Mile Road 5k", new(2027, 6, 12), Distance.FiveK)],
        Experience = Experience.Experienced,
        Minutes = 50,
        Plyometrics = true,
        Equipment = Equipment.Barbell | Equipment.Dumbbells | Equipment.Kettlebell | Equipment.Box | Equipment.CableMachine
            | Equipment.NordicAnchor,
        Units = Units.Imperial,
    };

    /// <summary>Four sessions of 20 minutes with nothing but a floor.</summary>
    public static readonly Questionnaire FourShort = new()
    {
        StartOn = new(2027, 2, 1),
        Week = new(RunDay.Easy, RunDay.Easy, RunDay.Rest, RunDay.Easy, RunDay.Easy, RunDay.Rest, RunDay.Rest),
        SessionsPerWeek = 4,
        Minutes = 20,
        DynamicCore = true,
        Avoid = ["forward-lunge"],
    };

    public static Plan PlanOf(Questionnaire questionnaire, History? history = null) =>
        Season.Of(questionnaire, Catalogue, history ?? History.Empty).ToPlan();
}
