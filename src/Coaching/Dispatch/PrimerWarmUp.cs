using System.Collections.Immutable;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Dispatch;

/// <summary>Loop-band activation before a run: clamshells and lateral walks, under five minutes (R132).</summary>
public static class PrimerWarmUp
{
    private static readonly ImmutableArray<string> Exercises = ["banded-clamshell", "lateral-band-walk"];

    /// <summary>
    /// Wished for, with a band, on a run day of a phase that trains: taper, race-week and recovery stay quiet. Not
    /// where nothing of it is left, nor where pain stops all strength.
    /// </summary>
    public static bool Fits(Questionnaire training, History history, DateOnly date, PhaseRange phase) =>
        training.PreRunPrimer
        && training.Equipment.HasFlag(Equipment.Band)
        && training.Week[date.DayOfWeek] is (RunDay.Easy or RunDay.Hard or RunDay.Long)
        && phase.Sets > 0
        && !Safety.StopsStrength(training)
        && Possible(training, history, date).Any();

    /// <summary>One easy set of each, without what the runner avoids or what has hurt.</summary>
    public static ImmutableArray<Prescription> For(
        Questionnaire training, History history, DateOnly date, ExerciseCatalogue catalogue) =>
        [.. Possible(training, history, date).Select(id => Prescribe(catalogue.Find(id)!))];

    private static IEnumerable<string> Possible(Questionnaire training, History history, DateOnly date) =>
        Exercises.Where(id => !training.Avoid.Contains(id)
            && !history.Feedback.Any(f => f.Answer is Answer.Pain && f.Exercise == id && f.Date < date));

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
