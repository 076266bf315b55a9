using StrengthDays.Coaching.Emails.Words;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Emails.Bodies;

/// <summary>A phase begins: how many sets become how many, until when, and why.</summary>
internal static class PhaseBody
{
    public static MailBody Of(PhaseLetter letter) => new(
        PhaseWords.Title(letter.Phase.Phase) + " begins",
        Lead(letter),
        [
            .. MailBodies.Greeting(letter),
            new Paragraph(Days(letter.Phase) + ". " + Why(letter.Phase)),
            new Paragraph(letter.NextSession is { } next
                ? $"Next session: {Dates.Long(next)}."
                : "No further session is planned for now."),
            MailBodies.SeePlan(letter),
        ],
        MailBodies.Foot(letter.Links));

    /// <summary>E.g. "Race block, 15 Feb to 11 Apr: 3 sets become 2. …", then the planner's reason and a tip.</summary>
    public static string Sentence(PhaseRange? before, PhaseRange now) =>
        $"{Days(now)}: {PhaseWords.Change(before, now)}. {Why(now)}";

    private static string Days(PhaseRange phase) =>
        $"{PhaseWords.Title(phase.Phase)}, {Dates.Range(phase.From, phase.To)}";

    private static string Why(PhaseRange phase) =>
        (Text.Sentence(phase.Why) + PhaseWords.Tip(phase.Phase)).TrimEnd();

    private static string Lead(PhaseLetter letter)
    {
        var change = PhaseWords.Change(letter.Before, letter.Phase);
        return letter.Race is { } race ? $"{RaceWords.Ahead(race)} · {change}" : Text.Capital(change);
    }
}
