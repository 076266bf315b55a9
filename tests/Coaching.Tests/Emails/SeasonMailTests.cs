using System.Text;
using System.Text.Json.Nodes;
using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Dispatch;
using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Emails.Words;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Tests.Contract;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Tests.Emails;

/// <summary>The mails of whole seasons as the planner makes them.</summary>
public sealed class SeasonMailTests
{
    private static readonly RunningWeek Week = new(
        RunDay.Rest, RunDay.Hard, RunDay.Easy, RunDay.Rest, RunDay.Easy, RunDay.Rest, RunDay.Long);

    private static readonly Questionnaire Beginner = new()
    {
        StartOn = new DateOnly(2027, 1, 4), Week = Week,
        Races = [new Race("", new DateOnly(2027, 9, 26), Distance.Marathon, Hilly: true)],
        Niggles = [new Niggle(Area.Achilles, PainfulNow: true)],
    };

    private static readonly Questionnaire Experienced = Beginner with
    {
        Experience = Experience.Experienced,
        Minutes = 60,
        SessionsPerWeek = 3,
        Plyometrics = true,
        Niggles = [],
        Equipment = Equipment.Mat | Equipment.Band | Equipment.Dumbbells | Equipment.Kettlebell | Equipment.Box
            | Equipment.Barbell,
        Taper = Taper.LightActivation,
        DynamicCore = true,
        Units = Units.Imperial,
    };

    public static TheoryData<bool> Runners => [false, true];

    [Fact]
    public async Task Of_a_race_ten_years_away_the_welcome_tells_the_years_before_it_in_one_line()
    {
        var far = Beginner with { Races = [new Race("", new DateOnly(2036, 9, 28), Distance.Marathon)] };
        var phases = Season.Of(far, Catalogue.Default, History.Empty).Phases;
        Assert.True(phases.Length > 100, "The season is not long.");

        var mail = await new MailComposer().RenderAsync(Letters.Welcome with { Phases = phases });

        Assert.True(mail.Html.Length < 20_000, $"{mail.Html.Length} characters");
        foreach (var part in new[] { mail.Html, mail.Text })
        {
            Assert.Single(part.Split("General preparation with easy weeks").Skip(1));
            Assert.Contains("Race block", part, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_season_of_a_year_has_a_line_for_each_phase()
    {
        var phases = Season.Of(Beginner, Catalogue.Default, History.Empty).Phases;

        Assert.Equal(phases.Select(p => (PhaseWords.Title(p.Phase), p)), SeasonLine.Of(phases).Select(l => (l.Title, l.Range)));
    }

    [Theory]
    [MemberData(nameof(Runners))]
    public async Task Every_session_of_a_season_is_a_mail_with_everything_in_it(bool experienced)
    {
        var (questionnaire, season) = SeasonOf(experienced);
        var plan = season.ToPlan();
        Assert.NotEmpty(plan.Sessions);
        foreach (var session in plan.Sessions)
        {
            var letter = Letter(session, season, questionnaire);
            var mail = await new MailComposer().RenderAsync(letter);
            if (session.Date.DayNumber % 5 == 0)
                MailLint.Check(mail, letter);
            var text = MailLint.Flat(mail.Text);
            Assert.All(session.Blocks.SelectMany(b => b.Exercises), p => Says(text, p));
            var way = letter.Race is { } race ? RaceWords.Ahead(race) : "";
            Assert.Contains(way, text, StringComparison.OrdinalIgnoreCase);
            var runFirst = text.Contains("run first", StringComparison.OrdinalIgnoreCase);
            Assert.Equal(letter.RunToday != RunDay.Rest, runFirst);
        }
    }

    [Theory]
    [MemberData(nameof(Runners))]
    public async Task Every_phase_of_a_season_is_a_mail(bool experienced)
    {
        var (_, season) = SeasonOf(experienced);
        for (var i = 0; i < season.Phases.Length; i++)
        {
            var phase = season.Phases[i];
            var letter = new PhaseLetter(
                phase.From, "Ana", Letters.Links, phase, i == 0 ? null : season.Phases[i - 1],
                season.NextStrengthDayAfter(phase.From), Ahead(season, phase.From));
            var mail = await new MailComposer().RenderAsync(letter);
            MailLint.Check(mail, letter);
            Assert.Contains(MailLint.Flat(phase.Why), MailLint.Flat(mail.Text), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [MemberData(nameof(Runners))]
    public async Task The_welcome_of_a_season_says_all_its_notices_and_reasons_once(bool experienced)
    {
        var (questionnaire, season) = SeasonOf(experienced);
        var letter = new WelcomeLetter(
            questionnaire.StartOn, "Ana", Letters.Links, season.Phases, season.Placement, season.Notices,
            season.NextStrengthDayAfter(questionnaire.StartOn.AddDays(-1)), Ahead(season, questionnaire.StartOn),
            new TimeOnly(6, 30));
        var mail = await new MailComposer().RenderAsync(letter);
        MailLint.Check(mail, letter);
        var text = MailLint.Flat(mail.Text);
        Assert.All(season.Notices, words => Assert.Contains(words, text, StringComparison.Ordinal));
        Assert.All(season.Placement, day => Assert.Contains(
            $"{day.Weekday}: {day.Why.Replace(": ", ". ", StringComparison.Ordinal)}", text, StringComparison.OrdinalIgnoreCase));
        Assert.All(season.Notices, notice => Assert.Equal(2, text.Split(notice).Length));
    }

    [Theory]
    [Trait("Rule", "R011")]
    [InlineData("experienced", "Jumps come after an easy run")]
    [InlineData("new", "No jumps: they are for experienced lifters")]
    public void The_welcome_of_who_asked_for_jumps_says_what_became_of_them(string experience, string words)
    {
        var answers = JsonNode.Parse(Filled.With("plyometrics", "true"))!;
        answers["experience"] = experience;
        answers["niggles"] = new JsonArray();
        var json = Encoding.UTF8.GetBytes(answers.ToJsonString());
        var enrolment = QuestionnaireReader.ReadSignUp(json, Filled.Now).Value!;
        var calendar = new MailCalendar(new PlanInputs(enrolment, [], LinkGenerations.First), Catalogue.Default);

        var welcome = (WelcomeLetter)LetterWriter.Immediate(
            MailKind.Welcome, enrolment.Training.StartOn, calendar, Letters.Links);

        Assert.Contains(welcome.Notices, n => n.StartsWith(words, StringComparison.Ordinal));
    }

    private static (Questionnaire Questionnaire, Season Season) SeasonOf(bool experienced)
    {
        var questionnaire = experienced ? Experienced : Beginner;
        return (questionnaire, Season.Of(questionnaire, Catalogue.Default, History.Empty));
    }

    private static SessionLetter Letter(Session session, Season season, Questionnaire questionnaire) => new(
        session.Date, "Ana", Letters.Links, session, season.PhaseOn(session.Date)!, PhaseStarted: false, Restart: false,
        questionnaire.Week[session.Date.DayOfWeek], Ahead(season, session.Date));

    private static RaceAhead? Ahead(Season season, DateOnly date) =>
        season.NextRaceFrom(date) is { } race ? new RaceAhead(race, race.Date.DayNumber - date.DayNumber) : null;

    private static void Says(string text, Prescription p)
    {
        Assert.Contains($"{p.Exercise.Name}: {ExerciseWords.Dose(p)}", text, StringComparison.Ordinal);
        Assert.Contains(p.Exercise.Cue, text, StringComparison.Ordinal);
        Assert.Contains(p.Harder ?? "", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(p.Easier ?? "", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(p.Load.Hint ?? "", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(p.Exercise.Demo?.AbsoluteUri ?? "", text, StringComparison.Ordinal);
        Assert.All(Enum.GetValues<Equipment>().Where(e => e != Equipment.None && p.Uses.HasFlag(e)),
            e => Assert.Contains(ExerciseWords.Uses(e), text, StringComparison.OrdinalIgnoreCase));
    }
}
