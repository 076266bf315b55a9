using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Tests.Host;
using StrengthDays.Coaching.Tests.Storage;
using static StrengthDays.Coaching.Tests.Dispatch.Runners;

namespace StrengthDays.Coaching.Tests.Dispatch;

/// <summary>Table Storage that is slow or out of order for a while: nothing is lost, nothing is sent twice.</summary>
[Trait("Fault", "F18")]
[Trait("Category", "Once")]
public sealed class TableTroubleTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly ManualClock _clock = new(Monday);
    private readonly Trouble _trouble = new();
    private World _world = null!;

    public async Task InitializeAsync()
    {
        var account = await TableAccount.NewAsync();
        _world = new World(_folder, _clock, tables: account, replace: services =>
            services.AddSingleton(_ => account.Open(_trouble)));
    }

    public async Task DisposeAsync()
    {
        await _world.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task One_partition_that_fails_keeps_no_other_mail_waiting()
    {
        var (ana, ben) = await EnrolInOneBucketAsync();
        _clock.Advance(Utc("2027-01-06T05:30") - _world.Now);
        _trouble.Fails = request => request.Contains($"Plans(PartitionKey='{ana}'", StringComparison.Ordinal);

        await _world.TickAsync();

        Assert.Single(await _world.ScheduledAsync(ben));
        Assert.Contains(await _world.DueAsync(), row => row.Mail.Plan == ben && row.Date == Day("2027-01-08"));
        _trouble.Fails = _ => false;
        await _world.GoToAsync(Utc("2027-01-09T00:00"));
        Assert.Equal([6, 8], (await _world.ScheduledAsync(ana)).Select(m => m.Date.Day));
        Assert.Equal(4, _world.Outbox.Passed.Count(m => m.Kind is MailKind.Session));
    }

    [Fact]
    public async Task A_row_to_be_rebuilt_waits_as_long_as_its_partition_fails_and_is_never_set_aside_for_that()
    {
        var plan = await _world.EnrolAsync(Ana);
        var row = Assert.Single(await _world.DueAsync());
        await _world.Get<IDueIndex>().ReplaceAsync(
            [row with { State = DueState.Hold, LeaseUntil = row.At }], default);
        _trouble.Fails = request => request.Contains($"Plans(PartitionKey='{plan}'", StringComparison.Ordinal);

        await _world.GoToAsync(Utc("2027-01-06T06:00"));
        var parked = await _world.Get<IDueIndex>().ListParkedAsync(10, default);
        _trouble.Fails = _ => false;
        await _world.GoToAsync(Utc("2027-01-06T06:10"));

        Assert.Empty(parked);
        Assert.Equal(SentStatus.Accepted, Assert.Single(await _world.ScheduledAsync(plan)).Status);
    }

    [Fact]
    public async Task A_claim_that_is_answered_when_its_lease_is_nearly_over_sends_nothing()
    {
        var plan = await _world.EnrolAsync(Ana);
        _clock.Advance(Utc("2027-01-06T05:30") - _world.Now);
        _trouble.Sees = request =>
        {
            if (request.Contains("Due(PartitionKey", StringComparison.Ordinal))
                _clock.Advance(TimeSpan.FromSeconds(80));
        };

        await _world.TickAsync();
        _trouble.Sees = _ => { };
        var sentLate = _world.Outbox.Passed.Count(m => m.Kind is MailKind.Session);
        await _world.GoToAsync(Utc("2027-01-06T05:40"));

        Assert.Equal((0, 1), (sentLate, _world.Outbox.Passed.Count(m => m.Kind is MailKind.Session)));
        Assert.Single(await _world.ScheduledAsync(plan));
    }

    // Chance put them into two buckets, most probably.
    private async Task<(PlanId Ana, PlanId Ben)> EnrolInOneBucketAsync()
    {
        var (ana, ben) = (await _world.EnrolAsync(Ana), await _world.EnrolAsync(Ben));
        var rows = await _world.DueAsync();
        var (bucket, row) = (rows.Single(r => r.Mail.Plan == ana).Key.Bucket, rows.Single(r => r.Mail.Plan == ben));
        var together = row with { Key = row.Key with { Bucket = bucket } };
        if (together.Key != row.Key)
            await _world.Get<IDueIndex>().MoveOnAsync([together], [row.Key], default);
        return (ana, ben);
    }

    private sealed class Trouble : TableRequests
    {
        /// <summary>Requests that the service refuses to do now; a batch shows every row it is about.</summary>
        public Func<string, bool> Fails { get; set; } = _ => false;

        /// <summary>Batches on their way.</summary>
        public Action<string> Sees { get; set; } = _ => { };

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            var text = await TextAsync(message.Request);
            if (Fails(text))
                throw new RequestFailedException(503, "ServerBusy", "ServerBusy", null);
            if (message.Request.Method == RequestMethod.Post)
                Sees(text);
            await ProcessNextAsync(message, pipeline);
        }

        private static async Task<string> TextAsync(Request request)
        {
            using var body = new MemoryStream();
            if (request.Content is { } content)
                await content.WriteToAsync(body, default);
            return Uri.UnescapeDataString(
                $"{request.Uri} {System.Text.Encoding.UTF8.GetString(body.ToArray())}");
        }
    }
}
