using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Pages;

namespace StrengthDays.Functions.Middleware;

/// <summary>Outside the API, a person who pressed a button in a browser gets a page instead of problem+json.</summary>
public sealed class ProblemPages(LinkPages pages) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        await next(context);
        var result = context.GetInvocationResult();
        if (result.Value is Problem problem && context.GetHttpContext() is { } http)
            result.Value = await ShowAsync(problem, http.Request, pages);
    }

    public static async Task<IResult> ShowAsync(Problem problem, HttpRequest request, LinkPages pages) =>
        IsForPerson(request) ? Html.Page(await pages.RefusedAsync(problem), problem.Status) : problem;

    private static bool IsForPerson(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api")
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
