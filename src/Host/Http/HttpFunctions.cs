using Microsoft.Azure.Functions.Worker;
using StrengthDays.Functions;
using StrengthDays.Host.Invocation;

namespace StrengthDays.Host.Http;

/// <summary>HTTP triggers as endpoints. Nothing here changes a response: that is for the worker middleware of Functions.</summary>
internal static class HttpFunctions
{
    public static void MapFunctions(this WebApplication app)
    {
        var prefix = app.Services.GetRequiredService<HostJson>().RoutePrefix;
        foreach (var (function, trigger) in app.Services.GetRequiredService<FunctionCatalogue>().With<HttpTriggerAttribute>())
            app.MapMethods(Template(prefix, function, trigger), trigger.Methods!, Handler(app.Services, function, trigger));
    }

    private static string Template(string prefix, HostedFunction function, HttpTriggerAttribute trigger) =>
        $"{prefix}/{trigger.Route ?? function.Name}".TrimStart('/');

    private static RequestDelegate Handler(IServiceProvider services, HostedFunction function, HttpTriggerAttribute trigger)
    {
        var runner = services.GetRequiredService<FunctionRunner>();
        var key = services.GetRequiredService<FunctionKey>();
        return http => key.Opens(trigger.AuthLevel, http.Request)
            ? runner.RunAsync(function, http, http.RequestAborted)
            : Problems.Of(StatusCodes.Status401Unauthorized, "This needs the operator's key.").ExecuteAsync(http);
    }
}
