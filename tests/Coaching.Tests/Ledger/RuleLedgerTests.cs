namespace StrengthDays.Coaching.Tests.Ledger;

/// <summary>No rule without its proof, and no proof of a rule that does not exist.</summary>
public sealed class RuleLedgerTests
{
    private static readonly ILookup<string, string> _nothing = Lookup();

    [Fact]
    public void Every_rule_is_proven_by_a_test_said_in_a_mail_or_left_out_with_a_reason() =>
        Assert.Empty(RuleLedger.Read().Faults());

    [Fact]
    public void The_listing_ends_with_the_count()
    {
        var ledger = RuleLedger.Read();

        var lines = RuleListing.Lines(ledger).ToList();

        Assert.Equal(RuleLedger.Expected.Count + 1, lines.Count);
        Assert.StartsWith("R001 SYS ", lines[0], StringComparison.Ordinal);
        Assert.Matches("^152 R, 13 Y, 23 D, 72 E: \\d+ by test, \\d+ copy, \\d+ left out, 0 unaccounted$", lines[^1]);
    }

    [Fact]
    public void A_row_that_is_missing_doubled_or_unknown_is_a_fault()
    {
        var faults = Faults([Row("R001"), Row("R001"), Row("R999")], Lookup(("R001", "a test"), ("R999", "a test")));

        Assert.Contains("R002 is not in the ledger", faults);
        Assert.Contains("R001 stands twice", faults);
        Assert.Contains("there is no row R999", faults);
        Assert.Contains("a test names R999, which is no row", faults);
    }

    [Fact]
    public void A_test_that_is_claimed_and_does_not_exist_is_a_fault() =>
        Assert.Contains("R001 is claimed by a test, and no test carries its number", Faults([Row("R001")], _nothing));

    [Fact]
    public void Words_that_no_mail_says_are_a_fault()
    {
        var row = Row("R034") with { Proof = Proof.Copy, Mail = "phase", Text = "Yoga" };

        Assert.DoesNotContain(
            Faults([row], _nothing, ("phase", "Yoga fits.")), f => f.StartsWith("R034", StringComparison.Ordinal));
        Assert.Contains(
            "R034 is copy, and no phase mail says 'Yoga'", Faults([row], _nothing, ("session", "Yoga fits.")));
        Assert.Contains("R034 is copy without words", Faults([row with { Text = "" }], _nothing));
    }

    [Fact]
    public void A_row_is_left_out_with_a_reason_and_without_a_test()
    {
        var row = Row("R037") with { Proof = Proof.LeftOut };

        Assert.Contains("R037 is left out without a reason", Faults([row], _nothing));
        Assert.Contains(
            "R037 is left out, yet a test carries its number",
            Faults([row with { Reason = "none" }], Lookup(("R037", "a test"))));
    }

    [Fact]
    public void A_claim_is_never_proven_and_a_kind_is_one_of_the_table()
    {
        RuleRow[] rows = [Row("R037") with { Kind = "CLAIM" }, Row("R001") with { Kind = "ODD", Says = " " }];

        var faults = Faults(rows, _nothing);

        Assert.Contains("R037 is a claim, and claims are copy or left out", faults);
        Assert.Contains("R001 is of no known kind: ODD", faults);
        Assert.Contains("R001 says nothing", faults);
    }

    private static RuleRow Row(string row) => new(row, "SYS", "something", Proof.Test);

    private static List<string> Faults(
        RuleRow[] rows, ILookup<string, string> tests, params (string Kind, string Text)[] mails) =>
        [.. new RuleLedger(rows, tests, mails.ToLookup(m => m.Kind, m => m.Text)).Faults()];

    private static ILookup<string, string> Lookup(params (string Row, string Test)[] tests) =>
        tests.ToLookup(t => t.Row, t => t.Test);
}
