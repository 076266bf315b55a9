using StrengthDays.Coaching.Emails.Words;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Emails.Bodies;

/// <summary>A pause taken, a pause over.</summary>
internal static class PauseBodies
{
    public static MailBody Of(PausedLetter letter) => new(
        "Your plan is paused",
        letter.Pause.To is { } to
            ? $"{Dates.Long(letter.Pause.From)} to {Dates.Long(to)}, both included"
            : $"From {Dates.Long(letter.Pause.From)} until you resume",
        [
            .. MailBodies.Greeting(letter),
            new Paragraph("No strength mails in this time. " + (letter.Race is { } race
                ? $"The phases before {RaceWords.Name(race.Race)} stay where they are."
                : "Your plan moves on by the length of the pause.")),
            new Paragraph(WhatComesAfter(letter)),
            MailBodies.SeePlan(letter),
        ],
        MailBodies.Foot(letter.Links));

    public static MailBody Of(ResumedLetter letter) => new(
        "Welcome back",
        letter.NextSession is { } next ? "Next session " + Dates.Long(next) : "No session is planned for now",
        [
            .. MailBodies.Greeting(letter),
            new Paragraph("The pause is over. Nothing is made up for: sessions that were left out stay left out. "
                + "After two weeks or more away, the first 7 days are at body weight."),
            MailBodies.SeePlan(letter),
        ],
        MailBodies.Foot(letter.Links));

    private static string WhatComesAfter(PausedLetter letter)
    {
        var next = letter.NextSession is { } date
            ? $"Next session: {Dates.Long(date)}."
            : "Resume on your plan's page whenever you are ready.";
        return Pauses.IsLong(letter.Pause)
            ? next + " After so long a break, the first 7 days are at body weight."
            : next;
    }
}
