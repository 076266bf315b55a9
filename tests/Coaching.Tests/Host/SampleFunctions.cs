using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace StrengthDays.Coaching.Tests.Host;

/// <summary>What the sample functions do in a test, and what they were called with.</summary>
public sealed class SampleWork
{
    private readonly Channel<object> _calls = Channel.CreateUnbounded<object>();

    public Func<object, Task> Do { get; set; } = _ => Task.CompletedTask;

    public async Task NoteAsync(object call)
    {
        await _calls.Writer.WriteAsync(call);
        await Do(call);
    }

    public async Task<T> NextAsync<T>()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        return Assert.IsType<T>(await _calls.Reader.ReadAsync(patience.Token));
    }

    public bool IsIdle => _calls.Reader.Count == 0;
}

public sealed class SampleTimers(SampleWork work)
{
    public const string Schedule = "0 */10 * * * *";

    [Function(nameof(Monitored))]
    public Task Monitored([TimerTrigger(Schedule)] TimerInfo timer) => work.NoteAsync(timer);
}

public sealed class SampleQueues(SampleWork work)
{
    [Function(nameof(Work))]
    [QueueOutput("more-work")]
    public async Task<string[]> Work([QueueTrigger("work")] string message, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await work.NoteAsync(message);
        return [message + " 1", message + " 2"];
    }

    [Function(nameof(MoreWork))]
    public Task MoreWork([QueueTrigger("more-work")] string message) => work.NoteAsync("more " + message);
}

public sealed class SamplePages(SampleWork work)
{
    [Function(nameof(Hello))]
    public async Task<IResult> Hello(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "hello/{name}")] HttpRequest request,
        string name,
        FunctionContext context)
    {
        await work.NoteAsync(request.Method);
        return Results.Text($"{context.FunctionDefinition.Name} {name}");
    }

    [Function(nameof(Secret))]
    public IResult Secret([HttpTrigger(AuthorizationLevel.Function, "get", Route = "secret")] HttpRequest request) =>
        Results.Text("open to " + request.Method);

    [Function(nameof(Unsubscribe))]
    public IResult Unsubscribe(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "unsubscribe/{token}")] HttpRequest request) =>
        Results.Text("gone");

    [Function(nameof(Root))]
    public IResult Root([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{ignored:maxlength(0)?}")] HttpRequest request) =>
        Results.Text("root");
}
