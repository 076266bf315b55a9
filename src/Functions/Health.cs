using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using StrengthDays.Coaching;

namespace StrengthDays.Functions;

public sealed class Health(HealthCheck check)
{
    [Function(nameof(Health))]
    public async Task<IResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Health)] HttpRequest request,
        CancellationToken cancellationToken) =>
        Answer(await check.RunAsync(cancellationToken));

    private static IResult Answer(HealthReport report) => Results.Json(
        new
        {
            status = !report.Reachable ? "unhealthy" : report.IsMailStopped ? "degraded" : "healthy",
            store = new { name = report.Store, state = report.Reachable ? "reachable" : "unreachable" },
            mail = new { name = report.Mail, state = report.IsMailStopped ? "stopped" : "ready" },
        },
        statusCode: report.Reachable ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
}
