using System.Text.Json;
using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Plans;

namespace StrengthDays.Coaching.Pages.Form;

/// <summary>A runner's answers as the form shows them: the way back from <see cref="QuestionnaireForm"/>.</summary>
public static class AnswersForm
{
    /// <summary>The page on which answers change, and its buttons.</summary>
    public const string Ask = "answers", Preview = "preview-answers", Save = "save-answers";

    /// <summary>Whether one of its buttons was pressed.</summary>
    public static bool IsSentBy(FormFields fields) => fields.Text("do") is Preview or Save;

    /// <summary>What the answers would come to, without doing it.</summary>
    public static Edit Edit(PlanEdits edits, PlanHeader plan, FormFields fields) => edits.Patch(
        plan,
        // A browser sends an empty field too, but not one that was not shown.
        QuestionnaireForm.ToPatch(QuestionnaireForm.Compact(fields), startOn: fields.All("startOn") is not []));

    public static FormFields Of(Enrolment enrolment)
    {
        using var json = JsonDocument.Parse(QuestionnaireWriter.Write(enrolment));
        return FormFields.Of(json.RootElement.EnumerateObject().SelectMany(m => Fields(m.Name, m.Value)));
    }

    private static IEnumerable<(string Name, string Value)> Fields(string name, JsonElement value) =>
        (name, value.ValueKind) switch
        {
            ("niggles", _) => value.EnumerateArray().Select(Niggle),
            (Avoided.Field, _) => value.EnumerateArray().Select(id => (name, Avoided.NameOf(id.GetString()!))),
            (_, JsonValueKind.Object) => value.EnumerateObject().SelectMany(m => Fields($"{name}.{m.Name}", m.Value)),
            (_, JsonValueKind.Array) => value.EnumerateArray().SelectMany((item, place) =>
                Fields(item.ValueKind is JsonValueKind.Object ? $"{name}[{place}]" : name, item)),
            // A box without a tick is not sent.
            (_, JsonValueKind.False or JsonValueKind.Null) => [],
            (_, JsonValueKind.True) => [(name, "true")],
            _ => [(name, value.ToString())],
        };

    private static (string Name, string Value) Niggle(JsonElement niggle) => (
        QuestionnaireForm.Niggle + niggle.GetProperty("area").GetString(),
        niggle.GetProperty("painfulNow").GetBoolean() ? QuestionnaireForm.HurtsNow : QuestionnaireForm.HurtOnce);
}
