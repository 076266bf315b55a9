using System.Collections.Immutable;
using StrengthDays.Coaching.Mail;

namespace StrengthDays.Coaching.Tests.Dispatch;

/// <summary>
/// A real transport with somebody at its door who writes down what passes, and may say what it answers.
/// </summary>
internal sealed class Watched(IMailTransport inner) : IMailTransport
{
    public string Name => inner.Name;

    /// <summary>Every mail handed over, again and again if it was.</summary>
    public List<MailMessage> Passed { get; } = [];

    /// <summary>In place of the transport's own answer; the mail does not reach it then.</summary>
    public Func<MailMessage, SubmitResult?> Answer { get; set; } = _ => null;

    /// <summary>In place of the transport's own answer.</summary>
    public Func<SubmissionState?> Find { get; set; } = () => null;

    /// <summary>After the transport took the mail: what the sender hears.</summary>
    public Func<SubmitResult, SubmitResult> Hears { get; set; } = result => result;

    public async Task<ImmutableArray<SubmitResult>> SubmitAsync(
        ImmutableArray<MailMessage> mails, CancellationToken cancellationToken)
    {
        var results = ImmutableArray.CreateBuilder<SubmitResult>();
        foreach (var mail in mails)
        {
            Passed.Add(mail);
            results.Add(Answer(mail) ?? Hears((await inner.SubmitAsync([mail], cancellationToken))[0]));
        }

        return results.ToImmutable();
    }

    public Task<SubmissionState> FindAsync(Guid operationId, CancellationToken cancellationToken) =>
        Find() is { } state ? Task.FromResult(state) : inner.FindAsync(operationId, cancellationToken);

    public Task ForgetAsync(ImmutableArray<Guid> operationIds, CancellationToken cancellationToken) =>
        inner.ForgetAsync(operationIds, cancellationToken);
}
