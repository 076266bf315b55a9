namespace Azure.Communication.Email;

/// <summary>A mail on its way through the service, to be asked about by its id.</summary>
public class EmailSendOperation : Operation<EmailSendResult>
{
    private static readonly TimeSpan PollingInterval = TimeSpan.FromSeconds(5);

    private readonly EmailClient _client;
    private Response? _response;
    private EmailSendResult? _value;
    private RequestFailedException? _failure;

    /// <summary>Of a mail handed over earlier, perhaps by another process.</summary>
    public EmailSendOperation(string id, EmailClient client)
    {
        Id = id;
        _client = client;
    }

    internal EmailSendOperation(EmailClient client, Response accepted)
        : this(EmailSendResult.Read(accepted).Id, client) => _response = accepted;

    public override string Id { get; }

    public override bool HasCompleted => _value is not null || _failure is not null;

    public override bool HasValue => _value is not null;

    public override EmailSendResult Value =>
        _value ?? throw _failure ?? (Exception)new InvalidOperationException("The operation has not completed yet.");

    public override Response GetRawResponse() => _response ?? throw new InvalidOperationException(
        "The operation does not have a response yet. Please call UpdateStatus or WaitForCompletion first.");

    /// <exception cref="RequestFailedException">
    /// The service has no such operation, or cannot say (not completed); or it gave the mail up (completed).
    /// </exception>
    public override async ValueTask<Response> UpdateStatusAsync(CancellationToken cancellationToken = default)
    {
        if (!HasCompleted)
            Take(await _client.Requests.RunAsync(_client.Requests.Status(Id), cancellationToken));
        return Latest();
    }

    /// <inheritdoc cref="UpdateStatusAsync"/>
    public override Response UpdateStatus(CancellationToken cancellationToken = default)
    {
        if (!HasCompleted)
            Take(_client.Requests.Run(_client.Requests.Status(Id), cancellationToken));
        return Latest();
    }

    /// <summary>Asks every five seconds, or as seldom as the service wants.</summary>
    public override ValueTask<Response<EmailSendResult>> WaitForCompletionAsync(
        CancellationToken cancellationToken = default) =>
        WaitForCompletionAsync(PollingInterval, cancellationToken);

    /// <inheritdoc cref="WaitForCompletionAsync"/>
    public override Response<EmailSendResult> WaitForCompletion(CancellationToken cancellationToken = default) =>
        WaitForCompletion(PollingInterval, cancellationToken);

    private void Take(Response response)
    {
        _response = response;
        var result = EmailSendResult.Read(response);
        if (result.Status == EmailSendStatus.Succeeded)
            _value = result;
        else if (result.Status == EmailSendStatus.Failed || result.Status == EmailSendStatus.Canceled)
            _failure = new RequestFailedException(response);
    }

    private Response Latest() => _failure is null ? _response! : throw _failure;
}
