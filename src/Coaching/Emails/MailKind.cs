namespace StrengthDays.Coaching.Emails;

/// <summary>The kinds of the contract; kebab-case in <c>X-Strength-Days-Kind</c> and in JSON.</summary>
public enum MailKind
{
    Confirm,
    Welcome,
    Session,
    RaceWeek,
    Restart,
    Phase,
    LookAhead,
    Primer,
    Paused,
    Resumed,
}
