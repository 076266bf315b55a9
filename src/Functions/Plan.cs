using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Plans;

namespace StrengthDays.Functions;

/// <summary>The runner's plan over HTTP; every answer that is no error is the plan as it is then.</summary>
public sealed class Plan(PlanDesk desk, PlanEdits edits, PlanDocument document)
{
    [Function(nameof(GetPlan))]
    public async Task<IResult> GetPlan(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Plan)] HttpRequest request,
        string token,
        CancellationToken cancellationToken) =>
        await desk.OpenAsync(token, cancellationToken) is { } plan
            ? await ShowAsync(plan, request, cancellationToken)
            : Problem.NotFound();

    [Function(nameof(PatchPlan))]
    public async Task<IResult> PatchPlan(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = Routes.Plan)] HttpRequest request,
        string token,
        CancellationToken cancellationToken)
    {
        var body = await Json.ReadAsync(request, cancellationToken);
        return await EditAsync(request, token, plan => edits.Patch(plan, body), cancellationToken);
    }

    [Function(nameof(PausePlan))]
    public async Task<IResult> PausePlan(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Pause)] HttpRequest request,
        string token,
        CancellationToken cancellationToken)
    {
        var body = await Json.ReadAsync(request, cancellationToken);
        return await EditAsync(request, token, plan => edits.Pause(plan, body), cancellationToken);
    }

    [Function(nameof(ResumePlan))]
    public Task<IResult> ResumePlan(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Resume)] HttpRequest request,
        string token,
        CancellationToken cancellationToken) =>
        EditAsync(request, token, edits.Resume, cancellationToken);

    private async Task<IResult> EditAsync(
        HttpRequest request, string token, Func<PlanHeader, Edit> edit, CancellationToken cancellationToken)
    {
        var answer = await desk.EditAsync(token, request.Headers.IfMatch, edit, cancellationToken);
        return answer.Problem ?? await ShowAsync(answer.Plan!, request, cancellationToken);
    }

    private async Task<IResult> ShowAsync(PlanHeader plan, HttpRequest request, CancellationToken cancellationToken)
    {
        request.HttpContext.Response.Headers.ETag = PlanETag.Of(plan);
        return Json.Of(await document.WriteAsync(plan, cancellationToken));
    }
}
