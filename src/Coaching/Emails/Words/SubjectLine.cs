using StrengthDays.Training;

namespace StrengthDays.Coaching.Emails.Words;

/// <summary>
/// Short, concrete, and the same every time; of what a runner typed only a race's name, never in a confirmation.
/// </summary>
internal static class SubjectLine
{
    public static string Of(Letter letter) => letter switch
    {
        ConfirmLetter => "Please confirm your strength plan",
        WelcomeLetter { FirstSession: { } first } => $"Your strength plan: first session {Dates.Short(first)}",
        WelcomeLetter => "Your strength plan is ready",
        SessionLetter l => $"{Dates.Short(l.LocalDate)}: {Summary(l.Session)}",
        RaceWeekLetter l => "Race week: " + RaceWords.Ahead(l.Race),
        RestartLetter { FirstSession: { } first } => $"Strength is back: first session {Dates.Short(first)}",
        RestartLetter => "Strength is back",
        PhaseLetter l =>
            $"{Dates.Short(l.LocalDate)}: {PhaseWords.Name(l.Phase.Phase)}, {PhaseWords.Change(l.Before, l.Phase)}",
        LookAheadLetter l => $"Your week from {Dates.Short(l.Week.Monday)}: {Counted.Sessions(l.Sessions.Length)}",
        PrimerLetter l => $"{Dates.Short(l.LocalDate)}: five minutes before your run",
        PausedLetter { Pause.To: { } to } => $"Paused until {Dates.Short(to)}",
        PausedLetter => "Paused until you resume",
        ResumedLetter { NextSession: { } next } => $"Welcome back: next session {Dates.Short(next)}",
        ResumedLetter => "Welcome back",
        _ => throw new ArgumentOutOfRangeException(nameof(letter), letter.Kind, null),
    };

    /// <summary>E.g. "Deadlift and step-up, 41 min, 3 sets".</summary>
    public static string Summary(Session session)
    {
        var sets = session.Sets == 0 ? "" : ", " + Counted.Sets(session.Sets);
        return $"{session.Title}, {Counted.Minutes(session.EstimatedMinutes)}{sets}";
    }
}
