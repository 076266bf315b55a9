using Xunit.Abstractions;

namespace StrengthDays.Training.Tests.Properties;

/// <summary>Random questionnaires through the planner, each plan held to every rule.</summary>
public sealed class RandomPlansTests(ITestOutputHelper output)
{
    private const ulong Seed = 20270104;

    [Fact]
    [Trait("Category", "Once")]
    public void Random_plans_break_no_rule() => AssertNoBreach(2_000);

    [Fact]
    [Trait("Category", "Long")]
    public void A_hundred_thousand_random_plans_break_no_rule() => AssertNoBreach(100_000);

    private void AssertNoBreach(int count)
    {
        var survey = Survey.Of(Seed, count);
        output.WriteLine($"{count} plans from seed {Seed}: {survey.Violations} violations");
        Assert.True(survey.Violations == 0, $"{survey.Violations} violations in {count} plans from seed {Seed}\n{survey}");
    }
}
