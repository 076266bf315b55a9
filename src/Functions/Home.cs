using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Pages;

namespace StrengthDays.Functions;

/// <summary>The form; a browser's own form, so its body is form-encoded and its answer is a page.</summary>
public sealed class Home(SignUpPages pages)
{
    [Function(nameof(Home))]
    public async Task<IResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Home)] HttpRequest request)
    {
        // Whoever comes back to it finds what they typed: a browser forgets that of a page it may not store.
        request.HttpContext.Response.Headers.CacheControl = "no-cache";
        return Packed.Page(await pages.BlankAsync());
    }

    [Function(nameof(AnswerForm))]
    public async Task<IResult> AnswerForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Home)] HttpRequest request,
        CancellationToken cancellationToken) =>
        await pages.AnswerAsync(
            await Forms.ReadAsync(request, cancellationToken), ClientAddress.Of(request), cancellationToken) is { } page
            ? Answer(request, page)
            : new SeeOther("/" + Routes.CheckInbox);

    private static IResult Answer(HttpRequest request, FormPage page)
    {
        if (page.RetryAfter is not { } wait)
            return Packed.Page(page.Html, page.HasMistakes ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
        request.HttpContext.Response.Headers.RetryAfter = Problem.Seconds(wait);
        return Packed.Page(page.Html, StatusCodes.Status429TooManyRequests);
    }

    [Function(nameof(CheckInbox))]
    public Task<IResult> CheckInbox(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.CheckInbox)] HttpRequest request) =>
        Html.Page(pages.CheckInboxAsync());
}
