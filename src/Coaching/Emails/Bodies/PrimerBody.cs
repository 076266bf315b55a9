using StrengthDays.Coaching.Emails.Words;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Emails.Bodies;

/// <summary>The pre-run primer (R132).</summary>
internal static class PrimerBody
{
    public static MailBody Of(PrimerLetter letter) => new(
        "Five minutes before your run",
        Dates.Long(letter.LocalDate) + " · under 5 min, right before you head out",
        [
            .. MailBodies.Greeting(letter),
            new ExerciseList("Primer", [.. letter.Exercises.Select(p => ExerciseWords.Line(p, BlockKind.Activation))]),
            new Paragraph("Stay far from tired: this only wakes the hips up. Sharp or rising pain means stop."),
        ],
        MailBodies.Foot(letter.Links));
}
