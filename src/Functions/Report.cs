using Microsoft.Azure.Functions.Worker;
using StrengthDays.Coaching.Reports;

namespace StrengthDays.Functions;

/// <summary>Event Grid puts the mail service's reports here, each message one event or a batch.</summary>
public sealed class Report(DeliveryReports reports)
{
    [Function(nameof(Report))]
    public Task Run([QueueTrigger(Queues.DeliveryReports)] string events, CancellationToken cancellationToken) =>
        reports.RunAsync(events, cancellationToken);
}
