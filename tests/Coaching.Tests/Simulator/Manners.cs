namespace StrengthDays.Coaching.Tests.Simulator;

/// <summary>I7 of all processes together: nobody asks before a pause that all know of is over, nor without end.</summary>
internal static class Manners
{
    // A process hears of it within a minute, and what it has begun by then it ends.
    private static readonly TimeSpan _slack = TimeSpan.FromMinutes(5);

    // A mail that is turned down is handed over three times a minute at most, and sooner or later not at all.
    private const int MostInAMinute = 3;

    public static IEnumerable<string> Complaints(Record record, StrictMail service, int runners)
    {
        foreach (var (at, mail) in record.HandedOver)
        {
            if (record.Closed.Exists(c => c.At + _slack < at && at < c.Until))
                yield return $"I7: {mail.OperationId} was handed over at {at:u}, in a pause that all knew of";
        }

        var (mails, silent) = (record.HandedOver.DistinctBy(h => h.Mail.OperationId).Count(), service.Unanswered.Values.Sum());
        var heard = record.HandedOver.Count - service.Refused - silent;
        if (heard > mails)
            yield return $"I7: {mails} mails were handed over {heard} times and answered";
        var down = record.Outages.Sum(o => (o.To - o.From).TotalMinutes);
        if (service.Refused > mails + (MostInAMinute * runners * down))
            yield return $"I7: {service.Refused} requests were turned down in {down:0} minutes of trouble";
    }
}
