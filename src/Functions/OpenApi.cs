using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace StrengthDays.Functions;

public sealed class OpenApi
{
    [Function(nameof(OpenApi))]
    public IResult Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.OpenApi)] HttpRequest request) =>
        Results.Stream(
            typeof(OpenApi).Assembly.GetManifestResourceStream("openapi.json")!, "application/json");
}
