using StrengthDays.Coaching.Storage;

namespace StrengthDays.Coaching.Plans;

/// <summary>One date of a plan.</summary>
/// <param name="Plan">The plan as it is.</param>
/// <param name="Date">The runner's date.</param>
/// <param name="Sent">What became of the date's mail; null while nothing did.</param>
public sealed record PlanDay(PlanHeader Plan, DateOnly Date, SentMail? Sent)
{
    /// <summary>Nothing that the date holds can be changed: its mail is out, or its time is over.</summary>
    public bool IsSettled => Date <= Plan.Through;
}
