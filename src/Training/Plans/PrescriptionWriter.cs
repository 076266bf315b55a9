using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <summary>Turns one state into what the runner reads: sets, dose, load in words, rest, versions.</summary>
internal sealed class PrescriptionWriter(Kit kit, ExerciseCatalogue catalogue)
{
    private readonly Dictionary<Exercise, (string? Harder, string? Easier)> _versions =
        new(ReferenceEqualityComparer.Instance);

    // Most of a session is as it was the week before.
    private readonly Dictionary<Exercise, (Dose Dose, Prescription Written)> _last =
        new(ReferenceEqualityComparer.Instance);

    /// <summary>One exercise of a session, at the dose its place has reached.</summary>
    /// <param name="place">Where it stands and what it holds.</param>
    /// <param name="sets">Sets of the phase; activation is always 1.</param>
    /// <param name="rest">Seconds between sets outside activation.</param>
    public Prescription Of(PlacedState place, int sets, int rest)
    {
        var dose = new Dose(place.Kind, place.State.Amount, place.State.Step, place.State.Tempo, sets, rest);
        if (_last.TryGetValue(place.State.Exercise, out var last) && last.Dose == dose)
            return last.Written;
        var written = Written(place, sets, rest);
        _last[place.State.Exercise] = (dose, written);
        return written;
    }

    private Prescription Written(PlacedState place, int sets, int rest)
    {
        var (kind, state) = place;
        var activation = kind <= SlotKind.Activation;
        var exercise = state.Exercise;
        // Activation wakes up; only what is made for a band uses one (R123, R129).
        var implement = state.Step > 0 && (!activation || kit.IsBuiltOnWeight(exercise))
            ? kit.ImplementFor(exercise)
            : Equipment.None;
        var (harder, easier) = VersionsOf(exercise);
        var timed = exercise.Dose!.Unit is DoseUnit.Seconds;
        return new()
        {
            Exercise = exercise,
            Sets = activation ? 1 : sets,
            Reps = timed ? null : state.Amount,
            HoldSeconds = timed ? state.Amount : null,
            Tempo = state.Tempo,
            Load = implement is Equipment.None
                ? Load.BodyWeight
                : LoadHints.For(implement, state.Step, kit.Questionnaire.Units),
            RestSeconds = activation ? TimeModel.ShortRestSeconds : rest,
            Uses = kit.WayFor(exercise).GetValueOrDefault() | implement,
            Harder = harder,
            Easier = easier,
        };
    }

    /// <summary>
    /// Every session starts with one (R101, D11); in a beginner's first week it holds the basics (R106).
    /// </summary>
    public ImmutableArray<Prescription> WarmUp(int seconds, bool basics)
    {
        var families = catalogue.Families;
        var parts = ImmutableArray.CreateBuilder<Prescription>(3);
        if (basics)
            foreach (var basic in new[] { families.MountainPose, families.BodySquat })
                if (kit.AllowsUnloaded(basic))
                    parts.Add(Easy(basic, basic.Dose!.Start));
        var left = seconds - parts.Sum(SecondsOf);
        parts.Insert(0, Easy(families.WarmUp, left - TimeModel.ShortRestSeconds));
        return parts.DrainToImmutable();
    }

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

    private (string? Harder, string? Easier) VersionsOf(Exercise exercise)
    {
        if (!_versions.TryGetValue(exercise, out var versions))
            _versions[exercise] = versions =
                (NameOf(exercise.Harder) ?? exercise.HarderHint, NameOf(exercise.Easier) ?? exercise.EasierHint);
        return versions;
    }

    private readonly record struct Dose(SlotKind Kind, int Amount, int Step, string? Tempo, int Sets, int Rest);

    /// <summary>The nearest version the runner can do.</summary>
    private string? NameOf(ImmutableArray<string> references)
    {
        foreach (var reference in references)
            if (kit.Allows(catalogue[reference]))
                return catalogue[reference].Name;
        return null;
    }
}
