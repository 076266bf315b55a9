
namespace StrengthDays.Coaching.Tests.Contract;

/// <summary>Each member with each kind of mistake: the answer names the member and says what is accepted.</summary>
public sealed class BadInputTests
{
    private const string RunDays = "one of rest, easy, hard, long, cross", YesOrNo = "true or false",
        Dates = "a date such as 2027-09-26 (yyyy-MM-dd, years 2000 to 2100)",
        OneAddress = "one plain address such as ana@example.com",
        QuarterHours = "a quarter hour from 00:00 to 23:45", AZone = "an IANA time zone such as Europe/Berlin",
        Distances = "one of 5k, 10k, half-marathon, marathon, ultra",
        Areas = "one of it-band, runners-knee, shin-splints, plantar-fascia, achilles, hamstring, low-back",
        RaceName = "plain text of at most 80 characters", RunnerName = "plain text of at most 60 characters",
        AnExercise = "the id of an exercise as plans show it, such as box-jump";

    [Theory]
    [InlineData("email", OneAddress)]
    [InlineData("timeZone", AZone)]
    [InlineData("week", "an object with the members monday to sunday")]
    [InlineData("week.monday", RunDays)]
    [InlineData("week.tuesday", RunDays)]
    [InlineData("week.wednesday", RunDays)]
    [InlineData("week.thursday", RunDays)]
    [InlineData("week.friday", RunDays)]
    [InlineData("week.saturday", RunDays)]
    [InlineData("week.sunday", RunDays)]
    [InlineData("consent", "true: without consent nothing may be stored or mailed")]
    [InlineData("races[0].date", Dates)]
    [InlineData("races[0].distance", Distances)]
    [InlineData("niggles[0].area", Areas)]
    public void A_required_member_that_is_missing_or_null_is_named(string path, string accepted)
    {
        AssertRefused(Filled.Without(path), path, $"{path} is missing; it must be {accepted}");
        AssertRefused(Filled.With(path, "null"), path, $"{path} is missing; it must be {accepted}");
    }

    [Theory]
    [InlineData("email", "7", OneAddress)]
    [InlineData("name", "7", RunnerName)]
    [InlineData("timeZone", "1", AZone)]
    [InlineData("sendAt", "630", QuarterHours)]
    [InlineData("units", "true", "one of metric, imperial")]
    [InlineData("startOn", "20270104", Dates)]
    [InlineData("races", "{}", "a list of at most 20 items")]
    [InlineData("races[0]", "\"Berlin\"", "an object with date and distance")]
    [InlineData("races[0]", "null", "an object with date and distance")]
    [InlineData("races[0].name", "[]", RaceName)]
    [InlineData("races[0].date", "{}", Dates)]
    [InlineData("races[0].distance", "42.195", Distances)]
    [InlineData("races[0].hilly", "\"yes\"", YesOrNo)]
    [InlineData("races[0].priority", "1", "one of a, b, c")]
    [InlineData("week", "[]", "an object with the members monday to sunday")]
    [InlineData("week.friday", "{}", RunDays)]
    [InlineData("sessionsPerWeek", "\"2\"", "a whole number from 1 to 4")]
    [InlineData("sessionsPerWeek", "2.5", "a whole number from 1 to 4")]
    [InlineData("sessionsPerWeek", "2.0", "a whole number from 1 to 4")]
    [InlineData("minutes", "[45]", "a whole number from 15 to 60")]
    [InlineData("experience", "3", "one of new, some, experienced")]
    [InlineData("equipment", "\"mat\"", "a list of at most 30 items, each one of mat, band,")]
    [InlineData("equipment[1]", "{}", "one of mat, band, dumbbells")]
    [InlineData("niggles", "\"achilles\"", "a list of at most 7 items")]
    [InlineData("niggles[0]", "\"achilles\"", "an object with area and painfulNow")]
    [InlineData("niggles[0].area", "4", Areas)]
    [InlineData("niggles[0].painfulNow", "0", YesOrNo)]
    [InlineData("avoid", "true", "a list of at most 100 items")]
    [InlineData("avoid[0]", "12", AnExercise)]
    [InlineData("plyometrics", "\"false\"", YesOrNo)]
    [InlineData("dynamicCore", "1", YesOrNo)]
    [InlineData("upperBody", "[]", YesOrNo)]
    [InlineData("deskJob", "{}", YesOrNo)]
    [InlineData("ageBand", "39", "one of under-40, 40-59, 60-plus")]
    [InlineData("taper", "false", "one of rest, light-activation")]
    [InlineData("afterRace", "1", "one of auto, 1-week, 2-weeks, 4-weeks, stop")]
    [InlineData("preRunPrimer", "\"on\"", YesOrNo)]
    [InlineData("weeklyLookAhead", "0", YesOrNo)]
    [InlineData("consent", "\"true\"", "true: without consent")]
    public void A_member_of_the_wrong_type_is_told_the_right_one(string path, string json, string accepted) =>
        AssertRefused(Filled.With(path, json), path, $"{path} must be {accepted}");

    [Theory]
    [InlineData("timeZone", "\"Mars/Phobos\"", AZone)]
    [InlineData("timeZone", "\"UTC+2\"", AZone)]
    [InlineData("timeZone", "\"Central European Standard Time\"", AZone)]
    [InlineData("timeZone", "\"europe/berlin\"", AZone)]
    [InlineData("sendAt", "\"24:00\"", QuarterHours)]
    [InlineData("sendAt", "\"6:30\"", QuarterHours)]
    [InlineData("sendAt", "\"06:30:00\"", QuarterHours)]
    [InlineData("sendAt", "\"-1:00\"", QuarterHours)]
    [InlineData("units", "\"Metric\"", "one of metric, imperial")]
    [InlineData("startOn", "\"2027-02-29\"", Dates)]
    [InlineData("startOn", "\"04.01.2027\"", Dates)]
    [InlineData("startOn", "\"2027-1-4\"", Dates)]
    [InlineData("startOn", "\"1999-12-31\"", Dates)]
    [InlineData("startOn", "\"2028-11-23\"", Dates + ", not after 2028-11-22")]
    [InlineData("races[0].date", "\"2101-01-01\"", Dates)]
    [InlineData("races[0].distance", "\"marathons\"", Distances + ". Did you mean marathon?")]
    [InlineData("races[0].priority", "\"d\"", "one of a, b, c")]
    [InlineData("week.friday", "\"recovery\"", RunDays)]
    [InlineData("sessionsPerWeek", "0", "a whole number from 1 to 4")]
    [InlineData("sessionsPerWeek", "5", "a whole number from 1 to 4")]
    [InlineData("sessionsPerWeek", "1e308", "a whole number from 1 to 4")]
    [InlineData("minutes", "14", "a whole number from 15 to 60")]
    [InlineData("minutes", "61", "a whole number from 15 to 60")]
    [InlineData("minutes", "-45", "a whole number from 15 to 60")]
    [InlineData("experience", "\"\"", "one of new, some, experienced")]
    [InlineData("equipment[0]", "\"none\"", "one of mat, band, dumbbells")]
    [InlineData("equipment[0]", "\"dumbbell\"", "one of mat, band, dumbbells")]
    [InlineData("niggles[0].area", "\"knee\"", Areas)]
    [InlineData("avoid[0]", "\"box-jumps\"", AnExercise + ". Did you mean box-jump?")]
    [InlineData("ageBand", "\"40\"", "one of under-40, 40-59, 60-plus")]
    [InlineData("taper", "\"Rest\"", "one of rest, light-activation")]
    [InlineData("afterRace", "\"3-weeks\"", "one of auto, 1-week, 2-weeks, 4-weeks, stop")]
    [InlineData("consent", "false", "true: without consent nothing may be stored or mailed")]
    public void A_value_out_of_range_is_told_the_range(string path, string json, string accepted) =>
        AssertRefused(Filled.With(path, json), path, $"{path} must be {accepted}");

    [Theory]
    [InlineData("06:10", "06:15")]
    [InlineData("06:07", "06:00")]
    [InlineData("06:08", "06:15")]
    [InlineData("06:59", "07:00")]
    [InlineData("23:59", "23:45")]
    public void A_send_time_between_quarter_hours_is_told_the_nearest(string sendAt, string nearest) =>
        AssertRefused(Filled.With("sendAt", $"\"{sendAt}\""), "sendAt", $"The nearest is {nearest}.");

    [Theory]
    [InlineData("sentAt", "sentAt is unknown. Did you mean sendAt? Accepted here: email, timeZone, consent, startOn,")]
    [InlineData("$schema", "Accepted here: email,")]
    [InlineData("Email", "Did you mean email?")]
    [InlineData("week.fri", "Accepted here: monday, tuesday, wednesday, thursday, friday, saturday, sunday.")]
    [InlineData("races[0].elevation", "elevation is unknown. Accepted here: name, date, distance, hilly, priority.")]
    [InlineData("niggles[0].painfull", "is unknown. Did you mean painfulNow? Accepted here: area, painfulNow.")]
    public void An_unknown_member_is_named_at_any_depth_with_those_accepted_there(string path, string complaint)
    {
        AssertRefused(Filled.With(path, "1"), path, complaint);
        AssertRefused(Filled.With(path, "null"), path, complaint);
    }

    [Fact]
    public void What_is_too_long_is_told_the_limit()
    {
        AssertRefused(Filled.With("name", $"\"{new string('x', 61)}\""), "name", RunnerName);
        AssertRefused(Filled.With("races[0].name", $"\"{new string('x', 81)}\""), "races[0].name", RaceName);
        AssertRefused(Filled.With("email", $"\"a@{new string('x', 250)}.org\""), "email", "at most 254 characters");
        AssertRefused(Filled.With("timeZone", $"\"{new string('x', 10_000)}\""), "timeZone", AZone);
        AssertRefused(Filled.With("races", Many(21, """{"date":"2027-09-26"}""")), "races", "at most 20 items");
        AssertRefused(Filled.With("niggles", Many(8, """{"area":"achilles"}""")), "niggles", "at most 7 items");
        AssertRefused(Filled.With("avoid", Many(101, "\"box-jump\"")), "avoid", "at most 100 items");
        AssertRefused(Filled.With("equipment", Many(31, "\"mat\"")), "equipment", "at most 30 items");
    }

    [Fact]
    public void The_same_thing_twice_is_one_thing_but_two_words_on_one_niggle_are_refused()
    {
        Assert.NotNull(Filled.SignUp(Filled.With("equipment", """["mat","mat"]""")).Value);
        Assert.Single(Filled.SignUp(Filled.With("avoid", """["box-jump","box-jump"]""")).Value!.Training.Avoid);
        AssertRefused(
            Filled.With("niggles", """[{"area":"achilles"},{"area":"achilles","painfulNow":true}]"""),
            "niggles[1].area",
            "niggles[1].area must be an area not yet listed; achilles is listed twice.");
    }

    [Theory]
    [InlineData("""{"minutes":45,"minutes":30}""", "minutes")]
    [InlineData("""{"minutes":45,"\u006dinutes":30}""", "minutes")]
    [InlineData("""{"week":{"friday":"easy","friday":"hard"}}""", "week.friday")]
    [InlineData("""{"races":[{"date":"2027-09-26","date":"2027-09-26"}]}""", "races[0].date")]
    public void A_member_given_twice_is_refused(string json, string path) =>
        AssertRefused(json, path, $"{path} is given twice; send it once.");

    [Fact]
    public void A_sign_up_may_start_in_the_past_and_a_preview_at_any_date()
    {
        Assert.NotNull(Filled.SignUp(Filled.With("startOn", "\"2026-01-05\"")).Value);
        Assert.NotNull(Filled.SignUp(Filled.With("startOn", "\"2028-11-22\"")).Value);
        Assert.NotNull(Filled.Preview(Filled.With("startOn", "\"2100-12-31\"")).Value);
    }

    [Fact]
    public void What_a_preview_does_not_need_is_looked_at_all_the_same()
    {
        Assert.Contains("email", Filled.Preview(Filled.With("email", "\"ana\"")).Errors.ByMember.Keys);
        Assert.Contains("timeZone", Filled.Preview(Filled.With("timeZone", "\"\"")).Errors.ByMember.Keys);
        Assert.Contains("consent", Filled.Preview(Filled.With("consent", "1")).Errors.ByMember.Keys);
        Assert.NotNull(Filled.Preview(Filled.With("consent", "false")).Value);
    }

    [Fact]
    public void A_page_of_mistakes_is_enough()
    {
        var unknown = string.Join(',', Enumerable.Range(0, 5000).Select(i => $"\"m{i}\":1"));

        Assert.Equal(50, Filled.Preview($"{{{unknown}}}").Errors.ByMember.Count);
    }

    [Fact]
    public void The_same_mistake_is_named_once()
    {
        var repeated = string.Join(',', Enumerable.Repeat("\"x\":1", 5000));

        Assert.Equal(
            ["x is given twice; send it once.", "x is unknown. Accepted here: email, "],
            Filled.Preview($"{{{repeated}}}").Errors.ByMember["x"].Select(m => m[..Math.Min(m.Length, 36)]));
    }

    private static void AssertRefused(string json, string path, string complaint)
    {
        var result = Filled.SignUp(json);
        Assert.Null(result.Value);
        Assert.Contains(path, result.Errors.ByMember.Keys);
        Assert.Contains(result.Errors.ByMember[path], message => message.Contains(complaint, StringComparison.Ordinal));
    }

    private static string Many(int count, string json) => $"[{string.Join(',', Enumerable.Repeat(json, count))}]";
}
