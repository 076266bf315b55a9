using StrengthDays.Training.Tests.Plans;

namespace StrengthDays.Training.Tests.Rules;

/// <summary>What a runner is told beside the plan (R010, R011, R035, R103, R122, R131, R133, R151).</summary>
public sealed class NoticeRuleTests
{
    private const RunDay Hard = RunDay.Hard;

    private const string NotYet = "No jumps: they need 8 weeks of strength behind them, then general preparation, "
        + "an easy-run day and 30 minutes or more.";

    private const string NotForAll = "No jumps: they are for experienced lifters under 60 with 30 minutes or more "
        + "and no leg trouble, now or before.";

    [Fact]
    [Trait("Rule", "R035"), Trait("Rule", "R131"), Trait("Rule", "R133"), Trait("Rule", "Y8")]
    public void Without_a_weight_or_a_band_one_purchase_is_named_and_the_next()
    {
        const string advice = "After the first weeks a set of bands helps most, then one 12 to 16 kg kettlebell.";

        Assert.Contains(Notices(Equipment.Chair), n => n.EndsWith(advice, StringComparison.Ordinal));
        foreach (var weight in new[] { Equipment.Band, Equipment.Dumbbells, Equipment.Kettlebell, Equipment.Rucksack })
            Assert.DoesNotContain(Notices(weight), n => n.EndsWith(advice, StringComparison.Ordinal));
    }

    [Theory]
    [Trait("Rule", "R133")]
    [InlineData(Units.Metric, "one 12 to 16 kg kettlebell.")]
    [InlineData(Units.Imperial, "one 26 to 35 lb kettlebell.")]
    public void The_kettlebell_to_buy_is_named_in_the_runners_units(Units units, string words) => Assert.Contains(
        (Given.Runner with { Units = units, Equipment = Equipment.Chair }).Plan().Notices,
        n => n.EndsWith(words, StringComparison.Ordinal));

    [Fact]
    [Trait("Rule", "R151")]
    public void A_band_comes_with_the_word_about_latex()
    {
        Assert.Contains(Notices(Equipment.Band), n => n.Contains("latex", StringComparison.Ordinal));
        Assert.DoesNotContain(Notices(Equipment.Dumbbells), n => n.Contains("latex", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Rule", "R132")]
    public void Who_asks_for_five_minutes_before_runs_without_a_band_is_told_why_none_come()
    {
        var asked = Given.Runner with { PreRunPrimer = true };

        Assert.Contains("No five minutes before your runs: they need a band.", asked.Plan().Notices);
        Assert.DoesNotContain(
            (asked with { Equipment = Equipment.Band }).Plan().Notices,
            n => n.StartsWith("No five minutes", StringComparison.Ordinal));
        Assert.DoesNotContain(
            Given.Runner.Plan().Notices, n => n.StartsWith("No five minutes", StringComparison.Ordinal));
    }

    [Fact]
    public void A_race_without_a_name_begins_a_sentence_with_a_capital() => Assert.All(
        (Given.Runner with
        {
            Races = [new("", Given.Start.AddDays(-1), Distance.TenK), new("", Given.Start.AddDays(40), Distance.FiveK)],
        }).Plan().Notices,
        n => Assert.True(char.IsUpper(n[0]), n));

    [Fact]
    [Trait("Rule", "R103"), Trait("Rule", "R010")]
    public void A_beginner_is_told_to_watch_the_own_form_before_any_load_comes()
    {
        const string advice = "film yourself, use a mirror or ask a coach. Load comes once your form is right.";

        Assert.Contains(Given.Runner.Plan().Notices, n => n.EndsWith(advice, StringComparison.Ordinal));
        Assert.DoesNotContain(Given.Experienced.Plan().Notices, n => n.EndsWith(advice, StringComparison.Ordinal));
        var busy = Given.Runner with { Week = new(Hard, Hard, Hard, Hard, Hard, Hard, Hard) };
        Assert.DoesNotContain(busy.Plan().Notices, n => n.EndsWith(advice, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Rule", "R011")]
    public void Who_jumps_is_told_to_have_the_first_ones_shown()
    {
        var jumper = Given.Experienced with { Week = Given.EasyWeek, Plyometrics = true };

        Assert.Contains(
            jumper.Plan().Notices,
            n => n.EndsWith("Have someone who knows show you the first ones.", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Rule", "R122"), Trait("Rule", "D3")]
    public void Who_asks_for_more_than_50_minutes_is_told_that_50_are_enough()
    {
        Assert.Contains((Given.Runner with { Minutes = 51 }).Plan().Notices, SaysFifty);
        Assert.DoesNotContain((Given.Runner with { Minutes = 50 }).Plan().Notices, SaysFifty);
    }

    [Theory]
    [InlineData(12, "too close for new strength work")]
    [InlineData(20, "too close for new strength work")]
    [InlineData(21, "no time for general preparation, so it is 2 sets from the start")]
    [InlineData(48, "no time for general preparation, so it is 2 sets from the start")]
    [InlineData(49, "general preparation is 7 days, shorter than the usual 8 to 12 weeks")]
    [InlineData(97, "general preparation is 55 days, shorter than the usual 8 to 12 weeks")]
    [Trait("Rule", "R143"), Trait("Rule", "R148")]
    public void A_plan_cut_short_by_a_near_race_says_so_with_the_days(int lead, string words) => Assert.Contains(
        Given.Experienced.RacingIn(lead).Plan().Notices,
        n => n.StartsWith($"Race {lead} is {lead} days away: {words}", StringComparison.Ordinal));

    [Theory]
    [InlineData(62, "no time for general preparation after 21 days with body weight, so it is 2 sets from the start.")]
    [InlineData(97, "general preparation is 34 days, shorter than the usual 8 to 12 weeks.")]
    [Trait("Rule", "R143"), Trait("Rule", "R107")]
    public void What_easing_in_takes_of_general_preparation_is_not_counted_as_it(int lead, string words) =>
        Assert.Contains($"Race {lead} is {lead} days away: {words}", Given.Runner.RacingIn(lead).Plan().Notices);

    [Theory]
    [InlineData(Priority.B, "Tune-up is Sun 20 Jun 2027: no strength on Thu 17 Jun 2027.")]
    [InlineData(Priority.C, null)]
    public void Strength_days_that_a_lesser_race_takes_are_named(Priority priority, string? words)
    {
        var asked = Runners.TwoRaces with
        {
            Races = [.. Runners.TwoRaces.Races.Where(r => r.Priority is Priority.A),
                new("Tune-up", new(2027, 6, 20), Distance.TenK, Priority: priority)],
        };

        Assert.Equal(words, asked.Plan().Notices.FirstOrDefault(n => n.StartsWith("Tune-up", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(9, "Race 9 is Wed 13 Jan 2027: no strength on Wed 13 Jan 2027.")]
    [InlineData(37, "Race 37 is Wed 10 Feb 2027: no strength on Wed 10 Feb 2027.")]
    public void So_are_those_of_foundation_and_of_general_preparation(int race, string words) =>
        Assert.Contains(words, (Given.Runner with { Races = [Given.CRace(race)] }).Plan().Notices);

    [Fact]
    [Trait("Rule", "R143")]
    public void From_98_days_on_nothing_is_cut_short() =>
        Assert.DoesNotContain(
            Given.Experienced.RacingIn(98).Plan().Notices, n => n.Contains("days away", StringComparison.Ordinal));

    [Fact]
    public void The_doctor_is_named_first_for_everyone() =>
        Assert.All(Everyone.Seasons, s => Assert.Equal(Safety.AskADoctor, s.Plan.Notices[0]));

    [Fact]
    public void What_is_avoided_is_named()
    {
        var plan = (Given.Runner with { Avoid = ["forearm-plank", "no-such-exercise"] }).Plan();

        Assert.Single(plan.Notices, n => n.StartsWith("Left out as you wished", StringComparison.Ordinal));
        Assert.Contains("Left out as you wished: Forearm plank.", plan.Notices);
    }

    [Fact]
    public void A_beginners_barbell_waits_and_the_plan_says_so()
    {
        var owner = Given.Runner with { Equipment = Equipment.Barbell };

        Assert.Contains(owner.Plan().Notices, n => n.StartsWith("The barbell waits", StringComparison.Ordinal));
        Assert.DoesNotContain(
            (owner with { Experience = Experience.Some }).Plan().Notices,
            n => n.StartsWith("The barbell waits", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Rule", "R104")]
    public void Pain_is_named_in_the_singular_the_plural_and_where_it_is_too_much()
    {
        Niggle knee = new(Area.RunnersKnee, true), back = new(Area.LowBack, true), shins = new(Area.ShinSplints, true);

        Assert.StartsWith("Your knee hurts now: see a physio.", PainNotice(knee), StringComparison.Ordinal);
        Assert.StartsWith("Your shins hurt now: see a physio.", PainNotice(shins), StringComparison.Ordinal);
        Assert.StartsWith(
            "Your knee and lower back hurt now: see a physio.", PainNotice(knee, back), StringComparison.Ordinal);
        Assert.Equal(
            "No strength is planned: knee, lower back and shins hurt now. See a physio first; the plan waits for you.",
            PainNotice(knee, back, shins));
    }

    [Fact]
    [Trait("Rule", "R104"), Trait("Rule", "R100")]
    public void What_hurt_in_a_session_is_named_with_its_day_and_whom_to_see()
    {
        var date = Given.Start.AddDays(2);
        var history = new History
        {
            Feedback =
            [
                new(date, Answer.Pain, "forearm-plank"), new(date.AddDays(2), Answer.Pain),
                new(date.AddDays(7), Answer.Done),
            ],
        };

        var notices = Season.Of(Given.Experienced, Catalogue.SeedFile.Catalogue, history).Notices;

        Assert.Contains(
            "Forearm plank hurt on Wed 6 Jan 2027: it is out, and another exercise of the same movement takes its place "
            + "where there is one. If it hurts in daily life or does not settle in a week, see a physio.",
            notices);
        Assert.Contains(
            notices,
            n => n.StartsWith("Something hurt on Fri 8 Jan 2027: a week at body weight", StringComparison.Ordinal));
        Assert.All(
            notices.Where(n => n.Contains("hurt on", StringComparison.Ordinal)),
            n => Assert.Contains("see a physio", n, StringComparison.Ordinal));
        Assert.Equal(2, notices.Count(n => n.Contains("hurt on", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(Experience.Some, NotForAll)]
    [InlineData(Experience.Experienced, NotYet)]
    [InlineData(Experience.Experienced, NotYet, 30)]
    [InlineData(Experience.Experienced, NotForAll, 29)]
    [Trait("Rule", "D12")]
    public void Jumps_that_were_asked_for_and_cannot_come_have_their_reason(
        Experience experience, string words, int minutes = 45)
    {
        var asked = Given.Runner.RacingIn(70) with
        {
            Experience = experience,
            AfterRace = AfterRace.Stop,
            Minutes = minutes,
        };

        Assert.DoesNotContain(asked.Plan().Notices, n => n.Contains("umps", StringComparison.Ordinal));
        Assert.Contains(words, (asked with { Plyometrics = true }).Plan().Notices);
    }

    [Fact]
    [Trait("Rule", "R030")]
    public void A_hilly_race_asks_for_a_step_only_of_those_who_have_none()
    {
        var hilly = Given.Runner with { Races = [Given.ARace(120) with { Hilly = true }] };

        Assert.Contains(hilly.Plan().Notices, AsksForAStep);
        foreach (var step in new[] { Equipment.Box, Equipment.Stairs, Equipment.Chair })
            Assert.DoesNotContain((hilly with { Equipment = step }).Plan().Notices, AsksForAStep);
        Assert.DoesNotContain(Given.Runner.RacingIn(120).Plan().Notices, AsksForAStep);
    }

    [Fact]
    public void Races_that_do_not_count_are_named_with_their_day_and_the_reason()
    {
        var races = new[] { Given.ARace(-3), Given.ARace(120), Given.CRace(120) with { Name = "Fun run" } };

        var notices = (Given.Runner with { Races = [.. races] }).Plan().Notices;

        Assert.Contains("Race -3 on Fri 1 Jan 2027 is over, so the plan leaves it out.", notices);
        Assert.Contains(
            "Fun run shares Tue 4 May 2027 with a race of the same or a higher priority, which counts.", notices);
    }

    private static bool AsksForAStep(string notice) => notice
        == "A hilly race asks for step-ups, which need a box, stairs or a sturdy chair; split squats stand in.";

    private static string PainNotice(params Niggle[] niggles) => (Given.Runner with { Niggles = [.. niggles] }).Plan()
        .Notices.Single(n => n.Contains("hysio", StringComparison.Ordinal));

    private static bool SaysFifty(string notice) => notice.Contains("50 minutes", StringComparison.Ordinal);

    private static IEnumerable<string> Notices(Equipment owned) =>
        (Given.Runner with { Equipment = owned }).Plan().Notices;
}
