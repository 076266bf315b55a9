namespace StrengthDays.Coaching.Plans;

/// <summary>The contract's ETag of a plan: its revision, strong.</summary>
public static class PlanETag
{
    public static string Of(PlanHeader plan) => FormattableString.Invariant($"\"{plan.Revision}\"");
}
