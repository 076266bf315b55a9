using StrengthDays.Coaching.Settings;
using StrengthDays.Coaching.Storage;

namespace StrengthDays.Coaching.Mail;

/// <summary>
/// The budget that all instances share: how many mails may leave now, and until when the transport wants none at all.
/// One write of the store for each block of mails; the outbox without a limit needs none.
/// </summary>
public sealed class MailBudget(IBudgetStore store, CoachingSettings settings, TimeProvider clock) : IDisposable
{
    // Without limits the store is asked only for what other instances were told.
    private static readonly TimeSpan Refresh = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _gate = new(1);
    private readonly MailQuota _quota = new(settings.Mail.PerMinute, settings.Mail.PerHour);
    private readonly bool _isShared = settings.Mail.Transport is not MailTransportKind.Outbox;
    private StoredBudget _known = StoredBudget.Empty;
    private DateTimeOffset _readAt = DateTimeOffset.MinValue;
    private DateTimeOffset _closedUntil = DateTimeOffset.MinValue;
    private DateTimeOffset _stoppedUntil = DateTimeOffset.MinValue;

    /// <summary>Known without asking the store: nothing may leave, so that nothing needs to be prepared.</summary>
    public bool IsClosed => clock.GetUtcNow() < _closedUntil;

    /// <summary>
    /// The transport cannot take mails now, as far as this process knows; not that a limit is used up.
    /// </summary>
    public bool IsStopped => clock.GetUtcNow() < Later(_stoppedUntil, _known.ClosedUntil ?? _stoppedUntil);

    /// <summary>Takes a block of mails out of the budget; those never sent are not given back.</summary>
    /// <returns>How many may leave, at most those wanted.</returns>
    public async Task<int> TakeAsync(int wanted, CancellationToken cancellationToken)
    {
        if (wanted == 0 || IsClosed)
            return 0;
        await _gate.WaitAsync(cancellationToken);
        try
        {
            return _quota.IsLimited
                ? await TakeBlockAsync(wanted, cancellationToken)
                : await IsStoppedAsync(cancellationToken) ? 0 : wanted;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Nobody asks the transport before this time is over.</summary>
    public async Task CloseAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        var until = clock.GetUtcNow() + (pause < TransportLimits.LongestPause ? pause : TransportLimits.LongestPause);
        await _gate.WaitAsync(cancellationToken);
        try
        {
            (_closedUntil, _stoppedUntil) = (Later(_closedUntil, until), Later(_stoppedUntil, until));
            while ((_isShared || _quota.IsLimited) && !(_known.ClosedUntil >= until)
                && !await SaveAsync(_known with { ClosedUntil = until }, cancellationToken))
                await ReadAsync(cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>What is left of the limits now; null where there is none.</summary>
    public async Task<(int? PerMinute, int? PerHour)> LeftAsync(CancellationToken cancellationToken)
    {
        var (taken, now) = ((await store.FindAsync(cancellationToken)).Taken, clock.GetUtcNow());
        return (
            _quota.PerMinute > 0 ? new MailQuota(_quota.PerMinute, 0).Room(taken, now) : null,
            _quota.PerHour > 0 ? new MailQuota(0, _quota.PerHour).Room(taken, now) : null);
    }

    public void Dispose() => _gate.Dispose();

    private async Task<int> TakeBlockAsync(int wanted, CancellationToken cancellationToken)
    {
        // What is known may be old; a write under its ETag tells.
        if (_known.ETag is null)
            await ReadAsync(cancellationToken);
        while (true)
        {
            var now = clock.GetUtcNow();
            var block = _known.ClosedUntil > now ? 0 : Math.Min(wanted, _quota.Room(_known.Taken, now));
            if (block > 0 && await SaveAsync(
                _known with { Taken = MailQuota.Add(_known.Taken, block, now) }, cancellationToken))
                return block;
            if (block == 0)
            {
                // Others only take and close: what is known leaves no less room than there is.
                Close(now);
                return 0;
            }

            await ReadAsync(cancellationToken);
        }
    }

    private async Task<bool> IsStoppedAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (_isShared && now - _readAt >= Refresh)
            await ReadAsync(cancellationToken);
        if (_known.ClosedUntil > now)
            Close(now);
        return _known.ClosedUntil > now;
    }

    private void Close(DateTimeOffset now) => _closedUntil = Later(
        _known.ClosedUntil ?? now, _quota.OpensAt(_known.Taken, now));

    private async Task<bool> SaveAsync(StoredBudget budget, CancellationToken cancellationToken)
    {
        if (await store.SaveAsync(budget, cancellationToken) is not { } etag)
            return false;
        _known = budget with { ETag = etag };
        return true;
    }

    private async Task ReadAsync(CancellationToken cancellationToken) =>
        (_known, _readAt) = (await store.FindAsync(cancellationToken), clock.GetUtcNow());

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
