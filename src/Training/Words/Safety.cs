using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <summary>When strength is not for now, and the words that go with it (section 3, R010, R104).</summary>
public static class Safety
{
    /// <summary>From so many painful areas on there is no strength.</summary>
    public const int TooManyPainfulAreas = 3;

    /// <summary>Stands in the first mail and beside the form.</summary>
    public const string AskADoctor =
        "Ask a doctor first if you are pregnant, under 16, recovering from surgery, "
        + "have a heart condition or chest pain, or are unsure. Sharp or rising pain means stop.";

    /// <summary>How to read pain while training (section 3.1, Safety).</summary>
    public const string PainScale =
        "Pain up to 3 of 10 that is gone next morning: go on. 4 to 5: half the range or half the load. "
        + "Above that, limping, night pain or swelling: stop and see someone.";

    /// <summary>One effort rule for every set (D6, R141, R142).</summary>
    public const string Effort =
        "Stop when 2 to 3 clean repetitions are left or form slips; never to failure. Breathe out on the effort.";

    public static bool StopsStrength(Questionnaire questionnaire) =>
        questionnaire.Niggles.Count(n => n.PainfulNow) >= TooManyPainfulAreas;

    /// <summary>What follows from pain, and whom to see (R104).</summary>
    /// <param name="pain">Feedback whose answer is <see cref="Answer.Pain"/>.</param>
    /// <param name="catalogue">Knows the name of what hurt.</param>
    public static string AfterPain(Feedback pain, ExerciseCatalogue catalogue) =>
        pain.Exercise is { } id && catalogue.Find(id) is { } exercise
            ? $"{exercise.Name} hurt on {Words.Date(pain.Date)}: it is out, and another exercise of the same movement "
                + "takes its place where there is one. "
                + "If it hurts in daily life or does not settle in a week, see a physio."
            : $"Something hurt on {Words.Date(pain.Date)}: a week at body weight follows. "
                + "If it does not settle in that week, see a physio.";

    internal static ImmutableArray<WeekdayPlacement> ExplainNoStrength() =>
    [
        .. RunningWeek.Days.Select(day => new WeekdayPlacement(
            day, false, "No strength: three or more places hurt now, and that is for a physio first.")),
    ];

    internal static string NameOf(Area area) => area switch
    {
        Area.ItBand => "IT band",
        Area.RunnersKnee => "knee",
        Area.ShinSplints => "shins",
        Area.PlantarFascia => "sole of the foot",
        Area.Achilles => "Achilles tendon",
        Area.Hamstring => "hamstring",
        Area.LowBack => "lower back",
        _ => throw new ArgumentOutOfRangeException(nameof(area), area, null),
    };
}
