using System.Diagnostics.CodeAnalysis;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using StrengthDays.Coaching.Settings;

namespace StrengthDays.Coaching.Mail.Smtp;

/// <summary>A conversation with a server that has let us in: mails one after the other (RFC 5321).</summary>
internal sealed class SmtpConnection : IAsyncDisposable
{
    /// <summary>Port of servers that speak TLS from the first byte (RFC 8314).</summary>
    private const int ImplicitTls = 465;

    private readonly TcpClient _tcp;
    private readonly SmtpChannel _channel;

    private SmtpConnection(TcpClient tcp, SmtpChannel channel) => (_tcp, _channel) = (tcp, channel);

    /// <summary>
    /// True from the moment on in which the server may have a mail whole and has not yet said whether it keeps it.
    /// </summary>
    public bool MayHoldMail { get; private set; }

    /// <param name="server">Encryption is required, except where nobody can be in between.</param>
    /// <param name="name">Who we are.</param>
    /// <exception cref="SmtpRefusal">The server does not let us in.</exception>
    /// <exception cref="IOException">There is no way to the server, or no safe one.</exception>
    public static async Task<SmtpConnection> OpenAsync(
        SmtpServer server, string name, CancellationToken cancellationToken)
    {
        var tcp = new TcpClient { NoDelay = true };
        try
        {
            await tcp.ConnectAsync(server.Host, server.Port, cancellationToken);
            var connection = new SmtpConnection(tcp, new SmtpChannel(tcp.GetStream()));
            await connection.EnterAsync(server, name, cancellationToken);
            return connection;
        }
        catch
        {
            tcp.Dispose();
            throw;
        }
    }

    /// <summary>Hands one mail over.</summary>
    /// <param name="mail">Whole, as <see cref="MimeWriter"/> writes it.</param>
    /// <param name="cancellationToken">Until the mail's end has left.</param>
    /// <param name="answerUntil">From then on.</param>
    /// <exception cref="SmtpRefusal">The server does not have it.</exception>
    public async Task SendAsync(
        (string From, string To) envelope,
        ReadOnlyMemory<byte> mail,
        CancellationToken cancellationToken,
        CancellationToken answerUntil)
    {
        await AskAsync(SmtpStep.Session, $"MAIL FROM:<{envelope.From}>", cancellationToken);
        await AskAsync(SmtpStep.Mail, $"RCPT TO:<{envelope.To}>", cancellationToken);
        await AskAsync(SmtpStep.Mail, "DATA", cancellationToken);
        await _channel.WriteAsync(WithDotsDoubled(mail.Span), cancellationToken);
        MayHoldMail = true;
        await _channel.WriteAsync(".\r\n"u8.ToArray(), answerUntil);
        var reply = await _channel.ReadAsync(answerUntil);
        MayHoldMail = false;
        Check(SmtpStep.Mail, reply);
    }

    /// <summary>Makes the server forget a mail that it refused.</summary>
    public Task ResetAsync(CancellationToken cancellationToken) =>
        AskAsync(SmtpStep.Session, "RSET", cancellationToken);

    public async ValueTask DisposeAsync()
    {
        // A server that never hears goodbye forgets us all the same.
        await _channel.DisposeAsync();
        _tcp.Dispose();
    }

    /// <summary>Says goodbye; whether the server hears it matters to nobody.</summary>
    public async Task QuitAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _channel.AskAsync("QUIT", cancellationToken);
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
        {
        }
    }

    private async Task EnterAsync(SmtpServer server, string name, CancellationToken cancellationToken)
    {
        if (server.Port == ImplicitTls)
            await SecureAsync(server, cancellationToken);
        Check(SmtpStep.Session, await _channel.ReadAsync(cancellationToken));
        var offers = await AskAsync(SmtpStep.Session, $"EHLO {name}", cancellationToken);
        if (server.Port != ImplicitTls && offers.Offer("STARTTLS") is not null)
        {
            await AskAsync(SmtpStep.Session, "STARTTLS", cancellationToken);
            await SecureAsync(server, cancellationToken);
            offers = await AskAsync(SmtpStep.Session, $"EHLO {name}", cancellationToken);
        }
        else if (server.Port != ImplicitTls && !server.IsLoopback)
        {
            throw new IOException("the mail server offers no encryption");
        }

        if (server.User is { } user)
            await LogInAsync(offers.Offer("AUTH") ?? "", user, server.Password!, cancellationToken);
    }

    [SuppressMessage(
        "Security", "CA5359", Justification = "On loopback nobody is in between, and no certificate names it.")]
    private Task SecureAsync(SmtpServer server, CancellationToken cancellationToken) => _channel.SecureAsync(
        new SslClientAuthenticationOptions
        {
            TargetHost = server.Host,
            RemoteCertificateValidationCallback = server.IsLoopback ? (_, _, _, _) => true : null,
        },
        cancellationToken);

    private async Task LogInAsync(
        string ways, string user, string password, CancellationToken cancellationToken)
    {
        if (ways.Split(' ').Contains("PLAIN", StringComparer.OrdinalIgnoreCase))
        {
            await AskAsync(SmtpStep.Session, $"AUTH PLAIN {Base64($"\0{user}\0{password}")}", cancellationToken);
            return;
        }

        await AskAsync(SmtpStep.Session, "AUTH LOGIN", cancellationToken);
        await AskAsync(SmtpStep.Session, Base64(user), cancellationToken);
        await AskAsync(SmtpStep.Session, Base64(password), cancellationToken);
    }

    private async Task<SmtpReply> AskAsync(SmtpStep step, string command, CancellationToken cancellationToken)
    {
        var reply = await _channel.AskAsync(command, cancellationToken);
        Check(step, reply);
        return reply;
    }

    private static void Check(SmtpStep step, SmtpReply reply)
    {
        if (!reply.IsYes)
            throw new SmtpRefusal(step, reply);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    /// <summary>A line that starts with a dot gets another one (RFC 5321, 4.5.2).</summary>
    private static byte[] WithDotsDoubled(ReadOnlySpan<byte> mail)
    {
        using var output = new MemoryStream(mail.Length + 64);
        var atStart = true;
        foreach (var b in mail)
        {
            if (atStart && b == '.')
                output.WriteByte((byte)'.');
            output.WriteByte(b);
            atStart = b == '\n';
        }

        return output.ToArray();
    }
}
