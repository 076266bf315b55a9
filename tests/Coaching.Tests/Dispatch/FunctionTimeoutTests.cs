using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using StrengthDays.Coaching.Dispatch;
using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Mail;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Tests.Host;
using static StrengthDays.Coaching.Tests.Dispatch.Runners;

namespace StrengthDays.Coaching.Tests.Dispatch;

/// <summary>
/// The platform ends a function that takes too long. Its message comes again or never; the attempts are counted in the
/// row all the same.
/// </summary>
[Trait("Fault", "F15")]
public sealed class FunctionTimeoutTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly Stuck _transport = new();
    private readonly World _world;

    public FunctionTimeoutTests() => _world = new World(_folder, new ManualClock(Monday), replace: services =>
        services.AddSingleton<IMailTransport>(_transport));

    public Task InitializeAsync() => _world.EnrolAsync(Ana);

    public async Task DisposeAsync()
    {
        await _world.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public async Task A_mail_in_its_hands_is_asked_for_and_sent_again_only_when_it_never_arrived(bool arrives, int submitted)
    {
        _world.Clock.Advance(Utc("2027-01-06T05:30") - _world.Now);
        var bucket = Assert.Single(await _world.Get<Tick>().RunAsync(default));
        (_transport.IsStuck, _transport.Arrives) = (true, arrives);
        using var timeout = new CancellationTokenSource();
        var run = _world.Get<Deliveries>().RunAsync(bucket, timeout.Token);
        await timeout.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        _transport.IsStuck = false;

        var row = Assert.Single(await _world.DueAsync());
        await _world.GoToAsync(Utc("2027-01-06T05:35"));

        Assert.Equal((DueState.Submitting, 1), (row.State, row.Attempt));
        Assert.Equal(submitted, _transport.Submitted.Count(m => m.Kind is MailKind.Session));
        Assert.Single(_transport.Has);
    }

    private sealed class Stuck : IMailTransport
    {
        public bool IsStuck { get; set; }

        public bool Arrives { get; set; }

        public List<MailMessage> Submitted { get; } = [];

        /// <summary>Sessions the service has.</summary>
        public HashSet<Guid> Has { get; } = [];

        public string Name => "stuck";

        public async Task<ImmutableArray<SubmitResult>> SubmitAsync(
            ImmutableArray<MailMessage> mails, CancellationToken cancellationToken)
        {
            Submitted.AddRange(mails);
            foreach (var mail in mails.Where(m => m.Kind is MailKind.Session && (!IsStuck || Arrives)))
                Has.Add(mail.OperationId);
            if (IsStuck)
                await Task.Delay(Timeout.Infinite, cancellationToken);
            return [.. mails.Select(_ => SubmitResult.Accepted)];
        }

        public Task<SubmissionState> FindAsync(Guid operationId, CancellationToken cancellationToken) =>
            Task.FromResult(Has.Contains(operationId) ? SubmissionState.Known : SubmissionState.NotKnown);
    }
}
