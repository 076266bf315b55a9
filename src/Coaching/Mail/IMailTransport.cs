using System.Collections.Immutable;

namespace StrengthDays.Coaching.Mail;

/// <summary>Where mails go: the outbox folder, an SMTP server or Azure Communication Email.</summary>
public interface IMailTransport
{
    /// <summary>"outbox", "smtp" or "acs", for the start-up line and the health page.</summary>
    string Name { get; }

    /// <summary>
    /// Hands mails over, as one group where the transport can. Never throws for one bad mail: every mail gets its own
    /// outcome, in the order given.
    /// </summary>
    Task<ImmutableArray<SubmitResult>> SubmitAsync(
        ImmutableArray<MailMessage> mails, CancellationToken cancellationToken);

    /// <summary>What became of an earlier submission whose answer was lost.</summary>
    Task<SubmissionState> FindAsync(Guid operationId, CancellationToken cancellationToken);

    /// <summary>Removes mails where the transport keeps them itself; one that hands them over keeps none.</summary>
    Task ForgetAsync(ImmutableArray<Guid> operationIds, CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <param name="Outcome">What is known.</param>
/// <param name="Reason">Words for a person, without any address; null when accepted.</param>
/// <param name="RetryAfter">How long the transport asks to be left alone: about this mail with
/// <see cref="SubmitOutcome.Later"/>, about all with <see cref="SubmitOutcome.Busy"/> and
/// <see cref="SubmitOutcome.Down"/>.</param>
public readonly record struct SubmitResult(SubmitOutcome Outcome, string? Reason = null, TimeSpan? RetryAfter = null)
{
    public static readonly SubmitResult Accepted = new(SubmitOutcome.Accepted);
}

public enum SubmitOutcome
{
    /// <summary>The transport has it.</summary>
    Accepted,

    /// <summary>The transport does not have it and will take it another time.</summary>
    Later,

    /// <summary>The transport does not have it and wants no mail of anybody for a while: a quota is used up.</summary>
    Busy,

    /// <summary>
    /// The transport does not have it and cannot take any mail: it is down, or refuses us as a whole.
    /// </summary>
    Down,

    /// <summary>The transport will never take this mail.</summary>
    Refused,

    /// <summary>The request left and no answer came: ask before sending again.</summary>
    Unknown,

    /// <summary>
    /// The transport cannot tell a repeat so old from a new mail and took neither: ask, and what it does not know may
    /// set out anew.
    /// </summary>
    TooOld,

    /// <summary>
    /// The transport refuses the operation as known and does not know it: nobody will ever be able to tell.
    /// </summary>
    Untold,
}

public enum SubmissionState
{
    /// <summary>The transport has the mail.</summary>
    Known,

    /// <summary>The transport has never seen it.</summary>
    NotKnown,

    /// <summary>The transport cannot say now, or ever.</summary>
    NoAnswer,
}
