using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace StrengthDays.Coaching.Tests.Clients;

/// <summary>
/// What Azure Communication Email checks of a request by itself, after its REST description 2025-09-01: signature,
/// version and every member. Whoever stands in for the service adds what it remembers.
/// </summary>
internal static class AcsRules
{
    public const string AccessKey = "c3RyZW5ndGgtZGF5cw==";

    public const string Version = "2025-09-01";

    public const string Send = $"POST /emails:send?api-version={Version}";

    private const string Status = "GET /emails/operations/";

    /// <param name="token">Set for callers with an Entra token instead of a signature.</param>
    /// <returns>Null when nothing is wrong.</returns>
    public static AcsError? WhoAsks(RecordedRequest request, string authority, string? token)
    {
        var isKnown = token is null
            ? request["Authorization"] == Signature(request, authority) && IsRecent(request["x-ms-date"])
            : request["Authorization"] == $"Bearer {token}";
        if (!isKnown)
            return new(401, "Denied", "Denied by the resource provider.");
        return request.Line.EndsWith($"?api-version={Version}", StringComparison.Ordinal)
            ? null
            : new(400, "UnsupportedApiVersion", "Unsupported api-version.");
    }

    /// <returns>Null when nothing is wrong with the mail.</returns>
    public static AcsError? WhatIsSent(RecordedRequest request)
    {
        if (request["Operation-Id"] is { } operation && !Guid.TryParseExact(operation, "D", out _))
            return new(400, "BadRequest", "Operation-Id is not a UUID.");
        if (request["Content-Type"] != "application/json")
            return new(400, "BadRequest", "Not JSON.");
        return AcsEmailShape.Mistake(request.Body) is { } mistake ? new(400, "BadRequest", mistake) : null;
    }

    /// <returns>The operation whose status is asked for; null when the request is another one.</returns>
    public static string? AskedFor(RecordedRequest request) =>
        request.Line.StartsWith(Status, StringComparison.Ordinal) ? request.Line[Status.Length..].Split('?')[0] : null;

    // learn.microsoft.com/azure/communication-services/tutorials/hmac-header-tutorial
    private static string Signature(RecordedRequest request, string authority)
    {
        var bodyHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(request.Body)));
        var text = $"{request.Line.Replace(' ', '\n')}\n{request["x-ms-date"]};{authority};{bodyHash}";
        var signature = HMACSHA256.HashData(Convert.FromBase64String(AccessKey), Encoding.ASCII.GetBytes(text));
        const string Signed = "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=";
        return request["x-ms-content-sha256"] == bodyHash ? Signed + Convert.ToBase64String(signature) : "none";
    }

    private static bool IsRecent(string? date) =>
        DateTimeOffset.TryParseExact(date, "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
        && (DateTimeOffset.UtcNow - at).Duration() < TimeSpan.FromMinutes(5);
}

internal sealed record AcsError(int Status, string Code, string Message);
