using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <summary>Who may jump, and on which days (D12, R011, R033, R073, section 3).</summary>
internal static class Jumps
{
    public const int MostPerWeek = 2;

    /// <summary>Weeks of the plan that must be behind (D12).</summary>
    public const int WeeksBehind = 8;

    /// <summary>Opted in, experienced, under 60, and nothing of the lower limb hurts or has hurt.</summary>
    public static bool Qualifies(Questionnaire questionnaire) =>
        questionnaire
            is { Plyometrics: true, Experience: Experience.Experienced, AgeBand: not AgeBand.SixtyPlus, Minutes: >= 30 }
        && questionnaire.Niggles.All(n => n.Area is Area.LowBack && !n.PainfulNow);

    /// <summary>Only after an easy run, twice a week at most, never in a core session (R052, 3.1).</summary>
    public static bool Allowed(Questionnaire questionnaire, ImmutableArray<DayOfWeek> weekdays, int index)
    {
        if (!Qualifies(questionnaire) || !MayHold(questionnaire, weekdays, index))
            return false;
        var earlier = 0;
        for (var i = 0; i < index; i++)
            if (MayHold(questionnaire, weekdays, i))
                earlier++;
        return earlier < MostPerWeek;
    }

    private static bool MayHold(Questionnaire questionnaire, ImmutableArray<DayOfWeek> weekdays, int index) =>
        questionnaire.Week[weekdays[index]] is RunDay.Easy
        && new SessionShape(index, weekdays.Length, questionnaire.Minutes).Format is not SessionFormat.CoreAndUpper;
}
