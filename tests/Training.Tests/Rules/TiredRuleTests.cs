using StrengthDays.Training.Tests.Catalogue;
using StrengthDays.Training.Tests.Properties;

namespace StrengthDays.Training.Tests.Rules;

/// <summary>Tired, ill or stuck: a session is skipped or repeated, and nothing else moves (R100, R105).</summary>
public sealed class TiredRuleTests
{
    private static readonly Plan _plan = Given.Experienced.Plan();
    private static readonly DateOnly _second = _plan.Sessions[2].Date;

    [Fact]
    [Trait("Rule", "R100")]
    public void A_skipped_session_is_gone_and_never_made_up_for()
    {
        var after = With(new History { Skips = [_second] });

        var others = _plan.Sessions.Where(s => s.Date != _second).ToList();
        Assert.Equal(others.Select(s => s.Date), after.Sessions.Select(s => s.Date));
        Assert.Equal(others.Select(s => s.Pattern()), after.Sessions.Select(s => s.Pattern()));
        Assert.Equal<IEnumerable<PhaseRange>>(_plan.Phases, after.Phases);
    }

    [Fact]
    [Trait("Rule", "R100")]
    public void A_session_that_was_too_hard_is_repeated_as_it_was_and_the_phase_stays()
    {
        var after = With(new History { Feedback = [new(_second, Answer.TooHard)] });

        Assert.Equal(Pattern(_plan, _second), Pattern(after, _second));
        Assert.Equal(Pattern(_plan, _second), Pattern(after, _second.AddDays(7)));
        Assert.NotEqual(Pattern(_plan, _second), Pattern(_plan, _second.AddDays(7)));
        Assert.Equal<IEnumerable<PhaseRange>>(_plan.Phases, after.Phases);
    }

    [Fact]
    [Trait("Rule", "R105"), Trait("Rule", "R100")]
    public void A_season_off_is_free_of_sessions_and_ends_with_a_week_at_body_weight()
    {
        var lifter = Given.Experienced with { Equipment = Equipment.Dumbbells };
        var (from, to) = (Given.Start.AddDays(28), Given.Start.AddDays(69));

        var season = Season.Of(lifter.RacingIn(200), SeedFile.Catalogue, new History { Pauses = [new(from, to)] });

        var after = season.ToPlan().Sessions;
        Assert.DoesNotContain(after, s => s.Date >= from && s.Date <= to);
        Assert.All(WorkAfter(after, to), e => Assert.Equal(Load.BodyWeight, e.Load));
        Assert.Contains(WorkAfter(after, to.AddDays(7)), e => e.Load.Kind != LoadKind.BodyWeight);
    }

    private static Plan With(History history) => Season.Of(Given.Experienced, SeedFile.Catalogue, history).ToPlan();

    private static string Pattern(Plan plan, DateOnly date) => plan.Sessions.Single(s => s.Date == date).Pattern();

    /// <summary>What the seven days after a date hold.</summary>
    private static IEnumerable<Prescription> WorkAfter(IEnumerable<Session> sessions, DateOnly date) =>
        sessions.Where(s => s.Date > date && s.Date <= date.AddDays(7)).SelectMany(s => s.Working());
}
