using StrengthDays.Coaching.Contract;
using StrengthDays.Training;

namespace StrengthDays.Coaching;

/// <summary>Shows what a runner would get. Stores nothing and knows no address.</summary>
public sealed class PlanPreview(ExerciseCatalogue catalogue, TimeProvider clock)
{
    /// <summary>The first horizon of the plan for a questionnaire in JSON, or what is wrong with it.</summary>
    public ReadResult<Plan> Of(ReadOnlyMemory<byte> questionnaire)
    {
        var read = QuestionnaireReader.ReadPreview(questionnaire, clock.GetUtcNow());
        return ReadResult<Plan>.Of(
            read.Value is { } enrolment ? Season.Of(enrolment.Training, catalogue, History.Empty).ToPlan() : null,
            read.Errors);
    }
}
