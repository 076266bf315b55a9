using StrengthDays.Training.Tests.Catalogue;
using StrengthDays.Training.Tests.Properties;

namespace StrengthDays.Training.Tests.Exhaustive;

/// <summary>Every running week of rest, easy, hard and long days with 1 to 4 sessions wished for: 65,536 placements.</summary>
public sealed class AllWeeksTests
{
    private static readonly DateOnly _start = new(2027, 1, 4);
    private static readonly RunDay[] _runs = [RunDay.Rest, RunDay.Easy, RunDay.Hard, RunDay.Long];

    public static TheoryData<int> Wishes => new(Enumerable.Range(1, 4));

    [Theory]
    [MemberData(nameof(Wishes))]
    [Trait("Rule", "R059"), Trait("Rule", "R062"), Trait("Rule", "R121"), Trait("Rule", "D1"), Trait("Rule", "D9"), Trait("Rule", "Y9")]
    public void Every_week_gets_the_most_and_best_spaced_sessions_it_has_room_for(int sessions) =>
        Assert.All(Weeks(), week => Assert.Equal(ExpectedPlacement.Of(week, sessions), StrengthDays(Plan(week, sessions))));

    [Theory]
    [MemberData(nameof(Wishes))]
    [Trait("Rule", "R121"), Trait("Rule", "R001"), Trait("Rule", "D16")]
    public void No_week_breaks_a_placement_rule_and_every_refusal_has_its_sentence(int sessions) =>
        Assert.All(Weeks(), week => Assert.Empty(Broken(week, sessions)));

    [Fact]
    [Trait("Rule", "R031")]
    public void Cross_training_carries_no_strength_and_harms_none_the_day_before()
    {
        var week = new RunningWeek(RunDay.Rest, RunDay.Cross, RunDay.Cross, RunDay.Cross, RunDay.Cross, RunDay.Cross, RunDay.Cross);

        Assert.Equal([DayOfWeek.Monday], Plan(week, 2).Placement.Where(p => p.Strength).Select(p => p.Weekday));
    }

    private static IEnumerable<string> Broken(RunningWeek week, int sessions)
    {
        var season = Plan(week, sessions);
        RunDay[] runs = [.. RunningWeek.Days.Select(d => week[d])];
        var days = StrengthDays(season);
        if (days.Any(d => !ExpectedPlacement.IsLegal(runs, d)))
            yield return "R121: strength on or before a hard or long day";
        if (days.Length < 4 && days.Any(d => days.Contains((d + 1) % 7)))
            yield return "R059: two days in a row";
        if (season.Placement.Any(p => string.IsNullOrWhiteSpace(p.Why)))
            yield return "a weekday without a sentence";
        if (days.Length < sessions && !season.Notices.Any(n => n.Contains("fit", StringComparison.Ordinal) || n.StartsWith("No weekday", StringComparison.Ordinal)))
            yield return "fewer sessions than wished and no sentence";
    }

    private static int[] StrengthDays(Season season) => [.. Enumerable.Range(0, 7).Where(d => season.Placement[d].Strength)];

    private static Season Plan(RunningWeek week, int sessions) => Season.Of(
        new() { StartOn = _start, Week = week, SessionsPerWeek = sessions }, SeedFile.Catalogue, History.Empty);

    private static IEnumerable<RunningWeek> Weeks()
    {
        for (var n = 0; n < 16_384; n++)
            yield return new(Run(n, 0), Run(n, 1), Run(n, 2), Run(n, 3), Run(n, 4), Run(n, 5), Run(n, 6));
    }

    private static RunDay Run(int week, int day) => _runs[week >> 2 * day & 3];
}
