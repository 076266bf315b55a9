using StrengthDays.Coaching.Time;

namespace StrengthDays.Coaching.Contract;

/// <summary>JSON to answers. All mistakes are found in one pass, each named with what would be accepted.</summary>
public static class QuestionnaireReader
{
    private static readonly Rule<string> Name = Answer.Name(60);

    /// <summary>A whole sign-up: address, zone, week and consent are required.</summary>
    public static ReadResult<Enrolment> ReadSignUp(ReadOnlyMemory<byte> utf8, DateTimeOffset now) =>
        Read(utf8, members => SignUp(members, today => Answer.DateUntil(today.AddYears(2)), now));

    /// <summary>A preview: only the week is required; the zone is UTC and the address empty unless given.</summary>
    public static ReadResult<Enrolment> ReadPreview(ReadOnlyMemory<byte> utf8, DateTimeOffset now) =>
        Read(utf8, members => Preview(members, now));

    /// <summary>What <see cref="QuestionnaireWriter"/> wrote, long ago perhaps: no rule depends on today.</summary>
    public static ReadResult<Enrolment> ReadStored(ReadOnlyMemory<byte> utf8) =>
        Read(utf8, members => SignUp(members, _ => Answer.Date, DateTimeOffset.UnixEpoch));

    private static ReadResult<Enrolment> Read(ReadOnlyMemory<byte> utf8, Func<Members, Enrolment> read)
    {
        var errors = new FieldErrors();
        using var json = JsonBody.Parse(utf8, errors);
        var enrolment = json is null ? null : Members.ReadAll(json.RootElement, "", errors, read);
        return ReadResult<Enrolment>.Of(enrolment, errors);
    }

    private static Enrolment SignUp(Members members, Func<DateOnly, Rule<DateOnly>> startOn, DateTimeOffset now)
    {
        var email = members.Required("email", Answer.Email);
        var zone = members.Required("timeZone", Answer.Zone);
        _ = members.Required("consent", Answer.Consent);
        var today = Zones.DateAt(now, zone ?? Zones.Utc);
        return Rest(members, email ?? "", zone ?? Zones.Utc, members.Optional("startOn", startOn(today), today));
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
