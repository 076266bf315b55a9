using System.Collections.Immutable;
using StrengthDays.Coaching.Plans;

namespace StrengthDays.Coaching.Storage;

/// <summary>Everything that is to be done, sorted by time.</summary>
public interface IDueIndex
{
    /// <summary>
    /// Buckets that hold rows, smallest first. Costs one read when there is none, and never more than what it finds.
    /// </summary>
    /// <param name="before">Only buckets smaller than this.</param>
    Task<ImmutableArray<string>> ListBucketsAsync(string before, int most, CancellationToken cancellationToken);

    /// <summary>How many rows there are, <paramref name="most"/> at most; reads no more than it counts.</summary>
    /// <param name="before">Only rows of buckets smaller than this.</param>
    Task<int> CountAsync(string before, int most, CancellationToken cancellationToken);

    /// <summary>Rows of a bucket that nobody has a lease on, smallest first.</summary>
    Task<ImmutableArray<DueRow>> ListFreeAsync(
        string bucket, DateTimeOffset now, int most, CancellationToken cancellationToken);

    Task<DueRow?> FindAsync(DueKey key, CancellationToken cancellationToken);

    /// <summary>Every row whose <see cref="DueKey.Row"/> starts so, in no particular order; reads them all.</summary>
    Task<ImmutableArray<DueEntry>> ListEntriesAsync(string start, CancellationToken cancellationToken);

    /// <summary>Replaces rows of one bucket, 100 at most, each only if unchanged since it was read.</summary>
    /// <returns>The rows that were written, with their new ETags; the others are left out.</returns>
    Task<ImmutableArray<DueRow>> ReplaceAsync(ImmutableArray<DueRow> rows, CancellationToken cancellationToken);

    /// <summary>Writes rows whatever was there, grouped by bucket.</summary>
    Task PutAsync(ImmutableArray<DueRow> rows, CancellationToken cancellationToken);

    /// <summary>
    /// Adds rows unless a row is there already, then removes others, each grouped by bucket. Never the other way round:
    /// a crash may leave two rows for a plan, never none.
    /// </summary>
    Task MoveOnAsync(ImmutableArray<DueRow> add, ImmutableArray<DueKey> remove, CancellationToken cancellationToken);

    /// <summary>Takes a row out of the index to where an operator sees it, with the reason.</summary>
    Task ParkAsync(DueRow row, string reason, CancellationToken cancellationToken);

    /// <summary>What is parked, by id.</summary>
    Task<ImmutableArray<ParkedRow>> ListParkedAsync(int most, CancellationToken cancellationToken);

    /// <summary>What is parked under an id, which may come from outside.</summary>
    Task<ParkedRow?> FindParkedAsync(string id, CancellationToken cancellationToken);

    /// <summary>
    /// Puts a parked row back to where it was, free and with its attempts forgotten, unless a row is there. The plan
    /// may have changed since, so it is to be rebuilt from it; where its mail may have left, the transport is asked
    /// first.
    /// </summary>
    /// <returns>False when nothing is parked under this id.</returns>
    Task<bool> ReleaseAsync(string id, CancellationToken cancellationToken);

    /// <summary>Removes one parked row; none is fine.</summary>
    Task ForgetParkedAsync(ParkedRow parked, CancellationToken cancellationToken);

    /// <summary>Removes what is parked of a plan.</summary>
    Task ForgetParkedAsync(PlanId plan, CancellationToken cancellationToken);

    /// <summary>
    /// For a store that only one process uses: leases found at start belong to a dead one, and end at <paramref
    /// name="at"/>. Does nothing on a shared store, where leases only run out.
    /// </summary>
    Task EndForgottenLeasesAsync(DateTimeOffset at, CancellationToken cancellationToken);
}
