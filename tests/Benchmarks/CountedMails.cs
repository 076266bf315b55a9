using System.Collections.Immutable;
using StrengthDays.Coaching.Mail;

namespace StrengthDays.Benchmarks;

/// <summary>The transport, and how many mails it has taken.</summary>
internal sealed class CountedMails(IMailTransport transport) : IMailTransport
{
    private int _accepted;

    public int Accepted => Volatile.Read(ref _accepted);

    public string Name => transport.Name;

    public async Task<ImmutableArray<SubmitResult>> SubmitAsync(
        ImmutableArray<MailMessage> mails, CancellationToken cancellationToken)
    {
        var results = await transport.SubmitAsync(mails, cancellationToken);
        Interlocked.Add(ref _accepted, results.Count(r => r.Outcome is SubmitOutcome.Accepted));
        return results;
    }

    public Task<SubmissionState> FindAsync(Guid operationId, CancellationToken cancellationToken) =>
        transport.FindAsync(operationId, cancellationToken);
}
