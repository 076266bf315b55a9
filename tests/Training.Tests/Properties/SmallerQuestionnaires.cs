namespace StrengthDays.Training.Tests.Properties;

/// <summary>Steps towards the plainest questionnaire: one answer dropped or set back to its default at a time.</summary>
internal static class SmallerQuestionnaires
{
    public static IEnumerable<Questionnaire> Than(Questionnaire q) =>
        Lists(q).Concat(Kit(q)).Concat(Wishes(q)).Concat(Size(q)).Concat(Weeks(q)).Where(smaller => !Same(smaller, q));

    private static IEnumerable<Questionnaire> Lists(Questionnaire q) =>
    [
        .. q.Races.Select(r => q with { Races = q.Races.Remove(r) }),
        .. q.Races.Where(r => r.Hilly).Select(r => q with { Races = q.Races.Replace(r, r with { Hilly = false }) }),
        .. q.Niggles.Select(n => q with { Niggles = q.Niggles.Remove(n) }),
        .. q.Niggles.Where(n => n.PainfulNow).Select(n => q with { Niggles = q.Niggles.Replace(n, n with { PainfulNow = false }) }),
        .. q.Avoid.Select(a => q with { Avoid = q.Avoid.Remove(a) }),
    ];

    private static IEnumerable<Questionnaire> Kit(Questionnaire q) =>
        Enum.GetValues<Equipment>().Where(e => e != Equipment.None && q.Equipment.HasFlag(e)).Select(e => q with { Equipment = q.Equipment & ~e });

    private static IEnumerable<Questionnaire> Wishes(Questionnaire q) =>
    [
        q with { AgeBand = AgeBand.Under40 },
        q with { Taper = Taper.Rest },
        q with { AfterRace = AfterRace.Auto },
        q with { Units = Units.Metric },
        q with { Plyometrics = false },
        q with { DynamicCore = false },
        q with { UpperBody = true },
        q with { DeskJob = false },
        q with { PreRunPrimer = false },
        q with { Experience = Experience.New },
    ];

    private static IEnumerable<Questionnaire> Size(Questionnaire q)
    {
        if (q.SessionsPerWeek != 2)
            yield return q with { SessionsPerWeek = 2 };
        if (q.Minutes != 45)
            yield return q with { Minutes = 45 };
    }

    private static IEnumerable<Questionnaire> Weeks(Questionnaire q) =>
        from day in RunningWeek.Days
        where q.Week[day] != RunDay.Rest
        from run in new[] { RunDay.Rest, RunDay.Easy }
        where q.Week[day] > run
        select q with { Week = With(q.Week, day, run) };

    private static bool Same(Questionnaire a, Questionnaire b) => a.Equals(b);

    private static RunningWeek With(RunningWeek week, DayOfWeek day, RunDay run)
    {
        RunDay At(DayOfWeek d) => d == day ? run : week[d];
        return new(
            At(DayOfWeek.Monday),
            At(DayOfWeek.Tuesday),
            At(DayOfWeek.Wednesday),
            At(DayOfWeek.Thursday),
            At(DayOfWeek.Friday),
            At(DayOfWeek.Saturday),
            At(DayOfWeek.Sunday));
    }
}
