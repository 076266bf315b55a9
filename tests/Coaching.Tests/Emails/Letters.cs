using System.Collections.Immutable;
using System.Globalization;
using StrengthDays.Coaching.Emails;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Tests.Emails;

/// <summary>One letter of every kind, made by hand: a runner on the way to a marathon.</summary>
internal static class Letters
{
    public static readonly LetterLinks Links = new(
        new Uri("https://strength.example/plan/p-token"),
        new Uri("https://strength.example/unsubscribe/u-token"),
        new Uri("https://strength.example/confirm/c-token"),
        new Uri("https://strength.example/calendar/k-token.ics"),
        new Uri("https://strength.example/plan/p-token?day=2027-01-12"));

    public static readonly Race Marathon = new("Berlin Marathon", new DateOnly(2027, 4, 25), Distance.Marathon);

    public static readonly ImmutableArray<PhaseRange> Season =
    [
        Phase(Training.Phase.Foundation, "2027-01-04", "2027-01-24", 2, "The first 3 weeks stay at body weight"),
        Phase(Training.Phase.GeneralPreparation, "2027-01-25", "2027-02-27", 3, "5 weeks to build strength"),
        Phase(Training.Phase.RaceBlock, "2027-02-28", "2027-04-10", 2, "6 weeks that keep the strength with less work"),
        Phase(Training.Phase.Taper, "2027-04-11", "2027-04-18", 0, "14 days before the race strength stops"),
        Phase(Training.Phase.RaceWeek, "2027-04-19", "2027-04-25", 0, "Nothing but the race"),
        Phase(Training.Phase.Recovery, "2027-04-26", "2027-05-16", 0, "3 weeks off after a marathon"),
        Phase(Training.Phase.Foundation, "2027-05-17", "2027-05-23", 2, "One week at body weight to come back"),
    ];

    public static ImmutableArray<Letter> All =>
    [
        Confirm, Welcome, Session, PhaseInSession, RestartInSession, Phases, RaceWeek, Restart, LookAhead, Primer,
        Paused, PausedOpen, Resumed,
    ];

    public static ConfirmLetter Confirm => new(Day("2027-01-03"), Links);

    public static WelcomeLetter Welcome => new(
        Day("2027-01-03"), "Ana", Links, Season,
        [
            new(DayOfWeek.Monday, false, "No strength: tomorrow is hard."),
            new(DayOfWeek.Tuesday, false, "No strength: hard run today."),
            new(DayOfWeek.Wednesday, true, "Strength: easy run today and nothing hard tomorrow."),
            new(DayOfWeek.Thursday, false, "No strength: Wednesday is a strength day."),
            new(DayOfWeek.Friday, true, "Strength: no run today and nothing hard tomorrow."),
            new(DayOfWeek.Saturday, false, "No strength: tomorrow is your long run."),
            new(DayOfWeek.Sunday, false, "No strength: long run today."),
        ],
        [Safety.AskADoctor, "Step-ups need a box, stairs or a chair; split squats take their place."],
        Day("2027-01-06"), Ahead("2027-01-03"), new TimeOnly(6, 30));

    public static SessionLetter Session => new(
        Day("2027-02-02"), "Ana", Links, Deadlifts, Season[1], PhaseStarted: false, Restart: false, RunDay.Easy,
        Ahead("2027-02-02"))
    {
        LastTime = TwoSets(Deadlifts) with { Date = Day("2027-01-26") },
    };

    public static SessionLetter PhaseInSession => Session with
    {
        LocalDate = Day("2027-03-02"),
        Phase = Season[2],
        PhaseStarted = true,
        Before = Season[1],
        RunToday = RunDay.Rest,
        LastTime = Deadlifts with { Date = Day("2027-02-23") },
        Race = Ahead("2027-03-02"),
        Missed = "the mail service could not be reached until the day was over",
        Session = TwoSets(Deadlifts) with
        {
            Date = Day("2027-03-02"),
            Phase = Training.Phase.RaceBlock,
            Why = "Race block: 2 sets, 54 days to Berlin Marathon. No run today and nothing hard tomorrow.",
        },
    };

    public static SessionLetter RestartInSession => Session with
    {
        LocalDate = Day("2027-05-18"),
        Phase = Season[6],
        LastTime = null,
        Restart = true,
        Race = null,
        Name = null,
        Session = TwoSets(Deadlifts) with
        {
            Date = Day("2027-05-18"),
            Phase = Training.Phase.Foundation,
            Why = "Foundation: body weight, 2 sets. Easy run today: run first, strength later.",
        },
    };

    public static PhaseLetter Phases => new(
        Day("2027-04-11"), "Ana", Links, Season[3], Season[2], Day("2027-05-18"), Ahead("2027-04-11"));

    public static RaceWeekLetter RaceWeek => new(
        Day("2027-04-19"), "Ana", Links, Ahead("2027-04-19"), Day("2027-05-18"));

    public static RestartLetter Restart => new(Day("2027-05-17"), "Ana", Links, Season[6], Day("2027-05-18"));

    public static LookAheadLetter LookAhead => new(
        Day("2027-02-01"), "Ana", Links,
        new PlanWeek(
            Day("2027-02-01"), Training.Phase.GeneralPreparation, 11, 36, [Day("2027-02-02"), Day("2027-02-05")],
            ["Load goes up for the first time."]),
        [Deadlifts, Deadlifts with { Date = Day("2027-02-05"), Title = "Step-up and bridge", EstimatedMinutes = 39 }],
        Ahead("2027-02-01"));

    public static PrimerLetter Primer => new(
        Day("2027-02-03"), "Ana", Links, [Deadlifts.Blocks[1].Exercises[0], Deadlifts.Blocks[1].Exercises[1]]);

    public static PausedLetter Paused => new(
        Day("2027-02-08"), "Ana", Links, new Pause(Day("2027-02-09"), Day("2027-02-28")), Day("2027-03-02"),
        Ahead("2027-02-08"));

    public static PausedLetter PausedOpen =>
        Paused with { Pause = new Pause(Day("2027-02-09"), null), NextSession = null, Race = null };

    public static ResumedLetter Resumed => new(Day("2027-03-01"), "Ana", Links, Day("2027-03-02"));

    private static Session Deadlifts => new(
        Day("2027-02-02"), Training.Phase.GeneralPreparation, "Romanian deadlift and split squat", 41,
        "General preparation: 3 sets, 82 days to Berlin Marathon. Easy run today and nothing hard tomorrow.",
        [
            new(BlockKind.WarmUp, [Exercises.WarmUp]),
            new(BlockKind.Activation, [Exercises.Clamshell, Exercises.BandWalk]),
            new(BlockKind.Power, [Exercises.SquatJump]),
            new(BlockKind.Main, [Exercises.Deadlift, Exercises.SplitSquat]),
            new(BlockKind.UpperBody, [Exercises.Row]),
            new(BlockKind.Core, [Exercises.SidePlank]),
            new(BlockKind.Calves, [Exercises.CalfRaise]),
        ]);

    private static Session TwoSets(Session session) => session with
    {
        Blocks =
        [
            .. session.Blocks.Where(b => b.Kind != BlockKind.Power).Select(b => b with
            {
                Exercises = [.. b.Exercises.Select(p => p with { Sets = Math.Min(p.Sets, 2) })],
            }),
        ],
    };

    public static DateOnly Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static RaceAhead Ahead(string today) => new(Marathon, Marathon.Date.DayNumber - Day(today).DayNumber);

    private static PhaseRange Phase(Phase phase, string from, string to, int sets, string why) =>
        new(phase, Day(from), Day(to), sets, why);
}
