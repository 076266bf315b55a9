using Xunit.Abstractions;

namespace StrengthDays.Training.Tests.Properties;

/// <summary>Random questionnaires through the planner, each plan held to every rule.</summary>
public sealed class RandomPlansTests(ITestOutputHelper output)
{
    private const ulong Seed = 20270104;

    /// <summary>What corners of the questionnaire still break, by the exact words; each is to leave this list.</summary>
    private static readonly string[] _open =
    [
        "R016: the same leg list twice",
        "R030: neither E53 nor E24",
        "R114: no abductor drill at 30 minutes",
        "R137: nothing changes",
        "R137: '",
        "R138: falls back",
        "R076: tempo and amount rise at once (E20)",
        "Y7: 6 items",
        "Y7: 8 items",
        "section 2: nothing for",
        "3.1 Safety: Nordic curls twice a week",
        "3.1 Foundation: E05 as core",
    ];

    [Fact]
    public void Random_plans_break_no_rule_but_those_still_open() => AssertNoBreach(2_000);

    [Fact]
    [Trait("Category", "Long")]
    public void A_hundred_thousand_random_plans_break_no_rule_but_those_still_open() => AssertNoBreach(100_000);

    private void AssertNoBreach(int count)
    {
        var survey = Survey.Of(Seed, count, _open);
        output.WriteLine($"{count} plans from seed {Seed}: {survey.Violations} violations");
        Assert.True(survey.Violations == 0, $"{survey.Violations} violations in {count} plans from seed {Seed}\n{survey}");
    }
}
