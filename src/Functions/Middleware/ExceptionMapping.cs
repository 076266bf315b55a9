using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;
using StrengthDays.Coaching.Contract;

namespace StrengthDays.Functions.Middleware;

/// <summary>
/// Turns what a request's function throws into a problem (RFC 9457) without any of its text. Timers and queues are left
/// alone: their failure is what makes the host try again.
/// </summary>
public sealed partial class ExceptionMapping(ILogger<ExceptionMapping> logger) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            context.GetInvocationResult().Value = Results.StatusCode(StatusCodes.Status499ClientClosedRequest);
        }
        catch (BadHttpRequestException refusal)
        {
            context.GetInvocationResult().Value = Problem.Of(refusal.StatusCode, "The request could not be read.");
        }
        catch (Exception failure)
        {
            Log.Failed(logger, context.FunctionDefinition.Name, failure);
            context.GetInvocationResult().Value = Problem.Of(
                StatusCodes.Status500InternalServerError, "Something went wrong on our side.");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Function} failed")]
        public static partial void Failed(ILogger logger, string function, Exception failure);
    }
}
