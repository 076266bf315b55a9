using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;

namespace StrengthDays.Coaching.Mail.Acs;

/// <summary>
/// Says with every attempt at a mail that it is the same request (OASIS Repeatable Requests 1.0): a service that
/// honours it never sends twice, and refuses with 412 when it can no longer tell.
/// </summary>
internal sealed class RepeatabilityPolicy : HttpPipelineSynchronousPolicy
{
    private const string Property = "strength-days-first-sent";

    /// <summary>Requests begun inside belong to this mail.</summary>
    public static IDisposable For(MailMessage mail) => HttpPipeline.CreateHttpMessagePropertiesScope(
        new Dictionary<string, object?> { [Property] = mail });

    public override void OnSendingRequest(HttpMessage message)
    {
        if (!message.TryGetProperty(Property, out var value) || value is not MailMessage mail)
            return;
        var firstSent = mail.FirstSent.UtcDateTime.ToString("r", CultureInfo.InvariantCulture);
        message.Request.Headers.SetValue("Repeatability-Request-ID", mail.OperationId.ToString("D"));
        message.Request.Headers.SetValue("Repeatability-First-Sent", firstSent);
    }
}
