namespace StrengthDays.Training;

/// <summary>
/// The calendar arithmetic of one race: how long each phase is (sections 1.8, 3 and 3.1 of the rules).
/// </summary>
public static class Periodisation
{
    /// <summary>
    /// Days of general preparation after a race, and of each extension; only a longer one holds an easy week.
    /// </summary>
    public const int GeneralPreparationDays = 84;

    /// <summary>Horizon without an A race: 16 weeks.</summary>
    public const int RollingDays = 112;

    /// <summary>Days from the first free day to race day: the last two weeks are free (R127).</summary>
    public const int TaperDays = 14;

    /// <summary>Race day and the six days before it.</summary>
    public const int RaceWeekDays = 7;

    /// <summary>A race-block needs three weeks to race day; with fewer the taper begins at once.</summary>
    public const int ShortestLeadDays = 21;

    /// <summary>Sets of every main exercise; nothing but the phase decides them (R126, D4).</summary>
    public static int SetsIn(Phase phase) => phase switch
    {
        Phase.Foundation => 2,
        Phase.GeneralPreparation => 3,
        Phase.EasyWeek => 2,
        Phase.RaceBlock => 2,
        Phase.Taper or Phase.RaceWeek or Phase.Recovery => 0,
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, null),
    };

    /// <summary>
    /// Length of the race-block in days, counted back from race day and so including the taper (R125, D20). It keeps
    /// general preparation within its 8 to 12 weeks where the lead allows that (R143).
    /// </summary>
    /// <param name="daysToRace">From the first free day to race day, 0 or more.</param>
    public static int RaceBlockDays(int daysToRace) => daysToRace switch
    {
        < ShortestLeadDays => 0,
        < 49 => daysToRace,
        < 98 => 42,
        <= 154 => 7 * Math.Min(Math.Max(8, CeilingWeeks(daysToRace - 84)), Math.Min(10, (daysToRace - 56) / 7)),
        _ => 70,
    };

    /// <summary>Weeks without strength after a race (D17).</summary>
    public static int RecoveryWeeks(Distance distance, AfterRace choice) => choice switch
    {
        AfterRace.OneWeek => 1,
        AfterRace.TwoWeeks => 2,
        AfterRace.FourWeeks => 4,
        _ => distance switch
        {
            Distance.FiveK or Distance.TenK => 1,
            Distance.HalfMarathon => 2,
            _ => 3,
        },
    };

    /// <summary>Weeks of body weight at the start (R139).</summary>
    public static int FoundationWeeks(Experience experience) => experience switch
    {
        Experience.New => 3,
        Experience.Some => 2,
        _ => 0,
    };

    /// <summary>
    /// Whether day <paramref name="day"/> (from 0) of <paramref name="length"/> days of general preparation is in an
    /// easy week: days 57 to 63 and every 63 days after, unless fewer than 21 days would remain.
    /// </summary>
    public static bool IsEasyWeek(int day, int length)
    {
        const int every = 63;
        var end = (day / every + 1) * every;
        return length > GeneralPreparationDays && day % every >= every - 7 && length - end >= 21;
    }

    private static int CeilingWeeks(int days) => (days + 6) / 7;
}
