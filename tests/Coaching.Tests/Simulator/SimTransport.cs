using System.Collections.Immutable;
using StrengthDays.Coaching.Mail;

namespace StrengthDays.Coaching.Tests.Simulator;

/// <summary>
/// The product's own transport in a process: whenever it waits, time passes, and it ends with its process. A group is
/// handed over mail by mail, so that only one of them ever waits.
/// </summary>
internal sealed class SimTransport(IMailTransport inner, SimProcess process) : IMailTransport
{
    // No wait of the transport is longer, so that its jitter makes no difference.
    private static readonly TimeSpan _longestWait = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan _stuck = TimeSpan.FromSeconds(30);

    public string Name => inner.Name;

    public async Task<ImmutableArray<SubmitResult>> SubmitAsync(
        ImmutableArray<MailMessage> mails, CancellationToken cancellationToken)
    {
        var results = ImmutableArray.CreateBuilder<SubmitResult>(mails.Length);
        var started = process.Clock.GetTimestamp();
        foreach (var mail in mails)
        {
            results.Add(process.Clock.GetElapsedTime(started) > TransportLimits.StartWithin
                ? new SubmitResult(SubmitOutcome.Later, "slow", TimeSpan.Zero)
                : (await RunAsync(inner.SubmitAsync([mail], cancellationToken)))[0]);
        }

        return results.ToImmutable();
    }

    public Task<SubmissionState> FindAsync(Guid operationId, CancellationToken cancellationToken) =>
        RunAsync(inner.FindAsync(operationId, cancellationToken));

    private async Task<T> RunAsync<T>(Task<T> call)
    {
        while (!call.IsCompleted)
        {
            // What does not wait for the clock is the circuit breaker, which tells its news in a thread of its own.
            if (process.Clock.IsAwaited(_longestWait))
                process.Clock.Advance(_longestWait);
            else
                Assert.True(call.Wait(_stuck), "The transport waits for something other than the clock.");
        }

        var result = await call;
        process.ThrowIfDead();
        return result;
    }
}
