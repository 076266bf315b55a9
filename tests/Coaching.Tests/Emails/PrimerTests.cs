using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Dispatch;
using StrengthDays.Coaching.Emails;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Tests.Emails;

/// <summary>The five minutes before a run (R132, Y10).</summary>
[Trait("Rule", "R132"), Trait("Rule", "Y10")]
public sealed class PrimerTests
{
    private static readonly Questionnaire _asked = new()
    {
        StartOn = new DateOnly(2027, 1, 4),
        Week = new(RunDay.Rest, RunDay.Hard, RunDay.Easy, RunDay.Cross, RunDay.Easy, RunDay.Rest, RunDay.Long),
        Equipment = Equipment.Band,
        PreRunPrimer = true,
    };

    private static readonly PhaseRange _training =
        new(Phase.GeneralPreparation, new DateOnly(2027, 1, 4), new DateOnly(2027, 1, 31), 3, "");

    private static readonly DateOnly _tuesday = new(2027, 1, 5);

    [Fact]
    public void It_is_clamshells_and_band_walks_and_takes_under_five_minutes()
    {
        var primer = PrimerWarmUp.For(_asked, History.Empty, _tuesday, Catalogue.Default);

        Assert.Equal(["E11", "E12"], primer.Select(p => p.Exercise.Ref));
        Assert.InRange(primer.Sum(p => p.Sets * (2 * 3 * p.Reps!.Value + p.RestSeconds)), 120, 299);
    }

    [Fact]
    public void It_comes_before_runs_alone()
    {
        var days = RunningWeek.Days.Select((_, i) => new DateOnly(2027, 1, 4).AddDays(i));

        Assert.Equal(
            [DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Friday, DayOfWeek.Sunday],
            days.Where(d => PrimerWarmUp.Fits(_asked, History.Empty, d, _training)).Select(d => d.DayOfWeek));
    }

    [Fact]
    public void It_comes_only_when_wished_with_a_band_and_in_a_phase_that_trains()
    {
        Assert.True(Fits(_asked, _training));
        Assert.False(Fits(_asked with { PreRunPrimer = false }, _training));
        Assert.False(Fits(_asked with { Equipment = Equipment.Dumbbells }, _training));
        Assert.False(Fits(_asked, _training with { Phase = Phase.Taper, Sets = 0 }));
    }

    [Fact]
    [Trait("Rule", "R104")]
    public void It_leaves_out_what_has_hurt()
    {
        var walk = new History { Feedback = [Hurt("lateral-band-walk")] };
        var both = walk with { Feedback = [.. walk.Feedback, Hurt("banded-clamshell")] };

        Assert.Equal(["E11"], PrimerWarmUp.For(_asked, walk, _tuesday, Catalogue.Default).Select(p => p.Exercise.Ref));
        Assert.True(PrimerWarmUp.Fits(_asked, walk, _tuesday, _training));
        Assert.False(PrimerWarmUp.Fits(_asked, both, _tuesday, _training));
        Assert.True(PrimerWarmUp.Fits(_asked, both, _tuesday.AddDays(-7), _training));
    }

    [Fact]
    [Trait("Rule", "R104")]
    public void It_never_comes_empty_nor_where_pain_stops_all_strength()
    {
        Assert.False(Fits(_asked with { Avoid = ["banded-clamshell", "lateral-band-walk"] }, _training));
        Assert.False(Fits(
            _asked with
            {
                Niggles = [new(Area.Achilles, true), new(Area.LowBack, true), new(Area.RunnersKnee, true)],
            },
            _training));
    }

    [Fact]
    public async Task Its_mail_says_so()
    {
        var text = MailLint.Flat((await new MailComposer().RenderAsync(Letters.Primer)).Text);

        Assert.Contains("under 5 min, right before you head out", text, StringComparison.Ordinal);
    }

    private static Feedback Hurt(string exercise) => new(_tuesday.AddDays(-1), Training.Answer.Pain, exercise);

    private static bool Fits(Questionnaire asked, PhaseRange phase) =>
        PrimerWarmUp.Fits(asked, History.Empty, _tuesday, phase);
}
