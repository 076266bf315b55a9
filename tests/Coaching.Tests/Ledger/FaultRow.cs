namespace StrengthDays.Coaching.Tests.Ledger;

/// <summary>One row of the fault matrix (section 3).</summary>
/// <param name="Fault">F1 to F35.</param>
/// <param name="What">The fault in a few words.</param>
/// <param name="How">How the tests inject it.</param>
/// <param name="Invariants">What must hold all the same.</param>
/// <param name="IsGate">Must have a test in every run; the others keep the invariant as simply as possible.</param>
internal sealed record FaultRow(string Fault, string What, string How, string Invariants, bool IsGate = true)
{
    public int Number => int.Parse(Fault[1..], System.Globalization.CultureInfo.InvariantCulture);
}
