using StrengthDays.Coaching.Contract;

namespace StrengthDays.Coaching.Pages.Form;

/// <summary>A form as it is shown: what was typed, and what is wrong with it.</summary>
/// <param name="Errors">By path in the questionnaire, which is the name of the field; null when nothing was
/// judged.</param>
/// <param name="Notice">What stands in the way that has nothing to do with what was typed; null when nothing
/// does.</param>
public sealed record FormState(FormFields Fields, FieldErrors? Errors, string? Notice = null)
{
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

    /// <summary>An id for a field's name that a link can point at.</summary>
    public static string IdOf(string name) =>
        new([.. name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]);
}
