using System.Collections.Immutable;

namespace StrengthDays.Coaching.Storage;

/// <summary>Mails that ended badly, for an operator: one row a mail, however often it is written.</summary>
public interface IAlertStore
{
    /// <summary>Keeps mails, without their sessions.</summary>
    Task PutAsync(ImmutableArray<SentMail> mails, CancellationToken cancellationToken);

    /// <summary>The newest by date.</summary>
    Task<ImmutableArray<SentMail>> ListAsync(int most, CancellationToken cancellationToken);

    /// <summary>Removes the rows of these mails; those that are not there are fine.</summary>
    Task ForgetAsync(ImmutableArray<SentMail> mails, CancellationToken cancellationToken);

    /// <summary>Removes the rows of all dates before one.</summary>
    Task ForgetBeforeAsync(DateOnly date, CancellationToken cancellationToken);
}
