using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using StrengthDays.Coaching.Contract;

namespace StrengthDays.Functions.Middleware;

/// <summary>
/// Refuses bodies over 64 KB with 413 and hands the rest on from memory. Counted while reading, because a chunked body
/// does not say how long it is.
/// </summary>
public sealed class BodyLimit : IFunctionsWorkerMiddleware
{
    public const int Bytes = 64 * 1024;

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http && !await FitsAsync(http.Request))
            context.GetInvocationResult().Value = Problem.TooLarge();
        else
            await next(context);
    }

    private static async ValueTask<bool> FitsAsync(HttpRequest request)
    {
        if (request.ContentLength > Bytes)
            return false;

        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            return true;

        var buffer = new byte[Math.Min(request.ContentLength ?? Bytes, Bytes) + 1];
        var length = await request.Body.ReadAtLeastAsync(
            buffer, buffer.Length, throwOnEndOfStream: false, request.HttpContext.RequestAborted);
        request.Body = new MemoryStream(buffer, 0, Math.Min(length, Bytes), writable: false, publiclyVisible: true);
        return length <= Bytes;
    }
}
