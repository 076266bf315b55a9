using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using StrengthDays.Coaching.Contract;
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
        var visit = new PlanVisit(token, FormFields.Parse(request.QueryString.Value ?? ""));
        return Html.Page(await (visit.Ask switch
        {
            PlanForm.Erase => plans.AskToEraseAsync(token),
            AnswersForm.Ask => AnswersAsync(plan),
            _ => plans.ShowAsync(plan, visit, null, cancellationToken),
        }));

        async Task<string> AnswersAsync(PlanHeader opened) =>
            (await plans.AnswersAsync(opened, token, null, null, cancellationToken)).Html;
    }

    [Function(nameof(AnswerPlanForm))]
    public async Task<IResult> AnswerPlanForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.PlanPage)] HttpRequest request,
        string token,
        CancellationToken cancellationToken)
    {
        var fields = FormFields.Parse(await Forms.ReadAsync(request, cancellationToken));
        var answer = fields.Text("do") == AnswersForm.Preview
            ? new(null, null)
            : await form.ApplyAsync(token, fields, cancellationToken);
        return (answer, fields.Text("do")) switch
        {
            ({ Problem: null }, PlanForm.Erase) => await Html.Page(plans.ErasedAsync()),
            ({ Problem: null }, not AnswersForm.Preview) => new SeeOther(PlanVisit.After(token, fields)),
            _ => await AgainAsync(token, fields, answer.Problem, cancellationToken),
        };
    }

    /// <summary>The page the form stands on, with the plan as it is now and why it stayed so.</summary>
    private async Task<IResult> AgainAsync(
        string token, FormFields fields, Problem? problem, CancellationToken cancellationToken)
    {
        if (await desk.OpenAsync(token, cancellationToken) is not { } plan)
            return await NotFoundAsync();
        var page = AnswersForm.IsSentBy(fields)
            ? await plans.AnswersAsync(plan, token, fields, problem, cancellationToken)
            : new(await plans.ShowAsync(plan, new(token, FormFields.None), Refused(), cancellationToken), true);
        var status = page.HasMistakes ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;
        return Html.Page(page.Html, problem?.Status ?? status);

        RefusedForm? Refused() => problem is null ? null : new(fields, problem);
    }

    private Task<IResult> NotFoundAsync() => Html.Page(pages.NotFoundAsync(), StatusCodes.Status404NotFound);
}
