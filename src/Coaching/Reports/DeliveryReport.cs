using System.Text.Json;
using StrengthDays.Coaching.Storage;

namespace StrengthDays.Coaching.Reports;

/// <summary>What became of one mail after the mail service had taken it.</summary>
/// <param name="OperationId">The mail's, which the service calls its message id.</param>
/// <param name="Recipient">As the service writes it.</param>
/// <param name="Reason">Words for a person; null when it was delivered.</param>
/// <param name="IsForGood">The address takes no mail any more, or its owner wants none.</param>
public sealed record DeliveryReport(
    Guid OperationId, string Recipient, SentStatus Status, string? Reason, bool IsForGood = false)
{
    private const string Delivery = "Microsoft.Communication.EmailDeliveryReportReceived";
    private const string Engagement = "Microsoft.Communication.EmailEngagementTrackingReportReceived";

    // Member names in any spelling: the service's own differ between its words and its events. Times are not read at
    // all, because no decision may depend on somebody else's clock.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { MaxDepth = 16 };

    /// <summary>
    /// The events of a message in the Event Grid schema, one or a batch; null for each that says nothing about a mail
    /// of ours: of another type, of a status that changes nothing, or with members missing.
    /// </summary>
    /// <exception cref="FormatException">Not JSON, or no events; its words repeat nothing of the message.</exception>
    public static List<DeliveryReport?> ReadAll(string message)
    {
        try
        {
            using var json = JsonDocument.Parse(message, new JsonDocumentOptions { MaxDepth = Options.MaxDepth });
            return json.RootElement.ValueKind switch
            {
                JsonValueKind.Array => [.. json.RootElement.EnumerateArray().Select(Read)],
                JsonValueKind.Object => [Read(json.RootElement)],
                _ => throw new FormatException("Not events."),
            };
        }
        catch (JsonException)
        {
            throw new FormatException("Not JSON.");
        }
    }

    private static DeliveryReport? Read(JsonElement json)
    {
        try
        {
            return json.Deserialize<GridEvent>(Options) is { Data: { } data } grid
                && Guid.TryParse(data.MessageId, out var operation)
                && data.Recipient is { } recipient
                ? Read(grid.EventType, data, operation, recipient)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static DeliveryReport? Read(string? type, EventData data, Guid operation, string recipient) => type switch
    {
        Delivery => Of(data.Status, operation, recipient),
        Engagement => Of(data.EngagementType, operation, recipient) is { IsForGood: true } complaint ? complaint : null,
        _ => null,
    };

    private static DeliveryReport? Of(string? word, Guid operation, string recipient) => word?.ToUpperInvariant() switch
    {
        "DELIVERED" => new(operation, recipient, SentStatus.Delivered, null),
        "BOUNCED" => new(operation, recipient, SentStatus.Bounced, "the address takes no mail", IsForGood: true),
        "SUPPRESSED" => new(operation, recipient, SentStatus.Suppressed, "the mail service suppresses the address"),
        "COMPLAINED" or "COMPLAINT" =>
            new(operation, recipient, SentStatus.Suppressed, "it was marked as spam", IsForGood: true),
        "QUARANTINED" or "FILTEREDSPAM" =>
            new(operation, recipient, SentStatus.Failed, "the recipient's server held it back as spam"),
        "FAILED" => new(operation, recipient, SentStatus.Failed, "the mail service could not deliver it"),
        _ => null,
    };

    private sealed record GridEvent(string? EventType, EventData? Data);

    private sealed record EventData(string? MessageId, string? Recipient, string? Status, string? EngagementType);
}
