using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Polly;
using StrengthDays.Coaching.Settings;

namespace StrengthDays.Coaching.Mail.Smtp;

/// <summary>
/// Mails through an SMTP server, with a client of our own: the base library's cannot tell a server that hung up before
/// the end of a mail from one that hung up behind it, nor a refused greeting from a refused mail.
/// </summary>
public sealed class SmtpTransport : IMailTransport, IDisposable
{
    /// <summary>Lines to the server at once, of all groups together; many servers allow no more.</summary>
    private const int Lines = 4;

    /// <summary>Fewer mails are not worth another line.</summary>
    private const int WorthALine = 5;

    private static readonly SubmitResult NoTime = new(SubmitOutcome.Later, "the mail server is slow", TimeSpan.Zero);

    private readonly SmtpServer _server;
    private readonly string _name;
    private readonly TimeProvider _clock;
    private readonly ResiliencePipeline<SubmitResult> _pipeline;
    private readonly SemaphoreSlim _free = new(Lines);

    /// <param name="name">Who we tell the server we are: the domain of <c>Mail:From</c>.</param>
    public SmtpTransport(SmtpServer server, string name, TimeProvider clock, ILogger<SmtpTransport> logger)
    {
        (_server, _name, _clock) = (server, name, clock);
        _pipeline = new ResiliencePipelineBuilder<SubmitResult> { TimeProvider = clock }
            .AddCircuitBreaker(new TransportBreaker(Name, logger).Options)
            .Build();
    }

    public string Name => "smtp";

    public async Task<ImmutableArray<SubmitResult>> SubmitAsync(
        ImmutableArray<MailMessage> mails, CancellationToken cancellationToken)
    {
        var results = new SubmitResult[mails.Length];
        Array.Fill(results, NoTime);
        var waiting = new ConcurrentQueue<int>(Enumerable.Range(0, mails.Length));
        var started = _clock.GetTimestamp();
        var lines = Math.Min(Lines, 1 + (mails.Length / WorthALine));
        await Task.WhenAll(Enumerable.Range(0, lines).Select(_ => WorkAsync()));
        return [.. results];

        async Task WorkAsync()
        {
            if (!await _free.WaitAsync(TransportLimits.StartWithin, CancellationToken.None))
                return;
            try
            {
                await using var line = new SmtpLine(_server, _name, _clock);
                while (_clock.GetElapsedTime(started) <= TransportLimits.StartWithin && waiting.TryDequeue(out var i))
                    results[i] = await TransportBreaker.RunAsync(
                        _pipeline, async stop => await line.SendAsync(mails[i], stop), cancellationToken);
            }
            finally
            {
                _free.Release();
            }
        }
    }

    /// <summary>Servers keep no record that one could ask for.</summary>
    public Task<SubmissionState> FindAsync(Guid operationId, CancellationToken cancellationToken) =>
        Task.FromResult(SubmissionState.NoAnswer);

    public void Dispose() => _free.Dispose();
}
