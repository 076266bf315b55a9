using StrengthDays.Training;

namespace StrengthDays.Coaching.Tests.Dispatch;

/// <summary>Enrolments to start from.</summary>
internal static class Runners
{
    public static readonly RunningWeek Week = new(
        RunDay.Rest, RunDay.Hard, RunDay.Easy, RunDay.Rest, RunDay.Easy, RunDay.Rest, RunDay.Long);

    /// <summary>2027-01-04, a Monday, at 00:00 in Berlin.</summary>
    public static readonly DateTimeOffset Monday = new(2027, 1, 3, 23, 0, 0, TimeSpan.Zero);

    public static readonly Race Marathon = new("Berlin Marathon", new DateOnly(2027, 9, 26), Distance.Marathon);

    /// <summary>
    /// Two sessions a week, on Wednesday and Friday at 06:30 in Berlin, with a marathon in September.
    /// </summary>
    public static readonly Enrolment Ana = Named("ana@example.com", Marathon);

    /// <summary>The same without a race.</summary>
    public static readonly Enrolment Ben = Named("ben@example.com");

    public static Enrolment Named(string email, params Race[] races) => new(
        email,
        "Ana",
        "Europe/Berlin",
        new TimeOnly(6, 30),
        WeeklyLookAhead: false,
        new Questionnaire
        {
            StartOn = new DateOnly(2027, 1, 4),
            Week = Week,
            Races = [.. races],
            Equipment = Equipment.Band,
        });

    public static Enrolment In(this Enrolment enrolment, string zone) => enrolment with { TimeZone = zone };

    public static Enrolment With(this Enrolment enrolment, Func<Questionnaire, Questionnaire> change) =>
        enrolment with { Training = change(enrolment.Training) };

    public static DateOnly Day(string date) =>
        DateOnly.ParseExact(date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public static DateTimeOffset Utc(string time) => DateTimeOffset.Parse(
        time + "Z", System.Globalization.CultureInfo.InvariantCulture);
}
