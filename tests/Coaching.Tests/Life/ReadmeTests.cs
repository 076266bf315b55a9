using System.Text.RegularExpressions;
using StrengthDays.Coaching.Tests.Architecture;

namespace StrengthDays.Coaching.Tests.Life;

public sealed partial class ReadmeTests
{
    [Fact]
    public void Every_test_that_the_table_of_consequences_names_is_there()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var named = TestName().Matches(readme).Select(m => m.Groups[1].Value).ToList();
        var tests = typeof(ReadmeTests).Assembly.GetTypes().SelectMany(t => t.GetMethods()).Select(m => m.Name)
            .ToHashSet(StringComparer.Ordinal);

        Assert.True(named.Count > 15, "The table was not found.");
        Assert.Empty(named.Except(tests));
    }

    [GeneratedRegex("`([A-Z][a-z0-9]*(?:_[a-z0-9]+){3,})`")]
    private static partial Regex TestName();
}
