using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using StrengthDays.Coaching.Settings;

namespace StrengthDays.Functions;

public sealed class Health(CoachingSettings settings)
{
    [Function(nameof(Health))]
    public IResult Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Health)] HttpRequest request) =>
        Results.Json(new
        {
            status = "healthy",
            store = Name(settings.Store),
            mail = Name(settings.Mail.Transport),
        });

    private static string Name(Enum value) => value.ToString().ToLowerInvariant();
}
