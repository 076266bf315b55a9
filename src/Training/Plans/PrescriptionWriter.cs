using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace StrengthDays.Training;

/// <summary>Turns one state into what the runner reads: sets, dose, load in words, rest, versions.</summary>
internal sealed class PrescriptionWriter(Kit kit, ExerciseCatalogue catalogue)
{
    // By row of the exercise table.
    private readonly Known?[] _known = new Known?[Exclusions.Rows];
    private ImmutableArray<Prescription> _warmUp;
    private ImmutableArray<Prescription> _warmUpWithBasics;

    /// <summary>The exercises of one block, each at the dose its place has reached.</summary>
    /// <param name="places">Where they stand and what they hold.</param>
    /// <param name="sets">Sets of the phase; activation is always 1.</param>
    /// <param name="rest">Seconds between sets outside activation.</param>
    public ImmutableArray<Prescription> Of(ReadOnlySpan<PlacedState> places, int sets, int rest)
    {
        var written = new Prescription[places.Length];
        for (var i = 0; i < written.Length; i++)
            written[i] = places[i].Kind <= SlotKind.Activation
                ? Of(places[i], 1, TimeModel.ShortRestSeconds)
                : Of(places[i], sets, rest);
        return ImmutableCollectionsMarshal.AsImmutableArray(written);
    }

    /// <summary>Most of a session is as it was the week before.</summary>
    private Prescription Of(in PlacedState place, int sets, int rest)
    {
        var known = _known[place.State.Exercise.Row] ??= Know(place.State.Exercise);
        var dose = new Dose(
            place.Kind <= SlotKind.Activation, place.State.Amount, place.State.Step, place.State.Tempo, sets, rest);
        if (known.Last is null || known.Dose != dose)
            (known.Dose, known.Last) = (dose, Written(known, dose));
        return known.Last;
    }

    private Prescription Written(Known known, in Dose dose)
    {
        var exercise = known.Exercise;
        // Activation wakes up; only what is made for a band uses one (R123, R129).
        var implement = dose.Step > 0 && (!dose.IsActivation || kit.IsBuiltOnWeight(exercise))
            ? kit.ImplementFor(exercise)
            : Equipment.None;
        var timed = exercise.Dose!.Unit is DoseUnit.Seconds;
        return new()
        {
            Exercise = exercise,
            Sets = dose.Sets,
            Reps = timed ? null : dose.Amount,
            HoldSeconds = timed ? dose.Amount : null,
            Tempo = dose.Tempo,
            Load = implement is Equipment.None
                ? Load.BodyWeight
                : LoadHints.For(implement, dose.Step, kit.Questionnaire.Units),
            RestSeconds = dose.Rest,
            Uses = known.Way | implement,
            Harder = known.Harder,
            Easier = (known.Way | implement) is Equipment.None ? exercise.EasierBare ?? known.Easier : known.Easier,
        };
    }

    /// <summary>
    /// Every session starts with one (R101, D11); in a beginner's first week it holds the basics (R106).
    /// </summary>
    /// <param name="seconds">How long it takes: the same in all sessions of a runner.</param>
    /// <param name="basics">Whether it holds the basics.</param>
    public ImmutableArray<Prescription> WarmUp(int seconds, bool basics)
    {
        ref var warmUp = ref basics ? ref _warmUpWithBasics : ref _warmUp;
        if (warmUp.IsDefault)
            warmUp = basics ? WarmUpWithBasics(seconds) : [WarmUp(seconds)];
        return warmUp;
    }

    private ImmutableArray<Prescription> WarmUpWithBasics(int seconds)
    {
        var families = catalogue.Families;
        Prescription[] basics =
        [
            .. new[] { families.MountainPose, families.BodySquat }
                .Where(kit.AllowsUnloaded)
                .Select(basic => Easy(basic, basic.Dose!.Start)),
        ];
        return [WarmUp(seconds - basics.Sum(SecondsOf)), .. basics];
    }

    private Prescription WarmUp(int seconds) => Easy(catalogue.Families.WarmUp, seconds - TimeModel.ShortRestSeconds);

    private static int SecondsOf(Prescription part) => TimeModel.SecondsOf(
        part.Exercise.Dose!, part.HoldSeconds ?? part.Reps!.Value, null, part.Exercise.PerSide, 1, part.RestSeconds);

    private static Prescription Easy(Exercise exercise, int amount) => new()
    {
        Exercise = exercise,
        Sets = 1,
        Reps = exercise.Dose!.Unit is DoseUnit.Reps ? amount : null,
        HoldSeconds = exercise.Dose.Unit is DoseUnit.Seconds ? amount : null,
        Load = Load.BodyWeight,
        RestSeconds = TimeModel.ShortRestSeconds,
        Uses = Equipment.None,
    };

    private Known Know(Exercise exercise) => new(
        exercise,
        kit.WayFor(exercise).GetValueOrDefault(),
        NameOf(exercise.Harder) ?? HarderHintOf(exercise),
        NameOf(exercise.Easier) ?? exercise.EasierHint);

    // Weight makes it harder only for who has one and may lift it (R014: add weight or slow the movement).
    private string? HarderHintOf(Exercise exercise) =>
        exercise is { HarderHint: not null, Loads: not [] } && kit.ImplementFor(exercise) is Equipment.None
            ? "slower lowering"
            : exercise.HarderHint;

    /// <summary>The nearest version the runner can do.</summary>
    private string? NameOf(ImmutableArray<string> references)
    {
        foreach (var reference in references)
            if (catalogue[reference] is var version && kit.Allows(version))
                return version.Name;
        return null;
    }

    private readonly record struct Dose(
        bool IsActivation, int Amount, int Step, string? Tempo, int Sets, int Rest);

    /// <summary>What is true of an exercise in every session, and how it was written last.</summary>
    private sealed class Known(Exercise exercise, Equipment way, string? harder, string? easier)
    {
        public Exercise Exercise => exercise;

        public Equipment Way => way;

        public string? Harder => harder;

        public string? Easier => easier;

        public Dose Dose { get; set; }

        public Prescription? Last { get; set; }
    }
}
