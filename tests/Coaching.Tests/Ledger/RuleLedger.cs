using System.Text.Json;
using System.Text.Json.Serialization;
using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Tests.Architecture;

namespace StrengthDays.Coaching.Tests.Ledger;

/// <summary>Every row of the training rules with its proof; what is wrong with it, one sentence each.</summary>
/// <param name="rows">In the order of the rule table.</param>
/// <param name="tests">Row to the tests that carry its number.</param>
/// <param name="mails">Kind of mail to everything such mails say.</param>
internal sealed class RuleLedger(
    IReadOnlyList<RuleRow> rows, ILookup<string, string> tests, ILookup<string, string> mails)
{
    private static readonly JsonSerializerOptions _json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    private static readonly HashSet<string> _kinds =
    [
        "SYS", "FREQ", "VOL", "INT", "PROG", "SCHED", "PHASE", "STRUCT", "CAT", "EQUIP", "SUBST", "SAFE", "TECH", "INJ",
        "WARM", "RECOV", "XT", "PERS", "EX", "CLAIM", "system", "conflict", "exercise",
    ];

    /// <summary>The rows there have to be, in order: 152 R, 13 Y, 23 D, and every row of the exercise table.</summary>
    public static IReadOnlyList<string> Expected { get; } =
    [
        .. Enumerable.Range(1, 152).Select(n => $"R{n:000}"),
        .. Enumerable.Range(1, 13).Select(n => $"Y{n}"),
        .. Enumerable.Range(1, 23).Select(n => $"D{n}"),
        .. Catalogue.Default.All.Select(e => e.Ref),
    ];

    public IReadOnlyList<RuleRow> Rows => rows;

    /// <summary>The product's own ledger.</summary>
    public static RuleLedger Read() => new(
        Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "seeds/rules.json"))),
        RuleTests.ByRow(),
        MailedWords.ByKind());

    public static IReadOnlyList<RuleRow> Parse(ReadOnlySpan<byte> utf8Json) =>
        JsonSerializer.Deserialize<Dictionary<string, RuleRow[]>>(utf8Json, _json)!["rules"];

    public IEnumerable<string> TestsOf(RuleRow row) => tests[row.Row].Order(StringComparer.Ordinal);

    public IEnumerable<string> Faults() =>
    [
        .. Expected.Except(rows.Select(r => r.Row)).Select(row => $"{row} is not in the ledger"),
        .. rows.GroupBy(r => r.Row).Where(g => g.Count() > 1).Select(g => $"{g.Key} stands twice"),
        .. rows.Select(r => r.Row).Except(Expected).Select(row => $"there is no row {row}"),
        .. rows.SelectMany(r => Faults(r).Select(fault => $"{r.Row} {fault}")),
        .. tests.Where(t => !Expected.Contains(t.Key)).Select(t => $"{t.First()} names {t.Key}, which is no row"),
    ];

    private IEnumerable<string> Faults(RuleRow row)
    {
        if (!row.Kind.Split('/').All(_kinds.Contains))
            yield return $"is of no known kind: {row.Kind}";
        if (row.Kind == "CLAIM" && row.Proof == Proof.Test)
            yield return "is a claim, and claims are copy or left out";
        if (string.IsNullOrWhiteSpace(row.Says))
            yield return "says nothing";
        if (ProofFault(row) is { } fault)
            yield return fault;
    }

    private string? ProofFault(RuleRow row) => row.Proof switch
    {
        Proof.Test when !tests.Contains(row.Row) => "is claimed by a test, and no test carries its number",
        Proof.Copy when string.IsNullOrWhiteSpace(row.Text) => "is copy without words",
        Proof.Copy when !mails[row.Mail ?? ""].Any(mail => mail.Contains(row.Text!, StringComparison.Ordinal)) =>
            $"is copy, and no {row.Mail} mail says '{row.Text}'",
        Proof.LeftOut when string.IsNullOrWhiteSpace(row.Reason) => "is left out without a reason",
        Proof.LeftOut when tests.Contains(row.Row) => $"is left out, yet {tests[row.Row].First()} carries its number",
        _ => null,
    };
}
