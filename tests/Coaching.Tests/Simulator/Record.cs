using System.Globalization;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Tests.Host;

namespace StrengthDays.Coaching.Tests.Simulator;

/// <summary>What each plan said and when, as committed in the store; and every mail on its way out.</summary>
internal sealed class Record(ManualClock clock) : ICommits
{
    private readonly Dictionary<PlanId, List<Version>> _versions = [];

    public IEnumerable<PlanId> Plans => _versions.Keys;

    /// <summary>Every mail handed over, with the moment.</summary>
    public List<(DateTimeOffset At, SimMail Mail)> HandedOver { get; } = [];

    /// <summary>Times during which no mail could have been sent, whoever tried.</summary>
    public List<(DateTimeOffset From, DateTimeOffset To)> Outages { get; } = [];

    /// <summary>When a process died or the store failed it.</summary>
    public List<DateTimeOffset> Failures { get; } = [];

    /// <summary>Plans whose due row somebody took away by hand, and when.</summary>
    public List<(PlanId Plan, DateTimeOffset At)> Robbed { get; } = [];

    /// <summary>Slices of the plans that were compared with the due index, and when.</summary>
    public List<(string Slice, DateTimeOffset At)> Repairs { get; } = [];

    /// <summary>When a pause of the mail service was written down for everybody, and until when it lasts.</summary>
    public List<(DateTimeOffset At, DateTimeOffset Until)> Closed { get; } = [];

    /// <summary>How many mails ended how, and how often that changed, as committed.</summary>
    public Dictionary<SentStatus, long> Ended { get; } = [];

    /// <summary>What happened, line by line, for whoever looks for the reason of a violation.</summary>
    public List<string> Story { get; } = [];

    public void Tell(string line) =>
        Story.Add(string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow():yyyy-MM-dd HH:mm:ss} {line}"));

    public void Saved(PlanHeader header) => Add(header.Id, header.Status, header.Inputs);

    public void Erased(PlanId id) => Add(id, null, null);

    public void Counted(SentStatus status) => Ended[status] = Ended.GetValueOrDefault(status) + 1;

    public IReadOnlyList<Version> VersionsOf(PlanId id) => _versions[id];

    private void Add(PlanId id, PlanStatus? status, PlanInputs? inputs)
    {
        if (!_versions.TryGetValue(id, out var versions))
            _versions[id] = versions = [];
        var now = clock.GetUtcNow();
        Tell($"{id} is {status}, {inputs?.Enrolment.SendAt:HH:mm} {inputs?.Enrolment.TimeZone}, "
            + string.Join(", ", inputs?.Events.Select(e => e.ToString()) ?? []));
        if (versions is [.., var last])
            versions[^1] = last with { To = now };
        versions.Add(new Version(now, DateTimeOffset.MaxValue, status, inputs));
    }
}

/// <summary>What a plan said for a while.</summary>
/// <param name="Status">Null when it was erased.</param>
internal sealed record Version(DateTimeOffset From, DateTimeOffset To, PlanStatus? Status, PlanInputs? Inputs)
{
    private Expectation? _expectation;

    public bool IsActive => Status is PlanStatus.Active or PlanStatus.Ended;

    public Expectation Expectation => _expectation ??= new(Inputs!);

    public bool Overlaps(DateTimeOffset from, DateTimeOffset to) => From <= to && from < To;
}
