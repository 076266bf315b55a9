using System.Collections.Immutable;
using Azure;
using Azure.Communication.Email;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace StrengthDays.Coaching.Mail.Acs;

/// <summary>
/// Mails through Azure Communication Email. Only what the service clearly did not take is handed over again; whatever
/// may have arrived is asked for first.
/// </summary>
public sealed class AcsTransport : IMailTransport, IDisposable
{
    /// <summary>For one request.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Requests of one group at once: a hundred mails take as long as seven of them.</summary>
    private const int AtOnce = 16;

    /// <summary>Requests of all groups at once; the service takes 250 connections of a whole subscription.</summary>
    private const int InAll = 64;

    private const int Retries = 2;

    /// <summary>A longer pause is not waited for here: the mail stays due.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    private static readonly SubmitResult NoTime = new(SubmitOutcome.Later, "the mail service is slow", TimeSpan.Zero);

    private readonly EmailClient _client;
    private readonly TimeProvider _clock;
    private readonly ResiliencePipeline<SubmitResult> _pipeline;
    private readonly ResiliencePipeline _attempt;
    private readonly SemaphoreSlim _free = new(InAll);
    private readonly Lock _gate = new();
    private DateTimeOffset _closedUntil = DateTimeOffset.MinValue;

    /// <param name="client">Without retries of its own.</param>
    public AcsTransport(EmailClient client, TimeProvider clock, ILogger<AcsTransport> logger)
    {
        (_client, _clock) = (client, clock);
        _pipeline = new ResiliencePipelineBuilder<SubmitResult> { TimeProvider = clock }
            .AddCircuitBreaker(new TransportBreaker(Name, logger).Options)
            .AddRetry(WhereTheServiceSaidNo())
            .Build();
        _attempt = new ResiliencePipelineBuilder { TimeProvider = clock }.AddTimeout(Patience).Build();
    }

    public string Name => "acs";

    public async Task<ImmutableArray<SubmitResult>> SubmitAsync(
        ImmutableArray<MailMessage> mails, CancellationToken cancellationToken)
    {
        var started = _clock.GetTimestamp();
        using var turn = new SemaphoreSlim(AtOnce);
        return [.. await Task.WhenAll(mails.Select(mail => SubmitAsync(mail, turn, started, cancellationToken)))];
    }

    /// <summary>Asks for the operation's status; a mail that was given up was taken all the same.</summary>
    public async Task<SubmissionState> FindAsync(Guid operationId, CancellationToken cancellationToken)
    {
        if (Closed() > TimeSpan.Zero)
            return SubmissionState.NoAnswer;
        var operation = new EmailSendOperation(operationId.ToString("D"), _client);
        try
        {
            await _attempt.ExecuteAsync(async stop => await operation.UpdateStatusAsync(stop), cancellationToken);
            return SubmissionState.Known;
        }
        catch (RequestFailedException answer) when (operation.HasCompleted || answer.Status is 404)
        {
            return operation.HasCompleted ? SubmissionState.Known : SubmissionState.NotKnown;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            Close(AcsAnswer.Of(failure, _clock.GetUtcNow()));
            return SubmissionState.NoAnswer;
        }
    }

    public void Dispose() => _free.Dispose();

    private async Task<SubmitResult> SubmitAsync(
        MailMessage mail, SemaphoreSlim turn, long started, CancellationToken cancellationToken)
    {
        // Not cancelled: each mail gets its outcome.
        await turn.WaitAsync(CancellationToken.None);
        try
        {
            return await TransportBreaker.RunAsync(
                _pipeline, stop => SendAsync(mail, started, stop), cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    private async ValueTask<SubmitResult> SendAsync(MailMessage mail, long started, CancellationToken cancellationToken)
    {
        // Another mail of the group may have been told to wait.
        if (Closed() is var wait && wait > LongestWait)
            return new(SubmitOutcome.Busy, "the mail service asked for a pause", wait);
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, _clock, cancellationToken);
        var result = await InTurnAsync(mail, started, cancellationToken);
        Close(result);
        return mail.IsRepeat && result.Outcome is SubmitOutcome.Refused
            ? await AskOnceMoreAsync(mail, result, cancellationToken)
            : result;
    }

    private async Task<SubmitResult> InTurnAsync(MailMessage mail, long started, CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        try
        {
            return _clock.GetElapsedTime(started) > TransportLimits.StartWithin
                ? NoTime
                : await TrySendAsync(mail, cancellationToken);
        }
        finally
        {
            _free.Release();
        }
    }

    private async Task<SubmitResult> TrySendAsync(MailMessage mail, CancellationToken cancellationToken)
    {
        try
        {
            using var scope = RepeatabilityPolicy.For(mail);
            var message = AcsMessage.Of(mail);
            await _attempt.ExecuteAsync(
                async stop => await _client.SendAsync(WaitUntil.Started, message, mail.OperationId, stop),
                cancellationToken);
            return SubmitResult.Accepted;
        }
        catch (Exception failure)
        {
            return AcsAnswer.Of(failure, _clock.GetUtcNow());
        }
    }

    /// <summary>A repeat refused is rather one that arrived before than one that is wrong.</summary>
    private async Task<SubmitResult> AskOnceMoreAsync(
        MailMessage mail, SubmitResult refused, CancellationToken cancellationToken) =>
        await FindAsync(mail.OperationId, cancellationToken) switch
        {
            SubmissionState.Known => SubmitResult.Accepted,
            SubmissionState.NotKnown => refused with { Outcome = SubmitOutcome.Untold },
            _ => refused with { Outcome = SubmitOutcome.Unknown },
        };

    private static RetryStrategyOptions<SubmitResult> WhereTheServiceSaidNo() => new()
    {
        MaxRetryAttempts = Retries,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = TimeSpan.FromMilliseconds(300),
        MaxDelay = LongestWait,
        ShouldHandle = args => ValueTask.FromResult(
            args.Outcome.Result is { Outcome: SubmitOutcome.Busy or SubmitOutcome.Down } no
            && (no.RetryAfter ?? TimeSpan.Zero) <= LongestWait),
    };

    private TimeSpan Closed()
    {
        lock (_gate)
            return _closedUntil - _clock.GetUtcNow();
    }

    // Answers of one group come in any order: the longest pause counts.
    private void Close(SubmitResult result)
    {
        if (result is not { Outcome: SubmitOutcome.Busy or SubmitOutcome.Down, RetryAfter: { } pause })
            return;
        var until = _clock.GetUtcNow() + pause;
        lock (_gate)
            _closedUntil = until > _closedUntil ? until : _closedUntil;
    }
}
