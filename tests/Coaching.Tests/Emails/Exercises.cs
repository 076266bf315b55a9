using StrengthDays.Training;

namespace StrengthDays.Coaching.Tests.Emails;

/// <summary>
/// Prescriptions of every shape: reps and holds, one and two sides, with tempo, load, things, ladder and video.
/// </summary>
internal static class Exercises
{
    public static readonly Prescription WarmUp = new()
    {
        Exercise = Entry(
            "E80", "warm-up", "Dynamic warm-up", Category.WarmUp, "Marching, leg swings, hip hinges, squats."),
        Sets = 1, HoldSeconds = 240, Load = Load.BodyWeight, RestSeconds = 0, Uses = Equipment.None,
    };

    public static readonly Prescription Clamshell = new()
    {
        Exercise = EachSide(
            "E10", "clamshell", "Clamshell", Category.GlutesHips, "Feet together, hips stacked."),
        Sets = 1, Reps = 15, Load = Load.BodyWeight, RestSeconds = 15, Uses = Equipment.None,
        Harder = "Banded clamshell",
    };

    public static readonly Prescription BandWalk = new()
    {
        Exercise = EachSide(
            "E12", "lateral-band-walk", "Lateral band walk", Category.GlutesHips, "Stay low, toes forward."),
        Sets = 1, Reps = 12, Load = new Load(LoadKind.Band, "light loop band round the thighs"), RestSeconds = 15,
        Uses = Equipment.Band, Easier = "side steps without a band", Harder = "stiffer band",
    };

    public static readonly Prescription SquatJump = new()
    {
        Exercise = Entry("E73", "squat-jump", "Squat jump", Category.Plyometric, "Land softly, knees over toes."),
        Sets = 3, Reps = 6, Load = Load.BodyWeight, RestSeconds = 60, Uses = Equipment.None, Easier = "Body squat",
    };

    public static readonly Prescription Deadlift = new()
    {
        Exercise = Entry("E30", "romanian-deadlift", "Romanian deadlift", Category.PosteriorChain,
            "Knees soft, back straight, hinge at the hips, weight close to the shins."),
        Sets = 3, Reps = 10, Tempo = "3-0-1", RestSeconds = 60,
        Load = new Load(LoadKind.Moderate, "two dumbbells of 8 to 10 kg"),
        Uses = Equipment.Dumbbells, Easier = "No weight", Harder = "Single-leg deadlift",
    };

    public static readonly Prescription SplitSquat = new()
    {
        Exercise = EachSide(
            "E53", "split-squat", "Split squat", Category.GlutesHips, "Hold the stance, back knee to the floor."),
        Sets = 3, Reps = 9, Load = Load.BodyWeight, RestSeconds = 60, Uses = Equipment.None,
        Harder = "Rear foot raised",
    };

    public static readonly Prescription Row = new()
    {
        Exercise = Entry(
            "E62", "bent-over-row", "Bent-over row", Category.UpperBody, "Tilt to 45 degrees, pull to the ribs."),
        Sets = 3, Reps = 8, Load = new Load(LoadKind.Heavy, null), RestSeconds = 60, Uses = Equipment.Dumbbells,
    };

    public static readonly Prescription SidePlank = new()
    {
        Exercise = Entry("E02", "side-plank", "Side plank", Category.Core, "One straight line, hips up.") with
        {
            PerSide = true,
            Demo = new Uri("https://vimeo.com/143363985"),
        },
        Sets = 3, HoldSeconds = 25, Load = Load.BodyWeight, RestSeconds = 60, Uses = Equipment.Mat,
        Easier = "Knees bent",
    };

    public static readonly Prescription CalfRaise = new()
    {
        Exercise = EachSide(
            "E37", "single-leg-calf-raise", "Single-leg calf raise", Category.CalvesAnkles,
            "Lower slowly, all the way down."),
        Sets = 3, Reps = 8, Tempo = "3-1-1", Load = Load.BodyWeight, RestSeconds = 60,
        Uses = Equipment.Stairs | Equipment.Chair, Easier = "Calf raise on two legs",
    };

    private static Exercise EachSide(string reference, string id, string name, Category category, string cue) =>
        Entry(reference, id, name, category, cue) with { PerSide = true };

    private static Exercise Entry(string reference, string id, string name, Category category, string cue) => new()
    {
        Ref = reference, Id = id, Name = name, Category = category, Stage = 1, Cue = cue,
    };
}
