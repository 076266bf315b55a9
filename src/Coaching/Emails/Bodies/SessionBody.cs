using System.Collections.Immutable;
using StrengthDays.Coaching.Emails.Words;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Emails.Bodies;

/// <summary>Everything needed to train today.</summary>
internal static class SessionBody
{
    public static MailBody Of(SessionLetter letter) => new(
        letter.Session.Title,
        Lead(letter),
        [
            .. MailBodies.Greeting(letter),
            new Paragraph(Text.Sentence(letter.Session.Why).TrimEnd()),
            .. TodayIsDifferent(letter),
            .. letter.Session.Blocks.Select(List),
            new FactList(
                "How hard, and when to stop",
                [new Fact("Effort", SafetyWords.Effort), new Fact("Pain", SafetyWords.Pain), .. Jumps(letter.Session)]),
            new CallToAction(new NamedLink("Done? Say how it went", letter.Links.Session ?? letter.Links.Plan)),
            new Paragraph("One tap there: done, too easy, too hard, or pain."),
        ],
        MailBodies.Foot(letter.Links))
    { Preview = letter.Session.Why };

    private static string Lead(SessionLetter letter)
    {
        var sets = letter.Session.Sets == 0 ? "" : $" · {Counted.Sets(letter.Session.Sets)}";
        var ahead = letter.Race is { } race ? RaceWords.Ahead(race) : "";
        var rest = ahead.Length == 0 || WhySays(letter, ahead) ? "" : " · " + ahead;
        return $"{Dates.Long(letter.LocalDate)} · {PhaseWords.Name(letter.Phase.Phase)} · "
            + $"{Counted.Minutes(letter.Session.EstimatedMinutes)}{sets}{rest}";
    }

    // The planner's reason often holds the way to the race and the order of the day; a mail says neither twice.
    private static bool WhySays(SessionLetter letter, string words) =>
        letter.Session.Why.Contains(words, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<MailPart> TodayIsDifferent(SessionLetter letter)
    {
        if (letter.Missed is { Length: > 0 } missed)
            yield return new Callout(
                "A mail is missing", $"The mail before this one did not come: {missed.TrimEnd('.')}.");
        foreach (var pain in letter.Pains.IsDefault ? [] : letter.Pains)
            yield return new Callout("Pain", pain);
        if (letter.Restart)
            yield return new Callout("Strength is back", RaceBodies.NewCycle(letter.Phase));
        else if (letter.PhaseStarted)
            yield return new Callout("New phase", PhaseBody.Sentence(letter.Before, letter.Phase));
        if (letter.RunToday is RunDay.Easy or RunDay.Hard or RunDay.Long && !WhySays(letter, "run first"))
            // D9 and section 3.1.
            yield return new Callout(
                "Run first, strength later", "Today has a run. Leave 3 hours in between when you can.");
        if (letter.LastTime is { } before)
            yield return new Paragraph(
                $"Since {Dates.Short(before.Date)}: {SinceLastTime.Of(before, letter.Session)}");
    }

    private static MailPart List(Block block) => new ExerciseList(
        BlockWords.Heading(block.Kind),
        [.. block.Exercises.Select(p => ExerciseWords.Line(p, block.Kind))]);

    private static ImmutableArray<Fact> Jumps(Session session) =>
        session.Blocks.Any(b => b.Exercises.Any(p => p.Exercise.Category == Category.Plyometric))
            ? [new Fact("Jumps", SafetyWords.Jumps)]
            : [];
}
