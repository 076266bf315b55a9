using System.Globalization;
using System.Text;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Tests.Dispatch;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Tests.Simulator;

/// <summary>A runner with random answers, who acts now and then.</summary>
internal static class SimRunner
{
    // Clock changes, three dates at once, half hours, a gap before midnight.
    private static readonly string[] _zones =
    [
        "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Auckland", "Pacific/Kiritimati",
        "Pacific/Pago_Pago", "America/Nuuk", "Africa/Cairo", "Asia/Kathmandu", "America/Santiago", "UTC",
    ];

    private static readonly Distance[] _distances = [Distance.FiveK, Distance.TenK, Distance.HalfMarathon, Distance.Marathon];

    /// <summary>The plan's id is in it, so that a mail tells whose it is.</summary>
    public static string AddressOf(PlanId plan) => $"{plan}@example.com";

    public static PlanId NewId(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new(new Guid(bytes));
    }

    public static Enrolment Enrolment(PlanId id, DateOnly today, Random random) => Runners.Named(AddressOf(id)).In(
        Pick(_zones, random)).With(t => t with
        {
            StartOn = today.AddDays(-1),
            Week = Week(random),
            SessionsPerWeek = random.Next(1, 5),
            Races = random.Next(3) == 0
                ? [new Race("", today.AddDays(random.Next(8, 60)), Pick(_distances, random))]
                : [],
        }) with
    { SendAt = Quarter(random), WeeklyLookAhead = random.Next(3) == 0, Name = null };

    /// <summary>A change of the plan as JSON, or one of its other ends.</summary>
    public static SimAction Act(Random random, DateOnly today) => random.Next(12) switch
    {
        0 => new("unsubscribe", ""),
        1 => new("erase", ""),
        2 => new("pause", Json("from", today.AddDays(random.Next(3)), "to", today.AddDays(random.Next(3, 9)))),
        3 => new("pause", """{ }"""),
        4 or 5 => new("resume", ""),
        6 or 7 => new("patch", $$"""{ "sendAt": "{{Quarter(random).ToString("HH:mm", CultureInfo.InvariantCulture)}}" }"""),
        8 or 9 => new("patch", $$"""{ "timeZone": "{{Pick(_zones, random)}}" }"""),
        10 => new("patch", $$"""{ "sessionsPerWeek": {{random.Next(1, 5)}} }"""),
        _ => new("patch", $$"""{ "minutes": {{random.Next(20, 60)}} }"""),
    };

    private static RunningWeek Week(Random random) => new(
        Run(random), Run(random), Run(random), Run(random), Run(random), Run(random), Run(random));

    private static RunDay Run(Random random) =>
        Pick([RunDay.Rest, RunDay.Rest, RunDay.Easy, RunDay.Easy, RunDay.Hard, RunDay.Long], random);

    private static TimeOnly Quarter(Random random) => new(random.Next(24), 15 * random.Next(4));

    private static T Pick<T>(T[] from, Random random) => from[random.Next(from.Length)];

    private static string Json(string a, DateOnly from, string b, DateOnly to) => string.Create(
        CultureInfo.InvariantCulture, $$"""{ "{{a}}": "{{from:yyyy-MM-dd}}", "{{b}}": "{{to:yyyy-MM-dd}}" }""");
}

/// <param name="What">unsubscribe, erase, pause, resume or patch.</param>
/// <param name="Body">Its JSON.</param>
internal sealed record SimAction(string What, string Body)
{
    public byte[] Bytes => Encoding.UTF8.GetBytes(Body);
}
