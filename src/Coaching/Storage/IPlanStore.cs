using System.Collections.Immutable;
using StrengthDays.Coaching.Plans;

namespace StrengthDays.Coaching.Storage;

/// <summary>
/// Plans, each with its header and its sent mails in one partition, and the people they belong to. Every member is at
/// most one transaction in one partition, unless it says otherwise.
/// </summary>
public interface IPlanStore
{
    /// <exception cref="UnreadableRowException">The header is there and makes no sense.</exception>
    Task<PlanHeader?> FindPlanAsync(PlanId id, CancellationToken cancellationToken);

    /// <summary>The next plans in the order of their ids.</summary>
    /// <param name="after">Only ids greater than this.</param>
    /// <param name="before">Only ids smaller than this.</param>
    Task<ImmutableArray<StoredPlan>> ListPlansAsync(
        string after, string before, int most, CancellationToken cancellationToken);

    /// <summary>
    /// Writes the header and adds mails beside it, 98 at most. A header without ETag must be new, one with an ETag
    /// unchanged since.
    /// </summary>
    /// <returns>The new ETag, or null when the header was not as expected or a mail was there: then nothing was
    /// written.</returns>
    Task<string?> SavePlanAsync(PlanHeader header, ImmutableArray<SentMail> add, CancellationToken cancellationToken);

    /// <summary>Each settlement by itself.</summary>
    /// <returns>What became of each, in the order given.</returns>
    Task<ImmutableArray<Settled>> SettleAsync(
        ImmutableArray<Settlement> settlements, CancellationToken cancellationToken);

    Task<SentMail?> FindSentAsync(MailKey key, CancellationToken cancellationToken);

    /// <summary>
    /// Replaces a mail's row, or removes it so that the mail may be settled anew, if its status is still the one given.
    /// </summary>
    /// <returns>False when it is not: then nothing was written.</returns>
    Task<bool> ReviseSentAsync(SentMail mail, SentMail? next, CancellationToken cancellationToken);

    /// <summary>Every mail of a plan, in the order of their keys.</summary>
    Task<ImmutableArray<SentMail>> ListSentAsync(PlanId id, CancellationToken cancellationToken);

    /// <summary>
    /// Removes every row of the plan, in as many transactions as it takes. After the first, nothing more is to come;
    /// the header goes with the last rows, so that a plan half erased can be found and erased again. Nothing to remove
    /// is fine.
    /// </summary>
    Task ErasePlanAsync(PlanId id, CancellationToken cancellationToken);

    Task<Person?> FindPersonAsync(string hash, CancellationToken cancellationToken);

    /// <returns>False when the person is not as expected: then nothing was written.</returns>
    Task<bool> SavePersonAsync(Person person, CancellationToken cancellationToken);
}
