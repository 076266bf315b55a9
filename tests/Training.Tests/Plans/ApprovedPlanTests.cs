using System.Runtime.CompilerServices;

namespace StrengthDays.Training.Tests.Plans;

/// <summary>
/// Whole plans a coach can read in a diff. After a deliberate change, look at the <c>.received.txt</c> beside the approved file and
/// rename it.
/// </summary>
public sealed class ApprovedPlanTests
{
    public static TheoryData<string> Names => [.. Plans.Keys];

    private static Dictionary<string, Questionnaire> Plans => new()
    {
        ["first-5k"] = Runners.First5K,
        ["half-marathon"] = Runners.HalfMarathon,
        ["marathon-beginner"] = Runners.MarathonBeginner,
        ["ultra"] = Runners.Ultra,
        ["no-race"] = Runners.NoRace,
        ["race-in-12-days"] = Runners.RaceIn12Days,
        ["two-races"] = Runners.TwoRaces,
        ["masters"] = Runners.Masters,
        ["jumper"] = Runners.Jumper,
        ["four-short"] = Runners.FourShort,
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_coach_finds_nothing_to_correct(string name)
    {
        var text = PlanText.Of(Runners.PlanOf(Plans[name]));
        var approved = Path.Combine(Folder(), $"{name}.approved.txt");
        var received = Path.Combine(Folder(), $"{name}.received.txt");
        File.Delete(received);
        if (File.Exists(approved) && File.ReadAllText(approved) == text)
            return;
        File.WriteAllText(received, text);
        Assert.Fail($"The plan {name} reads differently from {approved}; what it reads now is in {received}.");
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Approved");
}
