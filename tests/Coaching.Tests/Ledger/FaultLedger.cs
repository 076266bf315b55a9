using System.Reflection;

namespace StrengthDays.Coaching.Tests.Ledger;

/// <summary>The fault matrix with its tests; what is wrong with it, one sentence each.</summary>
/// <param name="tests">Fault to the tests that carry its number.</param>
internal sealed class FaultLedger(ILookup<string, string> tests)
{
    public static IReadOnlyList<FaultRow> Rows { get; } =
    [
        new("F1", "dies after the claim, before the mail", "killed at every call; SIGKILL of the host; simulator", "I1 I2 I8"),
        new("F2", "dies after the mail was accepted", "killed at every call; SIGKILL of the host; simulator", "I1 I2"),
        new("F3", "accepted, then no answer", "transport that takes the mail and says nothing; simulator", "I1 I5"),
        new("F4", "accepted, then 500, 502, 504", "ACS stand-in that records and answers so", "I1"),
        new("F5", "asked again after five minutes", "mail service that forgets and would send twice; simulator", "I1"),
        new("F6", "429 with and without Retry-After", "transport and ACS stand-in; simulator", "I2 I3 I7"),
        new("F7", "400 other contents, 409 in progress", "ACS stand-in", "I1 I5"),
        new("F8", "401, 403 now and then, or for good", "mail server and ACS stand-in", "I2 I7"),
        new("F9", "domain unlinked, sender denied", "mail server and ACS stand-in that refuse us as a whole", "I2"),
        new("F10", "permanent refusal, bounce, complaint", "transport that refuses; reports doubled and out of order", "I2 I4"),
        new("F11", "queue message twice", "the same bucket by two workers at once; simulator", "I1"),
        new("F12", "queue message lost", "messages left out; simulator", "I2"),
        new("F13", "tick dies half-way", "killed at every call; SIGKILL of the host", "I1 I2"),
        new("F14", "poison message", "texts that name nothing, files that fail five times", "I6 I8"),
        new("F15", "function ended by its host", "cancelled with a mail in its hands", "I2 I6"),
        new("F16", "ETag conflict", "eight claims at once; refused writes; simulator", "I1 I9"),
        new("F17", "batch committed, answer lost", "each answer of Table Storage lost once; proxy; simulator", "I1 I9"),
        new("F18", "store busy or slow", "Table Storage by partition or 80 s late; cut, stalled by a proxy; simulator", "I2 I7"),
        new("F19", "store down over the local hour", "a week without power; outages of up to 15 h in the simulator", "I2 I3"),
        new("F20", "short and empty pages", "Table Storage in pages of one row and none, also by a proxy", "I2"),
        new("F21", "damaged row", "raw writes to rows and plans, both stores; simulator", "I6"),
        new("F22", "orphan, missing, misplaced due row", "rows taken away, moved and added by hand; simulator", "I2 I9"),
        new("F23", "clock jumps", "libfaketime: an hour back, a day ahead while the host delivers", "I1 I2 I3", IsGate: false),
        new("F24", "missed ticks, nights of clock changes", "every zone's changes; ticks left out; simulator", "I2 I3"),
        new("F25", "two schedulers, copied folder", "a second host on one folder; two processes on one store", "I1"),
        new("F26", "new time-zone data", "rows as another release's data would have placed them; both stores", "I1 I3", IsGate: false),
        new("F27", "runner acts while the mail is claimed", "killed at every call of an edit; simulator", "I1 I3 I4 I5"),
        new("F28", "unsubscribes, erases, is scanned", "between claim and retry; crawler; simulator", "I4 I10"),
        new("F29", "disk full", "full tmpfs; SQLite without a page left; outbox without room", "I1 I2"),
        new("F30", "power cut between mail and row", "killed at every call; SIGKILL of the host", "I1 I2"),
        new("F31", "SQLite busy or damaged", "a second writer; a page written over", "I2 I6", IsGate: false),
        new("F32", "SMTP server says no, cuts, stalls", "scripted SMTP server", "I1 I2 I7", IsGate: false),
        new("F33", "memory, threads", "the host with 48 MB of heap and two threads", "I6", IsGate: false),
        new("F34", "old and new release at once", "rows of other versions; a release that changes plans", "I1 I9"),
        new("F35", "asked to stop", "SIGTERM while it delivers; a message in work", "I2 I8"),
    ];

    public static FaultLedger Read() => new(ByFault());

    public IEnumerable<string> TestsOf(FaultRow row) => tests[row.Fault].Order(StringComparer.Ordinal);

    public IEnumerable<string> Faults() =>
    [
        .. Enumerable.Range(1, 35).Except(Rows.Select(r => r.Number)).Select(n => $"F{n} is not in the table"),
        .. Rows.Where(r => r.IsGate && !tests.Contains(r.Fault)).Select(r => $"{r.Fault} is a gate, and no test carries it"),
        .. tests.Where(t => Rows.All(r => r.Fault != t.Key)).Select(t => $"{t.First()} names {t.Key}, which is no fault"),
    ];

    /// <summary>One line a fault, what is wrong, and last the count.</summary>
    public IEnumerable<string> Lines()
    {
        var gates = Rows.Where(r => r.IsGate).ToList();
        return
        [
            .. Rows.Select(r => $"{r.Fault,-4}{(r.IsGate ? "gate" : ""),-5}{r.Invariants,-12} {r.What}; {r.How}: "
                + (TestsOf(r).Any() ? string.Join(", ", TestsOf(r)) : "no test")),
            .. Faults(),
            $"{gates.Count} gates, {gates.Count(r => tests.Contains(r.Fault))} with a test in every run",
        ];
    }

    /// <summary>Of tests that run every time; those that run under one zone only count as well.</summary>
    private static ILookup<string, string> ByFault() => (
        from type in typeof(FaultLedger).Assembly.GetTypes()
        where !type.IsAbstract
        from method in type.GetMethods()
        where method.GetCustomAttribute<FactAttribute>() is { Skip: null } && Traits(type, method, "Category").All(c => c == "Once")
        from fault in Traits(type, method, "Fault").Distinct()
        select (fault, name: $"{type.Name}.{method.Name}")).ToLookup(t => t.fault, t => t.name);

    private static IEnumerable<string> Traits(Type type, MethodInfo method, string name)
    {
        IEnumerable<MemberInfo> members = [method];
        for (var from = type; from is not null; from = from.BaseType)
            members = members.Append(from);
        return from member in members
               from attribute in member.GetCustomAttributesData()
               where attribute.AttributeType == typeof(TraitAttribute)
               where (string)attribute.ConstructorArguments[0].Value! == name
               select (string)attribute.ConstructorArguments[1].Value!;
    }
}
