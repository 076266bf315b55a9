using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;

namespace StrengthDays.Coaching.Tests.Simulator;

/// <summary>
/// What reports must have done, in whatever order they came: the ledger says the most final of them, and whoever bounced
/// or complained is on the list and gets no more mail (I4 follows from the plan's status, which the oracle knows).
/// </summary>
internal sealed class ReportOracle(Record record, StrictMail service, IPlanStore plans, Func<PlanId, Task<Person?>> person)
{
    private static readonly SentStatus[] _order =
        [SentStatus.Delivered, SentStatus.Failed, SentStatus.Suppressed, SentStatus.Bounced];

    public async Task<List<string>> ComplaintsAsync()
    {
        var complaints = new List<string>();
        foreach (var report in service.Reports.Waiting)
            complaints.Add($"I8: {report.Mail.OperationId}, {report.Word}, is still on its queue");
        foreach (var ofOne in service.Reports.Done.GroupBy(r => PlanId.Parse(r.Mail.To[..32])))
        {
            var status = record.VersionsOf(ofOne.Key)[^1].Status;
            if (ofOne.Any(r => r.IsForGood) && (await person(ofOne.Key))?.Suppressed is null)
                complaints.Add($"I4: {ofOne.Key} bounced or complained and is not on the list");
            if (ofOne.Any(r => r.IsForGood) && status is not (null or PlanStatus.Unsubscribed))
                complaints.Add($"I4: {ofOne.Key} bounced or complained and is {status}");
            var ledger = (await plans.ListSentAsync(ofOne.Key, default)).ToDictionary(m => m.Key.OperationId);
            complaints.AddRange(
                from mail in ofOne.GroupBy(r => r.Mail.OperationId)
                where status is not null
                let most = mail.MaxBy(r => Array.IndexOf(_order, r.Status))!.Status
                let says = ledger.GetValueOrDefault(mail.Key)?.Status
                where says != most && !IsFinal(says) && Array.IndexOf(_order, says) < Array.IndexOf(_order, most)
                select $"I2: {mail.Key} was reported {most}, and the ledger says {says}");
        }

        return complaints;
    }

    // What we ended ourselves no report changes.
    private static bool IsFinal(SentStatus? status) => status is SentStatus.Skipped or SentStatus.Expired;
}
