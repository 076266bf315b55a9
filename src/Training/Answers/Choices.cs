using System.Text.Json.Serialization;

namespace StrengthDays.Training;

/// <summary>Race distances the recovery distinguishes (D17).</summary>
public enum Distance
{
    [JsonStringEnumMemberName("5k")] FiveK,
    [JsonStringEnumMemberName("10k")] TenK,
    HalfMarathon,
    Marathon,
    Ultra,
}

/// <summary>A drives the phases, B gets a race-block of its own week, C a free day before and after.</summary>
public enum Priority
{
    A,
    B,
    C,
}

/// <summary>Strength experience; decides the length of foundation and what may be loaded (R139, Y6).</summary>
public enum Experience
{
    New,
    Some,
    Experienced,
}

public enum AgeBand
{
    [JsonStringEnumMemberName("under-40")] Under40,
    [JsonStringEnumMemberName("40-59")] From40To59,
    [JsonStringEnumMemberName("60-plus")] SixtyPlus,
}

/// <summary>What the days hold (R127, D18).</summary>
public enum Taper
{
    Rest,
    LightActivation,
}

/// <summary>Length of the break after an A race; <see cref="Auto"/> is 1, 2 or 3 weeks by distance (D17).</summary>
public enum AfterRace
{
    Auto,
    [JsonStringEnumMemberName("1-week")] OneWeek,
    [JsonStringEnumMemberName("2-weeks")] TwoWeeks,
    [JsonStringEnumMemberName("4-weeks")] FourWeeks,
    Stop,
}

public enum Units
{
    Metric,
    Imperial,
}

/// <summary>Where it hurts or once hurt (R072, R147).</summary>
public enum Area
{
    ItBand,
    RunnersKnee,
    ShinSplints,
    PlantarFascia,
    Achilles,
    Hamstring,
    LowBack,
}

/// <param name="Area">The place.</param>
/// <param name="PainfulNow">Hurts today: exercises are taken out, not only added (section 2 of the rules).</param>
public sealed record Niggle(Area Area, bool PainfulNow);
