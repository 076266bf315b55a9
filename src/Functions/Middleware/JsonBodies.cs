using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using StrengthDays.Coaching.Contract;

namespace StrengthDays.Functions.Middleware;

/// <summary>
/// Refuses a body for the API that says it is something else than JSON, with 415. What clients say when nobody told
/// them what they send says nothing, and the body is read for what it is.
/// </summary>
public sealed class JsonBodies : IFunctionsWorkerMiddleware
{
    // fetch and HttpClient, curl and urllib, and whoever sends bytes.
    private static readonly string[] Untold =
        ["text/plain", "application/x-www-form-urlencoded", "application/octet-stream"];

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http && IsForeign(http.Request))
            context.GetInvocationResult().Value = Problem.Of(
                StatusCodes.Status415UnsupportedMediaType, "Send the body as application/json in UTF-8.");
        else
            await next(context);
    }

    // The body limit has the body in memory already; a client with nothing to say may call that anything.
    private static bool IsForeign(HttpRequest request) =>
        request.Path.StartsWithSegments("/api")
        && request.ContentType is { Length: > 0 } type
        && !request.HasJsonContentType()
        && !Untold.Contains(type.Split(';')[0].Trim(), StringComparer.OrdinalIgnoreCase)
        && request.Body is { CanSeek: true, Length: > 0 };
}
