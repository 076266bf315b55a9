using Microsoft.AspNetCore.Http;

namespace StrengthDays.Functions;

internal static class Html
{
    public static IResult Page(string html, int status = StatusCodes.Status200OK) =>
        Results.Content(html, "text/html; charset=utf-8", statusCode: status);

    public static async Task<IResult> Page(Task<string> html, int status = StatusCodes.Status200OK) =>
        Page(await html, status);
}
