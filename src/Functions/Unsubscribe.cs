using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using StrengthDays.Coaching.Links;
using StrengthDays.Coaching.Pages;
using StrengthDays.Coaching.Plans;

namespace StrengthDays.Functions;

/// <summary>One-click unsubscribe (RFC 8058): whatever the body says, a POST acts, and acting again is fine.</summary>
public sealed class Unsubscribe(PlanAccess access, Leaving leaving, LinkPages pages)
{
    [Function(nameof(UnsubscribePage))]
    public Task<IResult> UnsubscribePage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Unsubscribe)] HttpRequest request,
        string token) =>
        access.IsOurs(token, LinkPurpose.Unsubscribe)
            ? Html.Page(pages.UnsubscribeAsync())
            : Html.Page(pages.NotFoundAsync(), StatusCodes.Status404NotFound);

    [Function(nameof(Unsubscribe))]
    public async Task<IResult> Act(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Unsubscribe)] HttpRequest request,
        string token,
        CancellationToken cancellationToken)
    {
        if (!access.IsOurs(token, LinkPurpose.Unsubscribe))
            return Html.Page(await pages.NotFoundAsync(), StatusCodes.Status404NotFound);
        if (await access.OpenAsync(token, LinkPurpose.Unsubscribe, cancellationToken) is { } plan)
            await leaving.UnsubscribeAsync(plan, cancellationToken);
        return Html.Page(await pages.UnsubscribedAsync());
    }
}
