namespace StrengthDays.Training;

/// <summary>
/// Where runners with room for choice differ: a hash of the answers that decide a plan, the same in every process (the
/// contract's "byte for byte").
/// </summary>
internal static class Variety
{
    /// <summary>A number from 0 on; FNV-1a over the training members.</summary>
    public static int Of(Questionnaire questionnaire)
    {
        var hash = 2166136261u;
        foreach (var day in RunningWeek.Days)
            hash = Mix(hash, (int)questionnaire.Week[day]);
        hash = Mix(hash, questionnaire.SessionsPerWeek);
        hash = Mix(hash, (int)questionnaire.Equipment);
        hash = Mix(hash, (int)questionnaire.AgeBand);
        foreach (var race in questionnaire.Races)
            hash = Mix(hash, (int)race.Distance);
        return (int)(hash & int.MaxValue);
    }

    private static uint Mix(uint hash, int value) => unchecked((hash ^ (uint)value) * 16777619u);
}
