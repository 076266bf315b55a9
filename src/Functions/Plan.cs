using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Plans;

namespace StrengthDays.Functions;

/// <summary>The runner's plan over HTTP; every answer that is no error is the plan as it is then.</summary>
public sealed class Plan(PlanDesk desk, PlanEdits edits, SessionEdits sessions, PlanDocument document)
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

    [Function(nameof(GiveFeedback))]
    public async Task<IResult> GiveFeedback(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Feedback)] HttpRequest request,
        string token,
        string date,
        CancellationToken cancellationToken)
    {
        var body = await Json.ReadAsync(request, cancellationToken);
        return await EditDayAsync(request, token, date, day => sessions.Feedback(day, body), cancellationToken);
    }

    [Function(nameof(SkipSession))]
    public Task<IResult> SkipSession(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Skip)] HttpRequest request,
        string token,
        string date,
        CancellationToken cancellationToken) =>
        EditDayAsync(request, token, date, sessions.Skip, cancellationToken);

    [Function(nameof(MoveSession))]
    public async Task<IResult> MoveSession(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Move)] HttpRequest request,
        string token,
        string date,
        CancellationToken cancellationToken)
    {
        var body = await Json.ReadAsync(request, cancellationToken);
        return await EditDayAsync(request, token, date, day => sessions.Move(day, body), cancellationToken);
    }

    private async Task<IResult> EditAsync(
        HttpRequest request, string token, Func<PlanHeader, Edit> edit, CancellationToken cancellationToken) =>
        await AnswerAsync(
            await desk.EditAsync(token, request.Headers.IfMatch, edit, cancellationToken), request, cancellationToken);

    private async Task<IResult> EditDayAsync(
        HttpRequest request,
        string token,
        string date,
        Func<PlanDay, Edit> edit,
        CancellationToken cancellationToken) =>
        await AnswerAsync(
            await desk.EditDayAsync(token, request.Headers.IfMatch, date, edit, cancellationToken),
            request,
            cancellationToken);

    private async Task<IResult> AnswerAsync(
        PlanAnswer answer, HttpRequest request, CancellationToken cancellationToken) =>
        answer.Problem ?? await ShowAsync(answer.Plan!, request, cancellationToken);

    private async Task<IResult> ShowAsync(PlanHeader plan, HttpRequest request, CancellationToken cancellationToken)
    {
        request.HttpContext.Response.Headers.ETag = PlanETag.Of(plan);
        return Json.Of(await document.WriteAsync(plan, cancellationToken));
    }
}
