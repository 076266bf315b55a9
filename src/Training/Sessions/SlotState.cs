namespace StrengthDays.Training;

/// <summary>Where an exercise stands in a session; order is training order (R123).</summary>
internal enum SlotKind
{
    Abductor,
    Activation,
    Power,
    Hinge,
    Unilateral,
    Second,
    Upper,
    Core,
    SecondCore,
    ThirdCore,
    Calves,
}

/// <summary>What one place of a session holds in one week.</summary>
/// <param name="Exercise">The member of the family reached so far.</param>
/// <param name="Step">0 body weight, then one more each time the load rises.</param>
/// <param name="Tempo">"3-0-1" or even pace.</param>
/// <param name="Amount">Repetitions or seconds of one set.</param>
/// <param name="Loaded">Week of the last rise of load.</param>
/// <param name="Changed">Week of the last change of any kind.</param>
internal readonly record struct SlotState(
    Family Family,
    Exercise Exercise,
    int Step,
    string? Tempo,
    int Amount,
    int Loaded,
    int Changed)
{
    /// <summary>Seconds of all sets with rests, without set-up.</summary>
    public int Seconds(int sets, int rest) =>
        TimeModel.SecondsOf(Exercise.Dose!, Amount, Tempo, Exercise.PerSide, sets, rest);
}
