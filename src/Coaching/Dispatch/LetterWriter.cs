using System.Collections.Immutable;
using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Links;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Time;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Dispatch;

/// <summary>Turns an occasion into the letter that says it. Values in, values out.</summary>
public static class LetterWriter
{
    // After a longer break nobody remembers what it was.
    private const int LastTimeWithin = 21;

    /// <summary>So long each session's mail says whom to see after pain.</summary>
    private const int PainDays = 7;

    /// <param name="with">The links, and why the mail before did not come.</param>
    public static Letter Scheduled(
        Occasion occasion, MailCalendar calendar, ExerciseCatalogue catalogue, (LetterLinks Links, string? Missed) with)
    {
        var (date, season) = (occasion.Date, calendar.Season);
        var name = calendar.Inputs.Enrolment.Name;
        var phase = season.PhaseOn(date)!;
        var next = season.NextStrengthDayAfter(date);
        return occasion.Kind switch
        {
            MailKind.Session => Session(date, calendar, with) with { Pains = Pains(date, calendar, catalogue) },
            MailKind.RaceWeek => new RaceWeekLetter(date, name, with.Links, Race(date, season)!, next),
            MailKind.Restart => new RestartLetter(date, name, with.Links, phase, next),
            MailKind.Phase =>
                new PhaseLetter(date, name, with.Links, phase, calendar.Before(phase), next, Race(date, season)),
            MailKind.LookAhead => LookAhead(date, calendar, with.Links),
            MailKind.Primer => new PrimerLetter(
                date,
                name,
                with.Links,
                PrimerWarmUp.For(calendar.Inputs.Enrolment.Training, calendar.History, date, catalogue)),
            MailKind.Resumed => new ResumedLetter(date, name, with.Links, next),
            _ => throw new ArgumentOutOfRangeException(nameof(occasion), occasion.Kind, "Not a scheduled mail."),
        };
    }

    /// <param name="date">The runner's date at its cause.</param>
    public static Letter Immediate(MailKind kind, DateOnly date, MailCalendar calendar, LetterLinks links)
    {
        var (season, enrolment) = (calendar.Season, calendar.Inputs.Enrolment);
        var next = season.NextStrengthDayAfter(date.AddDays(-1));
        return kind switch
        {
            MailKind.Confirm => new ConfirmLetter(date, links),
            MailKind.Welcome => new WelcomeLetter(
                date, enrolment.Name, links, season.Phases, season.Placement,
                // Whether jumps were possible is known once all sessions are made.
                season.ToPlan().Notices,
                next, Race(date, season), enrolment.SendAt),
            MailKind.Paused => Paused(date, calendar, links),
            MailKind.Resumed => new ResumedLetter(date, enrolment.Name, links, next),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not an immediate mail."),
        };
    }

    private static PausedLetter Paused(DateOnly date, MailCalendar calendar, LetterLinks links)
    {
        var taken = calendar.Inputs.Events.OfType<PauseTaken>().Last();
        return new PausedLetter(
            date,
            calendar.Inputs.Enrolment.Name,
            links,
            new Pause(taken.From, taken.To),
            taken.To is { } to ? calendar.Season.NextStrengthDayAfter(to) : null,
            Race(date, calendar.Season));
    }

    private static SessionLetter Session(DateOnly date, MailCalendar calendar, (LetterLinks Links, string? Missed) with)
    {
        var season = calendar.Season;
        var phase = season.PhaseOn(date)!;
        return new SessionLetter(
            date,
            calendar.Inputs.Enrolment.Name,
            RunnerLinks.ForSession(with.Links, date),
            season.SessionOn(date)!,
            phase,
            calendar.StartsPhase(date, phase),
            IsFirstAfterBreak(date, season),
            calendar.Inputs.Enrolment.Training.Week[date.DayOfWeek],
            Race(date, season),
            with.Missed,
            calendar.Before(phase),
            LastTime: LastTime(date, season));
    }

    /// <summary>
    /// The one that goes on today: of the same weekday where there was one, otherwise the one before.
    /// </summary>
    private static Session? LastTime(DateOnly date, Season season)
    {
        for (var back = 0; back <= LastTimeWithin; back++)
            if (season.SessionOn(date.AddDays(back == 0 ? -7 : -back)) is { } before)
                return before;
        return null;
    }

    // By the day it was told: an answer to an old mail is news as well.
    private static ImmutableArray<string> Pains(DateOnly date, MailCalendar calendar, ExerciseCatalogue catalogue) =>
    [
        .. from given in calendar.Inputs.Events.OfType<FeedbackGiven>()
           let told = Zones.DateAt(given.At, calendar.Inputs.Enrolment.TimeZone)
           where given.Answer is Answer.Pain && given.Date < date && told <= date && date <= told.AddDays(PainDays)
           select Safety.AfterPain(new Feedback(given.Date, given.Answer, given.Exercise), catalogue),
    ];

    private static LookAheadLetter LookAhead(DateOnly monday, MailCalendar calendar, LetterLinks links)
    {
        var plan = calendar.Season.ToPlan();
        var week = plan.Weeks.First(w => w.Monday == monday);
        return new LookAheadLetter(
            monday,
            calendar.Inputs.Enrolment.Name,
            links,
            week,
            [.. plan.Sessions.Where(s => s.Date >= monday && s.Date < monday.AddDays(7))],
            Race(monday, calendar.Season));
    }

    private static bool IsFirstAfterBreak(DateOnly date, Season season) =>
        season.Phases.LastOrDefault(p => p.Phase is Phase.Recovery && p.To < date) is { } rest
        && season.NextStrengthDayAfter(rest.To) == date;

    private static RaceAhead? Race(DateOnly date, Season season) =>
        season.NextRaceFrom(date) is { } race ? new RaceAhead(race, race.Date.DayNumber - date.DayNumber) : null;
}
