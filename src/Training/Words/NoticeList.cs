using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <summary>What a runner must know about the plan: what could not be planned as wished, and safety.</summary>
internal static class NoticeList
{
    public static ImmutableArray<string> For(
        Questionnaire questionnaire,
        ExerciseCatalogue catalogue,
        Timeline timeline,
        ImmutableArray<DayOfWeek> weekdays,
        History history) =>
    [
        Safety.AskADoctor,
        .. Pain(questionnaire),
        .. RaceList.Notices(questionnaire, timeline.Races),
        .. Lead(questionnaire, timeline),
        .. BesideRaces(timeline, weekdays),
        .. Week(questionnaire),
        .. Kit(questionnaire, catalogue),
        .. Experience(questionnaire, weekdays),
        .. Hurt(history, catalogue),
    ];

    /// <summary>Says so when jumps were asked for and none could be planned (D12).</summary>
    public static ImmutableArray<string> WithPlyometrics(
        ImmutableArray<string> notices, Questionnaire questionnaire, ImmutableArray<Session> sessions)
    {
        if (!questionnaire.Plyometrics)
            return notices;
        if (sessions.Any(s => s.Blocks.Any(b => b.Kind is BlockKind.Power)))
            return notices.Add(
                "Jumps come after an easy run, twice a week at most. Have someone who knows show you the first ones.");
        return notices.Add(Jumps.Qualifies(questionnaire)
            ? "No jumps: they need 8 weeks of strength behind them, then general preparation, an easy-run day "
                + "and 30 minutes or more."
            : "No jumps: they are for experienced lifters under 60 with 30 minutes or more and no leg trouble, "
                + "now or before.");
    }

    private static IEnumerable<string> Pain(Questionnaire questionnaire)
    {
        var painful = questionnaire.Niggles.Where(n => n.PainfulNow).Select(n => Safety.NameOf(n.Area)).ToList();
        if (painful.Count == 0)
            yield break;
        if (Safety.StopsStrength(questionnaire))
            yield return $"No strength is planned: {Words.List(painful)} hurt now. "
                + "See a physio first; the plan waits for you.";
        else
            yield return $"Your {Words.List(painful)} {(painful is [not "shins"] ? "hurts" : "hurt")} now: "
                + "see a physio. "
                + "What could make it worse is left out and everything else is still trained; "
                + "a pause is one click away.";
        yield return Safety.PainScale;
    }

    private static IEnumerable<string> Hurt(History history, ExerciseCatalogue catalogue)
    {
        foreach (var pain in history.Feedback.Where(f => f.Answer is Answer.Pain))
            yield return Safety.AfterPain(pain, catalogue);
    }

    private static IEnumerable<string> Lead(Questionnaire questionnaire, Timeline timeline)
    {
        var race = timeline.Races.FirstOrDefault(r => r.Priority is Priority.A);
        if (race is null)
            yield break;
        var lead = race.Date.DayNumber - questionnaire.StartOn.DayNumber;
        var name = RaceList.TitleOf(race);
        if (lead < Periodisation.ShortestLeadDays)
            yield return $"{name} is {Words.Count(lead, "day")} away: too close for new strength work. "
                + "The first session comes after the race and its recovery.";
        else if (lead < 49)
            yield return $"{name} is {Words.Count(lead, "day")} away: no time for general preparation, "
                + "so it is 2 sets from the start.";
        else if (lead < 98)
            yield return $"{name} is {Words.Count(lead, "day")} away: {Preparation(timeline, lead)}";
    }

    // Whoever eases in at body weight first has less of it left, or none (R107).
    private static string Preparation(Timeline timeline, int lead)
    {
        int easing = 0, general = 0;
        for (var day = 0; day < lead; day++)
        {
            easing += timeline.PhaseAt(day) is Phase.Foundation ? 1 : 0;
            general += timeline.PhaseAt(day) is Phase.GeneralPreparation or Phase.EasyWeek ? 1 : 0;
        }

        return general > 0
            ? $"general preparation is {Words.Count(general, "day")}, shorter than the usual 8 to 12 weeks."
            : $"no time for general preparation after {Words.Count(easing, "day")} with body weight, "
                + "so it is 2 sets from the start.";
    }

    /// <summary>Strength days that fall to a B or C race (section 3).</summary>
    private static IEnumerable<string> BesideRaces(Timeline timeline, ImmutableArray<DayOfWeek> weekdays)
    {
        foreach (var race in timeline.Races)
        {
            var free = Enumerable.Range(-RaceList.DaysBefore(race), RaceList.DaysBefore(race) + 2)
                .Select(race.Date.AddDays)
                .Where(date => weekdays.Contains(date.DayOfWeek) && timeline.Covers(date)
                    && timeline.PhaseAt(timeline.DayOf(date)) is
                        Phase.Foundation or Phase.GeneralPreparation or Phase.EasyWeek or Phase.RaceBlock)
                .Select(Words.Date).ToList();
            if (race.Priority is not Priority.A && free.Count > 0)
                yield return $"{RaceList.TitleOf(race)} is {Words.Date(race.Date)}: no strength on {Words.List(free)}.";
        }
    }

    private static IEnumerable<string> Week(Questionnaire questionnaire)
    {
        if (!Safety.StopsStrength(questionnaire)
            && Placement.Shortfall(questionnaire.Week, questionnaire.SessionsPerWeek) is { } shortfall)
            yield return shortfall;
        if (questionnaire.Minutes * 60 > TimeModel.LongestSeconds)
            yield return "No session is longer than 50 minutes: well chosen, that is enough.";
    }

    private static IEnumerable<string> Kit(Questionnaire questionnaire, ExerciseCatalogue catalogue)
    {
        var steps = Equipment.Box | Equipment.Stairs | Equipment.Chair;
        if (questionnaire.Races.Any(r => r.Hilly) && (questionnaire.Equipment & steps) == 0)
            yield return "A hilly race asks for step-ups, which need a box, stairs or a sturdy chair; "
                + "split squats stand in.";
        if ((questionnaire.Equipment & Training.Kit.Weights) == 0)
            yield return "Body weight is enough to begin. After the first weeks a set of bands helps most, "
                + $"then one {LoadHints.Kettlebell(questionnaire.Units)}.";
        if ((questionnaire.Equipment & Equipment.Band) != 0)
            yield return "Many bands are latex: choose latex-free ones if your skin reacts.";
        else if (questionnaire.PreRunPrimer)
            yield return "No five minutes before your runs: they need a band.";
        if (questionnaire.Experience is Training.Experience.New && (questionnaire.Equipment & Equipment.Barbell) != 0)
            yield return "The barbell waits until you have some strength experience.";
        foreach (var id in questionnaire.Avoid)
            if (catalogue.Find(id) is { } exercise)
                yield return $"Left out as you wished: {exercise.Name}.";
    }

    private static IEnumerable<string> Experience(Questionnaire questionnaire, ImmutableArray<DayOfWeek> weekdays)
    {
        if (questionnaire.Experience is Training.Experience.New && weekdays.Length > 0)
            yield return "New to strength: film yourself, use a mirror or ask a coach. "
                + "Load comes once your form is right.";
    }
}
