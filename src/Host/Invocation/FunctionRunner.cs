using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using StrengthDays.Host.Queues;

namespace StrengthDays.Host.Invocation;

/// <summary>
/// Runs a function in a scope of its own through the worker middleware, then does with its result what Azure would:
/// write the response, or put messages on the output queue.
/// </summary>
internal sealed class FunctionRunner(IServiceScopeFactory scopes, WorkerPipeline pipeline, InProcessQueues queues)
{
    private readonly FunctionExecutionDelegate _run = pipeline.EndingWith(CallAsync);

    /// <param name="function">What to run.</param>
    /// <param name="payload">See <see cref="Invocation"/>.</param>
    /// <exception cref="Exception">Whatever a timer's or queue's function throws.</exception>
    public async Task RunAsync(HostedFunction function, object payload, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var invocation = new Invocation(function, payload, scope.ServiceProvider, cancellationToken);
        if (payload is HttpContext request)
            request.RequestServices = scope.ServiceProvider;

        await _run(invocation);

        var result = invocation.GetInvocationResult().Value;
        if (payload is HttpContext http)
            await Response(function, result).ExecuteAsync(http);
        else if (function.Output is { } queue)
            queues.Add(queue, Messages(result));
    }

    private static async Task CallAsync(FunctionContext context)
    {
        var invocation = (Invocation)context;
        var method = invocation.Function.Method;
        var instance = method.IsStatic
            ? null
            : ActivatorUtilities.CreateInstance(context.InstanceServices, method.DeclaringType!);
        var arguments = Array.ConvertAll(method.GetParameters(), p => Argument(p, invocation));
        var returned = method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, arguments, null);
        context.GetInvocationResult().Value = returned is Task task
            ? await ResultAsync(task, method.ReturnType)
            : returned;
    }

    private static async Task<object?> ResultAsync(Task task, Type declared)
    {
        await task;
        return declared.IsGenericType ? declared.GetProperty(nameof(Task<>.Result))!.GetValue(task) : null;
    }

    private static object? Argument(ParameterInfo parameter, Invocation invocation) => parameter.ParameterType switch
    {
        var type when type == typeof(FunctionContext) => invocation,
        var type when type == typeof(CancellationToken) => invocation.CancellationToken,
        var type when type == typeof(HttpRequest) => ((HttpContext)invocation.Payload).Request,
        var type when type == typeof(TimerInfo) => invocation.Payload,
        var type when type == typeof(string) => invocation.Payload is HttpContext http
            ? http.GetRouteValue(parameter.Name!)?.ToString()
            : invocation.Payload,
        var type => throw new InvalidOperationException(
            $"Function {invocation.Function.Name}: a parameter of type {type.Name} cannot be bound."),
    };

    private static IResult Response(HostedFunction function, object? result) =>
        result as IResult ?? throw new InvalidOperationException($"Function {function.Name} returned no response.");

    private static IEnumerable<string> Messages(object? result) => result switch
    {
        null => [],
        string one => [one],
        IEnumerable<string> many => many,
        _ => throw new InvalidOperationException($"A queue takes text, not {result.GetType().Name}."),
    };
}
