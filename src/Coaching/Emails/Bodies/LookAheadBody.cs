using StrengthDays.Coaching.Emails.Words;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Emails.Bodies;

/// <summary>The week ahead.</summary>
internal static class LookAheadBody
{
    public static MailBody Of(LookAheadLetter letter) => new(
        "Your week from " + Dates.Long(letter.Week.Monday),
        Lead(letter),
        [
            .. MailBodies.Greeting(letter),
            letter.Sessions.IsEmpty
                ? new Paragraph("No strength this week.")
                : new FactList("Strength days", [.. letter.Sessions.Select(Day)]),
            .. letter.Week.Notes.Select(note => new Paragraph(note)),
            MailBodies.SeePlan(letter),
        ],
        MailBodies.Foot(letter.Links));

    private static string Lead(LookAheadLetter letter)
    {
        var race = letter.Race is { } ahead ? $" · {RaceWords.Ahead(ahead)}" : "";
        var sets = letter.Week.TotalSets == 0 ? "" : $" · {Counted.Sets(letter.Week.TotalSets)} in all";
        return $"{PhaseWords.Title(letter.Week.Phase)} · {Counted.Sessions(letter.Sessions.Length)}{sets}{race}";
    }

    private static Fact Day(Session session) => new(Dates.Short(session.Date), SubjectLine.Summary(session));
}
