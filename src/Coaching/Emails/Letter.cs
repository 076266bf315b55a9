using System.Collections.Immutable;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Emails;

/// <summary>What a mail says, before it is HTML or text. One record per kind; both renderings read only this.</summary>
/// <param name="Kind">The contract's kind.</param>
/// <param name="LocalDate">The runner's date the mail is for.</param>
/// <param name="Name">What to call the runner; null when unknown, and always null in
/// <see cref="ConfirmLetter"/>.</param>
/// <param name="Links">Every address the mail may point at.</param>
public abstract record Letter(MailKind Kind, DateOnly LocalDate, string? Name, LetterLinks Links);

/// <param name="Plan">The runner's page.</param>
/// <param name="Unsubscribe">One-click address, also in the header.</param>
/// <param name="Confirm">Only in <see cref="ConfirmLetter"/>.</param>
/// <param name="Calendar">The live calendar feed.</param>
/// <param name="Session">The page of today's session with its done, too easy, too hard and pain buttons.</param>
public sealed record LetterLinks(
    Uri Plan,
    Uri Unsubscribe,
    Uri? Confirm = null,
    Uri? Calendar = null,
    Uri? Session = null);

/// <summary>How far away the next A race is.</summary>
/// <param name="Race">The race.</param>
/// <param name="Days">Days from the mail's date to race day, 0 on the day.</param>
public sealed record RaceAhead(Race Race, int Days);

/// <summary>Asks for the click that starts everything; carries nothing the visitor typed.</summary>
public sealed record ConfirmLetter(DateOnly LocalDate, LetterLinks Links)
    : Letter(MailKind.Confirm, LocalDate, null, Links);

/// <summary>The first mail of a confirmed plan: what will come when, and who should ask a doctor first.</summary>
/// <param name="FirstSession">Date of the first session, or null when none is planned.</param>
public sealed record WelcomeLetter(
    DateOnly LocalDate,
    string? Name,
    LetterLinks Links,
    ImmutableArray<PhaseRange> Phases,
    ImmutableArray<WeekdayPlacement> Placement,
    ImmutableArray<string> Notices,
    DateOnly? FirstSession,
    RaceAhead? Race,
    TimeOnly SendAt) : Letter(MailKind.Welcome, LocalDate, Name, Links);

/// <summary>A strength day.</summary>
/// <param name="Session">What to do.</param>
/// <param name="Phase">Today's phase.</param>
/// <param name="PhaseStarted">The phase began since the last mail: say what changes (the folded phase mail).</param>
/// <param name="Restart">First session after the post-race break.</param>
/// <param name="RunToday">What the runner's week holds today, for "run first, strength later".</param>
/// <param name="Missed">Why the mail before this one did not come, if so: a clause such as "the mail service was
/// down".</param>
/// <param name="Before">The phase before today's, to say how many sets became how many when
/// <paramref name="PhaseStarted"/>.</param>
/// <param name="Pains">What follows from pain of the last days, and whom to see; whole sentences.</param>
/// <param name="LastTime">The session this one goes on from, to say what changed; null for the first.</param>
public sealed record SessionLetter(
    DateOnly LocalDate,
    string? Name,
    LetterLinks Links,
    Session Session,
    PhaseRange Phase,
    bool PhaseStarted,
    bool Restart,
    RunDay RunToday,
    RaceAhead? Race,
    string? Missed = null,
    PhaseRange? Before = null,
    ImmutableArray<string> Pains = default,
    Session? LastTime = null) : Letter(MailKind.Session, LocalDate, Name, Links);

/// <summary>Good luck and silence: no strength until the race is run and recovered from.</summary>
/// <param name="NextSession">First session after the break, or null when none is planned.</param>
public sealed record RaceWeekLetter(
    DateOnly LocalDate,
    string? Name,
    LetterLinks Links,
    RaceAhead Race,
    DateOnly? NextSession = null) : Letter(MailKind.RaceWeek, LocalDate, Name, Links);

/// <summary>The break is over: strength starts again.</summary>
/// <param name="FirstSession">Date of the first session of the new cycle.</param>
public sealed record RestartLetter(
    DateOnly LocalDate,
    string? Name,
    LetterLinks Links,
    PhaseRange Phase,
    DateOnly? FirstSession) : Letter(MailKind.Restart, LocalDate, Name, Links);

/// <summary>A phase begins on a day without a session.</summary>
public sealed record PhaseLetter(
    DateOnly LocalDate,
    string? Name,
    LetterLinks Links,
    PhaseRange Phase,
    PhaseRange? Before,
    DateOnly? NextSession,
    RaceAhead? Race) : Letter(MailKind.Phase, LocalDate, Name, Links);

/// <summary>The week ahead, on its Monday.</summary>
public sealed record LookAheadLetter(
    DateOnly LocalDate,
    string? Name,
    LetterLinks Links,
    PlanWeek Week,
    ImmutableArray<Session> Sessions,
    RaceAhead? Race) : Letter(MailKind.LookAhead, LocalDate, Name, Links);

/// <summary>Five minutes of loop-band work before today's run (R132).</summary>
public sealed record PrimerLetter(
    DateOnly LocalDate,
    string? Name,
    LetterLinks Links,
    ImmutableArray<Prescription> Exercises) : Letter(MailKind.Primer, LocalDate, Name, Links);

/// <summary>A pause was taken.</summary>
/// <param name="NextSession">First session after it; null when it has no end, and when none is planned.</param>
/// <param name="Race">What the plan leads to, pause or not; null when it leads to no race.</param>
public sealed record PausedLetter(
    DateOnly LocalDate,
    string? Name,
    LetterLinks Links,
    Pause Pause,
    DateOnly? NextSession,
    RaceAhead? Race) : Letter(MailKind.Paused, LocalDate, Name, Links);

/// <summary>A pause is over.</summary>
public sealed record ResumedLetter(DateOnly LocalDate, string? Name, LetterLinks Links, DateOnly? NextSession)
    : Letter(MailKind.Resumed, LocalDate, Name, Links);
