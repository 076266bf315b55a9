namespace Azure.Communication.Email;

public class EmailContent
{
    public EmailContent(string subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        Subject = subject;
    }

    public string Subject { get; }

    public string? Html { get; set; }

    public string? PlainText { get; set; }
}
