namespace StrengthDays.Coaching.Tests.Ledger;

/// <summary>One row of <c>seeds/rules.json</c>.</summary>
/// <param name="Row">R001 to R152, Y1 to Y13, D1 to D23, or a row of the exercise table.</param>
/// <param name="Kind">As the rule table has it: SYS, FREQ, ... CLAIM; else system, conflict or exercise.</param>
/// <param name="Says">The rule in a few words.</param>
/// <param name="Proof">How the product answers for it.</param>
/// <param name="Mail">The kind of mail that holds <paramref name="Text"/>, with <see cref="Proof.Copy"/>.</param>
/// <param name="Text">Words of that mail.</param>
/// <param name="Reason">Why it is not in the product, with <see cref="Proof.LeftOut"/>.</param>
internal sealed record RuleRow(
    string Row, string Kind, string Says, Proof Proof, string? Mail = null, string? Text = null, string? Reason = null);

internal enum Proof
{
    /// <summary>A test carries its number.</summary>
    Test,

    /// <summary>Words of a mail, hedged, and as what others say.</summary>
    Copy,

    LeftOut,
}
