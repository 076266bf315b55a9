using StrengthDays.Coaching.Time;

namespace StrengthDays.Coaching.Contract;

/// <summary>JSON to answers. All mistakes are found in one pass, each named with what would be accepted.</summary>
public static class QuestionnaireReader
{
    /// <summary>Nobody plans a season further ahead; a start later than that is a slip of the finger.</summary>
    private const int MostYearsAhead = 2;

    private static readonly Rule<string> Name = Answer.Name(60);

    /// <summary>A whole sign-up: address, zone, week and consent are required.</summary>
    public static ReadResult<Enrolment> ReadSignUp(ReadOnlyMemory<byte> utf8, DateTimeOffset now) =>
        Read(utf8, members => SignUp(members, now));

    /// <summary>A preview: only the week is required; the zone is UTC and the address empty unless given.</summary>
    public static ReadResult<Enrolment> ReadPreview(ReadOnlyMemory<byte> utf8, DateTimeOffset now) =>
        Read(utf8, members => Preview(members, now));

    private static ReadResult<Enrolment> Read(ReadOnlyMemory<byte> utf8, Func<Members, Enrolment> read)
    {
        var errors = new FieldErrors();
        using var json = JsonBody.Parse(utf8, errors);
        var enrolment = json is null ? null : Members.ReadAll(json.RootElement, "", errors, read);
        return ReadResult<Enrolment>.Of(enrolment, errors);
    }

    private static Enrolment SignUp(Members members, DateTimeOffset now)
    {
        var email = members.Required("email", Answer.Email);
        var zone = members.Required("timeZone", Answer.Zone);
        _ = members.Required("consent", Answer.Consent);
        var today = Zones.DateAt(now, zone ?? Zones.Utc);
        var startOn = members.Optional("startOn", Answer.DateUntil(today.AddYears(MostYearsAhead)), today);
        return Rest(members, email ?? "", zone ?? Zones.Utc, startOn);
    }

    private static Enrolment Preview(Members members, DateTimeOffset now)
    {
        var email = members.Optional("email", Answer.Email, "");
        var zone = members.Optional("timeZone", Answer.Zone, Zones.Utc);
        _ = members.Optional("consent", Answer.Flag, false);
        return Rest(members, email, zone, members.Optional("startOn", Answer.Date, Zones.DateAt(now, zone)));
    }

    private static Enrolment Rest(Members members, string email, string zone, DateOnly startOn) => new(
        email,
        members.Optional("name", Name, "") is { Length: > 0 } name ? name : null,
        zone,
        members.Optional("sendAt", Answer.QuarterHour, new TimeOnly(6, 0)),
        members.Optional("weeklyLookAhead", Answer.Flag, false),
        TrainingReader.Read(members, startOn));
}
