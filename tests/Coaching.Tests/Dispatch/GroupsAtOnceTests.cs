using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using StrengthDays.Coaching.Dispatch;
using StrengthDays.Coaching.Mail;
using StrengthDays.Coaching.Tests.Host;
using static StrengthDays.Coaching.Tests.Dispatch.Runners;

namespace StrengthDays.Coaching.Tests.Dispatch;

public sealed class GroupsAtOnceTests : IAsyncLifetime, IDisposable
{
    private const int Buckets = 12;

    private readonly TempFolder _folder = new();
    private readonly Held _transport = new();
    private World _world = null!;

    public async Task InitializeAsync()
    {
        _world = new World(
            _folder,
            new ManualClock(Monday),
            replace: services => services.AddSingleton<IMailTransport>(_transport));
        for (var i = 0; i < Buckets; i++)
        {
            var sendAt = new TimeOnly(6, 0).AddMinutes(15 * i);
            await _world.EnrolAsync(Named($"ana{i}@example.com") with { SendAt = sendAt });
        }

        await _world.TickAsync();
        _world.Clock.Advance(Utc("2027-01-06T12:00") - _world.Now);
    }

    public Task DisposeAsync() => _world.DisposeAsync().AsTask();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task However_many_buckets_are_open_only_so_many_mails_stand_in_memory()
    {
        var buckets = await _world.Get<Tick>().RunAsync(default);
        _transport.Hold();

        // Neither the store nor the transport lets go of this thread before the transport holds the mails.
        var all = buckets.Select(bucket => _world.Get<Deliveries>().RunAsync(bucket, default)).ToList();
        var atOnce = _transport.Now;
        _transport.LetGo();
        await Task.WhenAll(all);

        Assert.Equal((Buckets, Deliveries.GroupsAtOnce), (buckets.Length, atOnce));
        Assert.True(_transport.Most <= Deliveries.GroupsAtOnce);
        Assert.Equal(Buckets, _transport.Accepted);
    }

    /// <summary>Takes every mail, as slowly as it is told.</summary>
    private sealed class Held : IMailTransport
    {
        private readonly Lock _lock = new();
        private TaskCompletionSource _gate = new();

        public Held() => _gate.SetResult();

        public string Name => "held";

        public int Now { get; private set; }

        public int Most { get; private set; }

        public int Accepted { get; private set; }

        public void Hold() => (_gate, Accepted) = (new(), 0);

        public void LetGo() => _gate.SetResult();

        public async Task<ImmutableArray<SubmitResult>> SubmitAsync(
            ImmutableArray<MailMessage> mails, CancellationToken cancellationToken)
        {
            Count(1, 0);
            await _gate.Task;
            Count(-1, mails.Length);
            return [.. mails.Select(_ => SubmitResult.Accepted)];
        }

        public Task<SubmissionState> FindAsync(Guid operationId, CancellationToken cancellationToken) =>
            Task.FromResult(SubmissionState.NotKnown);

        private void Count(int now, int accepted)
        {
            lock (_lock)
            {
                Now += now;
                Most = Math.Max(Most, Now);
                Accepted += accepted;
            }
        }
    }
}
