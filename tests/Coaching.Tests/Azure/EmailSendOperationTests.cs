using Azure;
using Azure.Communication.Email;

namespace StrengthDays.Coaching.Tests.Clients;

public sealed class EmailSendOperationTests : IAsyncLifetime
{
    private static readonly EmailMessage Mail = new(
        "coach@example.com", "ana@example.com", new EmailContent("Today") { PlainText = "Clamshells" });

    private AcsEmailServer _acs = null!;
    private EmailClient _client = null!;

    public async Task InitializeAsync()
    {
        _acs = await AcsEmailServer.StartAsync();
        _client = new EmailClient(_acs.ConnectionString, new EmailClientOptions { Retry = { MaxRetries = 0 } });
    }

    public async Task DisposeAsync() => await _acs.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Waiting_ends_when_the_service_is_done(bool async)
    {
        var operation = async
            ? await _client.SendAsync(WaitUntil.Completed, Mail, Guid.NewGuid())
            : _client.Send(WaitUntil.Completed, Mail, Guid.NewGuid());

        Assert.True(operation.HasCompleted && operation.HasValue);
        Assert.Equal(EmailSendStatus.Succeeded, operation.Value.Status);
    }

    [Fact]
    public async Task An_operation_can_be_asked_about_by_its_id_alone()
    {
        var id = Guid.NewGuid();
        await _client.SendAsync(WaitUntil.Started, Mail, id);
        var operation = new EmailSendOperation(id.ToString(), _client);
        Assert.Throws<InvalidOperationException>(operation.GetRawResponse);

        _acs.Outcome = "Running";
        var running = await operation.UpdateStatusAsync();
        Assert.Equal((200, false), (running.Status, operation.HasCompleted));
        Assert.Throws<InvalidOperationException>(() => operation.Value);

        _acs.Outcome = "Succeeded";
        Assert.Equal(200, operation.UpdateStatus().Status);
        Assert.True(operation.HasValue);
    }

    [Fact]
    public async Task An_operation_that_the_service_never_saw_is_not_found()
    {
        var operation = new EmailSendOperation(Guid.NewGuid().ToString(), _client);

        var e = await Assert.ThrowsAsync<RequestFailedException>(() => operation.UpdateStatusAsync().AsTask());

        Assert.Equal((404, "OperationNotFound", false), (e.Status, e.ErrorCode, operation.HasCompleted));
    }

    [Theory]
    [InlineData("Failed", "EmailDropped")]
    [InlineData("Canceled", null)]
    public async Task An_operation_that_was_given_up_stays_given_up(string outcome, string? code)
    {
        var operation = await _client.SendAsync(WaitUntil.Started, Mail, Guid.NewGuid());
        _acs.Outcome = outcome;

        var e = await Assert.ThrowsAsync<RequestFailedException>(() => operation.UpdateStatusAsync().AsTask());
        _acs.Outcome = "Succeeded";
        await Assert.ThrowsAsync<RequestFailedException>(() => operation.UpdateStatusAsync().AsTask());

        Assert.Equal((200, code), (e.Status, e.ErrorCode));
        Assert.Equal((true, false), (operation.HasCompleted, operation.HasValue));
        Assert.Same(e, Assert.Throws<RequestFailedException>(() => operation.Value));
        Assert.Equal(2, _acs.Requests.Count);
    }

    [Fact]
    public async Task Waiting_is_as_patient_as_the_service_wants()
    {
        var operation = await _client.SendAsync(WaitUntil.Started, Mail, Guid.NewGuid());
        (_acs.Outcome, _acs.RetryAfter) = ("Running", 3600);
        using var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => operation.WaitForCompletionAsync(TimeSpan.FromMilliseconds(1), impatient.Token).AsTask());

        Assert.Equal(2, _acs.Requests.Count);
    }

    [Fact]
    public async Task Waiting_asks_again_until_the_service_is_done()
    {
        var operation = await _client.SendAsync(WaitUntil.Started, Mail, Guid.NewGuid());
        _acs.Outcome = "NotStarted";
        await operation.UpdateStatusAsync();
        _acs.Outcome = "Succeeded";

        var result = await operation.WaitForCompletionAsync(TimeSpan.FromMilliseconds(1), default);

        Assert.Equal(EmailSendStatus.Values.Succeeded, result.Value.Status.ToString());
        Assert.Equal((3, 200), (_acs.Requests.Count, result.GetRawResponse().Status));
    }

    [Fact]
    public void Statuses_are_values_whatever_their_case()
    {
        EmailSendStatus status = "succeeded";

        Assert.True(status == EmailSendStatus.Succeeded && status != EmailSendStatus.Failed);
        Assert.Equal(EmailSendStatus.Succeeded.GetHashCode(), status.GetHashCode());
    }
}
