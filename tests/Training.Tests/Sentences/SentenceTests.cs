using System.Globalization;
using StrengthDays.Training.Tests.Catalogue;
using StrengthDays.Training.Tests.Properties;
using StrengthDays.Training.Tests.Rules;

namespace StrengthDays.Training.Tests.Sentences;

/// <summary>A reason for every session and every change of phase, with its numbers.</summary>
public sealed class SentenceTests
{
    private static readonly Questionnaire _year = Given.Runner with
    {
        Races = [Given.ARace(300, Distance.Marathon), Given.BRace(200), Given.CRace(100), Given.ARace(380)],
    };

    public static TheoryData<Taper> Tapers => new(Enum.GetValues<Taper>());

    [Theory]
    [MemberData(nameof(Tapers))]
    [Trait("Rule", "R126"), Trait("Rule", "R144"), Trait("Rule", "Y4")]
    public void Every_phase_says_its_sets_and_the_days_to_the_race_ahead(Taper taper)
    {
        var plan = (_year with { Taper = taper }).Plan();

        Assert.Equal(Enum.GetValues<Phase>(), plan.Shape().Distinct().Order());
        Assert.All(plan.Phases, phase =>
        {
            Assert.Contains(SetsInWords(phase, taper), phase.Why, StringComparison.Ordinal);
            if (RaceOf(plan, phase) is { } race)
                Assert.Contains(DaysTo(race, phase.From), phase.Why, StringComparison.Ordinal);
        });
    }

    [Fact]
    [Trait("Rule", "R126"), Trait("Rule", "R144")]
    public void A_block_after_general_preparation_says_three_sets_become_two_and_a_B_race_names_itself()
    {
        var blocks = _year.Plan().Phases.Where(p => p.Phase == Phase.RaceBlock).ToList();

        Assert.Equal("2 sets, 7 days to Race 200: same exercises, same loads, one set less.", blocks[0].Why);
        Assert.Equal("2 sets instead of 3, 70 days to Race 300; exercises, repetitions and loads stay.", blocks[1].Why);
        Assert.Equal(
            "2 sets, 30 days to Race 30; exercises, repetitions and loads stay as they are until the race.",
            Given.Experienced.RacingIn(30).Plan().The(Phase.RaceBlock).Why);
    }

    [Theory]
    [InlineData(40, "2 sets, 7 days to Race 40: same exercises, same loads, one set less.")]
    [InlineData(0, "2 sets, 0 days to Race 0: same exercises, same loads, one set less.")]
    [Trait("Rule", "R126")]
    public void A_B_races_block_counts_to_it_whatever_other_race_is_run_in_it(int race, string words)
    {
        var runner = Given.Experienced with
        {
            Races = [Given.ARace(300), Given.CRace(race - 3), Given.BRace(race), Given.BRace(race - 25)],
        };

        Assert.Equal(words, runner.Plan().Phases.Last(p => p.Phase is Phase.RaceBlock && Given.Day(p.To) == race).Why);
    }

    [Fact]
    [Trait("Rule", "R145"), Trait("Rule", "D17")]
    public void The_break_says_its_days_and_a_short_foundation_that_it_eases_back_in()
    {
        var plan = Given.Runner.RacingIn(120, Distance.Marathon).Plan();

        Assert.Equal("21 days without strength after the race.", plan.The(Phase.Recovery).Why);
        Assert.Equal(
            "21 days with body weight only and 2 sets, 120 days to Race 120: learn the movements before load comes.",
            plan.The(Phase.Foundation).Why);
        Assert.Equal(
            "7 days with body weight only and 2 sets: ease back in before load returns.",
            plan.Phases.Last(p => p.Phase == Phase.Foundation).Why);
        Assert.Equal("3 sets of everything: build the base while no race is near.", plan.Phases[^1].Why);
    }

    [Theory]
    [MemberData(nameof(Tapers))]
    [Trait("Rule", "R109")]
    public void Every_session_says_why_today_with_its_phase_its_days_to_the_race_and_the_run_of_the_day(Taper taper)
    {
        var plan = (_year with { Taper = taper }).Plan();

        Assert.All(plan.Sessions, s =>
        {
            if (plan.Races.FirstOrDefault(r => r.Priority == Priority.A && r.Date > s.Date) is { } race)
                Assert.Contains(DaysTo(race, s.Date), s.Why, StringComparison.Ordinal);
            var run = _year.Week[s.Date.DayOfWeek] == RunDay.Easy ? "Easy run today" : "No run today";
            Assert.Contains(run, s.Why, StringComparison.Ordinal);
            var phase = s.Phase == Phase.Taper ? "One light session" : Words.Phase(s.Phase);
            Assert.StartsWith(phase, s.Why, StringComparison.Ordinal);
        });
    }

    [Fact]
    [Trait("Rule", "R109")]
    public void A_title_names_the_two_exercises_that_matter_most()
    {
        var session = Given.Experienced.Plan().Sessions[0];
        var names = session.In(BlockKind.Main).Select(e => e.Exercise.Name).ToList();

        Assert.Equal($"{names[0]} and {names[1].ToLower(CultureInfo.InvariantCulture)}", session.Title);
    }

    [Theory]
    [InlineData("Dead bug", "Plank and dead bug")]
    [InlineData("TRX row", "Plank and TRX row")]
    [InlineData("V", "Plank and V")]
    [Trait("Rule", "R109")]
    public void The_second_name_of_a_title_begins_in_lower_case_unless_it_begins_with_letters_that_stand_for_words(
        string second, string title)
    {
        PlacedState Named(string name) => new(SlotKind.Core, new(
            SeedFile.Catalogue.Families.Plank, SeedFile.Catalogue["E01"] with { Name = name }, 0, null, 30, 0, 0));

        Assert.Equal(title, SessionWords.Title(default, [Named("Plank"), Named(second)]));
    }

    private static string SetsInWords(PhaseRange phase, Taper taper) => phase.Phase switch
    {
        Phase.Taper when taper == Taper.LightActivation => "one light session",
        Phase.Taper or Phase.RaceWeek => "no strength",
        Phase.Recovery => "without strength",
        _ => $"{phase.Sets} sets",
    };

    /// <summary>A B race's own block counts to that race, everything else to the next A race.</summary>
    private static Race? RaceOf(Plan plan, PhaseRange phase) =>
        plan.Races.FirstOrDefault(r => r.Priority == Priority.B && r.Date == phase.To)
        ?? plan.Races.FirstOrDefault(r => r.Priority == Priority.A && r.Date >= phase.From);

    private static string DaysTo(Race race, DateOnly from) =>
        $"{Words.Count(race.Date.DayNumber - from.DayNumber, "day")} to {race.Name}";
}
