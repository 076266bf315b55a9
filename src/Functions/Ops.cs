using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Operation;
using StrengthDays.Coaching.Pages.Form;

namespace StrengthDays.Functions;

/// <summary>For the operator, behind the function key.</summary>
public sealed class Ops(OpsDesk desk, OpsPages pages, Releasing releasing, Tidying tidying)
{
    [Function(nameof(OpsPage))]
    public Task<IResult> OpsPage(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = Routes.OpsPage)] HttpRequest request,
        CancellationToken cancellationToken) =>
        Html.Page(pages.ShowAsync(null, cancellationToken));

    /// <summary>
    /// The page's buttons; the answer is the page itself, because a redirect would have to carry the key.
    /// </summary>
    [Function(nameof(AnswerOpsForm))]
    public async Task<IResult> AnswerOpsForm(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Routes.OpsPage)] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var fields = FormFields.Parse(await Forms.ReadAsync(request, cancellationToken));
        var released = await releasing.RunAsync(fields.Text(OpsPages.ReleaseField), cancellationToken);
        return await Html.Page(pages.ShowAsync(released, cancellationToken));
    }

    [Function(nameof(GetOps))]
    public async Task<IResult> GetOps(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = Routes.Ops)] HttpRequest request,
        CancellationToken cancellationToken) =>
        Json.Of(OpsWriter.Write(await desk.ReportAsync(cancellationToken)));

    [Function(nameof(ReleaseParked))]
    public async Task<IResult> ReleaseParked(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Routes.Release)] HttpRequest request,
        string id,
        CancellationToken cancellationToken) => await releasing.RunAsync(id, cancellationToken) switch
        {
            Released.NotFound => Problem.NotFound(),
            (Released.TooLate or Released.Unwanted) and var refused => Problem.Conflict(OpsPages.SentenceOf(refused)),
            _ => Results.NoContent(),
        };

    [Function(nameof(Tidy))]
    public Task Tidy([TimerTrigger("0 50 2 * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        tidying.RunAsync(cancellationToken);
}
