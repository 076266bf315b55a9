using System.Collections.Immutable;
using StrengthDays.Coaching.Mail;

namespace StrengthDays.Host.Simulation;

/// <summary>Takes every mail and keeps it in memory, each operation once.</summary>
internal sealed class SimulatedMails : IMailTransport
{
    private readonly Dictionary<Guid, MailMessage> _byOperation = [];

    public string Name => "simulation";

    /// <summary>In the order they were sent.</summary>
    public List<MailMessage> All { get; } = [];

    public Task<ImmutableArray<SubmitResult>> SubmitAsync(
        ImmutableArray<MailMessage> mails, CancellationToken cancellationToken)
    {
        foreach (var mail in mails)
        {
            if (_byOperation.TryAdd(mail.OperationId, mail))
                All.Add(mail);
        }

        return Task.FromResult(mails.Select(_ => SubmitResult.Accepted).ToImmutableArray());
    }

    public Task<SubmissionState> FindAsync(Guid operationId, CancellationToken cancellationToken) =>
        Task.FromResult(_byOperation.ContainsKey(operationId) ? SubmissionState.Known : SubmissionState.NotKnown);
}
