using System.Collections.Immutable;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Dispatch;

/// <summary>Loop-band activation before a run: clamshells and lateral walks, under five minutes (R132).</summary>
public static class PrimerWarmUp
{
    private static readonly ImmutableArray<string> Rows = ["E11", "E12"];

    /// <summary>
    /// Wished for, with a band, on a run day of a phase that trains: taper, race-week and recovery stay quiet.
    /// </summary>
    public static bool Fits(Questionnaire training, DateOnly date, PhaseRange phase) =>
        training.PreRunPrimer
        && training.Equipment.HasFlag(Equipment.Band)
        && training.Week[date.DayOfWeek] is (RunDay.Easy or RunDay.Hard or RunDay.Long)
        && phase.Sets > 0;

    /// <summary>One easy set of each, without what the runner avoids.</summary>
    public static ImmutableArray<Prescription> For(Questionnaire training, ExerciseCatalogue catalogue) =>
    [
        .. from row in Rows
           let exercise = catalogue[row]
           where !training.Avoid.Contains(exercise.Id)
           select Prescribe(exercise),
    ];

    private static Prescription Prescribe(Exercise exercise) => new()
    {
        Exercise = exercise,
        Sets = 1,
        Reps = exercise.Dose?.Unit is DoseUnit.Seconds ? null : exercise.Dose?.Start,
        HoldSeconds = exercise.Dose?.Unit is DoseUnit.Seconds ? exercise.Dose.Start : null,
        Load = new Load(LoadKind.Band, "light loop band"),
        RestSeconds = 15,
        Uses = Equipment.Band,
    };
}
