using StrengthDays.Coaching.Emails.Words;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Emails.Bodies;

/// <summary>The silence round the race, and the start of the next cycle.</summary>
internal static class RaceBodies
{
    public static MailBody Of(RaceWeekLetter letter) => new(
        "Good luck at " + RaceWords.Name(letter.Race.Race),
        $"{RaceWords.Ahead(letter.Race)} · {Dates.Long(letter.Race.Race.Date)}",
        [
            .. MailBodies.Greeting(letter),
            new Paragraph("No strength from here to the finish line: the work is done, and your legs belong to the "
                + "race. Keep to what you know, in kit you have run in before."),
            new Paragraph(WhenStrengthComesBack(letter.NextSession)),
            new Paragraph("Have a good race."),
        ],
        MailBodies.Foot(letter.Links));

    public static MailBody Of(RestartLetter letter) => new(
        "Strength is back",
        letter.FirstSession is { } first ? "First session " + Dates.Long(first) : "A new cycle begins",
        [
            .. MailBodies.Greeting(letter),
            new Paragraph(NewCycle(letter.Phase)),
            MailBodies.SeePlan(letter),
        ],
        MailBodies.Foot(letter.Links));

    /// <summary>R145: a new cycle with the numbers of its first phase.</summary>
    public static string NewCycle(PhaseRange phase) =>
        "The break after your race is over and a new cycle begins. " + PhaseBody.Sentence(null, phase);

    private static string WhenStrengthComesBack(DateOnly? next) => next is { } date
        ? $"Until then we stay silent. Strength comes back on {Dates.Long(date)}, after your recovery."
        : "Until then we stay silent. No strength is planned for afterwards: your plan's page changes that.";
}
