using Microsoft.Extensions.DependencyInjection;
using StrengthDays.Coaching.Dispatch;
using StrengthDays.Coaching.Mail;
using StrengthDays.Coaching.Mail.Acs;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Settings;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Tests.Clients;
using StrengthDays.Coaching.Tests.Dispatch;
using StrengthDays.Coaching.Tests.Host;
using static StrengthDays.Coaching.Tests.Dispatch.Runners;

namespace StrengthDays.Coaching.Tests.Mail;

/// <summary>The whole pipeline over Azure Communication Email: one runner's first session.</summary>
public sealed class AcsDeliveryTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private AcsEmailServer _acs = null!;
    private World _world = null!;
    private PlanId _plan;

    public async Task InitializeAsync()
    {
        _acs = await AcsEmailServer.StartAsync();
        var client = AcsAccount.Open(new AzureService(_acs.ConnectionString, null));
        _world = new World(_folder, new ManualClock(Monday), replace: services => services
            .AddSingleton<IMailTransport>(s => ActivatorUtilities.CreateInstance<AcsTransport>(s, client)));
        _plan = await _world.EnrolAsync(Ana);
        await _world.GoToAsync(Utc("2027-01-06T05:00"));
        _acs.Requests.Clear();
    }

    public async Task DisposeAsync()
    {
        await _world.DisposeAsync();
        await _acs.DisposeAsync();
        _folder.Dispose();
    }

    private Guid Operation => MailKey.On(_plan, Day("2027-01-06")).OperationId;

    private IEnumerable<RecordedRequest> Posts =>
        _acs.Requests.Where(r => r.Line.StartsWith("POST", StringComparison.Ordinal));

    [Theory]
    [InlineData(AcsTrouble.HangsUp)]
    [InlineData(500)]
    [InlineData(409)]
    [Trait("Fault", "F2")]
    [Trait("Fault", "F3")]
    [Trait("Fault", "F4")]
    public async Task A_mail_taken_whose_answer_is_lost_is_asked_for_and_never_handed_over_again(int status)
    {
        _acs.Trouble(new AcsTrouble(status, Takes: true));

        await _world.GoToAsync(Utc("2027-01-06T05:40"));

        Assert.Single(Posts);
        Assert.Equal(SentStatus.Accepted, (await SentAsync()).Status);
        Assert.Empty(_world.Alerts.Alerts);
    }

    [Fact]
    [Trait("Fault", "F3")]
    [Trait("Fault", "F5")]
    public async Task A_mail_that_never_arrived_is_handed_over_again_as_the_same_request()
    {
        _acs.Trouble(new AcsTrouble(AcsTrouble.HangsUp));

        await _world.GoToAsync(Utc("2027-01-06T05:40"));

        var posts = Posts.ToList();
        Assert.Equal(2, posts.Count);
        Assert.Equal(posts[0].Body, posts[1].Body);
        Assert.All(posts, post => Assert.Equal(
            (Operation.ToString(), "Wed, 06 Jan 2027 05:30:00 GMT"),
            (post["Operation-Id"], post["Repeatability-First-Sent"])));
        Assert.Equal(SentStatus.Accepted, (await SentAsync()).Status);
    }

    [Fact]
    [Trait("Fault", "F7")]
    public async Task A_repeat_that_is_refused_and_not_known_is_unknown_with_one_alert()
    {
        _acs.Trouble(
            new AcsTrouble(AcsTrouble.HangsUp), new AcsTrouble(404), new AcsTrouble(400), new AcsTrouble(404));

        await _world.GoToAsync(Utc("2027-01-06T05:40"));

        Assert.Equal(["POST", "GET", "POST", "GET"], _acs.Requests.Select(r => r.Line.Split(' ')[0]));
        Assert.Equal(SentStatus.Unknown, (await SentAsync()).Status);
        Assert.Equal([Alerts.Unknown], _world.Alerts.Alerts);
    }

    [Fact]
    [Trait("Fault", "F6")]
    public async Task A_pause_that_the_service_asks_for_is_kept_by_the_pipeline()
    {
        _acs.Throttle(600);

        await _world.GoToAsync(Utc("2027-01-06T05:39"));
        var early = Posts.Count();
        await _world.GoToAsync(Utc("2027-01-06T05:42"));

        Assert.Equal((1, 2), (early, Posts.Count()));
        Assert.Equal(SentStatus.Accepted, (await SentAsync()).Status);
    }

    private async Task<SentMail> SentAsync() => Assert.Single(await _world.ScheduledAsync(_plan));
}

/// <summary>The host with the settings of a transport, from the form to the mail.</summary>
public sealed class TransportSettingTests
{
    [Fact]
    public async Task With_smtp_the_confirmation_mail_leaves_through_the_server()
    {
        var sink = await SmtpServers.StartAsync();
        await using var host = await RunningHost.StartAsync(
            "--Mail:Transport", "smtp", "--Mail:Smtp:Host", "localhost",
            "--Mail:Smtp:Port", sink.Port.ToString(System.Globalization.CultureInfo.InvariantCulture));

        await host.Services.GetRequiredService<SignUp>().RunAsync(Ana, default);

        var mail = await sink.NextAsync();
        Assert.Equal((Ana.Email, "confirm"), (mail.To, mail.Content["X-Strength-Days-Kind"]));
        Assert.Contains("\"name\":\"smtp\"", await host.Client.GetStringAsync("/api/health"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_acs_the_confirmation_mail_leaves_through_the_service()
    {
        await using var acs = await AcsEmailServer.StartAsync();
        await using var host = await RunningHost.StartAsync(
            "--Mail:Transport", "acs", "--Mail:Acs:ConnectionString", acs.ConnectionString,
            "--Mail:PerMinute", "30", "--Mail:PerHour", "100");

        await host.Services.GetRequiredService<SignUp>().RunAsync(Ana, default);

        Assert.Contains(Ana.Email, acs.Body(Guid.Parse(Assert.Single(acs.OperationIds))), StringComparison.Ordinal);
        Assert.Equal((29, 99), await host.Services.GetRequiredService<MailBudget>().LeftAsync(default));
    }

    [Fact]
    public async Task A_wrong_connection_string_stops_the_start()
    {
        var refusal = await Assert.ThrowsAsync<SettingException>(() => RunningHost.StartAsync(
            "--Mail:Transport", "acs", "--Mail:Acs:ConnectionString", "hush"));

        Assert.StartsWith("Mail:Acs:ConnectionString", refusal.Message, StringComparison.Ordinal);
    }
}
