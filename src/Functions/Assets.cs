using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Pages;

namespace StrengthDays.Functions;

/// <summary>Style, script and icons; a name is never used for other contents, so it may be kept for a year.</summary>
public sealed class Assets
{
    [Function(nameof(Assets))]
    public IResult Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Assets)] HttpRequest request,
        string name)
    {
        if (PageAssets.Find(name) is not { } asset)
            return Problem.NotFound();
        request.HttpContext.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return new Packed(asset.Bytes, asset.Type);
    }
}
