using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace StrengthDays.Functions;

/// <summary>303: the answer to a form, so that reloading the next page sends nothing twice.</summary>
/// <param name="path">Without a host: the browser knows best which name it reached us by.</param>
internal sealed class SeeOther(string path) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers[HeaderNames.Location] = path;
        return Task.CompletedTask;
    }
}
