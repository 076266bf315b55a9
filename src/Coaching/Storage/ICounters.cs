using System.Collections.Immutable;

namespace StrengthDays.Coaching.Storage;

/// <summary>Counts that all instances share, each under a name within a window, e.g. an hour.</summary>
public interface ICounters
{
    /// <summary>
    /// Adds to counts, each by itself: a failure may leave some added. Under a storm of writers one may go uncounted.
    /// </summary>
    /// <returns>The counts as they are now, in the order given.</returns>
    Task<ImmutableArray<long>> AddAsync(
        string window, ImmutableArray<KeyValuePair<string, long>> counts, CancellationToken cancellationToken);

    /// <summary>Every count of a window.</summary>
    Task<ImmutableDictionary<string, long>> ListAsync(string window, CancellationToken cancellationToken);

    /// <summary>Removes windows by their names.</summary>
    /// <param name="from">Smallest that goes.</param>
    /// <param name="before">Smallest that stays.</param>
    Task ForgetAsync(string from, string before, CancellationToken cancellationToken);
}
