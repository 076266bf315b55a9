using System.Collections.Immutable;

namespace StrengthDays.Coaching.Emails.Bodies;

/// <summary>From what a letter knows to what the mail shows.</summary>
internal static class MailBodies
{
    public static MailBody Of(Letter letter) => letter switch
    {
        ConfirmLetter l => ConfirmBody.Of(l),
        WelcomeLetter l => WelcomeBody.Of(l),
        SessionLetter l => SessionBody.Of(l),
        PrimerLetter l => PrimerBody.Of(l),
        PhaseLetter l => PhaseBody.Of(l),
        RaceWeekLetter l => RaceBodies.Of(l),
        RestartLetter l => RaceBodies.Of(l),
        LookAheadLetter l => LookAheadBody.Of(l),
        PausedLetter l => PauseBodies.Of(l),
        ResumedLetter l => PauseBodies.Of(l),
        _ => throw new ArgumentOutOfRangeException(nameof(letter), letter.Kind, null),
    };

    /// <summary>A greeting where the name is known, otherwise nothing.</summary>
    public static ImmutableArray<MailPart> Greeting(Letter letter) =>
        letter.Name is { Length: > 0 } name ? [new Paragraph($"Hello {name},")] : [];

    public static CallToAction SeePlan(Letter letter) => new(new NamedLink("See your plan", letter.Links.Plan));

    /// <summary>The foot of every mail to a confirmed runner.</summary>
    public static ImmutableArray<NamedLink> Foot(LetterLinks links) =>
    [
        new NamedLink("Your plan (skip, move, pause, change)", links.Plan),
        .. links.Calendar is { } calendar
            ? [new NamedLink("Calendar feed", calendar)]
            : ImmutableArray<NamedLink>.Empty,
        new NamedLink("Unsubscribe", links.Unsubscribe),
    ];
}
