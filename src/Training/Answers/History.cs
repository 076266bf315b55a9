using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <summary>What has happened to a plan since the form was filled in.</summary>
public sealed record History
{
    public static readonly History Empty = new();

    /// <summary>Pauses in any order; they may overlap.</summary>
    public ImmutableArray<Pause> Pauses { get; init; } = [];

    /// <summary>How often the horizon was moved on by 12 weeks and an easy week.</summary>
    public int Extensions { get; init; }
}

/// <param name="From">First day without strength, included.</param>
/// <param name="To">Last day without strength, included; null until the runner resumes.</param>
public sealed record Pause(DateOnly From, DateOnly? To)
{
    public bool Contains(DateOnly date) => From <= date && (To is null || date <= To);
}
