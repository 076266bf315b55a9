using System.Net;
using Microsoft.AspNetCore.Http;

namespace StrengthDays.Functions;

/// <summary>Who sent a request, as far as that can be believed.</summary>
internal static class ClientAddress
{
    /// <summary>
    /// The connection's other end. Where that is this machine, a proxy on it (on Azure the platform's own) speaks for
    /// somebody, and the last hop it noted is the one it saw itself; everything before that hop is hearsay.
    /// </summary>
    public static IPAddress? Of(HttpRequest request)
    {
        var other = request.HttpContext.Connection.RemoteIpAddress;
        if (other is not null && !IPAddress.IsLoopback(other))
            return other;
        var hop = request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim();
        return IPEndPoint.TryParse(hop, out var noted) ? noted.Address : other;
    }
}
