using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Pages.Form;

namespace StrengthDays.Coaching.Pages;

/// <summary>A form of the runner's page that was not taken.</summary>
/// <param name="Fields">As it was sent.</param>
/// <param name="Problem">What stood in its way.</param>
public sealed record RefusedForm(FormFields Fields, Problem Problem)
{
    /// <summary>Why, in sentences.</summary>
    public string Why => FieldNames.Sentences(Problem, Fields.Text("do"));
}
