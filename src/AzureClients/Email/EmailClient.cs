using Azure.Core;
using Azure.Core.Pipeline;
using StrengthDays.AzureClients;

namespace Azure.Communication.Email;

/// <summary>Hands mails to Azure Communication Services.</summary>
public class EmailClient
{
    // The two slashes are the service's.
    private const string EntraScope = "https://communication.azure.com//.default";

    public EmailClient(string connectionString)
        : this(connectionString, new EmailClientOptions())
    {
    }

    public EmailClient(string connectionString, EmailClientOptions? options)
        : this(Pairs(connectionString), options)
    {
    }

    public EmailClient(Uri endpoint, AzureKeyCredential credential, EmailClientOptions? options = null)
        : this(endpoint, new HmacPolicy(Given(credential)), options)
    {
    }

    public EmailClient(Uri endpoint, TokenCredential credential, EmailClientOptions? options = null)
        : this(endpoint, new BearerTokenAuthenticationPolicy(Given(credential), EntraScope), options)
    {
    }

    private EmailClient(Dictionary<string, string> pairs, EmailClientOptions? options)
        : this(new Uri(pairs.Required("endpoint")), new AzureKeyCredential(pairs.Required("accesskey")), options)
    {
    }

    private EmailClient(Uri endpoint, HttpPipelinePolicy signing, EmailClientOptions? options) =>
        Requests = new EmailRequests(Given(endpoint), signing, options ?? new EmailClientOptions());

    internal EmailRequests Requests { get; }

    /// <summary>Under an operation id made for this one mail.</summary>
    public virtual Task<EmailSendOperation> SendAsync(
        WaitUntil wait, EmailMessage message, CancellationToken cancellationToken = default) =>
        SendAsync(wait, message, Guid.NewGuid(), cancellationToken);

    /// <param name="operationId">The same for every attempt at a mail; delivery reports carry it as message id.</param>
    /// <exception cref="RequestFailedException">The service did not take it, or when waited for gave it up.</exception>
    public virtual async Task<EmailSendOperation> SendAsync(
        WaitUntil wait, EmailMessage message, Guid operationId, CancellationToken cancellationToken = default)
    {
        var response = await Requests.RunAsync(Requests.Send(message, operationId), cancellationToken);
        var operation = new EmailSendOperation(this, response);
        if (wait == WaitUntil.Completed)
            await operation.WaitForCompletionAsync(cancellationToken);
        return operation;
    }

    public virtual EmailSendOperation Send(
        WaitUntil wait, EmailMessage message, CancellationToken cancellationToken = default) =>
        Send(wait, message, Guid.NewGuid(), cancellationToken);

    public virtual EmailSendOperation Send(
        WaitUntil wait, EmailMessage message, Guid operationId, CancellationToken cancellationToken = default)
    {
        var response = Requests.Run(Requests.Send(message, operationId), cancellationToken);
        var operation = new EmailSendOperation(this, response);
        if (wait == WaitUntil.Completed)
            operation.WaitForCompletion(cancellationToken);
        return operation;
    }

    private static Dictionary<string, string> Pairs(string connectionString)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        return ConnectionString.Parse(connectionString);
    }

    private static T Given<T>(T value)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(value);
        return value;
    }
}
