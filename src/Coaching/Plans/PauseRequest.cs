using StrengthDays.Coaching.Contract;

namespace StrengthDays.Coaching.Plans;

/// <summary>The body of a pause; both ends included.</summary>
/// <param name="To">Null until the runner resumes.</param>
public sealed record PauseRequest(DateOnly From, DateOnly? To)
{
    /// <summary>An empty body pauses from today until further notice.</summary>
    public static ReadResult<PauseRequest> Read(ReadOnlyMemory<byte> utf8, DateOnly today)
    {
        var errors = new FieldErrors();
        using var json = JsonBody.Parse(utf8.IsEmpty ? "{}"u8.ToArray() : utf8, errors);
        var pause = json is null
            ? null
            : Members.ReadAll(json.RootElement, "", errors, members => Read(members, today, errors));
        return ReadResult<PauseRequest>.Of(pause, errors);
    }

    private static PauseRequest Read(Members members, DateOnly today, FieldErrors errors)
    {
        var from = members.Optional("from", Answer.Date, today);
        var to = members.Optional("to", Answer.Date, DateOnly.MaxValue);
        if (errors.Any)
            return new PauseRequest(today, null);
        if (from < today)
            errors.Add("from", $"must be a date from {today:O} on; the past of a plan cannot be changed.");
        if (to < from)
            errors.Add("to", $"must be a date from {from:O} on.");
        return new PauseRequest(from, to == DateOnly.MaxValue ? null : to);
    }
}
