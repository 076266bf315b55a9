using System.Collections.Immutable;
using StrengthDays.Coaching;
using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Dispatch;
using StrengthDays.Coaching.Plans;
using StrengthDays.Training;

namespace StrengthDays.Benchmarks;

/// <summary>Runners with 500 different plans in 24 zones, all with a session on one date, sent at one instant.</summary>
internal sealed class TickRunners
{
    /// <summary>At that instant the date is the same in all of <see cref="_zones"/>.</summary>
    public static readonly DateTimeOffset Due = new(2027, 1, 6, 12, 0, 0, TimeSpan.Zero);

    private static readonly DateOnly Today = new(2027, 1, 6);

    private static readonly string[] _zones =
    [
        "Pacific/Honolulu", "America/Anchorage", "America/Los_Angeles", "America/Denver", "America/Chicago",
        "America/New_York", "America/Halifax", "America/St_Johns", "America/Sao_Paulo", "Atlantic/South_Georgia",
        "Atlantic/Azores", "Europe/London", "Europe/Berlin", "Europe/Helsinki", "Africa/Nairobi", "Asia/Dubai",
        "Asia/Karachi", "Asia/Kolkata", "Asia/Dhaka", "Asia/Bangkok", "Asia/Singapore", "Asia/Tokyo",
        "Australia/Adelaide", "Pacific/Noumea",
    ];

    private readonly ImmutableArray<(PlanHeader Header, NextDue? Later)> _kinds;

    public TickRunners()
    {
        var random = new RandomQuestionnaires(20270106);
        var kinds = ImmutableArray.CreateBuilder<(PlanHeader, NextDue?)>();
        for (var tries = 0; kinds.Count < 500; tries++)
        {
            var training = random.Next() with { StartOn = Today.AddDays(-tries % 100) };
            if (Kind(training, _zones[kinds.Count % _zones.Length]) is { } kind)
                kinds.Add(kind);
        }

        _kinds = kinds.ToImmutable();
    }

    /// <summary>A runner whose next mail is due now, or on a later day.</summary>
    public PlanHeader Make(int number, bool isDue)
    {
        var (header, later) = _kinds[number % _kinds.Length];
        var id = PlanId.New();
        var enrolment = header.Inputs.Enrolment with { Email = FormattableString.Invariant($"runner{number}@example.com") };
        return header with
        {
            Id = id,
            SignUp = id,
            Inputs = header.Inputs with { Enrolment = enrolment },
            Next = isDue ? header.Next : later,
        };
    }

    private static (PlanHeader Header, NextDue? Later)? Kind(Questionnaire training, string zone)
    {
        var local = TimeZoneInfo.ConvertTime(Due, TimeZoneInfo.FindSystemTimeZoneById(zone));
        var sendAt = TimeOnly.FromDateTime(local.DateTime);
        var inputs = new PlanInputs(
            new Enrolment("", "Ana", zone, sendAt, WeeklyLookAhead: false, training), [], LinkGenerations.First);
        var calendar = new MailCalendar(inputs, Catalogue.Default);
        if (calendar.On(Today)?.Kind is not Coaching.Emails.MailKind.Session || calendar.ExtendOn <= Today)
            return null;
        var header = new PlanHeader
        {
            Id = default,
            Status = PlanStatus.Active,
            Inputs = inputs,
            Consent = new Consent(Consent.Wording, Due.AddDays(-100)),
            Through = Today.AddDays(-1),
            Next = new NextDue(Today, Due),
            Outline = PlanOutline.Of(calendar.Season),
        };
        return (header, calendar.NextAfter(Today));
    }
}
