using System.Net;

namespace StrengthDays.Host.Http;

/// <summary>The mails of the outbox, for the person at this machine only.</summary>
internal static class Outbox
{
    public static void MapOutbox(this WebApplication app) =>
        app.MapGet("/outbox", (HttpContext http) => IsLocal(http)
            ? Results.Text("The outbox is empty.")
            : Results.NotFound());

    // A proxy on this machine connects from loopback too; it names whom it speaks for.
    private static bool IsLocal(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !http.Request.Headers.ContainsKey("X-Forwarded-For")
        && !http.Request.Headers.ContainsKey("Forwarded");
}
