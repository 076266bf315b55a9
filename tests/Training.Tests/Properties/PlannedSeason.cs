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

    /// <summary>Calendar weeks in which every strength weekday holds its session.</summary>
    public IEnumerable<IGrouping<DateOnly, Session>> FullWeeks =>
        Plan.Sessions.Where(s => !IsLight(s)).GroupBy(s => MondayOf(s.Date)).Where(w => w.Count() == Weekdays.Length);
}
