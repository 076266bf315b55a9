using System.Text.Json;
using StrengthDays.Coaching.Time;

namespace StrengthDays.Coaching.Contract;

/// <summary>A merge patch on a runner's questionnaire: what it may not touch, and the answers it leads to.</summary>
public static class QuestionnairePatch
{
    /// <summary>The enrolment with the patch applied; mistakes are named by path in the whole questionnaire.</summary>
    public static ReadResult<Enrolment> Read(Enrolment enrolment, ReadOnlyMemory<byte> utf8, DateTimeOffset now)
    {
        var errors = new FieldErrors();
        using var patch = JsonBody.Parse(utf8, errors);
        using var stored = JsonDocument.Parse(QuestionnaireWriter.Write(enrolment));
        if (patch is not null)
            RefuseUntouchable(patch.RootElement, stored.RootElement, Zones.DateAt(now, enrolment.TimeZone), errors);
        return patch is null || errors.Any
            ? ReadResult<Enrolment>.Of(null, errors)
            : QuestionnaireReader.ReadSignUp(MergePatch.Apply(stored.RootElement, patch.RootElement), now);
    }

    private static void RefuseUntouchable(JsonElement patch, JsonElement stored, DateOnly today, FieldErrors errors)
    {
        if (patch.TryGetProperty("email", out _))
            errors.Add("email", "cannot be changed; sign up again with the other address.");
        if (patch.TryGetProperty("consent", out _))
            errors.Add("consent", "cannot be changed; unsubscribe or delete the plan instead.");
        if (patch.TryGetProperty("startOn", out var startOn) && Answer.DateOf(startOn) < today)
            errors.Add("startOn", $"must be a date from {today:O} on; the past of a plan cannot be changed.");
        RefuseLoose(patch, stored, "", errors);
    }

    // A merge would swallow both in silence: a member given twice, and a null on an unknown one.
    private static void RefuseLoose(JsonElement patch, JsonElement stored, string path, FieldErrors errors)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in patch.EnumerateObject())
        {
            var known = stored.TryGetProperty(member.Name, out var before);
            if (!names.Add(member.Name))
                errors.Add(path + member.Name, Members.GivenTwice);
            if (!known && member.Value.ValueKind == JsonValueKind.Null)
                errors.Add(path + member.Name, Members.Unknown(member.Name, NamesOf(stored)));
            if (member.Value.ValueKind == JsonValueKind.Object && before.ValueKind == JsonValueKind.Object)
                RefuseLoose(member.Value, before, $"{path}{member.Name}.", errors);
        }
    }

    private static IReadOnlyList<string> NamesOf(JsonElement json) => [.. json.EnumerateObject().Select(m => m.Name)];
}
