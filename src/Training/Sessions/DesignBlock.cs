namespace StrengthDays.Training;

/// <summary>What a stretch of weeks is designed for; a new one brings other exercises (R016, R137).</summary>
/// <param name="Number">Easy weeks behind, plus one for each race behind.</param>
/// <param name="Half">Counts four weeks: back and front squat take turns (R044).</param>
/// <param name="Power">Jumps belong to the session (D12).</param>
/// <param name="Seasoned">At least 6 weeks of loaded hinges are behind (section 3.1, Safety).</param>
internal readonly record struct DesignBlock(int Number, int Half, bool Power, bool Seasoned)
{
    /// <summary>Whether the same exercises serve both.</summary>
    public bool SameAs(DesignBlock other) => (Number, Power) == (other.Number, other.Power);
}
