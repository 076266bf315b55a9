using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace StrengthDays.Functions;

/// <summary>303: the answer to a form, so that reloading the next page sends nothing twice.</summary>
/// <param name="address">Only its path is sent: the browser knows best which name it reached us by.</param>
internal sealed class SeeOther(Uri address) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers[HeaderNames.Location] = address.PathAndQuery;
        return Task.CompletedTask;
    }
}
