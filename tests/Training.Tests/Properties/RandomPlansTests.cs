using System.Globalization;
using Xunit.Abstractions;

namespace StrengthDays.Training.Tests.Properties;

/// <summary>
/// Random questionnaires through the planner, each plan held to every rule. PLANS_SEED=n asks others than usual.
/// </summary>
public sealed class RandomPlansTests(ITestOutputHelper output)
{
    private static readonly ulong _seed = ulong.Parse(
        Environment.GetEnvironmentVariable("PLANS_SEED") ?? "20270104", CultureInfo.InvariantCulture);

    [Fact]
    [Trait("Category", "Once")]
    public void Random_plans_break_no_rule() => AssertNoBreach(2_000);

    [Fact]
    [Trait("Category", "Long")]
    public void A_hundred_thousand_random_plans_break_no_rule() => AssertNoBreach(100_000);

    private void AssertNoBreach(int count)
    {
        var survey = Survey.Of(_seed, count);
        output.WriteLine($"{count} plans from seed {_seed}: {survey.Violations} violations");
        Assert.True(survey.Violations == 0, $"{survey.Violations} violations in {count} plans from seed {_seed}\n{survey}");
    }
}
