using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Plans;

namespace StrengthDays.Functions;

public sealed class SignUp(Coaching.Plans.SignUp signUp, SignUpLimits limits, TimeProvider clock)
{
    private static readonly byte[] CheckYourInbox = """{ "status": "check-your-inbox" }"""u8.ToArray();

    [Function(nameof(SignUp))]
    public async Task<IResult> Ask(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Plans)] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var read = QuestionnaireReader.ReadSignUp(await Json.ReadAsync(request, cancellationToken), clock.GetUtcNow());
        if (read.Value is not { } enrolment)
            return Problem.BadInput(read.Errors);
        if (await limits.CountAsync(ClientAddress.Of(request), cancellationToken) is { } wait)
            return Problem.TooMany(wait);
        await signUp.RunAsync(enrolment, cancellationToken);
        return Json.Of(CheckYourInbox, StatusCodes.Status202Accepted);
    }
}
