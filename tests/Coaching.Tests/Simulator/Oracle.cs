using System.Globalization;
using System.Text.RegularExpressions;
using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Operation;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;

namespace StrengthDays.Coaching.Tests.Simulator;

/// <summary>Holds what came out against what the answers promise: the invariants I1 to I10.</summary>
/// <param name="record">What was committed and handed over.</param>
/// <param name="service">What reached the runners.</param>
/// <param name="plans">The store itself, without faults.</param>
/// <param name="alerts">The alerts themselves.</param>
internal sealed partial class Oracle(Record record, StrictMail service, IPlanStore plans, IAlertStore alerts)
{
    // A call may take a hundred seconds here, and a claim may be followed by two of them.
    private static readonly TimeSpan _slack = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan _lease = TimeSpan.FromSeconds(90);

    // So long must mails have been possible before a mail that did not come is somebody's fault.
    private static readonly TimeSpan _fairChance = TimeSpan.FromMinutes(90);

    private const int MostAttempts = 5;

    private static readonly HashSet<MailKind> _caused =
        [MailKind.Confirm, MailKind.Welcome, MailKind.Paused, MailKind.Resumed];

    /// <summary>Dates about which the answers leave no doubt.</summary>
    public int Certain { get; private set; }

    public async Task<List<string>> ComplaintsAsync(DateTimeOffset from, DateTimeOffset to)
    {
        var complaints = new List<string>(service.Offences);
        foreach (var plan in record.Plans)
        {
            var ledger = (await LedgerAsync(plan)).ToDictionary(m => m.Key.ToString());
            complaints.AddRange(Times(plan));
            complaints.AddRange(Consent(plan));
            for (var date = Day(from).AddDays(-1); date <= Day(to).AddDays(1); date = date.AddDays(1))
                complaints.AddRange(Date(plan, date, ledger.GetValueOrDefault($"{plan}|{date:yyyy-MM-dd}"), from, to));
        }

        complaints.AddRange(Twice());
        complaints.AddRange(await AlertsAsync(to));
        return complaints;
    }

    private bool IsErased(PlanId plan) => record.VersionsOf(plan)[^1].Status is null;

    // Who was erased has no ledger any more: what reached him is known from the mail service alone.
    private async Task<IEnumerable<SentMail>> LedgerAsync(PlanId plan) => IsErased(plan)
        ? from accepted in service.Accepted
          let mail = accepted.Mail
          where IsOf(plan, mail) && !_caused.Contains(mail.Kind)
          select new SentMail(
              MailKey.On(plan, mail.LocalDate), mail.LocalDate, mail.Kind, SentStatus.Accepted, null, accepted.At)
        : await plans.ListSentAsync(plan, default);

    /// <summary>I10: nothing in a log that is about a person, and no secret.</summary>
    public static IEnumerable<string> Logs(IEnumerable<string> lines) =>
        lines.Where(line => Private().IsMatch(line)).Select(line => $"I10: {line[..Math.Min(line.Length, 300)]}");

    // I1: by operation, and by runner and date whatever the operation was called.
    private IEnumerable<string> Twice() =>
    [
        .. service.Accepted.GroupBy(a => a.Mail.OperationId).Where(g => g.Count() > 1)
            .Select(g => $"I1: {g.Key} was accepted {g.Count()} times"),
        .. service.Accepted.Where(a => !_caused.Contains(a.Mail.Kind)).GroupBy(a => (a.Mail.To, a.Mail.LocalDate))
            .Where(g => g.Count() > 1).Select(g => $"I1: {g.Count()} mails for {g.Key.LocalDate:O}"),
        .. service.Unanswered.Where(u => u.Value > MostAttempts)
            .Select(u => $"I7: {u.Key} was handed over {u.Value} times, and nobody answered"),
    ];

    /// <summary>I3: each mail at its hour and for its day, as the answers were when it first set out.</summary>
    private IEnumerable<string> Times(PlanId plan)
    {
        var versions = record.VersionsOf(plan);
        // It set out when it was claimed, which the first attempt says.
        var first = record.HandedOver.GroupBy(h => h.Mail.OperationId)
            .ToDictionary(g => g.Key, g => Earlier(g.Min(h => h.At), g.Min(h => h.Mail.FirstSent)));
        return from handed in record.HandedOver
               let mail = handed.Mail
               let setOut = first[mail.OperationId] - _slack
               where IsOf(plan, mail) && !_caused.Contains(mail.Kind)
               where !versions.Any(v => v.IsActive && v.Overlaps(setOut, handed.At) && Fits(v, mail, handed.At))
               select $"I3: {plan} got a {mail.Kind} mail for {mail.LocalDate:O} at {handed.At:u}";
    }

    private static bool Fits(Version version, SimMail mail, DateTimeOffset at) =>
        version.Expectation.On(mail.LocalDate) is not Wanted.None
        && version.Expectation.DueOn(mail.LocalDate) <= at
        && at < version.Expectation.DeadlineOn(mail.LocalDate) + _slack;

    /// <summary>I4: nothing later than a lease after the runner left.</summary>
    private IEnumerable<string> Consent(PlanId plan)
    {
        var left = record.VersionsOf(plan).Where(v => v.Status is null or PlanStatus.Unsubscribed).ToList();
        return from handed in record.HandedOver
               where IsOf(plan, handed.Mail)
               where left.Exists(v => handed.At > v.From + _lease && handed.At < v.To)
               select $"I4: {plan} got a {handed.Mail.Kind} mail at {handed.At:u}, after leaving";
    }

    /// <summary>I2: a date that had its chance has its end in the ledger, and a good one where nothing was in the way.</summary>
    private IEnumerable<string> Date(
        PlanId plan, DateOnly date, SentMail? sent, DateTimeOffset from, DateTimeOffset to)
    {
        foreach (var version in record.VersionsOf(plan).Where(v => v.IsActive))
        {
            var (due, deadline) = (version.Expectation.DueOn(date), version.Expectation.DeadlineOn(date));
            if (due < from || deadline > to || version.To <= deadline || IsRobbed(plan, due) || IsOver(plan, date, version))
                continue;
            var wanted = version.Expectation.On(date);
            var start = Later(due, version.From);
            if (wanted is Wanted.Mail && !IsFrozen(plan, date, sent, version) && ChanceIn(start, deadline) >= _fairChance && !IsGood(plan, date, sent, due))
                yield return $"I2: {plan} should have had a mail for {date:O} from {start:u}: {Tell(sent)}";
            if (version.From > due - _slack)
                continue;
            Certain++;
            if (wanted is Wanted.Mail && sent is null && !IsErased(plan))
                yield return $"I2: the ledger of {plan} says nothing of {date:O}, due at {due:u}";
            // What went out before the answers changed stays as it was, also where the date comes round again.
            if (wanted is Wanted.None && IsOut(sent) && sent!.At >= version.From)
                yield return $"I3: {plan} had a {sent.Kind} mail for {date:O}, which holds nothing";
        }
    }

    // A date that was over where the runner was then does not come again where he flies to.
    private bool IsOver(PlanId plan, DateOnly date, Version version) => record.VersionsOf(plan)
        .Any(v => v.IsActive && v.To <= version.From && v.Expectation.DateAt(v.To) > date);

    // What had set out before the answers changed ends by the answers of then, and what had ended does not come again.
    private bool IsFrozen(PlanId plan, DateOnly date, SentMail? sent, Version version) => sent?.At < version.From
        || ((sent is not null || IsErased(plan)) && record.HandedOver.Exists(
            h => h.Mail.OperationId == MailKey.On(plan, date).OperationId && h.Mail.FirstSent < version.From));

    // After five attempts without a clear answer nobody may go on by himself.
    private bool IsGood(PlanId plan, DateOnly date, SentMail? sent, DateTimeOffset due)
    {
        var operation = MailKey.On(plan, date).OperationId;
        var mayHaveFailed = service.Untold.Contains(operation)
            || service.Unanswered.GetValueOrDefault(operation) >= MostAttempts
            || (sent is not null && record.Failures.Count(f => due <= f && f <= sent.At) >= MostAttempts);
        return IsOut(sent) || (mayHaveFailed && (sent?.Status is SentStatus.Failed || (sent is null && IsErased(plan))));
    }

    // Or what a report made of it.
    private bool IsOut(SentMail? sent) => sent?.Status is SentStatus.Accepted or SentStatus.Delivered
        or SentStatus.Bounced or SentStatus.Suppressed
        || (sent?.Status is SentStatus.Failed && service.Accepted.Exists(a => a.Mail.OperationId == sent.Key.OperationId));

    /// <summary>Each bad end has its alert for a month, and each alert a bad end once a day has passed.</summary>
    private async Task<List<string>> AlertsAsync(DateTimeOffset to)
    {
        var kept = Day(to).AddDays(1 - MailAlerts.KeepDays);
        var all = await alerts.ListAsync(100_000, default);
        var raised = all.Select(a => a.Key.ToString()).ToHashSet();
        var old = all.Where(a => a.At < to.AddDays(-1)).Select(a => a.Key.ToString());
        var bad = new Dictionary<string, DateOnly>();
        foreach (var plan in record.Plans)
        {
            foreach (var sent in await plans.ListSentAsync(plan, default))
            {
                if (sent.Status is SentStatus.Expired or SentStatus.Failed or SentStatus.Unknown)
                    bad[sent.Key.ToString()] = sent.Date;
            }
        }

        var there = record.Plans.Where(p => record.VersionsOf(p)[^1].Status is not null).Select(p => p.ToString()).ToHashSet();
        return
        [
            .. bad.Where(b => b.Value >= kept).Select(b => b.Key).Except(raised).Select(key => $"I2: {key} ended badly without an alert"),
            .. old.Except(bad.Keys).Where(key => there.Contains(key[..32])).Select(key => $"I2: an alert for {key}, which ended well"),
        ];
    }

    private TimeSpan ChanceIn(DateTimeOffset from, DateTimeOffset to) => to <= from ? TimeSpan.Zero : record.Outages.Aggregate(
        to - from, (left, outage) => left - Overlap(from, to, outage.From, outage.To));

    private static TimeSpan Overlap(DateTimeOffset a, DateTimeOffset b, DateTimeOffset c, DateTimeOffset d)
    {
        var both = (b < d ? b : d) - Later(a, c);
        return both > TimeSpan.Zero ? both : TimeSpan.Zero;
    }

    // Until the repair comes, which is the night after unless nobody is alive then.
    private bool IsRobbed(PlanId plan, DateTimeOffset due) => record.Robbed.Any(
        r => r.Plan == plan && due > r.At.AddDays(-1) && due < Later(r.At.AddDays(2), RepairAfter(plan, r.At)));

    private DateTimeOffset RepairAfter(PlanId plan, DateTimeOffset theft) => record.Repairs
        .Where(r => r.At > theft && plan.ToString().StartsWith(r.Slice, StringComparison.Ordinal))
        .Select(r => r.At).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();

    private static bool IsOf(PlanId plan, SimMail mail) => mail.To == SimRunner.AddressOf(plan);

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

    private static string Tell(SentMail? sent) => sent is null
        ? "nothing in the ledger"
        : string.Create(CultureInfo.InvariantCulture, $"{sent.Status} at {sent.At:u}, {sent.Reason}");

    [GeneratedRegex("@|[A-Za-z0-9_-]{75}|achilles|hamstring|Ana\\b", RegexOptions.IgnoreCase)]
    private static partial Regex Private();
}
