using System.Net.Sockets;
using System.Security.Authentication;
using StrengthDays.Coaching.Settings;

namespace StrengthDays.Coaching.Mail.Smtp;

/// <summary>
/// One line to the server for some mails of a group: connected when the first mail comes, and again after it broke.
/// Tells what became of each mail, so that none is sent twice and none is taken for sent that is not.
/// </summary>
internal sealed class SmtpLine(SmtpServer server, string name, TimeProvider clock) : IAsyncDisposable
{
    /// <summary>For all before the end of a mail.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>For the answer to its end: servers look into mails before they answer (RFC 5321, 4.5.3.2.6).</summary>
    private static readonly TimeSpan LongPatience = TimeSpan.FromSeconds(60);

    private const int ServiceCloses = 421;

    private const int NeedsLogin = 530;

    // Many servers take only so many mails on one connection.
    private static readonly SubmitResult AnotherLine =
        new(SubmitOutcome.Later, "the mail server wants another connection", TimeSpan.Zero);

    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Greylisted = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Policy = TimeSpan.FromMinutes(15);

    private SmtpConnection? _connection;
    private int _carried;

    public async Task<SubmitResult> SendAsync(MailMessage mail, CancellationToken cancellationToken)
    {
        try
        {
            await TrySendAsync(mail, cancellationToken);
            _carried++;
            return SubmitResult.Accepted;
        }
        catch (SmtpRefusal refusal)
        {
            var isWornOut = refusal.Reply.Code == ServiceCloses && _carried > 0;
            await ForgetAsync(refusal, cancellationToken);
            return isWornOut ? AnotherLine : Meaning(refusal);
        }
        catch (ArgumentException)
        {
            return new(SubmitOutcome.Refused, "a header or an address is not one that a mail may carry");
        }
        catch (Exception e) when (
            e is IOException or SocketException or AuthenticationException or OperationCanceledException)
        {
            var mayHoldMail = _connection is { MayHoldMail: true };
            await CloseAsync();
            return mayHoldMail
                ? new(SubmitOutcome.Unknown, "the mail server gave no answer")
                : new(cancellationToken.IsCancellationRequested ? SubmitOutcome.Later : SubmitOutcome.Down, Reason(e));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is null)
            return;
        using var goodbye = new CancellationTokenSource(Goodbye, clock);
        await _connection.QuitAsync(goodbye.Token);
        await CloseAsync();
    }

    private async Task TrySendAsync(MailMessage mail, CancellationToken cancellationToken)
    {
        var envelope = (Mailbox.Parse(mail.From).Address, Mailbox.Parse(mail.To).Address);
        var bytes = MimeWriter.Bytes(mail);
        using var patience = new CancellationTokenSource(Patience, clock);
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        // Once its end is out, a mail is worth waiting for whoever wants to stop.
        using var answerUntil = new CancellationTokenSource(LongPatience, clock);
        _connection ??= await SmtpConnection.OpenAsync(server, name, soon.Token);
        await _connection.SendAsync(envelope, bytes, soon.Token, answerUntil.Token);
    }

    /// <summary>The next mail starts anew, on this connection where the server still listens.</summary>
    private async Task ForgetAsync(SmtpRefusal refusal, CancellationToken cancellationToken)
    {
        try
        {
            if (refusal.Step is SmtpStep.Mail && refusal.Reply.Code != ServiceCloses)
                await _connection!.ResetAsync(cancellationToken);
            else
                await CloseAsync();
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
        {
            await CloseAsync();
        }
    }

    private async Task CloseAsync()
    {
        if (_connection is not null)
            await _connection.DisposeAsync();
        (_connection, _carried) = (null, 0);
    }

    private static SubmitResult Meaning(SmtpRefusal refusal)
    {
        var reason = $"the mail server said {refusal.Reply.Words}";
        if (refusal.Step is SmtpStep.Session || refusal.Reply.Code is ServiceCloses or NeedsLogin)
            return new(SubmitOutcome.Down, reason);
        if (refusal.Reply.IsForNow)
            return new(SubmitOutcome.Later, reason, Greylisted);
        // "Relaying denied" is about us and would fail every mail for good; it must not look like the runner's fault.
        return refusal.Reply.Status.StartsWith("5.7.", StringComparison.Ordinal)
            ? new(SubmitOutcome.Later, reason, Policy)
            : new(SubmitOutcome.Refused, reason);
    }

    // Never the exception's words: a server's may repeat an address.
    private static string Reason(Exception e) => e switch
    {
        AuthenticationException => "the mail server's certificate is not valid for its name",
        SocketException => "the mail server cannot be reached",
        OperationCanceledException => "the mail server is too slow",
        EndOfStreamException => "the mail server hung up",
        _ => "the connection to the mail server failed",
    };
}
