namespace StrengthDays.Training.Tests.Plans;

/// <summary>
/// Whole plans a coach can read in a diff.
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
    public void A_coach_finds_nothing_to_correct(string name) =>
        Approved.Check(name, PlanText.Of(Runners.PlanOf(Plans[name])));
}
