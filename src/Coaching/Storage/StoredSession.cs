using System.Collections.Immutable;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Storage;

/// <summary>A session as it was sent: the catalogue's words are left out, its numbers are not.</summary>
public sealed record StoredSession(
    Phase Phase,
    string Title,
    int Minutes,
    string Why,
    ImmutableArray<StoredBlock> Blocks)
{
    public static StoredSession Of(Session session) => new(
        session.Phase,
        session.Title,
        session.EstimatedMinutes,
        session.Why,
        [.. session.Blocks.Select(b => new StoredBlock(b.Kind, [.. b.Exercises.Select(StoredPrescription.Of)]))]);

    /// <summary>
    /// The session again, with today's words for its exercises; rows that left the catalogue are left out.
    /// </summary>
    public Session On(DateOnly date, ExerciseCatalogue catalogue) =>
        new(date, Phase, Title, Minutes, Why, [.. Blocks.Select(b => b.With(catalogue))]);
}

public sealed record StoredBlock(BlockKind Kind, ImmutableArray<StoredPrescription> Exercises)
{
    internal Block With(ExerciseCatalogue catalogue) => new(
        Kind,
        [.. from stored in Exercises
            let exercise = catalogue.Find(stored.Exercise)
            where exercise is not null
            select stored.With(exercise)]);
}

/// <param name="Exercise">Id in the catalogue.</param>
public sealed record StoredPrescription(
    string Exercise,
    int Sets,
    int? Reps,
    int? HoldSeconds,
    string? Tempo,
    Load Load,
    int RestSeconds,
    Equipment Uses,
    string? Harder,
    string? Easier)
{
    internal static StoredPrescription Of(Prescription p) => new(
        p.Exercise.Id, p.Sets, p.Reps, p.HoldSeconds, p.Tempo, p.Load, p.RestSeconds, p.Uses, p.Harder, p.Easier);

    internal Prescription With(Exercise exercise) => new()
    {
        Exercise = exercise,
        Sets = Sets,
        Reps = Reps,
        HoldSeconds = HoldSeconds,
        Tempo = Tempo,
        Load = Load,
        RestSeconds = RestSeconds,
        Uses = Uses,
        Harder = Harder,
        Easier = Easier,
    };
}
