using Microsoft.Azure.Functions.Worker;
using StrengthDays.Coaching.Contract;
using StrengthDays.Host.Invocation;

namespace StrengthDays.Host.Http;

/// <summary>
/// HTTP triggers as endpoints. Nothing here changes a response: that is for the worker middleware of Functions.
/// </summary>
internal static class HttpFunctions
{
    public static void MapFunctions(this WebApplication web)
    {
        var app = web.Services.GetRequiredService<FunctionApp>();
        foreach (var (function, trigger) in app.With<HttpTriggerAttribute>())
        {
            var template = Template(app.HostJson.RoutePrefix, function, trigger);
            web.MapMethods(template, trigger.Methods!, Handler(web.Services, function, trigger));
        }
    }

    private static string Template(string prefix, HostedFunction function, HttpTriggerAttribute trigger) =>
        $"{prefix}/{trigger.Route ?? function.Name}".TrimStart('/');

    private static RequestDelegate Handler(
        IServiceProvider services, HostedFunction function, HttpTriggerAttribute trigger)
    {
        var runner = services.GetRequiredService<FunctionRunner>();
        var key = services.GetRequiredService<FunctionKey>();
        return http => key.Opens(trigger.AuthLevel, http.Request)
            ? runner.RunAsync(function, http, http.RequestAborted)
            : WholeAnswers.RefuseAsync(
                http, Problem.Of(StatusCodes.Status401Unauthorized, "This needs the operator's key."));
    }
}
