using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;

namespace StrengthDays.Training;

/// <summary>What an exercise trains (R110, D13 and section 3.1's list).</summary>
public enum Category
{
    GlutesHips,
    PosteriorChain,
    Core,
    CalvesAnkles,
    Quads,
    UpperBody,
    FullBody,
    Plyometric,
    Basics,
    WarmUp,

    /// <summary>E81, E82: advice, never prescribed.</summary>
    Recovery,

    /// <summary>E83, E84: advice, never prescribed.</summary>
    CrossTraining,

    /// <summary>E85: a way to load, never prescribed by itself.</summary>
    LoadModality,
}

/// <summary>One row of the exercise table (E01 to E85) in <c>seeds/exercises.json</c>.</summary>
public sealed record Exercise
{
    /// <summary>Slug, stable for ever, e.g. <c>clamshell</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Row of the rule table, e.g. <c>E10</c>.</summary>
    public required string Ref
    {
        get;
        init
        {
            field = value;
            Row = int.TryParse(value.AsSpan(Math.Min(1, value.Length)), NumberStyles.None, CultureInfo.InvariantCulture,
                out var row) ? row : 0;
        }
    }

    /// <summary>The number in <see cref="Ref"/>, 1 to 85; 0 when it has none.</summary>
    internal int Row { get; private init; }

    public required string Name { get; init; }

    public required Category Category { get; init; }

    /// <summary>0 basics, 1 body weight, 2 loaded, 3 plyometric or advanced (Y6).</summary>
    public required int Stage { get; init; }

    /// <summary>Done one side at a time: reps and holds count for each side.</summary>
    public bool PerSide { get; init; }

    /// <summary>Start and ceiling; null for rows that are never prescribed.</summary>
    public Dose? Dose { get; init; }

    /// <summary>Ways to do it, best first: each is everything that way needs, an empty one needs nothing.</summary>
    [JsonConverter(typeof(WaysJson))]
    public ImmutableArray<Equipment> Equipment { get; init; } = [Training.Equipment.None];

    /// <summary>Things that can make it heavier, best first; empty when it is never loaded.</summary>
    public ImmutableArray<Equipment> Loads { get; init; } = [];

    /// <summary>Tempo from the first day, where the row asks for one (E36, E37).</summary>
    public string? Tempo { get; init; }

    /// <summary>One line on how to do it well; empty only on rows that are never prescribed (R088).</summary>
    public string Cue { get; init; } = "";

    /// <summary>Refs of harder versions, nearest first.</summary>
    public ImmutableArray<string> Harder { get; init; } = [];

    /// <summary>Refs of easier versions, nearest first.</summary>
    public ImmutableArray<string> Easier { get; init; } = [];

    /// <summary>The runner's words for the harder version when it has no row of its own, e.g. "hold longer".</summary>
    public string? HarderHint { get; init; }

    /// <summary>As <see cref="HarderHint"/>, for the easier one.</summary>
    public string? EasierHint { get; init; }

    /// <summary>The easier version where <see cref="EasierHint"/> would take away what is not there.</summary>
    public string? EasierBare { get; init; }

    /// <summary>A video the source names.</summary>
    public Uri? Demo { get; init; }

    /// <summary>False for rows that only exist to be named: slots, advice, E56 leg press.</summary>
    public bool Prescribed { get; init; } = true;

    /// <summary>An exercise is its row: the planner compares them millions of times.</summary>
    public bool Equals(Exercise? other) =>
        ReferenceEquals(this, other) || other is not null && Row == other.Row && Ref == other.Ref && Id == other.Id;

    /// <inheritdoc/>
    public override int GetHashCode() => Row;
}

/// <summary>Start to ceiling of one set (D5): repetitions or seconds of hold, never both.</summary>
/// <param name="Unit">What is counted.</param>
/// <param name="Start">First dose, at least 1.</param>
/// <param name="Ceiling">Highest dose before load or a harder version comes; at least the start.</param>
/// <param name="Lower">Where it returns to when load comes: the start or below.</param>
public sealed record Dose(DoseUnit Unit, int Start, int Ceiling, int Lower);

public enum DoseUnit
{
    Reps,
    Seconds,
}
