using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using StrengthDays.Coaching.Links;
using StrengthDays.Coaching.Pages;
using StrengthDays.Coaching.Pages.Form;
using StrengthDays.Coaching.Plans;

namespace StrengthDays.Functions;

/// <summary>The link of a confirmation mail: a button while it waits, and help when it is done or too old.</summary>
public sealed class Confirm(
    PlanAccess access, Confirmation confirmation, Coaching.Plans.SignUp signUps, RunnerLinks links, LinkPages pages)
{
    [Function(nameof(ConfirmPage))]
    public async Task<IResult> ConfirmPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Confirm)] HttpRequest request,
        string token,
        CancellationToken cancellationToken) =>
        await access.OpenSignUpAsync(token, LinkPurpose.Confirm, cancellationToken) switch
        {
            null => await TooOldAsync(),
            { Status: PlanStatus.Pending } => Html.Page(await pages.ConfirmAsync()),
            _ => await access.OpenAsync(token, LinkPurpose.Confirm, cancellationToken) is { } plan
                ? Html.Page(await pages.ConfirmedAsync(PathOf(plan)))
                : await TooOldAsync(),
        };

    [Function(nameof(Confirm))]
    public async Task<IResult> Act(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Confirm)] HttpRequest request,
        string token,
        CancellationToken cancellationToken)
    {
        var fields = FormFields.Parse(await Forms.ReadAsync(request, cancellationToken));
        if (fields.Text("do") == TooOldPage.Resend)
            return await ResendAsync(token, cancellationToken);
        return await access.OpenSignUpAsync(token, LinkPurpose.Confirm, cancellationToken) is { } signUp
            && await confirmation.RunAsync(signUp, cancellationToken) is { } plan
                ? new SeeOther(PathOf(plan))
                : await TooOldAsync();
    }

    /// <summary>The sign-up again with the same answers; whoever asks learns nothing of what came of it.</summary>
    private async Task<IResult> ResendAsync(string token, CancellationToken cancellationToken)
    {
        if (await access.OpenWaitingAsync(token, cancellationToken) is { } waiting)
            await signUps.RunAsync(waiting.Inputs.Enrolment, cancellationToken);
        return new SeeOther("/" + Routes.CheckInbox);
    }

    private string PathOf(PlanHeader plan) => links.For(plan.Id, plan.Inputs.Links).Plan.PathAndQuery;

    private Task<IResult> TooOldAsync() => Html.Page(pages.TooOldAsync(), StatusCodes.Status404NotFound);
}
