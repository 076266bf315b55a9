using Azure.Communication.Email;

namespace StrengthDays.Coaching.Mail.Acs;

/// <summary>A mail as the service takes it.</summary>
internal static class AcsMessage
{
    /// <exception cref="ArgumentException">A header or an address is not one that a mail may carry.</exception>
    public static EmailMessage Of(MailMessage mail)
    {
        // The sender's display name belongs to the sender username of the domain.
        var message = new EmailMessage(
            Mailbox.Parse(mail.From).Address,
            Mailbox.Parse(mail.To).Address,
            new EmailContent(mail.Subject) { PlainText = mail.Text, Html = mail.Html })
        {
            UserEngagementTrackingDisabled = true,
        };
        foreach (var (name, value) in mail.Headers)
            message.Headers.Add(name, Checked(value));
        message.Headers.Add("Message-ID", $"<{mail.MessageId}>");
        return message;
    }

    private static string Checked(string value) => value.Any(char.IsControl)
        ? throw new ArgumentException("A header holds a control character.", nameof(value))
        : value;
}
