using System.Collections.Immutable;
using StrengthDays.Training.Tests.Catalogue;
using StrengthDays.Training.Tests.Properties;

namespace StrengthDays.Training.Tests.Rules;

/// <summary>
/// Breaks of any length: nothing in them, a week at body weight after the long ones (R105, contract).
/// </summary>
[Trait("Rule", "R105")]
public sealed class PauseRuleTests
{
    private static readonly Questionnaire _lifter = Given.Experienced with { Equipment = Equipment.Dumbbells };

    [Theory]
    [InlineData(1, false)]
    [InlineData(13, false)]
    [InlineData(14, true)]
    [InlineData(60, true)]
    public void From_14_days_on_a_week_at_body_weight_follows(int days, bool bodyWeight)
    {
        var plan = Paused(_lifter.RacingIn(300), (30, 30 + days - 1));

        Assert.DoesNotContain(plan.Sessions, s => Given.Day(s.Date) >= 30 && Given.Day(s.Date) < 30 + days);
        Assert.Equal(bodyWeight, Work(plan, 30 + days, 7).All(e => e.Load == Load.BodyWeight));
        Assert.Contains(Work(plan, 30 + days + 7, 7), e => e.Load != Load.BodyWeight);
        Assert.Equal(bodyWeight, SaysSo(plan, 30 + days));
    }

    [Fact]
    public void Before_a_race_the_phases_stay_where_they_are()
    {
        var runner = _lifter.RacingIn(200);

        Assert.Equal<IEnumerable<PhaseRange>>(runner.Plan().Phases, Paused(runner, (20, 60)).Phases);
    }

    [Fact]
    public void Without_a_race_general_preparation_moves_on_by_the_length_of_the_pause()
    {
        var plan = Paused(_lifter, (20, 29));

        Assert.Equal(111 + 10, Given.Day(plan.Horizon));
        Assert.Equal(56 + 10, Given.Day(plan.The(Phase.EasyWeek).From));
        Assert.Equal(111 + 15, Given.Day(Paused(_lifter, (20, 29), (25, 34)).Horizon));
        Assert.Equal(111 + 4, Given.Day(Paused(_lifter, (-10, 3)).Horizon));
        Assert.Equal(111, Given.Day(Paused(_lifter, (-10, -1)).Horizon));
        Assert.Equal(111, Given.Day(Paused(_lifter, (112, 130)).Horizon));
        Assert.Equal(111 + 1, Given.Day(Paused(_lifter, (111, 111)).Horizon));
    }

    [Fact]
    public void Progress_goes_on_where_it_was_left()
    {
        var runner = Given.Experienced.RacingIn(300);

        var before = runner.Plan().Sessions.Where(s => Given.Day(s.Date) < 40).Select(s => s.Pattern()).ToList();
        var paused = Paused(runner, (14, 20)).Sessions.Where(s => Given.Day(s.Date) < 47).Select(s => s.Pattern());

        Assert.Equal(before, paused);
    }

    [Fact]
    public void A_pause_without_an_end_leaves_nothing_after_its_beginning()
    {
        var history = new History { Pauses = [new(Given.Start.AddDays(30), null)] };

        var season = Season.Of(_lifter, SeedFile.Catalogue, history);

        Assert.All(season.ToPlan().Sessions, s => Assert.True(Given.Day(s.Date) < 30));
        Assert.Equal(111, Given.Day(season.Phases[^1].To));
        Assert.Null(season.NextStrengthDayAfter(Given.Start.AddDays(29)));
    }

    [Fact]
    public void Pauses_that_overlap_or_touch_are_one_and_others_stay_apart()
    {
        Assert.Equal([P(1, 9)], Merged(P(5, 9), P(1, 5)));
        Assert.Equal([P(1, 9)], Merged(P(1, 4), P(5, 9)));
        Assert.Equal([P(1, 9)], Merged(P(1, 9), P(3, 4)));
        Assert.Equal([P(1, 4), P(6, 9)], Merged(P(6, 9), P(1, 4)));
        Assert.Equal([P(1, null)], Merged(P(1, 4), P(3, null)));
        Assert.Equal([P(1, null)], Merged(P(1, null), P(3, 9)));
        Assert.Equal([P(2, 3)], Merged(P(2, 3)));
        Assert.Empty(Merged());
    }

    [Fact]
    public void The_week_after_a_long_pause_is_seven_days()
    {
        ImmutableArray<Pause> long14 = [P(1, 14)];

        Assert.False(Pauses.IsReentry(long14, Given.Start.AddDays(14)));
        Assert.True(Pauses.IsReentry(long14, Given.Start.AddDays(15)));
        Assert.True(Pauses.IsReentry(long14, Given.Start.AddDays(21)));
        Assert.False(Pauses.IsReentry(long14, Given.Start.AddDays(22)));
        Assert.False(Pauses.IsReentry([P(1, 13)], Given.Start.AddDays(15)));
        Assert.False(Pauses.IsReentry([P(1, null)], Given.Start.AddDays(15)));
    }

    [Fact]
    public void A_pause_holds_both_its_ends()
    {
        Assert.Equal(
            [false, true, true, false], new[] { 0, 1, 4, 5 }.Select(d => P(1, 4).Contains(Given.Start.AddDays(d))));
        Assert.True(P(1, null).Contains(Given.Start.AddDays(500)));
        Assert.True(Pauses.Contain([P(1, 2), P(5, 6)], Given.Start.AddDays(5)));
        Assert.False(Pauses.Contain([P(1, 2), P(5, 6)], Given.Start.AddDays(4)));
    }

    private static Pause P(int from, int? to) =>
        new(Given.Start.AddDays(from), to is { } end ? Given.Start.AddDays(end) : null);

    private static IEnumerable<Pause> Merged(params ImmutableArray<Pause> pauses) => Pauses.Merge(pauses);

    private static Plan Paused(Questionnaire runner, params (int From, int To)[] pauses) =>
        Season.Of(runner, SeedFile.Catalogue, new History { Pauses = [.. pauses.Select(p => P(p.From, p.To))] })
            .ToPlan();

    private static IEnumerable<Prescription> Work(Plan plan, int from, int days) =>
        plan.Sessions.Where(s => Given.Day(s.Date) is var day && day >= from && day < from + days).SelectMany(s => s.Working());

    private static bool SaysSo(Plan plan, int from) => plan.Sessions.First(s => Given.Day(s.Date) >= from).Why
        .StartsWith("Back after a long pause: a week at body weight first", StringComparison.Ordinal);
}
