namespace Azure.Communication.Email;

/// <summary>What is refused before any request. Whether an address is one, only the service says.</summary>
internal static class EmailMessageRules
{
    /// <exception cref="ArgumentException">The first rule that is broken.</exception>
    public static void Check(EmailMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        Require(message.Headers.Values.All(Filled), "Empty Value is not allowed in Email Header");
        Require(
            Filled(message.Content.Html) || Filled(message.Content.PlainText),
            "Email content must have either HTML or PlainText");
        Require(Filled(message.Content.Subject), "Email subject can not be empty");
        Require(Filled(message.SenderAddress), "Sender must be a valid email address");
        Require(
            message.Recipients.To.Count + message.Recipients.CC.Count + message.Recipients.BCC.Count > 0,
            "ToRecipients cannot be empty");
    }

    private static bool Filled(string? text) => !string.IsNullOrWhiteSpace(text);

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
            throw new ArgumentException(otherwise);
    }
}
