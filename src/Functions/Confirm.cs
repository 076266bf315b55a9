using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using StrengthDays.Coaching.Links;
using StrengthDays.Coaching.Pages;
using StrengthDays.Coaching.Plans;

namespace StrengthDays.Functions;

public sealed class Confirm(PlanAccess access, Confirmation confirmation, RunnerLinks links, LinkPages pages)
{
    [Function(nameof(ConfirmPage))]
    public async Task<IResult> ConfirmPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Confirm)] HttpRequest request,
        string token,
        CancellationToken cancellationToken) =>
        await access.OpenSignUpAsync(token, LinkPurpose.Confirm, cancellationToken) is null
            ? Html.Page(await pages.NotFoundAsync(), StatusCodes.Status404NotFound)
            : Html.Page(await pages.ConfirmAsync());

    [Function(nameof(Confirm))]
    public async Task<IResult> Act(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Confirm)] HttpRequest request,
        string token,
        CancellationToken cancellationToken) =>
        await access.OpenSignUpAsync(token, LinkPurpose.Confirm, cancellationToken) is { } signUp
        && await confirmation.RunAsync(signUp, cancellationToken) is { } plan
            ? new SeeOther(links.For(plan.Id, plan.Inputs.Links).Plan.PathAndQuery)
            : Html.Page(await pages.NotFoundAsync(), StatusCodes.Status404NotFound);
}
