using Azure;
using StrengthDays.Coaching.Tests.Dispatch;
using StrengthDays.Coaching.Tests.Host;

namespace StrengthDays.Coaching.Tests.Simulator;

/// <summary>
/// One process of the product: every call it makes to the outside passes here, where somebody else may act first, where
/// it may fail, and where the process may die. A dead process calls nothing any more.
/// </summary>
/// <param name="weather">What goes wrong.</param>
/// <param name="clock">Goes on while a slow call lasts.</param>
/// <param name="isDown">The store answers nobody.</param>
/// <param name="meanwhile">By chance lets somebody else act.</param>
/// <param name="record">Told when a call fails.</param>
internal sealed class SimProcess(
    Weather weather, ManualClock clock, Func<bool> isDown, Func<Task> meanwhile, Record record)
{
    public bool IsDead { get; private set; }

    public Weather Weather => weather;

    public ManualClock Clock => clock;

    /// <param name="call">The real call.</param>
    /// <param name="conflict">The answer when a condition did not hold; null when the call has none.</param>
    /// <param name="isAlone">The caller holds a lock, so that nobody of this process can act meanwhile.</param>
    public async Task<T> StoreAsync<T>(Func<Task<T>> call, Func<T>? conflict = null, bool isAlone = false)
    {
        await BeginAsync(isAlone);
        var blow = weather.OnStore();
        if (blow is Blow.DiesBefore)
            Die();
        if (isDown() || blow is Blow.Refused)
            throw Busy();
        if (blow is Blow.Conflict && conflict is not null)
            return conflict();
        if (blow is Blow.Slow)
            clock.Advance(TimeSpan.FromSeconds(weather.Random.Next(1, 100)));
        var result = await call();
        if (blow is Blow.DiesAfter)
            Die();
        return blow is Blow.AnswerLost ? throw Busy() : result;
    }

    public Task StoreAsync(Func<Task> call) => StoreAsync(async () =>
    {
        await call();
        return 0;
    });

    /// <summary>A call to the mail service; what goes wrong there is the service's own matter.</summary>
    public async Task<T> MailAsync<T>(Func<T> call)
    {
        await BeginAsync();
        if (weather.Strikes(0.003))
            Die();
        var result = call();
        if (weather.Strikes(0.006))
            Die();
        return result;
    }

    public void ThrowIfDead()
    {
        if (IsDead)
            throw new KilledException();
    }

    private async Task BeginAsync(bool isAlone = false)
    {
        ThrowIfDead();
        if (!isAlone)
            await meanwhile();
        ThrowIfDead();
    }

    private void Die()
    {
        IsDead = true;
        record.Failures.Add(clock.GetUtcNow());
        throw new KilledException();
    }

    private RequestFailedException Busy()
    {
        record.Failures.Add(clock.GetUtcNow());
        return new(503, "ServerBusy", "ServerBusy", null);
    }
}
