using System.Collections.Immutable;
using System.Net;
using Microsoft.Extensions.Logging;
using StrengthDays.Coaching.Dispatch;
using StrengthDays.Coaching.Mail;
using StrengthDays.Coaching.Mail.Smtp;
using StrengthDays.Coaching.Settings;
using StrengthDays.Coaching.Tests.Dispatch;
using StrengthDays.Coaching.Tests.Host;

namespace StrengthDays.Coaching.Tests.Mail;

[Trait("Category", "Once")]
public sealed class SmtpTransportTests
{
    private readonly AlertLog _log = new();
    private readonly ManualClock _clock = new(new DateTimeOffset(2027, 1, 12, 5, 30, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_mail_arrives_byte_by_byte_as_it_was_written_under_an_encrypted_connection()
    {
        var sink = await SmtpServers.StartAsync();

        Assert.Equal(SubmitResult.Accepted, await SendAsync(sink, Mails.Plain));

        var mail = await sink.NextAsync();
        Assert.Equal(MimeWriter.Bytes(Mails.Plain).ToArray(), mail.Bytes);
        Assert.Equal(("coach@localhost", "ana@example.com", true), (mail.From, mail.To, mail.IsEncrypted));
    }

    [Fact]
    public async Task It_carries_what_mail_providers_ask_of_subscriptions()
    {
        var sink = await SmtpServers.StartAsync();

        await SendAsync(sink, Mails.Plain);

        var mail = (await sink.NextAsync()).Content;
        Assert.Equal("<https://strength.example/out/u>", mail["List-Unsubscribe"]);
        Assert.Equal("List-Unsubscribe=One-Click", mail["List-Unsubscribe-Post"]);
        Assert.Equal("Strength Days <strength-days.localhost>", mail["List-Id"]);
        Assert.Equal("auto-generated", mail["Auto-Submitted"]);
        Assert.Equal($"<{Mails.Plain.MessageId}>", mail["Message-ID"]);
        Assert.Equal(("session", "2027-01-12"), (mail["X-Strength-Days-Kind"], mail["X-Strength-Days-Date"]));
        Assert.Equal(["text/html", "text/plain"], mail.Parts().Keys.Order());
    }

    [Fact]
    public async Task Lines_that_begin_with_a_dot_arrive_with_it()
    {
        var sink = await SmtpServers.StartAsync();
        var mail = Mails.Plain with { Text = ".\n..two\n.\n" };

        await SendAsync(sink, mail);

        Assert.Equal(mail.Text, (await sink.NextAsync()).Content.Parts()["text/plain"]);
    }

    [Fact]
    public async Task A_group_of_a_hundred_shares_a_few_connections_and_each_mail_arrives_once()
    {
        var sink = await SmtpServers.StartAsync();
        var mails = Enumerable.Range(0, 100).Select(Mails.Number).ToImmutableArray();

        var results = await Transport(sink.Port).SubmitAsync(mails, default);

        Assert.All(results, result => Assert.Equal(SubmitResult.Accepted, result));
        var dates = new List<string>();
        for (var i = 0; i < 100; i++)
            dates.Add((await sink.NextAsync()).Content["Date"]);
        Assert.Equal(100, dates.Distinct().Count());
        Assert.InRange(sink.Connections, 1, 4);
    }

    [Fact]
    public async Task Groups_at_the_same_time_share_the_same_few_connections()
    {
        var sink = await SmtpServers.StartAsync();
        var transport = Transport(sink.Port);
        var groups = Enumerable.Range(0, 60).Select(Mails.Number).Chunk(20).Select(g => g.ToImmutableArray());

        var results = await Task.WhenAll(groups.Select(group => transport.SubmitAsync(group, default)));

        Assert.All(results.SelectMany(r => r), result => Assert.Equal(SubmitResult.Accepted, result));
        var atOnce = 0;
        for (var i = 0; i < 60; i++)
            atOnce = (await sink.NextAsync()).AtOnce;
        Assert.InRange(atOnce, 1, 4);
    }

    [Theory]
    [InlineData("450 4.2.0 ana@example.com is greylisted", SubmitOutcome.Later, "the mail server said 450 4.2.0")]
    [InlineData("550 5.1.1 No ana@example.com here", SubmitOutcome.Refused, "the mail server said 550 5.1.1")]
    [InlineData("552 Full", SubmitOutcome.Refused, "the mail server said 552")]
    [InlineData("554 5.7.1 Relay access denied", SubmitOutcome.Later, "the mail server said 554 5.7.1")]
    public async Task A_recipient_refused_is_about_that_mail_only(string reply, SubmitOutcome outcome, string reason)
    {
        var sink = await SmtpServers.StartAsync(new { to = new Dictionary<string, string> { ["ana@example.com"] = reply } });

        var results = await Transport(sink.Port).SubmitAsync([Mails.Plain, To("ben@example.com")], default);

        Assert.Equal((outcome, reason), (results[0].Outcome, results[0].Reason));
        Assert.Equal(SubmitResult.Accepted, results[1]);
        Assert.Equal("ben@example.com", (await sink.NextAsync()).To);
        Assert.Equal(1, sink.Connections);
    }

    [Theory]
    [Trait("Fault", "F32")]
    [InlineData("451 4.3.0 Try again", SubmitOutcome.Later)]
    [InlineData("554 5.6.0 Looks like spam", SubmitOutcome.Refused)]
    public async Task A_refusal_at_the_end_is_an_answer(string reply, SubmitOutcome outcome)
    {
        var sink = await SmtpServers.StartAsync(new { end = new[] { reply, "250" } });

        var results = await Transport(sink.Port).SubmitAsync([Mails.Plain, To("ben@example.com")], default);

        Assert.Equal([outcome, SubmitOutcome.Accepted], results.Select(r => r.Outcome));
    }

    [Fact]
    [Trait("Fault", "F32")]
    [Trait("Fault", "F3")]
    [Trait("Fault", "F32")]
    public async Task A_server_that_hangs_up_behind_the_end_leaves_it_unknown_and_it_is_not_sent_again()
    {
        var sink = await SmtpServers.StartAsync(new { end = new[] { "hang up", "250" } });
        var transport = Transport(sink.Port);

        var results = await transport.SubmitAsync([Mails.Plain, To("ben@example.com")], default);

        Assert.Equal([SubmitOutcome.Unknown, SubmitOutcome.Accepted], results.Select(r => r.Outcome));
        Assert.Equal(["ana@example.com", "ben@example.com"], [(await sink.NextAsync()).To, (await sink.NextAsync()).To]);
        Assert.True(sink.IsEmpty);
        Assert.Equal(SubmissionState.NoAnswer, await transport.FindAsync(Mails.Plain.OperationId, default));
    }

    [Fact]
    [Trait("Fault", "F32")]
    public async Task A_server_silent_behind_the_end_leaves_it_unknown()
    {
        var sink = await SmtpServers.StartAsync(new { end = "say nothing" });

        var sending = Transport(sink.Port, clock: _clock).SubmitAsync([Mails.Plain], default);
        await sink.NextAsync();
        _clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal(SubmitOutcome.Unknown, (await sending)[0].Outcome);
    }

    [Fact]
    public async Task A_server_silent_before_the_end_does_not_have_it()
    {
        var sink = await SmtpServers.StartAsync(new { greeting = "say nothing" });

        var sending = Transport(sink.Port, clock: _clock).SubmitAsync([Mails.Plain], default);
        await sink.ConnectedAsync();
        _clock.Advance(TimeSpan.FromSeconds(21));

        Assert.Equal(new(SubmitOutcome.Down, "the mail server is too slow"), (await sending)[0]);
    }

    [Fact]
    public async Task A_server_that_hangs_up_before_the_end_does_not_have_it()
    {
        var sink = await SmtpServers.StartAsync(new { data = "hang up before the end" });

        // Longer than what the network takes for a server that is gone, so that the end never leaves.
        var lines = string.Concat(Enumerable.Repeat(new string('x', 70) + '\n', 150_000));
        var result = await SendAsync(sink, Mails.Plain with { Text = lines });

        Assert.Equal(SubmitOutcome.Down, result.Outcome);
        Assert.True(sink.IsEmpty);
    }

    [Theory]
    [Trait("Fault", "F9")]
    [InlineData("""{"greeting":"554 Not you"}""")]
    [InlineData("""{"greeting":"421 Too many"}""")]
    [InlineData("""{"from":"550 5.7.1 Not this sender"}""")]
    [InlineData("""{"from":"530 Log in first"}""")]
    [InlineData("""{"greeting":"hang up"}""")]
    [Trait("Fault", "F32")]
    public async Task A_server_that_refuses_us_as_a_whole_fails_no_mail(string script)
    {
        var sink = await SmtpServers.StartAsync(System.Text.Json.JsonDocument.Parse(script).RootElement);

        Assert.Equal(SubmitOutcome.Down, (await SendAsync(sink, Mails.Plain)).Outcome);
    }

    [Fact]
    public async Task A_server_that_takes_only_some_mails_on_a_connection_gets_another()
    {
        var sink = await SmtpServers.StartAsync(new { from = new[] { "250", "421 Enough", "250" } });

        var mails = Enumerable.Range(0, 3).Select(Mails.Number).ToImmutableArray();
        var results = await Transport(sink.Port).SubmitAsync(mails, default);

        Assert.Equal(
            [SubmitOutcome.Accepted, SubmitOutcome.Later, SubmitOutcome.Accepted], results.Select(r => r.Outcome));
        Assert.Equal((TimeSpan.Zero, 2), (results[1].RetryAfter, sink.Connections));
    }

    [Theory]
    [InlineData("PLAIN")]
    [InlineData("LOGIN")]
    public async Task It_logs_in(string way)
    {
        var sink = await SmtpServers.StartAsync(new { password = "pässword", authMethods = new[] { way } });

        Assert.Equal(SubmitResult.Accepted, await SendAsync(sink, Mails.Plain, "ana", "pässword"));
        Assert.Equal("ana", (await sink.NextAsync()).User);
    }

    [Fact]
    [Trait("Fault", "F8")]
    public async Task A_wrong_password_fails_no_mail_and_is_not_told()
    {
        var sink = await SmtpServers.StartAsync(new { password = "right" });

        var result = await SendAsync(sink, Mails.Plain, "ana", "hush");

        Assert.Equal(new(SubmitOutcome.Down, "the mail server said 535"), result);
        Assert.DoesNotContain(_log.Lines, line => line.Contains("hush", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_encryption_a_server_on_this_machine_gets_mails_and_any_other_gets_nothing()
    {
        var sink = await SmtpServers.StartAsync(new { plain = true });

        var elsewhere = await Transport(sink.Port, host: Dns.GetHostName()).SubmitAsync([Mails.Plain], default);
        var here = await SendAsync(sink, Mails.Plain);

        Assert.Equal(SubmitOutcome.Down, elsewhere[0].Outcome);
        Assert.Equal(SubmitResult.Accepted, here);
        Assert.False((await sink.NextAsync()).IsEncrypted);
        Assert.True(sink.IsEmpty);
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_gets_nothing()
    {
        var sink = await SmtpServers.StartAsync();

        var results = await Transport(sink.Port, host: Dns.GetHostName()).SubmitAsync([Mails.Plain], default);

        Assert.Equal(
            new(SubmitOutcome.Down, "the mail server's certificate is not valid for its name"), results[0]);
        Assert.True(sink.IsEmpty);
    }

    [Fact]
    public async Task A_server_that_is_not_there_fails_no_mail() =>
        Assert.Equal(
            new(SubmitOutcome.Down, "the mail server cannot be reached"),
            (await Transport(1).SubmitAsync([Mails.Plain], default))[0]);

    [Fact]
    public async Task An_address_that_could_be_read_as_two_reaches_no_server()
    {
        var sink = await SmtpServers.StartAsync();

        var result = await SendAsync(sink, To("a@example.com>\r\nRCPT TO:<b@example.com"));

        Assert.Equal((SubmitOutcome.Refused, 0), (result.Outcome, sink.Connections));
    }

    [Fact]
    [Trait("Fault", "F8")]
    [Trait("Fault", "F9")]
    [Trait("Fault", "F9")]
    public async Task A_server_that_keeps_refusing_is_left_alone_with_one_alert_until_it_is_back()
    {
        var sink = await SmtpServers.StartAsync(new { greeting = new[] { "554 No", "554 No", "554 No", "220" } });
        var transport = Transport(sink.Port, clock: _clock);

        await SubmitAsync(transport, times: 4);
        var asked = sink.Connections;
        _clock.Advance(TimeSpan.FromMinutes(2));
        await SubmitAsync(transport, times: 2);
        _clock.Advance(TimeSpan.FromMinutes(4));
        var results = await SubmitAsync(transport, times: 2);

        Assert.Equal(2, asked);
        Assert.Equal([SubmitResult.Accepted, SubmitResult.Accepted], results);
        Assert.Equal([Alerts.TransportDown], _log.Alerts);
    }

    private static async Task<SubmitResult[]> SubmitAsync(SmtpTransport transport, int times)
    {
        var results = new SubmitResult[times];
        for (var i = 0; i < times; i++)
            results[i] = (await transport.SubmitAsync([Mails.Number(i)], default))[0];
        return results;
    }

    private async Task<SubmitResult> SendAsync(
        SmtpSink sink, MailMessage mail, string? user = null, string? password = null) =>
        (await Transport(sink.Port, user, password).SubmitAsync([mail], default))[0];

    private SmtpTransport Transport(
        int port, string? user = null, string? password = null, string host = "127.0.0.1", TimeProvider? clock = null) =>
        new(
            new SmtpServer(host, port, user, password),
            "localhost",
            clock ?? TimeProvider.System,
            LoggerFactory.Create(logging => logging.AddProvider(_log)).CreateLogger<SmtpTransport>());

    private static MailMessage To(string address) => Mails.Number(1) with { To = address };
}
