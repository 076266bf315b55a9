using System.Collections.Immutable;

namespace StrengthDays.Coaching.Storage;

/// <summary>The one row by which all instances know how many mails left lately.</summary>
public interface IBudgetStore
{
    /// <summary>Empty and without ETag while nothing was ever stored.</summary>
    Task<StoredBudget> FindAsync(CancellationToken cancellationToken);

    /// <returns>The new ETag, or null when the row was not as expected: then nothing was written.</returns>
    Task<string?> SaveAsync(StoredBudget budget, CancellationToken cancellationToken);
}

/// <param name="Taken">Mails by ten seconds, oldest first.</param>
/// <param name="ClosedUntil">The transport asked to be left alone until then; null when it did not.</param>
/// <param name="ETag">Null for a row that was never stored.</param>
public sealed record StoredBudget(ImmutableArray<Take> Taken, DateTimeOffset? ClosedUntil, string? ETag)
{
    public static readonly StoredBudget Empty = new([], null, null);
}

/// <param name="Slot">Number of a piece of ten seconds, counted from 1970.</param>
/// <param name="Count">Mails that were allowed in it.</param>
public readonly record struct Take(long Slot, int Count);
