namespace StrengthDays.Training.Tests.Rules;

/// <summary>Which of several legal weekdays are taken, tie by tie (section 3.1, Choosing among legal days).</summary>
[Trait("Rule", "D1")]
public sealed class PlacementChoiceTests
{
    private const RunDay R = RunDay.Rest;
    private const RunDay E = RunDay.Easy;
    private const RunDay H = RunDay.Hard;
    private const RunDay L = RunDay.Long;
    private const RunDay X = RunDay.Cross;

    private const DayOfWeek Mon = DayOfWeek.Monday;
    private const DayOfWeek Tue = DayOfWeek.Tuesday;
    private const DayOfWeek Wed = DayOfWeek.Wednesday;
    private const DayOfWeek Thu = DayOfWeek.Thursday;
    private const DayOfWeek Fri = DayOfWeek.Friday;
    private const DayOfWeek Sat = DayOfWeek.Saturday;
    private const DayOfWeek Sun = DayOfWeek.Sunday;

    [Fact]
    [Trait("Rule", "R059")]
    public void Of_all_rest_days_those_with_the_widest_smallest_gap_are_taken_and_the_earliest_of_them()
    {
        var week = new RunningWeek(R, R, R, R, R, R, R);

        Assert.Equal([Mon], Chosen(week, 1));
        Assert.Equal([Mon, Thu], Chosen(week, 2));
        Assert.Equal([Mon, Wed, Fri], Chosen(week, 3));
        Assert.Equal([Mon, Tue, Wed, Thu], Chosen(week, 4));
    }

    [Fact]
    [Trait("Rule", "R059")]
    public void Sunday_and_Monday_are_neighbours_too()
    {
        Assert.Equal([Mon], Chosen(new RunningWeek(R, X, X, X, X, X, R), 2));
        Assert.Equal([Mon, Wed], Chosen(new RunningWeek(R, X, R, X, X, X, X), 2));
        Assert.Equal([Sun], Chosen(new RunningWeek(X, X, X, X, X, X, R), 2));
    }

    [Fact]
    public void Of_days_as_far_apart_those_not_right_after_a_hard_or_long_run_are_taken()
    {
        Assert.Equal([Fri], Chosen(new RunningWeek(X, H, R, X, R, X, X), 1));
        Assert.Equal([Tue], Chosen(new RunningWeek(R, R, X, X, X, X, L), 1));
        Assert.Equal([Sat], Chosen(new RunningWeek(X, H, R, L, R, R, X), 1));
    }

    [Fact]
    public void Then_easy_days_come_before_rest_days()
    {
        Assert.Equal([Wed], Chosen(new RunningWeek(R, X, E, X, R, X, X), 1));
        Assert.Equal([Tue, Fri], Chosen(new RunningWeek(R, E, R, R, E, R, R), 2));
    }

    [Fact]
    public void Fresh_legs_count_for_more_than_an_easy_day() =>
        Assert.Equal([Sat], Chosen(new RunningWeek(H, E, X, X, X, R, X), 1));

    [Fact]
    public void A_wider_gap_counts_for_more_than_fresh_legs() =>
        Assert.Equal([Mon, Thu], Chosen(new RunningWeek(R, X, H, R, X, R, X), 2));

    [Fact]
    [Trait("Rule", "R121")]
    public void Every_refusal_names_its_rule()
    {
        var week = new RunningWeek(H, L, X, R, H, R, L);

        Assert.Equal(
            [
                "No strength: hard run today.", "No strength: long run today.", "No strength: cross-training today.",
                "No strength: tomorrow is hard.", "No strength: hard run today.",
                "No strength: tomorrow is your long run.", "No strength: long run today.",
            ],
            RunningWeek.Days.Select(d => Placement.Refusal(week, d)));
        Assert.Null(Placement.Refusal(week with { Monday = E, Sunday = R }, Sun));
        Assert.Null(Placement.Refusal(week with { Friday = X }, Thu));
    }

    [Fact]
    public void A_day_that_is_not_taken_says_whether_a_neighbour_or_only_the_spacing_speaks_against_it()
    {
        var week = new RunningWeek(R, R, R, R, R, R, R);

        var why = Placement.Explain(week, [Mon, Thu]).Select(p => p.Why).ToList();

        Assert.Equal("Strength: no run today and nothing hard tomorrow.", why[0]);
        Assert.Equal("No strength: Monday is a strength day, and two in a row leave no time to recover.", why[1]);
        Assert.Equal("No strength: Thursday is a strength day, and two in a row leave no time to recover.", why[2]);
        Assert.Equal("No strength: your other days space the sessions better.", why[5]);
        Assert.Equal("No strength: Monday is a strength day, and two in a row leave no time to recover.", why[6]);
    }

    [Fact]
    [Trait("Rule", "D1")]
    public void Beside_split_work_that_touches_itself_nobody_is_told_that_two_in_a_row_are_too_many()
    {
        var week = new RunningWeek(E, E, E, E, E, E, E);

        var why = Placement.Explain(week, Placement.Choose(week, 4));

        Assert.Equal(4, why.Count(w => w.Strength));
        Assert.All(
            why.Where(w => !w.Strength), w => Assert.Equal("No strength: your four sessions are on other days.", w.Why));
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(
        2,
        "Only 1 of 2 sessions fits your running week without touching a hard or long day. "
        + "If Wednesday became an easy day, 2 would fit.")]
    public void A_shortfall_counts_what_fits_and_names_the_day_that_would_help(int wished, string? words) =>
        Assert.Equal(words, Placement.Shortfall(new(H, H, L, X, X, R, X), wished));

    [Fact]
    public void Two_of_three_is_told_in_the_plural_and_no_day_is_named_where_none_would_help()
    {
        Assert.Equal(
            "Only 2 of 3 sessions fit your running week without touching a hard or long day. "
            + "If Monday became an easy day, 3 would fit.",
            Placement.Shortfall(new(X, X, R, X, R, X, X), 3));
        Assert.Equal(
            "No weekday of your running week takes strength: "
            + "each one is hard, long or cross-training, or the day before one.",
            Placement.Shortfall(new(H, H, H, H, H, H, H), 1));
    }

    private static IEnumerable<DayOfWeek> Chosen(RunningWeek week, int wished) => Placement.Choose(week, wished);
}
