using Azure;
using Azure.Communication.Email;
using Azure.Core;

namespace StrengthDays.Coaching.Tests.Clients;

public sealed class EmailClientTests : IAsyncLifetime
{
    private const string From = "coach@example.com";
    private const string To = "ana@example.com";

    private AcsEmailServer _acs = null!;

    public async Task InitializeAsync() => _acs = await AcsEmailServer.StartAsync();

    public async Task DisposeAsync() => await _acs.DisposeAsync();

    [Fact]
    public async Task A_mail_is_accepted_under_the_callers_operation_id()
    {
        var id = Guid.NewGuid();

        var operation = await Client().SendAsync(WaitUntil.Started, Mail(), id);

        Assert.Equal((id.ToString(), false), (operation.Id, operation.HasCompleted));
        Assert.Equal(202, operation.GetRawResponse().Status);
        Assert.Equal(
            """
            {"senderAddress":"coach@example.com",
            "content":{"subject":"Today: hips","plainText":"Clamshells"},
            "recipients":{"to":[{"address":"ana@example.com"}]}}
            """.ReplaceLineEndings(""),
            _acs.Body(id));
        Assert.Equal("application/json", _acs.Requests.Single()["Accept"]);
    }

    [Fact]
    public async Task Everything_that_was_said_about_a_mail_is_sent()
    {
        var id = Guid.NewGuid();
        var recipients = new EmailRecipients(
            [new("ana@example.com", "Ana")], [new("cc@example.com")], [new("bcc@example.com")]);
        var mail = new EmailMessage("coach@example.com", recipients, new EmailContent("Größe") { Html = "<p>1</p>" })
        {
            Headers = { ["List-Unsubscribe"] = "<https://example.com/u>", ["X-Strength-Days-Kind"] = "session" },
            ReplyTo = { new EmailAddress("reply@example.com", "Coach") },
            UserEngagementTrackingDisabled = true,
        };

        await Client().SendAsync(WaitUntil.Started, mail, id);

        Assert.Equal(
            """
            {"headers":{"List-Unsubscribe":"\u003Chttps://example.com/u\u003E","X-Strength-Days-Kind":"session"},
            "senderAddress":"coach@example.com",
            "content":{"subject":"Gr\u00F6\u00DFe","html":"\u003Cp\u003E1\u003C/p\u003E"},
            "recipients":{"to":[{"address":"ana@example.com","displayName":"Ana"}],
            "cc":[{"address":"cc@example.com"}],
            "bcc":[{"address":"bcc@example.com"}]},
            "replyTo":[{"address":"reply@example.com","displayName":"Coach"}],
            "userEngagementTrackingDisabled":true}
            """.ReplaceLineEndings(""),
            _acs.Body(id));
    }

    [Fact]
    public async Task A_mail_without_an_operation_id_gets_one_of_its_own()
    {
        var first = await Client().SendAsync(WaitUntil.Started, Mail());
        var second = Client().Send(WaitUntil.Started, Mail());

        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal(new[] { first.Id, second.Id }.Order(), _acs.OperationIds.Order());
    }

    [Fact]
    public async Task A_repeat_of_an_operation_is_refused()
    {
        var id = Guid.NewGuid();
        await Client().SendAsync(WaitUntil.Started, Mail(), id);

        var e = await Assert.ThrowsAsync<RequestFailedException>(
            () => Client().SendAsync(WaitUntil.Started, Mail(), id));

        Assert.Equal((400, "BadRequest"), (e.Status, e.ErrorCode));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(302)]
    public async Task Only_accepted_is_accepted(int status)
    {
        _acs.Trouble(new AcsTrouble(status), new AcsTrouble(status));

        var e = await Assert.ThrowsAsync<RequestFailedException>(() => Client().SendAsync(WaitUntil.Started, Mail()));
        var f = Assert.Throws<RequestFailedException>(() => Client().Send(WaitUntil.Started, Mail()));

        Assert.Equal((status, status), (e.Status, f.Status));
    }

    [Fact]
    public async Task A_wrong_key_is_refused()
    {
        var client = new EmailClient(_acs.Address, new AzureKeyCredential("d3Jvbmc="));

        var e = await Assert.ThrowsAsync<RequestFailedException>(() => client.SendAsync(WaitUntil.Started, Mail()));

        Assert.Equal((401, "Denied"), (e.Status, e.ErrorCode));
    }

    [Fact]
    public async Task A_throttled_mail_says_when_to_come_back()
    {
        _acs.Throttle(17);

        var e = await Assert.ThrowsAsync<RequestFailedException>(() => Client().SendAsync(WaitUntil.Started, Mail()));

        Assert.Equal((429, "TooManyRequests"), (e.Status, e.ErrorCode));
        Assert.True(e.GetRawResponse()!.Headers.TryGetValue("Retry-After", out var seconds));
        Assert.Equal("17", seconds);
        Assert.Empty(_acs.OperationIds);
    }

    [Fact]
    public async Task A_retry_is_the_same_operation()
    {
        _acs.Throttle(0);
        var id = Guid.NewGuid();

        await Client(retries: 1).SendAsync(WaitUntil.Started, Mail(), id);

        Assert.Equal([id.ToString(), id.ToString()], _acs.Requests.Select(r => r["Operation-Id"]!));
    }

    [Theory]
    [InlineData(EmailClientOptions.ServiceVersion.V2023_03_31, true)]
    [InlineData(EmailClientOptions.ServiceVersion.V2024_07_01_Preview, true)]
    [InlineData(EmailClientOptions.ServiceVersion.V2025_09_01, true)]
    [InlineData(EmailClientOptions.ServiceVersion.V2021_10_01_Preview, false)]
    [InlineData(EmailClientOptions.ServiceVersion.V2023_01_15_Preview, false)]
    public void Versions_before_the_first_release_are_refused(EmailClientOptions.ServiceVersion version, bool taken)
    {
        var refused = Record.Exception(() => new EmailClientOptions(version));

        Assert.Equal(taken, refused is null);
        Assert.True(taken || refused is ArgumentOutOfRangeException);
    }

    [Theory]
    [InlineData("")]
    [InlineData("endpoint=https://days.communication.azure.com/")]
    [InlineData("accesskey=c3RyZW5ndGgtZGF5cw==")]
    [InlineData("days.communication.azure.com")]
    public void A_connection_string_that_says_too_little_is_refused(string connectionString)
    {
        var e = Assert.ThrowsAny<Exception>(() => new EmailClient(connectionString));

        Assert.True(e is ArgumentException or InvalidOperationException);
    }

    [Fact]
    public async Task An_entra_token_is_asked_for_the_services_scope_and_sent()
    {
        await using var acs = await AcsEmailServer.StartAsync(secure: true);
        acs.BearerToken = TestToken.Value;
        var token = new TestToken();
        var client = new EmailClient(acs.Address, token, new EmailClientOptions { Transport = TestToken.Trusting() });

        await client.SendAsync(WaitUntil.Completed, Mail());

        Assert.Equal("https://communication.azure.com//.default", token.Scope);
        Assert.Equal(2, acs.Requests.Count);
    }

    [Fact]
    public async Task An_entra_token_never_travels_in_the_clear() =>
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => new EmailClient(_acs.Address, new TestToken()).SendAsync(WaitUntil.Started, Mail()));

    public static TheoryData<EmailMessage, string> Mistakes => new()
    {
        { new(" ", To, Text("Today")), "Sender must be a valid email address" },
        { new(From, To, Text(" ")), "Email subject can not be empty" },
        { new(From, To, new EmailContent("Today") { Html = " " }), "Email content must have either HTML or PlainText" },
        { new(From, new EmailRecipients(), Text("Today")), "ToRecipients cannot be empty" },
        { new(From, To, Text("Today")) { Headers = { ["X"] = "" } }, "Empty Value is not allowed in Email Header" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mail_that_lacks_something_is_refused_before_it_is_sent(EmailMessage mail, string words)
    {
        var e = await Assert.ThrowsAsync<ArgumentException>(() => Client().SendAsync(WaitUntil.Started, mail));

        Assert.Equal(words, e.Message);
        Assert.Empty(_acs.Requests);
    }

    private static EmailContent Text(string subject) => new(subject) { PlainText = "Clamshells" };

    private static EmailMessage Mail() => new(From, To, Text("Today: hips"));

    private EmailClient Client(int retries = 0) => new(
        _acs.ConnectionString,
        new EmailClientOptions { Retry = { MaxRetries = retries, Delay = TimeSpan.Zero, Mode = RetryMode.Fixed } });
}
