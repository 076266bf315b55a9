using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using StrengthDays.Coaching.Dispatch;
using StrengthDays.Coaching.Mail;
using StrengthDays.Coaching.Mail.Acs;
using StrengthDays.Coaching.Settings;
using StrengthDays.Coaching.Tests.Clients;
using StrengthDays.Coaching.Tests.Dispatch;
using StrengthDays.Coaching.Tests.Host;

namespace StrengthDays.Coaching.Tests.Mail;

public sealed class AcsTransportTests : IAsyncLifetime
{
    private readonly AlertLog _log = new();
    private readonly ManualClock _clock = new(new DateTimeOffset(2027, 1, 12, 5, 30, 0, TimeSpan.Zero));
    private AcsEmailServer _acs = null!;

    public async Task InitializeAsync() => _acs = await AcsEmailServer.StartAsync();

    public async Task DisposeAsync() => await _acs.DisposeAsync();

    [Fact]
    public async Task A_mail_is_handed_over_under_its_operation_with_what_mail_providers_ask_for()
    {
        Assert.Equal(SubmitResult.Accepted, await SendAsync(Mails.Plain));

        using var body = JsonDocument.Parse(_acs.Body(Mails.Plain.OperationId));
        var headers = body.RootElement.GetProperty("headers");
        Assert.Equal("<https://strength.example/out/u>", headers.GetProperty("List-Unsubscribe").GetString());
        Assert.Equal("List-Unsubscribe=One-Click", headers.GetProperty("List-Unsubscribe-Post").GetString());
        Assert.Equal("Strength Days <strength-days.localhost>", headers.GetProperty("List-Id").GetString());
        Assert.Equal("auto-generated", headers.GetProperty("Auto-Submitted").GetString());
        Assert.Equal($"<{Mails.Plain.MessageId}>", headers.GetProperty("Message-ID").GetString());
        Assert.Equal("session", headers.GetProperty("X-Strength-Days-Kind").GetString());
        Assert.Equal("2027-01-12", headers.GetProperty("X-Strength-Days-Date").GetString());
        Assert.Equal("coach@localhost", body.RootElement.GetProperty("senderAddress").GetString());
        Assert.Equal(
            (Mails.Plain.Subject, Mails.Plain.Text, Mails.Plain.Html),
            (Content(body, "subject"), Content(body, "plainText"), Content(body, "html")));
    }

    [Fact]
    public async Task A_group_of_a_hundred_is_handed_over_many_at_once_and_not_all()
    {
        _acs.Takes = TimeSpan.FromMilliseconds(50);
        var mails = Enumerable.Range(0, 100).Select(Mails.Number).ToImmutableArray();

        var results = await Transport().SubmitAsync(mails, default);

        Assert.All(results, result => Assert.Equal(SubmitResult.Accepted, result));
        Assert.Equal(100, _acs.OperationIds.Count);
        Assert.InRange(_acs.MostAtOnce, 2, 16);
    }

    [Fact]
    public async Task Groups_at_the_same_time_stay_within_what_the_service_takes()
    {
        _acs.Takes = TimeSpan.FromMilliseconds(50);
        var transport = Transport();
        var groups = Enumerable.Range(0, 240).Select(Mails.Number).Chunk(24).Select(g => g.ToImmutableArray());

        var results = await Task.WhenAll(groups.Select(group => transport.SubmitAsync(group, default)));

        Assert.All(results.SelectMany(r => r), result => Assert.Equal(SubmitResult.Accepted, result));
        Assert.InRange(_acs.MostAtOnce, 2, 64);
    }

    [Fact]
    public async Task One_bad_mail_stops_no_other()
    {
        _acs.Trouble(new AcsTrouble(400));

        var results = await Transport().SubmitAsync([Mails.Plain with { To = "a@x, b@y" }, Mails.Number(1)], default);
        var again = await SendAsync(Mails.Number(2));

        Assert.Equal([SubmitOutcome.Refused, SubmitOutcome.Refused], results.Select(r => r.Outcome));
        Assert.Equal(SubmitResult.Accepted, again);
        Assert.Equal("the mail service said 400 Trouble", results[1].Reason);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    [InlineData(401)]
    [InlineData(403)]
    [Trait("Fault", "F6")]
    [Trait("Fault", "F8")]
    public async Task What_the_service_did_not_take_is_handed_over_again_shortly(int status)
    {
        _acs.Trouble(new AcsTrouble(status), new AcsTrouble(status));

        Assert.Equal(SubmitResult.Accepted, await SendAsync(Mails.Plain));
        Assert.Equal(3, _acs.Requests.Count);
    }

    [Theory]
    [InlineData("600", 600)]
    [InlineData("Tue, 12 Jan 2027 05:40:00 GMT", 600)]
    [InlineData("999999999", 3600)]
    [Trait("Fault", "F6")]
    public async Task Nobody_asks_before_the_service_wants_to_be_asked(string retryAfter, int seconds)
    {
        var transport = Transport(_clock);
        _acs.Trouble(new AcsTrouble(429, "TooManyRequests", retryAfter));

        var first = (await transport.SubmitAsync([Mails.Plain], default))[0];
        var second = (await transport.SubmitAsync([Mails.Number(1)], default))[0];
        var state = await transport.FindAsync(Mails.Plain.OperationId, default);
        var asked = _acs.Requests.Count;
        _clock.Advance(TimeSpan.FromSeconds(seconds));
        var third = (await transport.SubmitAsync([Mails.Number(1)], default))[0];

        var pause = TimeSpan.FromSeconds(seconds);
        Assert.Equal((SubmitOutcome.Busy, pause), (first.Outcome, first.RetryAfter));
        Assert.Equal((SubmitOutcome.Busy, pause), (second.Outcome, second.RetryAfter));
        Assert.Equal((SubmissionState.NoAnswer, 1), (state, asked));
        Assert.Equal(SubmitResult.Accepted, third);
        Assert.Empty(_log.Alerts);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(302)]
    [InlineData(408)]
    [InlineData(409)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    [InlineData(AcsTrouble.HangsUp)]
    [Trait("Fault", "F3")]
    [Trait("Fault", "F4")]
    [Trait("Fault", "F7")]
    public async Task What_may_have_arrived_is_unknown_and_never_handed_over_blindly(int status)
    {
        var transport = Transport();
        _acs.Trouble(new AcsTrouble(status, Takes: true));

        var result = (await transport.SubmitAsync([Mails.Plain], default))[0];

        Assert.Equal(SubmitOutcome.Unknown, result.Outcome);
        Assert.Single(_acs.Requests);
        Assert.Equal(SubmissionState.Known, await transport.FindAsync(Mails.Plain.OperationId, default));
    }

    [Fact]
    [Trait("Fault", "F5")]
    public async Task A_repeat_that_the_service_is_too_late_to_tell_apart_is_not_handed_over_again_before_it_was_asked_for()
    {
        var transport = Transport();
        _acs.Trouble(new AcsTrouble(412, Takes: false));

        var result = (await transport.SubmitAsync([Mails.Plain], default))[0];

        Assert.Equal((SubmitOutcome.TooOld, "the mail service said 412"), (result.Outcome, result.Reason?[..25]));
        Assert.Single(_acs.Requests);
        Assert.Equal(SubmissionState.NotKnown, await transport.FindAsync(Mails.Plain.OperationId, default));
    }

    [Fact]
    [Trait("Fault", "F3")]
    public async Task A_service_that_says_nothing_in_time_leaves_it_unknown()
    {
        _acs.Trouble(new AcsTrouble(AcsTrouble.SaysNothing, Takes: true));

        var sending = Transport(_clock).SubmitAsync([Mails.Plain], default);
        await WaitUntilAsync(() => !_acs.Requests.IsEmpty);
        _clock.Advance(AcsTransport.Patience);

        Assert.Equal(new(SubmitOutcome.Unknown, "the mail service gave no answer in time"), (await sending)[0]);
    }

    [Fact]
    public async Task A_service_that_is_not_there_has_no_mail()
    {
        var client = AcsAccount.Open(new AzureService($"endpoint=http://127.0.0.1:1/;accesskey={AcsRules.AccessKey}", null));

        var result = (await Transport(client: client).SubmitAsync([Mails.Plain], default))[0];

        Assert.Equal(new(SubmitOutcome.Down, "the mail service cannot be reached"), result);
    }

    [Fact]
    public async Task A_mail_that_the_service_never_saw_is_not_known() =>
        Assert.Equal(SubmissionState.NotKnown, await Transport().FindAsync(Mails.Plain.OperationId, default));

    [Theory]
    [InlineData(202)]
    [InlineData(302)]
    [InlineData(500)]
    [InlineData(403)]
    [InlineData(AcsTrouble.HangsUp)]
    public async Task A_service_that_cannot_say_gives_no_answer(int status)
    {
        _acs.Trouble(new AcsTrouble(status));

        Assert.Equal(SubmissionState.NoAnswer, await Transport().FindAsync(Mails.Plain.OperationId, default));
    }

    [Fact]
    public async Task A_mail_that_the_service_gave_up_was_taken_all_the_same()
    {
        await SendAsync(Mails.Plain);
        _acs.Outcome = "Failed";

        Assert.Equal(SubmissionState.Known, await Transport().FindAsync(Mails.Plain.OperationId, default));
    }

    [Fact]
    [Trait("Fault", "F5")]
    public async Task All_attempts_at_a_mail_say_when_the_first_began()
    {
        var mail = Mails.Plain with { FirstSent = Mails.Plain.Date.AddMinutes(-7), IsRepeat = true };
        _acs.Trouble(new AcsTrouble(503));

        await SendAsync(mail);

        Assert.All(_acs.Requests, request => Assert.Equal(
            ("Tue, 12 Jan 2027 05:23:00 GMT", mail.OperationId.ToString()),
            (request["Repeatability-First-Sent"], request["Repeatability-Request-ID"])));
        Assert.Equal(2, _acs.Requests.Count);
    }

    [Theory]
    [InlineData(true, SubmitOutcome.Accepted)]
    [InlineData(false, SubmitOutcome.Untold)]
    [Trait("Fault", "F7")]
    public async Task A_repeat_refused_is_asked_for_once_more(bool taken, SubmitOutcome outcome)
    {
        _acs.Trouble(new AcsTrouble(400, Takes: taken));

        Assert.Equal(outcome, (await SendAsync(Mails.Plain with { IsRepeat = true })).Outcome);
        Assert.Equal(["POST", "GET"], _acs.Requests.Select(r => r.Line.Split(' ')[0]));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [Trait("Fault", "F8")]
    [Trait("Fault", "F9")]
    public async Task A_service_that_refuses_us_is_left_alone_with_one_alert_until_it_takes_mails_again(int status)
    {
        var transport = Transport(_clock);
        _acs.Trouble([.. Enumerable.Repeat(new AcsTrouble(status), 9)]);

        await SubmitPatientlyAsync(transport, mails: 5);
        var asked = _acs.Requests.Count;
        _clock.Advance(TimeSpan.FromMinutes(1));
        await SubmitPatientlyAsync(transport, mails: 2);
        _clock.Advance(TimeSpan.FromMinutes(2));
        var result = await SubmitPatientlyAsync(transport, mails: 2);

        Assert.Equal(6, asked);
        Assert.Equal(SubmitResult.Accepted, result);
        Assert.Equal([Alerts.TransportDown], _log.Alerts);
    }

    [Fact]
    public async Task No_address_is_logged_or_told()
    {
        _acs.Trouble(new AcsTrouble(400, "ana@example.com"), new AcsTrouble(500));

        var results = await Transport().SubmitAsync([Mails.Plain, Mails.Number(1)], default);

        Assert.DoesNotContain(results, r => r.Reason!.Contains("example.com", StringComparison.Ordinal));
        Assert.DoesNotContain(_log.Lines, line => line.Contains("example.com", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("hush")]
    [InlineData("endpoint=https://m.communication.azure.com/")]
    [InlineData("endpoint=https://m.communication.azure.com/;accesskey=hush!")]
    [InlineData("endpoint=hush;accesskey=aHVzaA==")]
    public void A_connection_string_that_makes_no_sense_stops_the_start_without_its_words(string text)
    {
        var refusal = Assert.Throws<SettingException>(() => AcsAccount.Open(new AzureService(text, null)));

        Assert.StartsWith("Mail:Acs:ConnectionString", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>One mail after the other; the short waits between attempts pass by themselves.</summary>
    private async Task<SubmitResult> SubmitPatientlyAsync(AcsTransport transport, int mails)
    {
        var result = default(SubmitResult);
        for (var i = 0; i < mails; i++)
        {
            var sending = transport.SubmitAsync([Mails.Number(i)], default);
            while (await Task.WhenAny(sending, Task.Delay(5)) != sending)
                _clock.Advance(TimeSpan.FromMilliseconds(100));
            result = (await sending)[0];
        }

        return result;
    }

    private static async Task WaitUntilAsync(Func<bool> holds)
    {
        while (!holds())
            await Task.Delay(5);
    }

    private static string? Content(JsonDocument body, string name) =>
        body.RootElement.GetProperty("content").GetProperty(name).GetString();

    private async Task<SubmitResult> SendAsync(MailMessage mail) => (await Transport().SubmitAsync([mail], default))[0];

    private AcsTransport Transport(TimeProvider? clock = null, Azure.Communication.Email.EmailClient? client = null) => new(
        client ?? AcsAccount.Open(new AzureService(_acs.ConnectionString, null)),
        clock ?? TimeProvider.System,
        LoggerFactory.Create(logging => logging.AddProvider(_log)).CreateLogger<AcsTransport>());
}
