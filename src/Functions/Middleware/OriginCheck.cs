using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Settings;

namespace StrengthDays.Functions.Middleware;

/// <summary>
/// Refuses what a browser sends for a page of somebody else. Absent headers are accepted: scripts send none. One-click
/// unsubscribe (RFC 8058) comes from mail providers' own pages and is never checked.
/// </summary>
public sealed class OriginCheck(CoachingSettings settings) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http && Changes(http.Request) && IsForeign(http.Request))
            context.GetInvocationResult().Value = Problem.Of(
                StatusCodes.Status403Forbidden, "This request came from another site.");
        else
            await next(context);
    }

    private static bool Changes(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method)
        && !HttpMethods.IsHead(request.Method)
        && !request.Path.StartsWithSegments(Routes.UnsubscribePath);

    private bool IsForeign(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"] == "cross-site"
        || request.Headers.Origin.Any(origin => !string.IsNullOrEmpty(origin) && !IsOwn(origin, request.Host));

    // Authorities, not schemes: behind a TLS proxy the request itself says http.
    private bool IsOwn(string origin, HostString host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && (IsAuthority(uri, settings.PublicUrl.Authority) || IsAuthority(uri, host.Value));

    private static bool IsAuthority(Uri uri, string? authority) =>
        string.Equals(uri.Authority, authority, StringComparison.OrdinalIgnoreCase);
}
