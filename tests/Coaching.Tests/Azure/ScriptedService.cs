using System.Collections.Concurrent;
using Azure.Core;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;

namespace StrengthDays.Coaching.Tests.Clients;

/// <summary>A table service that answers what a test tells it to, once each, and keeps the requests.</summary>
internal sealed class ScriptedService : IAsyncDisposable
{
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _answers = new();
    private LocalServer _server = null!;

    public List<RecordedRequest> Requests { get; } = [];

    public RecordedRequest Last => Requests[^1];

    public static async Task<ScriptedService> StartAsync()
    {
        var service = new ScriptedService();
        service._server = await LocalServer.StartAsync(service.AnswerAsync);
        return service;
    }

    /// <param name="retries">Without any wait between them.</param>
    public TableClient Table(int retries = 0) => new(
        new Uri(_server.Address, "acct"),
        "plans",
        new TableSharedKeyCredential("acct", AzuriteServer.Key),
        new TableClientOptions { Retry = { MaxRetries = retries, Delay = TimeSpan.Zero, Mode = RetryMode.Fixed } });

    public ScriptedService Then(int status, string body = "", params (string Name, string Value)[] headers) =>
        Then(http =>
        {
            http.Response.StatusCode = status;
            foreach (var (name, value) in headers)
                http.Response.Headers[name] = value;
            return body.Length > 0 ? http.Response.WriteAsync(body) : Task.CompletedTask;
        });

    public ScriptedService Then(Func<HttpContext, Task> answer)
    {
        _answers.Enqueue(answer);
        return this;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        Requests.Add(await RecordedRequest.ReadAsync(http.Request));
        if (!_answers.TryDequeue(out var answer))
            throw new InvalidOperationException("Not in the script.");
        await answer(http);
    }
}
