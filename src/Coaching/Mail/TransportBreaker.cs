using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using StrengthDays.Coaching.Dispatch;

namespace StrengthDays.Coaching.Mail;

/// <summary>
/// Leaves a transport alone that is down or refuses us as a whole: mails stay due, and an operator gets one alert until
/// it works again.
/// </summary>
internal sealed partial class TransportBreaker(string transport, ILogger logger)
{
    private static readonly TimeSpan ShortestBreak = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LongestBreak = TimeSpan.FromMinutes(15);

    private bool _alerted;

    /// <summary>
    /// Opens when of two or more mails within ten minutes at least half met a transport that was down or silent; then
    /// one at a time tries whether it is back.
    /// </summary>
    public CircuitBreakerStrategyOptions<SubmitResult> Options => new()
    {
        ShouldHandle = args => ValueTask.FromResult(
            args.Outcome.Result.Outcome is SubmitOutcome.Down or SubmitOutcome.Unknown),
        FailureRatio = 0.5,
        MinimumThroughput = 2,
        SamplingDuration = TimeSpan.FromMinutes(10),
        BreakDurationGenerator = args => ValueTask.FromResult(BreakAfter(args.HalfOpenAttempts)),
        OnOpened = args => Opened(args.Outcome.Result),
        OnClosed = _ => Closed(),
    };

    /// <summary>Runs one submission; while the breaker is open, answers in place of the transport.</summary>
    public static async Task<SubmitResult> RunAsync(
        ResiliencePipeline<SubmitResult> pipeline,
        Func<CancellationToken, ValueTask<SubmitResult>> submit,
        CancellationToken cancellationToken)
    {
        try
        {
            return await pipeline.ExecuteAsync(submit, cancellationToken);
        }
        catch (BrokenCircuitException open)
        {
            return new(SubmitOutcome.Down, "the transport failed several times in a row", open.RetryAfter);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new(SubmitOutcome.Later, "stopped before it left", TimeSpan.Zero);
        }
    }

    private static TimeSpan BreakAfter(int failedTries) =>
        TimeSpan.FromTicks(Math.Min(LongestBreak.Ticks, ShortestBreak.Ticks << Math.Min(failedTries, 8)));

    private ValueTask Opened(SubmitResult last)
    {
        if (!_alerted)
            Log.Down(logger, transport, last.Reason);
        _alerted = true;
        return ValueTask.CompletedTask;
    }

    private ValueTask Closed()
    {
        _alerted = false;
        Log.Back(logger, transport);
        return ValueTask.CompletedTask;
    }

    private static partial class Log
    {
        [LoggerMessage(Alerts.TransportDown, LogLevel.Error, "No mail leaves through {Transport}: {Reason}")]
        public static partial void Down(ILogger logger, string transport, string? reason);

        [LoggerMessage(2, LogLevel.Information, "Mails leave through {Transport} again")]
        public static partial void Back(ILogger logger, string transport);
    }
}
