namespace StrengthDays.Coaching.Tests.Ledger;

/// <summary>
/// <c>dotnet run --project tests/Coaching.Tests -- rules</c>: every row, its kind and what proves it; <c>faults</c>: every
/// fault, how it is injected, what must hold, and the tests that prove it.
/// </summary>
internal static class RuleListing
{
    private static int Main(string[] args)
    {
        if (args is ["rules"] && RuleLedger.Read() is var rules)
            return Print(Lines(rules), rules.Faults());
        if (args is ["faults"] && FaultLedger.Read() is var faults)
            return Print(faults.Lines(), faults.Faults());
        Console.Error.WriteLine("Say what to list: rules or faults");
        return 2;
    }

    private static int Print(IEnumerable<string> lines, IEnumerable<string> wrong)
    {
        foreach (var line in lines)
            Console.WriteLine(line);
        return wrong.Any() ? 1 : 0;
    }

    /// <summary>One line a row, the faults, and last the count.</summary>
    public static IEnumerable<string> Lines(RuleLedger ledger) =>
        [.. ledger.Rows.Select(row => Line(ledger, row)), .. ledger.Faults(), Summary(ledger)];

    private static string Line(RuleLedger ledger, RuleRow row) =>
        $"{row.Row,-5}{row.Kind,-11}{row.Says}: {ProofOf(ledger, row)}";

    private static string ProofOf(RuleLedger ledger, RuleRow row) => row.Proof switch
    {
        Proof.Copy => $"copy, {row.Mail} mail: \"{row.Text}\"",
        Proof.LeftOut => $"left out, {row.Reason}",
        _ => string.Join(", ", ledger.TestsOf(row)),
    };

    private static string Summary(RuleLedger ledger)
    {
        var rows = ledger.Rows;
        var letters = string.Join(", ", "RYDE".Select(letter => $"{rows.Count(r => r.Row[0] == letter)} {letter}"));
        var unproven = rows.Count(r => r.Proof == Proof.Test && !ledger.TestsOf(r).Any());
        var missing = RuleLedger.Expected.Except(rows.Select(r => r.Row)).Count();
        return $"{letters}: {rows.Count(r => r.Proof == Proof.Test) - unproven} by test, "
            + $"{rows.Count(r => r.Proof == Proof.Copy)} copy, {rows.Count(r => r.Proof == Proof.LeftOut)} left out, "
            + $"{unproven + missing} unaccounted";
    }
}
