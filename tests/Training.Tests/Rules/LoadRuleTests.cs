using StrengthDays.Training.Tests.Properties;

namespace StrengthDays.Training.Tests.Rules;

/// <summary>
/// How it gets harder, and how hard a load may be (R013, R014, R067, R076, R087, R102, R137 to R140, R150, Y5, Y6).
/// </summary>
public sealed class LoadRuleTests
{
    private static readonly Questionnaire _lifter = Given.Experienced with { Equipment = Equipment.Dumbbells };

    [Fact]
    [Trait("Rule", "R013"), Trait("Rule", "R087")]
    public void Every_load_says_how_to_choose_it_and_rises_by_a_tenth_at_most()
    {
        var loads = Everyone.Sessions.SelectMany(s => s.Trained()).Select(e => e.Load).Distinct().ToList();

        Assert.All(loads, l => Assert.Equal(l.Kind == LoadKind.BodyWeight, l.Hint is null));
        Assert.All(
            loads.Where(l => l.Kind == LoadKind.Light),
            l => Assert.EndsWith("you could lift 5 times more than asked", l.Hint!, StringComparison.Ordinal));
        Assert.Contains(loads, l => l.Kind == LoadKind.Heavy);
        Assert.All(
            loads.Where(l => l.Hint?.Contains("heavier", StringComparison.Ordinal) == true),
            l => Assert.Contains("at most 10 % heavier than in step ", l.Hint!, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Rule", "R014"), Trait("Rule", "R067"), Trait("Rule", "Y5")]
    public void It_gets_harder_by_weight_for_those_who_have_one_and_by_slower_movement_for_those_who_have_none()
    {
        var loaded = Work(_lifter).Where(IsLoaded).ToList();
        var unloaded = Work(Given.Experienced).ToList();

        Assert.All(loaded, e => Assert.Equal(IsSlow(e), e.Tempo is not null));
        Assert.Contains(loaded.GroupBy(e => e.Exercise), e => e.DistinctBy(x => x.Load).Count() > 1);
        Assert.All(unloaded, e => Assert.Equal(Load.BodyWeight, e.Load));
        Assert.Contains(unloaded, e => !IsSlow(e) && e.Tempo == "3-0-1");
    }

    [Theory]
    [InlineData(Experience.New, AgeBand.Under40, 3)]
    [InlineData(Experience.Some, AgeBand.Under40, 2)]
    [InlineData(Experience.Experienced, AgeBand.From40To59, 2)]
    [InlineData(Experience.Experienced, AgeBand.SixtyPlus, 3)]
    [Trait("Rule", "R138"), Trait("Rule", "R009"), Trait("Rule", "R087")]
    public void A_load_waits_two_weeks_before_it_rises_again_and_three_for_beginners_and_from_60_on(
        Experience experience, AgeBand age, int weeks)
    {
        var asked = _lifter with { Experience = experience, AgeBand = age, Minutes = 60 };
        var rises = Changes(Preparing(asked).GroupBy(x => x.Now.Exercise), e => e.Load)
            .Where(c => c.From.Load.Kind != LoadKind.BodyWeight).ToList();

        Assert.NotEmpty(rises);
        Assert.All(rises, r => Assert.True(r.Days >= 7 * weeks, $"{r.Days} days"));
        Assert.Contains(rises, r => r.Days < 7 * (weeks + 3));
    }

    [Fact]
    [Trait("Rule", "R140"), Trait("Rule", "D5")]
    public void What_one_weekday_lifts_the_next_lifts_too_at_its_lower_bound()
    {
        var asked = _lifter with { SessionsPerWeek = 3, Minutes = 45, Week = new RunningWeek() };
        var lifts = Preparing(asked).Where(x => x.Now.Load.Kind != LoadKind.BodyWeight).GroupBy(x => x.Now.Exercise).ToList();
        var changes = Changes(lifts, e => e.Load).ToList();

        Assert.Contains(lifts, l => l.DistinctBy(x => x.Date.DayOfWeek).Count() > 1 && l.DistinctBy(x => x.Now.Load).Count() > 1);
        Assert.All(changes, c => Assert.True(c.From.Load.Kind <= c.To.Load.Kind));
        Assert.All(lifts, l => Assert.Equal(
            l.DistinctBy(x => x.Now.Load).Count() - 1, l.Zip(l.Skip(1)).Count(x => x.First.Now.Load != x.Second.Now.Load)));
        Assert.All(
            Changes(asked, e => e.Load).Where(c => c.From.Load.Kind != LoadKind.BodyWeight && c.To.Load.Kind != LoadKind.BodyWeight),
            c => Assert.Equal(c.To.Exercise.Dose!.Lower, c.To.Amount()));
    }

    [Theory]
    [InlineData(AgeBand.Under40, 7)]
    [InlineData(AgeBand.From40To59, 7)]
    [InlineData(AgeBand.SixtyPlus, 14)]
    [Trait("Rule", "R138"), Trait("Rule", "R009"), Trait("Rule", "R067")]
    public void Repetitions_rise_by_one_a_week_and_from_60_on_every_second_week(AgeBand age, int days)
    {
        var rises = Changes(Given.Experienced with { AgeBand = age }, e => e.Reps)
            .Where(c => c.To.Reps > c.From.Reps && c.To.Tempo == c.From.Tempo).ToList();

        Assert.All(rises, r => Assert.Equal(1, r.To.Reps - r.From.Reps));
        Assert.Equal(days, rises.Min(r => r.Days));
    }

    [Fact]
    [Trait("Rule", "R138")]
    public void Holds_rise_by_five_seconds()
    {
        var planks = Work(Given.Experienced).Where(e => e.Exercise.Ref == "E01").Select(e => e.HoldSeconds!.Value)
            .Distinct().ToList();

        Assert.All(planks, p => Assert.Equal(0, p % 5));
        Assert.Equal([30, 35, 40, 45], planks.Take(4));
    }

    [Fact]
    [Trait("Rule", "R137"), Trait("Rule", "Y5")]
    public void In_general_preparation_every_session_changes_within_three_weeks() => Assert.All(
        Everyone.Seasons.Where(s => s.Asked.Minutes >= 45),
        season => Assert.All(season.ByWeekday, weekday =>
        {
            var weeks = weekday
                .Where(s => s.Phase == Phase.GeneralPreparation && s.Date < season.Races[0].Date).ToList();
            for (var i = 0; i + 3 < weeks.Count; i++)
                Assert.NotEqual(1, weeks.Skip(i).Take(4).Select(s => s.Pattern()).Distinct().Count());
        }));

    [Fact]
    [Trait("Rule", "R083"), Trait("Rule", "R102"), Trait("Rule", "Y6"), Trait("Rule", "R139"), Trait("Rule", "R140")]
    public void The_ladder_goes_from_basics_over_body_weight_to_load_and_jumps_are_its_last_rung()
    {
        var beginner = (_lifter with { Experience = Experience.New }).Plan();
        var jumper = (_lifter with { Week = Given.EasyWeek, Plyometrics = true, Minutes = 60 }).Plan();

        Assert.Equal(["E39", "E40"], beginner.Sessions[0].Refs(BlockKind.WarmUp).Where(r => r != "E80"));
        Assert.All(beginner.Of(Phase.Foundation).SelectMany(s => s.Working()), e => Assert.True(e.Exercise.Stage <= 1));
        Assert.Contains(beginner.Of(Phase.GeneralPreparation).First().Working(), IsLoaded);
        var firstLoad = jumper.Sessions.First(s => s.Working().Any(IsLoaded));
        var firstJump = jumper.Sessions.First(s => s.In(BlockKind.Power).Any());
        Assert.True(firstLoad.Date.AddDays(56) <= firstJump.Date);
    }

    [Fact]
    [Trait("Rule", "R102"), Trait("Rule", "R076")]
    public void Hinges_and_calves_are_slow_from_the_first_day()
    {
        var first = Given.Runner with { Equipment = Equipment.Dumbbells };

        Assert.All(
            first.Plan().Sessions[0].Working().Where(e => e.Exercise.Ref is "E30" or "E35"),
            e => Assert.Equal("3-0-1", e.Tempo));
    }

    [Theory]
    [InlineData(45, 60)]
    [InlineData(20, 15)]
    [Trait("Rule", "R150"), Trait("Rule", "R018")]
    public void Work_rests_a_minute_a_circuit_15_seconds_and_activation_always_15(int minutes, int rest)
    {
        var session = (Given.Experienced with { Minutes = minutes }).Plan().Sessions[0];

        Assert.All(session.Working(), e => Assert.Equal(rest, e.RestSeconds));
        Assert.All(session.In(BlockKind.WarmUp, BlockKind.Activation), e => Assert.Equal(15, e.RestSeconds));
    }

    private static IEnumerable<Prescription> Work(Questionnaire asked) =>
        asked.Plan().Sessions.SelectMany(s => s.Working());

    private static bool IsLoaded(Prescription e) => e.Load.Kind != LoadKind.BodyWeight;

    private static bool IsSlow(Prescription e) =>
        e.IsAny(Properties.Work.Hinges) || e.Exercise.Category == Category.CalvesAnkles;

    /// <summary>Each change of an exercise on its weekday, with the days since the change before.</summary>
    private static IEnumerable<(Prescription From, Prescription To, int Days)> Changes(
        Questionnaire asked, Func<Prescription, object?> what) =>
        Changes(All(asked).GroupBy(x => (x.Date.DayOfWeek, x.Now.Exercise)), what);

    private static IEnumerable<(DateOnly Date, Prescription Now)> All(Questionnaire asked) =>
        asked.Plan().Sessions.SelectMany(s => s.Working(), (s, e) => (s.Date, e));

    // An easy week and the race-block repeat what the weekday had.
    private static IEnumerable<(DateOnly Date, Prescription Now)> Preparing(Questionnaire asked) =>
        asked.Plan().Sessions.Where(s => s.Phase is Phase.Foundation or Phase.GeneralPreparation)
            .SelectMany(s => s.Working(), (s, e) => (s.Date, e));

    private static IEnumerable<(Prescription From, Prescription To, int Days)> Changes<TKey>(
        IEnumerable<IGrouping<TKey, (DateOnly Date, Prescription Now)>> exercises, Func<Prescription, object?> what)
    {
        foreach (var exercise in exercises)
        {
            var (since, before) = exercise.First();
            foreach (var (date, now) in exercise)
            {
                if (!Equals(what(before), what(now)))
                {
                    yield return (before, now, date.DayNumber - since.DayNumber);
                    since = date;
                }

                before = now;
            }
        }
    }
}
