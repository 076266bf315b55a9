using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Feeds;
using StrengthDays.Coaching.Links;
using StrengthDays.Coaching.Plans;

namespace StrengthDays.Functions;

/// <summary>The live calendar; programs ask for it again and again, and asking changes nothing.</summary>
public sealed class Calendar(PlanAccess access, CalendarFeed feed)
{
    [Function(nameof(Calendar))]
    public async Task<IResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Calendar)] HttpRequest request,
        string token,
        CancellationToken cancellationToken) =>
        await access.OpenAsync(token, LinkPurpose.Calendar, cancellationToken) is { } plan
            ? Results.Text(await feed.WriteAsync(plan, cancellationToken), "text/calendar; charset=utf-8")
            : Problem.NotFound();
}
