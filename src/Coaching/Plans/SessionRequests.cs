using StrengthDays.Coaching.Contract;

namespace StrengthDays.Coaching.Plans;

/// <summary>The body of an answer to a session.</summary>
/// <param name="Exercise">Id of what hurt; null when not said, and with every answer but pain.</param>
public sealed record FeedbackRequest(Training.Answer Answer, string? Exercise)
{
    /// <param name="exercises">Ids of what the session held.</param>
    public static ReadResult<FeedbackRequest> Read(ReadOnlyMemory<byte> utf8, IReadOnlyList<string> exercises)
    {
        var errors = new FieldErrors();
        using var json = JsonBody.Parse(utf8, errors);
        var feedback = json is null
            ? null
            : Members.ReadAll(json.RootElement, "", errors, members => Read(members, exercises, errors));
        return ReadResult<FeedbackRequest>.Of(feedback, errors);
    }

    private static FeedbackRequest Read(Members members, IReadOnlyList<string> exercises, FieldErrors errors)
    {
        var answer = members.Required("answer", Answers);
        var exercise = members.Optional("exercise", Contract.Answer.OneOf(exercises), "");
        if (exercise is { Length: > 0 } && !errors.Any && answer is not Training.Answer.Pain)
            errors.Add("exercise", "goes only with the answer pain.");
        return new FeedbackRequest(answer, exercise is { Length: > 0 } ? exercise : null);
    }

    private static readonly Rule<Training.Answer> Answers = Contract.Answer.OneOf<Training.Answer>();
}

/// <summary>The body of a move.</summary>
public sealed record MoveRequest(DateOnly To)
{
    public static ReadResult<MoveRequest> Read(ReadOnlyMemory<byte> utf8)
    {
        var errors = new FieldErrors();
        using var json = JsonBody.Parse(utf8, errors);
        var move = json is null
            ? null
            : Members.ReadAll(
                json.RootElement, "", errors, members => new MoveRequest(members.Required("to", Contract.Answer.Date)));
        return ReadResult<MoveRequest>.Of(move, errors);
    }
}
