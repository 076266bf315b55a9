using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Pages;
using StrengthDays.Functions.Middleware;

namespace StrengthDays.Host.Http;

/// <summary>
/// What no function answers, a path that is none or a method that a route does not take, gets a body and headers like
/// any other refusal. On Azure the platform answers these itself.
/// </summary>
internal static class WholeAnswers
{
    public static void UseWholeAnswers(this WebApplication app) => app.Use(async (http, next) =>
    {
        await next(http);
        if (http.Response is { HasStarted: false, ContentType: null, StatusCode: (404 or 405) and var status })
            await RefuseAsync(http, Of(status));
    });

    public static async Task RefuseAsync(HttpContext http, Problem problem)
    {
        SecurityHeaders.Set(http.Response.Headers);
        var pages = http.RequestServices.GetRequiredService<LinkPages>();
        var shown = await ProblemPages.ShowAsync(problem, http.Request, pages);
        await shown.ExecuteAsync(http);
    }

    private static Problem Of(int status) => status == StatusCodes.Status404NotFound
        ? Problem.NotFound()
        : Problem.Of(status, "This address does not take that method; the header Allow lists those that it takes.");
}
