using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace StrengthDays.Coaching.Tests.Clients;

/// <summary>
/// Azure Communication Email as its REST description 2025-09-01 has it, at least as strict: checks version, signature
/// and every member, and takes an operation id once. (A repeat was seen to get 400: azure-sdk-for-net #50889.)
/// </summary>
internal sealed class AcsEmailServer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Mail> _mails = new();
    private readonly ConcurrentQueue<AcsTrouble> _troubles = new();
    private int _running;
    private int _mostAtOnce;
    private LocalServer _server = null!;

    public Uri Address => _server.Address;

    public string ConnectionString => $"endpoint={Address};accesskey={AcsRules.AccessKey}";

    /// <summary>Every request that came, whatever the answer was.</summary>
    public ConcurrentQueue<RecordedRequest> Requests { get; } = new();

    /// <summary>What became of accepted mails: "NotStarted", "Running", "Succeeded", "Failed" or "Canceled".</summary>
    public string Outcome { get; set; } = "Succeeded";

    /// <summary>Seconds that a caller should wait before it asks for a status again.</summary>
    public int RetryAfter { get; set; }

    /// <summary>Set for callers with an Entra token instead of a signature.</summary>
    public string? BearerToken { get; set; }

    public ICollection<string> OperationIds => _mails.Keys;

    public static async Task<AcsEmailServer> StartAsync(bool secure = false)
    {
        var acs = new AcsEmailServer();
        acs._server = secure
            ? await LocalServer.StartSecureAsync(acs.AnswerAsync)
            : await LocalServer.StartAsync(acs.AnswerAsync);
        return acs;
    }

    /// <summary>The JSON of an accepted mail.</summary>
    public string Body(Guid operationId) => _mails[operationId.ToString()].Body;

    /// <summary>Most requests that were in work at the same time.</summary>
    public int MostAtOnce => _mostAtOnce;

    /// <summary>How long each request takes.</summary>
    public TimeSpan Takes { get; set; }

    /// <summary>The next request is over the limit.</summary>
    public void Throttle(int retryAfterSeconds) => Trouble(
        new AcsTrouble(429, "TooManyRequests", retryAfterSeconds.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The next requests, one each, go wrong.</summary>
    public void Trouble(params AcsTrouble[] troubles)
    {
        foreach (var trouble in troubles)
            _troubles.Enqueue(trouble);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        lock (_troubles)
            _mostAtOnce = Math.Max(_mostAtOnce, ++_running);
        await Task.Delay(Takes);
        await HandleAsync(http);
        lock (_troubles)
            _running--;
    }

    private async Task HandleAsync(HttpContext http)
    {
        var request = await RecordedRequest.ReadAsync(http.Request);
        Requests.Enqueue(request);
        if (AcsRules.WhoAsks(request, http.Request.Host.Value!, BearerToken) is { } stranger)
            await ErrorAsync(http, stranger);
        else if (_troubles.TryDequeue(out var trouble))
            await TroubledAsync(http, request, trouble);
        else if (request.Line == AcsRules.Send)
            await SendAsync(http, request);
        else if (AcsRules.AskedFor(request) is { } operation)
            await StatusAsync(http, operation);
        else
            await ErrorAsync(http, new(404, "NotFound", "No such address."));
    }

    private async Task SendAsync(HttpContext http, RecordedRequest request)
    {
        var operation = request["Operation-Id"] ?? Guid.NewGuid().ToString();
        if (AcsRules.WhatIsSent(request) is { } mistake)
            await ErrorAsync(http, mistake);
        else if (!_mails.TryAdd(operation, new Mail(request.Body)))
            await ErrorAsync(http, new(400, "BadRequest", "Operation-Id was used before."));
        else
            await AcceptedAsync(http, operation);
    }

    private async Task AcceptedAsync(HttpContext http, string operation)
    {
        http.Response.StatusCode = 202;
        http.Response.Headers["Operation-Location"] =
            new Uri(Address, $"/emails/operations/{operation}?api-version={AcsRules.Version}").AbsoluteUri;
        http.Response.Headers.RetryAfter = RetryAfter.ToString(CultureInfo.InvariantCulture);
        await WriteAsync(http, new { id = operation, status = "Running", error = (object?)null });
    }

    private async Task StatusAsync(HttpContext http, string operation)
    {
        if (!_mails.ContainsKey(operation))
        {
            await ErrorAsync(http, new(404, "OperationNotFound", "No such operation."));
            return;
        }

        if (Outcome is "NotStarted" or "Running")
            http.Response.Headers.RetryAfter = RetryAfter.ToString(CultureInfo.InvariantCulture);
        object? error = Outcome == "Failed" ? new { code = "EmailDropped", message = "All are suppressed." } : null;
        await WriteAsync(http, new { id = operation, status = Outcome, error });
    }

    private async Task TroubledAsync(HttpContext http, RecordedRequest request, AcsTrouble trouble)
    {
        if (trouble.Takes && request["Operation-Id"] is { } operation)
            _mails.TryAdd(operation, new Mail(request.Body));
        if (trouble.RetryAfter is { } wait)
            http.Response.Headers.RetryAfter = wait;
        if (trouble.Status == AcsTrouble.HangsUp)
            http.Abort();
        else if (trouble.Status == AcsTrouble.SaysNothing)
            await Task.Delay(Timeout.InfiniteTimeSpan, http.RequestAborted);
        else
            await ErrorAsync(http, new(trouble.Status, trouble.Code, "Trouble with ana@example.com."));
    }

    private static Task ErrorAsync(HttpContext http, AcsError error)
    {
        http.Response.StatusCode = error.Status;
        http.Response.Headers["x-ms-error-code"] = error.Code;
        return WriteAsync(http, new { error = new { code = error.Code, message = error.Message } });
    }

    private static Task WriteAsync(HttpContext http, object body)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        return http.Response.WriteAsync(JsonSerializer.Serialize(body));
    }

    private sealed record Mail(string Body);
}

/// <summary>What goes wrong with one request.</summary>
/// <param name="Takes">The mail is taken all the same.</param>
internal sealed record AcsTrouble(int Status, string Code = "Trouble", string? RetryAfter = null, bool Takes = false)
{
    public const int HangsUp = 0;

    public const int SaysNothing = -1;
}
