using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using StrengthDays.Coaching;
using StrengthDays.Coaching.Contract;

namespace StrengthDays.Functions;

public sealed class Preview(PlanPreview preview)
{
    [Function(nameof(Preview))]
    public async Task<IResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Preview)] HttpRequest request,
        CancellationToken cancellationToken) =>
        Json.Answer(
            preview.Of(await Json.ReadAsync(request, cancellationToken)),
            plan => PlanWriter.Write(plan, revision: 1));
}
