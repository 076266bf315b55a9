using StrengthDays.Training.Tests.Catalogue;
using StrengthDays.Training.Tests.Properties;

namespace StrengthDays.Training.Tests.Exhaustive;

/// <summary>
/// Every running week of rest, easy, hard and long days with 1 to 4 sessions wished for: 65,536 placements.
/// </summary>
[Trait("Category", "Once")]
public sealed class AllWeeksTests
{
    private static readonly DateOnly _start = new(2027, 1, 4);
    private static readonly RunDay[] _runs = [RunDay.Rest, RunDay.Easy, RunDay.Hard, RunDay.Long];

    public static TheoryData<int> Wishes => new(Enumerable.Range(1, 4));

    [Theory]
    [MemberData(nameof(Wishes))]
    [Trait("Rule", "R059"), Trait("Rule", "R062"), Trait("Rule", "R121"), Trait("Rule", "D1"), Trait("Rule", "D9")]
    [Trait("Rule", "Y9")]
    public void Every_week_gets_the_most_and_best_spaced_sessions_it_has_room_for(int sessions) =>
        Assert.All(
            Weeks(),
            week => Assert.Equal(ExpectedPlacement.Of(week, sessions), StrengthDays(Plan(week, sessions))));

    [Theory]
    [MemberData(nameof(Wishes))]
    [Trait("Rule", "R121"), Trait("Rule", "R001"), Trait("Rule", "D16")]
    public void No_week_breaks_a_placement_rule_and_every_day_has_its_own_reason(int sessions) =>
        Assert.All(Weeks(), week => Assert.Empty(Broken(week, sessions)));

    [Theory]
    [MemberData(nameof(Wishes))]
    [Trait("Rule", "D1"), Trait("Rule", "R121")]
    public void Every_shortfall_is_told_with_the_one_weekday_that_would_add_most(int sessions)
    {
        var fitting = Weeks().ToDictionary(Code, week => ExpectedPlacement.Of(week, sessions).Length);

        Assert.All(Weeks(), week => Assert.Equal(
            Told(week, sessions, fitting),
            Plan(week, sessions).Notices.FirstOrDefault(IsShortfall)));
    }

    [Fact]
    [Trait("Rule", "R031")]
    public void Cross_training_carries_no_strength_and_harms_none_the_day_before()
    {
        const RunDay cross = RunDay.Cross;
        var week = new RunningWeek(RunDay.Rest, cross, cross, cross, cross, cross, cross);

        Assert.Equal([DayOfWeek.Monday], Plan(week, 2).Placement.Where(p => p.Strength).Select(p => p.Weekday));
        Assert.Equal("No strength: cross-training today.", Plan(week, 2).Placement[1].Why);
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
        for (var day = 0; day < 7; day++)
            if (!Reasons(runs, days, day).Contains(season.Placement[day].Why))
                yield return $"{season.Placement[day].Weekday}: {season.Placement[day].Why}";
    }

    /// <summary>
    /// What a day may say: today's run, tomorrow's, the strength day next to it, or only the spacing.
    /// </summary>
    private static string[] Reasons(RunDay[] runs, int[] days, int day)
    {
        var tomorrow = runs[(day + 1) % 7];
        int[] beside = [.. days.Where(d => (d + 1) % 7 == day || (day + 1) % 7 == d)];
        return runs[day] switch
        {
            RunDay.Hard => ["No strength: hard run today."],
            RunDay.Long => ["No strength: long run today."],
            _ when tomorrow == RunDay.Hard => ["No strength: tomorrow is hard."],
            _ when tomorrow == RunDay.Long => ["No strength: tomorrow is your long run."],
            RunDay.Easy when days.Contains(day) =>
                ["Strength: easy run today and nothing hard tomorrow. Run first, strength later."],
            _ when days.Contains(day) => ["Strength: no run today and nothing hard tomorrow."],
            _ when days.Length > 3 => ["No strength: your four sessions are on other days."],
            _ when beside.Length > 0 => [.. beside.Select(d =>
                $"No strength: {RunningWeek.Days[d]} is a strength day, and two in a row leave no time to recover.")],
            _ => ["No strength: your other days space the sessions better."],
        };
    }

    /// <summary>The whole sentence, worked out from the brute force; null when as many fit as are wished.</summary>
    private static string? Told(RunningWeek week, int wished, Dictionary<int, int> fitting)
    {
        var fit = fitting[Code(week)];
        if (fit >= wished)
            return null;
        var found = fit == 0
            ? "No weekday of your running week takes strength: "
                + "each one is hard, long or cross-training, or the day before one."
            : $"Only {fit} of {wished} sessions {(fit == 1 ? "fits" : "fit")} your running week "
                + "without touching a hard or long day.";
        var best = Enumerable.Range(0, 7).MaxBy(day => fitting[MadeEasy(Code(week), day)]);
        var more = fitting[MadeEasy(Code(week), best)];
        return more > fit ? $"{found} If {RunningWeek.Days[best]} became an easy day, {more} would fit." : found;
    }

    private static bool IsShortfall(string notice) =>
        notice.StartsWith("Only ", StringComparison.Ordinal)
        || notice.StartsWith("No weekday", StringComparison.Ordinal);

    private static int[] StrengthDays(Season season) =>
        [.. Enumerable.Range(0, 7).Where(d => season.Placement[d].Strength)];

    private static Season Plan(RunningWeek week, int sessions) => Season.Of(
        new() { StartOn = _start, Week = week, SessionsPerWeek = sessions }, SeedFile.Catalogue, History.Empty);

    private static IEnumerable<RunningWeek> Weeks()
    {
        for (var n = 0; n < 16_384; n++)
            yield return new(Run(n, 0), Run(n, 1), Run(n, 2), Run(n, 3), Run(n, 4), Run(n, 5), Run(n, 6));
    }

    private static RunDay Run(int week, int day) => _runs[week >> 2 * day & 3];

    /// <summary>Two bits a day, as <see cref="Weeks"/> counts them.</summary>
    private static int Code(RunningWeek week) =>
        Enumerable.Range(0, 7).Sum(day => Array.IndexOf(_runs, week[RunningWeek.Days[day]]) << 2 * day);

    private static int MadeEasy(int week, int day) => week & ~(3 << 2 * day) | 1 << 2 * day;
}
