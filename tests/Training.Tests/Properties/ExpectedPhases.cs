namespace StrengthDays.Training.Tests.Properties;

/// <summary>The phase of every day of a plan, painted from the rules of the calendar (1.8, 3 and 3.1), later layers over earlier.</summary>
internal sealed class ExpectedPhases
{
    private readonly List<Phase> _days = [];
    private readonly Questionnaire _asked;
    private readonly Func<int, bool> _trainedBefore;

    /// <param name="asked">The answers.</param>
    /// <param name="trainedBefore">Whether the plan holds a session before a day (3.1, Late sign-up).</param>
    private ExpectedPhases(Questionnaire asked, Func<int, bool> trainedBefore) => (_asked, _trainedBefore) = (asked, trainedBefore);

    /// <summary>From the first day to the horizon.</summary>
    public static IReadOnlyList<Phase> Of(Questionnaire asked, Func<DateOnly, bool> trainedBefore)
    {
        var paint = new ExpectedPhases(asked, day => trainedBefore(asked.StartOn.AddDays(day)));
        var races = CountingRaces.Of(asked);
        var end = paint.Season([.. races.Where(r => r.Priority == Priority.A)]);
        foreach (var race in races.Where(r => r.Priority == Priority.B))
            paint.BWindow(paint.Day(race.Date));
        return paint._days[..end];
    }

    private int Day(DateOnly date) => date.DayNumber - _asked.StartOn.DayNumber;

    private int Season(Race[] races)
    {
        var free = 0;
        for (var i = 0; i < races.Length; i++)
            free = Cycle(free, races[i], i == 0, i + 1 < races.Length ? Day(races[i + 1].Date) : null);
        if (races.Length == 0)
            return GeneralPreparation(0, 112);
        return _asked.AfterRace == AfterRace.Stop ? free : GeneralPreparation(free, free + 84);
    }

    /// <summary>One A race and its recovery; answers the first free day after.</summary>
    private int Cycle(int free, Race race, bool first, int? nextRace)
    {
        var day = Day(race.Date);
        var lead = day - free;
        var block = Math.Max(free, day - 7 * BlockWeeks(lead));
        GeneralPreparation(free, block);
        Paint(Phase.RaceBlock, block, day + 1);
        Paint(Phase.Foundation, free, Math.Min(day, free + FoundationDays(free)));
        Paint(Phase.Taper, first && lead < 21 ? free : Math.Max(free, day - 14), day + 1);
        Paint(Phase.RaceWeek, Math.Max(free, day - 6), day + 1);
        var recovered = day + 1 + 7 * RecoveryWeeks(race.Distance);
        var to = nextRace is { } next ? Math.Max(day + 1, Math.Min(recovered, next - 14)) : recovered;
        Paint(Phase.Recovery, day + 1, to);
        return to;
    }

    private int GeneralPreparation(int from, int to)
    {
        Paint(Phase.GeneralPreparation, from, to);
        if (to - from > 84)
            for (var easy = from + 63; to - easy >= 21; easy += 63)
                Paint(Phase.EasyWeek, easy - 7, easy);
        Paint(Phase.Foundation, from, Math.Min(to, from + FoundationDays(from)));
        return to;
    }

    private void BWindow(int race)
    {
        for (var day = Math.Max(0, race - 7); day <= race && day < _days.Count; day++)
            if (_days[day] is Phase.GeneralPreparation or Phase.EasyWeek)
                _days[day] = Phase.RaceBlock;
    }

    private void Paint(Phase phase, int from, int to)
    {
        for (var day = from; day < to; day++)
            if (day < _days.Count)
                _days[day] = phase;
            else
                _days.Add(phase);
    }

    // 3.1, "L in days to the race".
    private static int BlockWeeks(int lead) => lead switch
    {
        < 49 => lead / 7 + 1,
        < 98 => 6,
        <= 154 => Math.Min(Math.Min(Math.Max(8, (int)Math.Ceiling((lead - 84) / 7.0)), 10), (int)Math.Floor((lead - 56) / 7.0)),
        _ => 10,
    };

    private int FoundationDays(int day) => 7 * (_trainedBefore(day) ? 1 : _asked.Experience switch
    {
        Experience.New => 3,
        Experience.Some => 2,
        _ => 0,
    });

    private int RecoveryWeeks(Distance distance) => (_asked.AfterRace, distance) switch
    {
        (AfterRace.OneWeek, _) => 1,
        (AfterRace.TwoWeeks, _) => 2,
        (AfterRace.FourWeeks, _) => 4,
        (_, Distance.FiveK or Distance.TenK) => 1,
        (_, Distance.HalfMarathon) => 2,
        _ => 3,
    };
}
