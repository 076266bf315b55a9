namespace StrengthDays.Coaching.Tests.Ledger;

/// <summary>No gate without a test, and no test of a fault that does not exist.</summary>
public sealed class FaultLedgerTests
{
    [Fact]
    public void Every_gate_has_a_test_in_every_run() => Assert.Empty(FaultLedger.Read().Faults());

    [Fact]
    public void The_table_ends_with_the_count()
    {
        var lines = FaultLedger.Read().Lines().ToList();

        Assert.Equal(FaultLedger.Rows.Count + 1, lines.Count);
        Assert.StartsWith("F1  gate I1 I2 I8 ", lines[0], StringComparison.Ordinal);
        Assert.Equal("30 gates, 30 with a test in every run", lines[^1]);
    }

    [Fact]
    public void A_gate_without_a_test_and_a_test_of_nothing_are_wrong()
    {
        var ledger = new FaultLedger(new[] { ("F99", "a test") }.ToLookup(t => t.Item1, t => t.Item2));

        Assert.Contains("F7 is a gate, and no test carries it", ledger.Faults());
        Assert.Contains("a test names F99, which is no fault", ledger.Faults());
        Assert.DoesNotContain(ledger.Faults(), fault => fault.StartsWith("F33", StringComparison.Ordinal));
    }
}
