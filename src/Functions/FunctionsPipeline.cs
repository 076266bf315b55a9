using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Hosting;
using StrengthDays.Functions.Middleware;

namespace StrengthDays.Functions;

/// <summary>What every invocation passes on its way in, outermost first; the same in both builds.</summary>
public static class FunctionsPipeline
{
    public static IFunctionsWorkerApplicationBuilder UseStrengthDays(
        this IFunctionsWorkerApplicationBuilder builder) => builder
        .UseMiddleware<SecurityHeaders>()
        .UseMiddleware<ProblemPages>()
        .UseMiddleware<ExceptionMapping>()
        .UseMiddleware<OriginCheck>()
        .UseMiddleware<BodyLimit>()
        .UseMiddleware<JsonBodies>();
}
