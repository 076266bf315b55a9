using System.Collections.Immutable;
using System.Globalization;

namespace StrengthDays.Coaching.Pages.Form;

/// <summary>
/// The answers that saved ones took the place of. The form carries them along and the address after it, so that one
/// press brings back those that changed and no others.
/// </summary>
internal static class ReplacedAnswers
{
    /// <summary>The form's field with the answers as they were when it was written.</summary>
    public const string Before = "before";

    // Not sent by the form once it is past, so that its absence says nothing.
    private const string FirstDay = "startOn";

    // The form's own, and what nobody changes on it.
    private static readonly string[] NoAnswers = [Before, "do", "revision", "email", "consent"];

    public static string Encode(Enrolment enrolment) => string.Join('&', Pairs(AnswersForm.Of(enrolment))
        .Select(f => $"{Uri.EscapeDataString(f.Name)}={Uri.EscapeDataString(f.Value)}"));

    /// <summary>
    /// What the saved answers replaced: each old value of each field that changed, or one empty value.
    /// </summary>
    /// <param name="saved">As the form sent them.</param>
    public static IEnumerable<(string Name, string Value)> By(FormFields saved)
    {
        var before = FormFields.Parse(saved.Text(Before));
        var now = QuestionnaireForm.Compact(saved);
        return
            from name in before.Names.Union(now.Names).Except(NoAnswers)
            where before.Names.Any() && (name != FirstDay || now.All(FirstDay) is not [])
            let was = Typed(before, name)
            where !was.SequenceEqual(Typed(now, name))
            from value in was.DefaultIfEmpty("")
            select (name, value);
    }

    /// <summary>
    /// The form that saves the answers as they are now, but for the replaced ones; empty without any.
    /// </summary>
    /// <param name="view">The plan as it is now.</param>
    /// <param name="query">Of the page's address.</param>
    /// <param name="prefix">Before the name of each replaced answer there.</param>
    public static ImmutableArray<(string Name, string Value)> WayBack(PlanView view, FormFields query, string prefix)
    {
        var replaced = query.Names.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).ToList();
        return replaced.Count == 0
            ? []
            :
            [
                ("do", AnswersForm.Save),
                ("revision", view.Header.Revision.ToString(CultureInfo.InvariantCulture)),
                (Before, Encode(view.Enrolment)),
                .. Pairs(AnswersForm.Of(view.Enrolment))
                    .Where(f => f.Name != FirstDay && !replaced.Contains(prefix + f.Name)),
                .. replaced.SelectMany(name => query.All(name).Select(value => (name[prefix.Length..], value))),
            ];
    }

    private static IEnumerable<(string Name, string Value)> Pairs(FormFields fields) =>
        fields.Names.Except(NoAnswers).SelectMany(name => fields.All(name).Select(value => (name, value)));

    // An empty field and one that is not there are the same answer, and the boxes of a list have no order.
    private static ImmutableArray<string> Typed(FormFields fields, string name) =>
        [.. fields.All(name).Select(v => v.Trim()).Where(v => v.Length > 0).Order(StringComparer.Ordinal)];
}
