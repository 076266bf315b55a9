using System.Collections.Immutable;
using StrengthDays.Coaching.Storage;

namespace StrengthDays.Coaching.Dispatch;

/// <summary>
/// Finds what is due. Its cost follows what is due, never how many runners there are: an idle tick reads one row.
/// </summary>
public sealed class Tick(IDueIndex due, TimeProvider clock)
{
    // As many as one minute can have, for over an hour of work left behind; the next tick finds the rest.
    private const int Most = 1000;

    /// <summary>Every bucket that is open now, oldest first.</summary>
    public Task<ImmutableArray<string>> RunAsync(CancellationToken cancellationToken) =>
        due.ListBucketsAsync(DueKey.After(clock.GetUtcNow()), Most, cancellationToken);
}
