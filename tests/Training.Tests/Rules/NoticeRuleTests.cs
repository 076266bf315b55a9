namespace StrengthDays.Training.Tests.Rules;

/// <summary>What a runner is told beside the plan (R010, R011, R035, R103, R122, R131, R133, R151).</summary>
public sealed class NoticeRuleTests
{
    [Fact]
    [Trait("Rule", "R035"), Trait("Rule", "R131"), Trait("Rule", "R133"), Trait("Rule", "Y8")]
    public void Without_a_weight_or_a_band_one_purchase_is_named_and_the_next()
    {
        const string advice = "After the first weeks a set of bands helps most, then one 12 to 16 kg kettlebell.";

        Assert.Contains(Notices(Equipment.Chair), n => n.EndsWith(advice, StringComparison.Ordinal));
        foreach (var weight in new[] { Equipment.Band, Equipment.Dumbbells, Equipment.Kettlebell, Equipment.Rucksack })
            Assert.DoesNotContain(Notices(weight), n => n.EndsWith(advice, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Rule", "R151")]
    public void A_band_comes_with_the_word_about_latex()
    {
        Assert.Contains(Notices(Equipment.Band), n => n.Contains("latex", StringComparison.Ordinal));
        Assert.DoesNotContain(Notices(Equipment.Dumbbells), n => n.Contains("latex", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Rule", "R103"), Trait("Rule", "R010")]
    public void A_beginner_is_told_to_watch_the_own_form_before_any_load_comes()
    {
        const string advice = "film yourself, use a mirror or ask a coach. Load comes once your form is right.";

        Assert.Contains(Given.Runner.Plan().Notices, n => n.EndsWith(advice, StringComparison.Ordinal));
        Assert.DoesNotContain(Given.Experienced.Plan().Notices, n => n.EndsWith(advice, StringComparison.Ordinal));
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

    private static bool SaysFifty(string notice) => notice.Contains("50 minutes", StringComparison.Ordinal);

    private static IEnumerable<string> Notices(Equipment owned) =>
        (Given.Runner with { Equipment = owned }).Plan().Notices;
}
