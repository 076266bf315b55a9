using StrengthDays.Coaching.Reports;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Tests.Host;
using StrengthDays.Coaching.Tests.Reports;

namespace StrengthDays.Coaching.Tests.Simulator;

/// <summary>
/// What the mail service tells about mails it took, on a queue: late, twice, in any order, some before their mail's own
/// sender knows. A message comes again until somebody is done with it.
/// </summary>
internal sealed class SimReports(Weather weather, ManualClock clock)
{
    private readonly List<(DateTimeOffset At, SimReport Report)> _waiting = [];

    /// <summary>Those that somebody was done with and that were about a mail he knew.</summary>
    public List<SimReport> Done { get; } = [];

    public IEnumerable<SimReport> Waiting => _waiting.Select(w => w.Report);

    public void About(SimMail mail)
    {
        foreach (var word in Words())
        {
            var copies = weather.Strikes(0.2) ? 2 : 1;
            for (var i = 0; i < copies; i++)
                _waiting.Add((clock.GetUtcNow() + Delay(), new(mail, word)));
        }
    }

    /// <summary>Those whose time has come, in any order.</summary>
    public List<SimReport> Due(bool all)
    {
        var due = _waiting.Where(w => all || w.At <= clock.GetUtcNow()).Select(w => w.Report).ToArray();
        weather.Random.Shuffle(due);
        return [.. due];
    }

    public void End(SimReport report, List<ReportOutcome> outcomes)
    {
        // Another process may have had it at the same time and been first.
        _waiting.RemoveAll(w => ReferenceEquals(w.Report, report));
        if (!outcomes.Contains(ReportOutcome.Ignored))
            Done.Add(report);
    }

    private string[] Words() => weather.Strikes(0.1)
        ? weather.Random.Next(8) switch
        {
            0 => ["Bounced"],
            1 => ["Delivered", "Complained"],
            2 => ["Failed", "Bounced"],
            3 => [],
            4 => ["Suppressed"],
            _ => ["Failed"],
        }
        : ["Delivered"];

    private TimeSpan Delay() => TimeSpan.FromSeconds(weather.Random.Next(4) switch
    {
        0 => 0,
        1 => weather.Random.Next(2 * 24 * 3600),
        _ => weather.Random.Next(300),
    });
}

internal sealed record SimReport(SimMail Mail, string Word)
{
    public string Message => Events.Json(Events.Delivery(Mail.OperationId, Word, Mail.To));

    /// <summary>The address gets no mail any more.</summary>
    public bool IsForGood => Word is "Bounced" or "Complained";

    /// <summary>What the ledger says at least, from the least to the most.</summary>
    public SentStatus Status => Word switch
    {
        "Delivered" => SentStatus.Delivered,
        "Failed" => SentStatus.Failed,
        "Bounced" => SentStatus.Bounced,
        _ => SentStatus.Suppressed,
    };
}
