using System.Text;
using StrengthDays.Coaching.Contract;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Tests.Contract;

public sealed class QuestionnaireReaderTests
{
    [Fact]
    public void The_contracts_example_is_read_in_full()
    {
        var enrolment = Filled.SignUp(Filled.InFull).Value!;

        Assert.Equal("ana@example.com", enrolment.Email);
        Assert.Equal("Ana", enrolment.Name);
        Assert.Equal("Europe/Berlin", enrolment.TimeZone);
        Assert.Equal(new TimeOnly(6, 30), enrolment.SendAt);
        Assert.Equal(new DateOnly(2027, 1, 4), enrolment.Training.StartOn);
        Assert.Equal(
            new Race("Berlin Marathon", new DateOnly(2027, 9, 26), Distance.Marathon),
            Assert.Single(enrolment.Training.Races));
        Assert.Equal(RunDay.Long, enrolment.Training.Week.Sunday);
        Assert.Equal(Equipment.Band | Equipment.Dumbbells, enrolment.Training.Equipment);
        Assert.Equal(new Niggle(Area.Achilles, PainfulNow: false), Assert.Single(enrolment.Training.Niggles));
        Assert.Equal("box-jump", Assert.Single(enrolment.Training.Avoid));
    }

    [Fact]
    public void A_sign_up_needs_four_members_and_defaults_the_rest()
    {
        var json = $$"""
            { "email": "ana@example.com", "timeZone": "Pacific/Auckland", "week": {{Filled.Week}}, "consent": true }
            """;

        var enrolment = Filled.SignUp(json).Value!;

        Assert.Null(enrolment.Name);
        Assert.Equal(new TimeOnly(6, 0), enrolment.SendAt);
        Assert.False(enrolment.WeeklyLookAhead);
        Assert.Equal(new DateOnly(2026, 11, 22), enrolment.Training.StartOn);
        AssertDefaults(enrolment.Training);
    }

    [Fact]
    public void A_preview_needs_only_the_week()
    {
        var enrolment = Filled.Preview($$"""{"week":{{Filled.Week}}}""").Value!;

        Assert.Equal("", enrolment.Email);
        Assert.Equal("UTC", enrolment.TimeZone);
        Assert.Equal(new DateOnly(2026, 11, 22), enrolment.Training.StartOn);
        AssertDefaults(enrolment.Training);
    }

    [Fact]
    public void Null_means_the_default()
    {
        var nulls = """
            "name":null,"sendAt":null,"units":null,"startOn":null,"races":null,"sessionsPerWeek":null,"minutes":null,
            "experience":null,"equipment":null,"niggles":null,"avoid":null,"plyometrics":null,"dynamicCore":null,
            "upperBody":null,"deskJob":null,"ageBand":null,"taper":null,"afterRace":null,"preRunPrimer":null,
            "weeklyLookAhead":null
            """;
        var required = $$""" "email":"ana@example.com","timeZone":"UTC","week":{{Filled.Week}},"consent":true """;

        Assert.Equal(
            QuestionnaireWriter.Write(Filled.SignUp($"{{{required}}}").Value!),
            QuestionnaireWriter.Write(Filled.SignUp($"{{{required},{nulls}}}").Value!));
    }

    [Fact]
    public void The_default_start_is_today_in_the_runners_zone()
    {
        var lateEvening = new DateTimeOffset(2026, 11, 22, 23, 30, 0, TimeSpan.Zero);
        var json = Encoding.UTF8.GetBytes(Filled.Without("startOn"));

        Assert.Equal(
            new DateOnly(2026, 11, 23),
            QuestionnaireReader.ReadSignUp(json, lateEvening).Value!.Training.StartOn);
    }

    [Fact]
    public void A_byte_order_mark_is_tolerated() => Assert.NotNull(Filled.SignUp('\uFEFF' + Filled.InFull).Value);

    [Fact]
    public void Every_mistake_is_found_in_one_pass()
    {
        var errors = Filled.SignUp("""
            { "email": "ana", "timeZone": "Mars/Phobos", "week": { "monday": "lazy" }, "minutes": 7,
              "races": [{ "date": "soon" }], "sentAt": "06:00" }
            """).Errors.ByMember;

        Assert.Equal(
            [
                "email", "timeZone", "consent", "races[0].date", "races[0].distance",
                "week.monday", "week.tuesday", "week.wednesday", "week.thursday", "week.friday", "week.saturday",
                "week.sunday",
                "minutes", "sentAt",
            ],
            errors.Keys);
    }

    private static void AssertDefaults(Questionnaire training)
    {
        Assert.Empty(training.Races);
        Assert.Equal(2, training.SessionsPerWeek);
        Assert.Equal(45, training.Minutes);
        Assert.Equal(Equipment.None, training.Equipment);
        Assert.True(training.UpperBody);
        Assert.False(training.Plyometrics || training.DynamicCore || training.DeskJob || training.PreRunPrimer);
        Assert.Equal(
            (Experience.New, AgeBand.Under40, Taper.Rest, AfterRace.Auto, Units.Metric),
            (training.Experience, training.AgeBand, training.Taper, training.AfterRace, training.Units));
    }
}
