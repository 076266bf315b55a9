using System.Text.Json;

namespace StrengthDays.Coaching.Tests.Reports;

/// <summary>Events as Event Grid delivers them.</summary>
internal static class Events
{
    /// <summary>As captured from the service, with members its documentation does not name.</summary>
    public static object Delivery(
        Guid operation, string status, string to = "ana@example.com", string time = "2027-01-06T05:31:00+00:00") => new
        {
            id = Guid.NewGuid(),
            topic = "/subscriptions/x/providers/microsoft.communication/communicationservices/y",
            subject = $"sender/coach@localhost/message/{operation}",
            data = new
            {
                sender = "coach@localhost",
                recipient = to,
                internetMessageId = $"<{operation}@localhost>",
                messageId = operation,
                status,
                deliveryStatusDetails = new { statusMessage = $"{to}: no", recipientMailServerHostName = "mx.example.com" },
                deliveryAttemptTimestamp = time,
            },
            eventType = "Microsoft.Communication.EmailDeliveryReportReceived",
            dataVersion = "1.0",
            metadataVersion = "1",
            eventTime = time,
        };

    public static object Engagement(Guid operation, string type) => new
    {
        eventType = "Microsoft.Communication.EmailEngagementTrackingReportReceived",
        data = new { recipient = "ana@example.com", messageId = operation, engagementType = type },
    };

    public static string Json(params object[] events) => JsonSerializer.Serialize(events);
}
