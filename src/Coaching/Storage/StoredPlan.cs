using StrengthDays.Coaching.Plans;

namespace StrengthDays.Coaching.Storage;

/// <param name="Header">Null when it is there and makes no sense.</param>
public sealed record StoredPlan(PlanId Id, PlanHeader? Header)
{
    /// <summary>Reads a header and keeps its damage to itself.</summary>
    internal static StoredPlan Of(string id, Func<PlanHeader> read)
    {
        try
        {
            return new(PlanId.Parse(id), read());
        }
        catch (UnreadableRowException)
        {
            return new(PlanId.Parse(id), null);
        }
    }
}
