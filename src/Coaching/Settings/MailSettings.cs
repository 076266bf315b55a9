using System.Net;
using System.Net.Mail;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace StrengthDays.Coaching.Settings;

/// <param name="From">Mailbox of every mail, e.g. <c>Strength Days &lt;coach@localhost&gt;</c>.</param>
/// <param name="PerMinute">Shared budget over all instances; 0 is no limit.</param>
/// <param name="PerHour">As <paramref name="PerMinute"/>.</param>
/// <param name="Smtp">Set with <see cref="MailTransportKind.Smtp"/>.</param>
/// <param name="Acs">Set with <see cref="MailTransportKind.Acs"/>.</param>
public sealed record MailSettings(
    MailTransportKind Transport,
    MailAddress From,
    int PerMinute,
    int PerHour,
    SmtpServer? Smtp,
    AzureService? Acs)
{
    internal static MailSettings Read(IConfiguration configuration)
    {
        var transport = configuration.OneOf("Mail:Transport", MailTransportKind.Outbox);
        return new(
            transport,
            Mailbox(configuration.Text("Mail:From") ?? "Strength Days <coach@localhost>"),
            configuration.Number("Mail:PerMinute", 0, 0, 1_000_000),
            configuration.Number("Mail:PerHour", 0, 0, 10_000_000),
            transport == MailTransportKind.Smtp ? SmtpServer.Read(configuration) : null,
            transport == MailTransportKind.Acs ? AzureService.Read(configuration, "Mail:Acs") : null);
    }

    private static MailAddress Mailbox(string value) =>
        MailAddress.TryCreate(value, out var address) && Ascii.IsValid(address.Address)
            ? address
            : throw new SettingException(
                $"Mail:From must be a mailbox such as \"Strength Days <coach@example.com>\", not \"{value}\".");
}

public enum MailTransportKind
{
    Outbox,
    Smtp,
    Acs,
}

/// <param name="Port">465 speaks TLS from the first byte, any other starts it (STARTTLS).</param>
/// <param name="User">Null for a server that asks for no login.</param>
/// <param name="Password">Set when <paramref name="User"/> is.</param>
public sealed record SmtpServer(string Host, int Port, string? User, string? Password)
{
    /// <summary>
    /// Named as this machine: then it needs no encryption, and the certificate is nobody's. Names that only resolve to
    /// this machine do not count, because names can be made to lie.
    /// </summary>
    public bool IsLoopback => Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));

    internal static SmtpServer Read(IConfiguration configuration)
    {
        var (user, password) = (configuration.Text("Mail:Smtp:User"), configuration.Text("Mail:Smtp:Password"));
        return (user is null) != (password is null)
            ? throw new SettingException(
                user is null ? "Mail:Smtp:User is missing." : "Mail:Smtp:Password is missing.")
            : new(
                HostName(configuration.Text("Mail:Smtp:Host")),
                configuration.Number("Mail:Smtp:Port", 587, 1, 65535),
                user,
                password);
    }

    /// <summary>No secret in logs.</summary>
    public override string ToString() => FormattableString.Invariant($"{Host}:{Port}");

    private static string HostName(string? host) => host is null
        ? throw new SettingException("Mail:Smtp:Host is missing.")
        : Uri.CheckHostName(host) is not UriHostNameType.Unknown
            ? host
            : throw new SettingException($"Mail:Smtp:Host must be a name such as mail.example.com, not \"{host}\".");
}
