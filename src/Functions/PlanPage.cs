using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using StrengthDays.Coaching.Pages;
using StrengthDays.Coaching.Pages.Form;
using StrengthDays.Coaching.Plans;

namespace StrengthDays.Functions;

/// <summary>The runner's page: looking at it changes nothing, its forms do.</summary>
public sealed class PlanPage(PlanDesk desk, PlanForm form, PlanPages plans, LinkPages pages)
{
    [Function(nameof(PlanPage))]
    public async Task<IResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.PlanPage)] HttpRequest request,
        string token,
        CancellationToken cancellationToken)
    {
        if (await desk.OpenAsync(token, cancellationToken) is not { } plan)
            return await NotFoundAsync();
        if (request.Query["ask"] == PlanForm.Erase)
            return await Html.Page(plans.AskToEraseAsync(token));
        var visit = new PlanVisit(token, request.Query["day"], request.Query["said"]);
        return Html.Page(await plans.ShowAsync(plan, visit, null, cancellationToken));
    }

    [Function(nameof(AnswerPlanForm))]
    public async Task<IResult> AnswerPlanForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.PlanPage)] HttpRequest request,
        string token,
        CancellationToken cancellationToken)
    {
        var fields = FormFields.Parse(await Forms.ReadAsync(request, cancellationToken));
        var answer = await form.ApplyAsync(token, fields, cancellationToken);
        if (answer.Problem is null)
            return fields.Text("do") == PlanForm.Erase
                ? await Html.Page(plans.ErasedAsync())
                : new SeeOther(PlanVisit.After(token, fields));
        // The plan as it is now, with why it stayed so.
        return await desk.OpenAsync(token, cancellationToken) is { } plan
            ? Html.Page(
                await plans.ShowAsync(plan, new(token, null, null), answer.Problem, cancellationToken),
                answer.Problem.Status)
            : await NotFoundAsync();
    }

    private Task<IResult> NotFoundAsync() => Html.Page(pages.NotFoundAsync(), StatusCodes.Status404NotFound);
}
