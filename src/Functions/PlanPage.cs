using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using StrengthDays.Coaching.Pages;
using StrengthDays.Coaching.Plans;

namespace StrengthDays.Functions;

public sealed class PlanPage(PlanDesk desk, LinkPages pages)
{
    [Function(nameof(PlanPage))]
    public async Task<IResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.PlanPage)] HttpRequest request,
        string token,
        CancellationToken cancellationToken) =>
        await desk.OpenAsync(token, cancellationToken) is { } plan
            ? Html.Page(await pages.PlanAsync(plan, cancellationToken))
            : Html.Page(await pages.NotFoundAsync(), StatusCodes.Status404NotFound);
}
