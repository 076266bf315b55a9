using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Communication.Email;

/// <summary>The service's two requests.</summary>
internal sealed class EmailRequests(Uri endpoint, HttpPipelinePolicy signing, EmailClientOptions options)
{
    private readonly HttpPipeline _pipeline = HttpPipelineBuilder.Build(options, signing);

    public HttpMessage Send(EmailMessage message, Guid operationId)
    {
        EmailMessageRules.Check(message);
        var request = New(RequestMethod.Post, "/emails:send");
        request.Request.Headers.Add("Operation-Id", operationId.ToString());
        request.Request.Headers.Add("Content-Type", "application/json");
        request.Request.Content = RequestContent.Create(EmailMessageJson.Write(message));
        return request;
    }

    public HttpMessage Status(string operationId)
    {
        ArgumentNullException.ThrowIfNull(operationId);
        return New(RequestMethod.Get, $"/emails/operations/{Uri.EscapeDataString(operationId)}");
    }

    public async Task<Response> RunAsync(HttpMessage message, CancellationToken cancellationToken)
    {
        using (message)
        {
            await _pipeline.SendAsync(message, cancellationToken);
            return Checked(message);
        }
    }

    public Response Run(HttpMessage message, CancellationToken cancellationToken)
    {
        using (message)
        {
            _pipeline.Send(message, cancellationToken);
            return Checked(message);
        }
    }

    // The one status that the service's description has for each; any other is somebody else's answer.
    private static Response Checked(HttpMessage message) =>
        message.Response.Status == (message.Request.Method == RequestMethod.Post ? 202 : 200)
            ? message.Response
            : throw new RequestFailedException(message.Response);

    private HttpMessage New(RequestMethod method, string path)
    {
        var message = _pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(endpoint);
        message.Request.Uri.AppendPath(path, escape: false);
        message.Request.Uri.AppendQuery("api-version", options.ApiVersion, escapeValue: true);
        message.Request.Headers.Add("Accept", "application/json");
        return message;
    }
}
