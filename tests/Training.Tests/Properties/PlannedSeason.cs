namespace StrengthDays.Training.Tests.Properties;

/// <summary>A plan beside the answers it was made from, with the few facts that most rules ask for.</summary>
internal sealed class PlannedSeason
{
    public PlannedSeason(Questionnaire asked, Plan plan)
    {
        Asked = asked;
        Plan = plan;
        Runner = new(asked);
        Races = CountingRaces.Of(asked);
        Weekdays = IsStopped ? [] : ExpectedPlacement.Of(asked.Week, asked.SessionsPerWeek);
    }

    public Questionnaire Asked { get; }

    public Plan Plan { get; }

    public Runner Runner { get; }

    public IReadOnlyList<Race> Races { get; }

    /// <summary>Expected strength weekdays, Monday 0.</summary>
    public int[] Weekdays { get; }

    /// <summary>Three or more painful areas: no strength (section 3).</summary>
    public bool IsStopped => Asked.Niggles.Count(n => n.PainfulNow) >= 3;

    /// <summary>Four sessions are split work (D1).</summary>
    public bool IsSplit => Weekdays.Length == 4;

    /// <summary>Of split work, the days for legs and hips: the first and third, or the second and fourth, the same every week.</summary>
    public bool IsLegsDay(Session session) => !IsSplit || Array.IndexOf(Weekdays, WeekdayOf(session.Date)) % 2 == 0;

    /// <summary>Whether the rules for a full session bind it: the whole of R110, R066, R048, R114, R119.</summary>
    public bool IsFull(Session session) => !IsSplit && Asked.Minutes >= 30 && !IsLight(session);

    /// <summary>The one session a taper may hold (D18).</summary>
    public static bool IsLight(Session session) => session.Phase == Phase.Taper;

    /// <summary>A races behind: progress starts anew after each.</summary>
    public int CycleOf(DateOnly date) => Races.Count(r => r.Priority == Priority.A && r.Date < date);

    public static int WeekdayOf(DateOnly date) => ((int)date.DayOfWeek + 6) % 7;

    public static DateOnly MondayOf(DateOnly date) => date.AddDays(-WeekdayOf(date));

    /// <summary>Sessions outside the taper by weekday and date.</summary>
    public IEnumerable<IGrouping<DayOfWeek, Session>> ByWeekday =>
        Plan.Sessions.Where(s => !IsLight(s)).GroupBy(s => s.Date.DayOfWeek);

    /// <summary>
    /// The phase whose exercises a session may hold: a block before any general preparation stays with foundation's (R087, R126).
    /// </summary>
    public Phase WorksAs(Session session)
    {
        if (session.Phase != Phase.RaceBlock)
            return session.Phase;
        var weekday = Plan.Sessions.Where(s => s.Date.DayOfWeek == session.Date.DayOfWeek).ToList();
        var cycle = weekday.Where(s => CycleOf(s.Date) == CycleOf(session.Date)).ToList();
        var isPrepared = (cycle.Exists(s => s.Phase == Phase.GeneralPreparation) ? cycle : weekday)
            .Exists(s => s.Phase == Phase.GeneralPreparation && s.Date < session.Date);
        var startsLoaded = Asked.Experience == Experience.Experienced && !cycle.Exists(s => s.Phase == Phase.Foundation);
        return isPrepared || startsLoaded ? Phase.RaceBlock : Phase.Foundation;
    }

    /// <summary>Core, calves and upper body: no main lift.</summary>
    public static bool IsAccessory(Prescription e) =>
        e.Exercise.Category is Category.Core or Category.CalvesAnkles or Category.UpperBody;

    /// <summary>
    /// Whether nothing but heel drops serves the tendon (section 2's map): 15 slow ones on each leg take ten minutes of a session.
    /// </summary>
    public bool IsHeelDropsOnly => Runner.Has(Area.Achilles)
        && Runner.CanDoAny(Phase.GeneralPreparation, 36) && !Runner.CanDoAny(Phase.GeneralPreparation, 37, 38);

    /// <summary>Half an hour has no room for an abductor drill beside heel drops, where no quicker calf raise may be done.</summary>
    public bool IsCrowded(Phase phase) => Asked.Minutes < 35 && !HasQuickCalves(phase);

    /// <summary>Whether a calf raise quicker than the heel drop may be done; for the sole only the one on two legs serves.</summary>
    public bool HasQuickCalves(Phase phase) =>
        Runner.Has(Area.PlantarFascia) ? Runner.CanDoAny(phase, 35) : Runner.CanDoAny(phase, 35, 37, 38) || !Runner.CanDoAny(phase, 36);

    /// <summary>Calendar weeks in which every strength weekday holds its session.</summary>
    public IEnumerable<IGrouping<DateOnly, Session>> FullWeeks =>
        Plan.Sessions.Where(s => !IsLight(s)).GroupBy(s => MondayOf(s.Date)).Where(w => w.Count() == Weekdays.Length);
}
