using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Plans;

namespace StrengthDays.Functions;

/// <summary>What belongs to the runner: all of it to take along, and its end.</summary>
public sealed class Leave(PlanDesk desk, PlanExport export, Leaving leaving)
{
    [Function(nameof(ExportPlan))]
    public async Task<IResult> ExportPlan(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Export)] HttpRequest request,
        string token,
        CancellationToken cancellationToken) =>
        await desk.OpenAsync(token, cancellationToken) is { } plan
            ? Results.Bytes(
                await export.WriteAsync(plan, cancellationToken),
                "application/json",
                fileDownloadName: "strength-days.json")
            : Problem.NotFound();

    [Function(nameof(ErasePlan))]
    public async Task<IResult> ErasePlan(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Routes.Plan)] HttpRequest request,
        string token,
        CancellationToken cancellationToken)
    {
        if (await desk.OpenAsync(token, cancellationToken) is not { } plan)
            return Problem.NotFound();
        await leaving.EraseAsync(plan, cancellationToken);
        return Results.NoContent();
    }
}
