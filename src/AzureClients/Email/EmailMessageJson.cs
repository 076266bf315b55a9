using System.Text.Json;
using System.Text.Json.Serialization;

namespace Azure.Communication.Email;

/// <summary>A message as the service reads it; what was not said is left out.</summary>
internal static class EmailMessageJson
{
    private static readonly JsonSerializerOptions Omitting = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static BinaryData Write(EmailMessage message) => BinaryData.FromObjectAsJson(
        new
        {
            Headers = message.Headers.Count > 0 ? message.Headers : null,
            message.SenderAddress,
            message.Content,
            Recipients = new
            {
                message.Recipients.To,
                Cc = NotEmpty(message.Recipients.CC),
                Bcc = NotEmpty(message.Recipients.BCC),
            },
            ReplyTo = NotEmpty(message.ReplyTo),
            message.UserEngagementTrackingDisabled,
        },
        Omitting);

    private static IList<EmailAddress>? NotEmpty(IList<EmailAddress> addresses) =>
        addresses.Count > 0 ? addresses : null;
}
