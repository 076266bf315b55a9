using System.Collections.Immutable;
using StrengthDays.Coaching.Contract;

namespace StrengthDays.Coaching.Pages.Form;

/// <summary>A form as it is shown: what was typed, and what is wrong with it.</summary>
/// <param name="Errors">By path in the questionnaire, which is the name of the field; null when nothing was
/// judged.</param>
/// <param name="Notice">What stands in the way that has nothing to do with what was typed; null when nothing
/// does.</param>
public sealed record FormState(FormFields Fields, FieldErrors? Errors, string? Notice = null)
{
    /// <summary>Whether nothing was done with what was typed.</summary>
    public bool IsRefused => Errors is { Any: true } || Notice is not null;

    /// <summary>What keeps the plan from being drawn, in sentences from the top of the form on, each with the id of
    /// its field.</summary>
    public IEnumerable<(string Id, string Sentence)> InTheWayOfThePlan =>
        from path in Errors?.ByMember ?? ImmutableDictionary<string, ImmutableArray<string>>.Empty
        where FieldNames.Card(path.Key) < FieldNames.ContactCard
        orderby FieldNames.Card(path.Key)
        from message in path.Value
        select (TargetOf(path.Key), FieldNames.Sentence(path.Key, path.Key, message));

    /// <summary>
    /// What is wrong with a field, in the reader's words with the form's name for it; null when nothing.
    /// </summary>
    public string? ErrorOf(string name)
    {
        if (Errors is null)
            return null;
        var messages =
            from path in Errors.ByMember
            where path.Key == name || path.Key.StartsWith(name + "[", StringComparison.Ordinal)
            from message in path.Value
            select FieldNames.Sentence(name, path.Key, message);
        return string.Join(" ", messages) is { Length: > 0 } all ? all : null;
    }

    /// <summary>The id to lead somebody to for a mistake: one in an entry of a list is shown under the list.</summary>
    public static string TargetOf(string path) => path.StartsWith(Avoided.Field, StringComparison.Ordinal)
        ? "avoid-error"
        : IdOf(path);

    /// <summary>An id for a field's name that a link can point at.</summary>
    public static string IdOf(string name) =>
        new([.. name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]);
}
