using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <param name="Date">The strength day.</param>
/// <param name="Phase">Its phase.</param>
/// <param name="Title">A few words, e.g. "Strength A: deadlift and step-up".</param>
/// <param name="EstimatedMinutes">By the time model, rounded up; at most the minutes asked for and at most 50.</param>
/// <param name="Why">Why today, in one or two sentences with the numbers.</param>
/// <param name="Blocks">In training order (R123); only those present.</param>
public sealed record Session(
    DateOnly Date,
    Phase Phase,
    string Title,
    int EstimatedMinutes,
    string Why,
    ImmutableArray<Block> Blocks)
{
    /// <summary>Sets of the working exercises today, 0 when the session is activation only.</summary>
    public int Sets => Blocks.FirstOrDefault(b => b.Kind > BlockKind.Activation)?.Exercises[0].Sets ?? 0;
}

/// <summary>Parts of a session, in the order they are trained (R123, D11).</summary>
public enum BlockKind
{
    WarmUp,
    Activation,
    Power,
    Main,
    UpperBody,
    Core,
    Calves,
}

public sealed record Block(BlockKind Kind, ImmutableArray<Prescription> Exercises);

/// <summary>
/// One exercise as prescribed on one day. Exactly one of <see cref="Reps"/> and <see cref="HoldSeconds"/> is set.
/// </summary>
public sealed record Prescription
{
    /// <summary>The catalogue entry: id, name, category, cue, demo, per side.</summary>
    public required Exercise Exercise { get; init; }

    public required int Sets { get; init; }

    /// <summary>Repetitions of one set, each side where per side.</summary>
    public int? Reps { get; init; }

    /// <summary>Length of one hold in seconds, each side where per side.</summary>
    public int? HoldSeconds { get; init; }

    /// <summary>Seconds down, pause, up, e.g. "3-0-1" (R076); null is an even pace.</summary>
    public string? Tempo { get; init; }

    public required Load Load { get; init; }

    /// <summary>Rest after each set, in seconds.</summary>
    public required int RestSeconds { get; init; }

    /// <summary>What is needed for it today; always part of what the runner has.</summary>
    public required Equipment Uses { get; init; }

    /// <summary>Name of the next harder version, when there is one.</summary>
    public string? Harder { get; init; }

    /// <summary>Name of the easier version, when there is one.</summary>
    public string? Easier { get; init; }
}

/// <summary>How heavy, in words of the runner's units; order is rising.</summary>
public enum LoadKind
{
    BodyWeight,
    Light,
    Moderate,
    Heavy,
    Band,
}

/// <param name="Kind">The class of load.</param>
/// <param name="Hint">How to choose it, e.g. "12 to 16 kg kettlebell"; null for body weight.</param>
public sealed record Load(LoadKind Kind, string? Hint)
{
    public static readonly Load BodyWeight = new(LoadKind.BodyWeight, null);
}
