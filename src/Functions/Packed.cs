using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace StrengthDays.Functions;

/// <summary>
/// An answer with gzip for whoever takes it. Only for what holds nobody's secret: where a secret stands beside text
/// that somebody else chooses, the length of the packed answer gives it away letter by letter (BREACH).
/// </summary>
/// <param name="bytes">As they are.</param>
/// <param name="type">Their content type.</param>
/// <param name="status">HTTP status code.</param>
internal sealed class Packed(byte[] bytes, string type, int status = StatusCodes.Status200OK) : IResult
{
    /// <summary>A page that is the same for everybody who asks the same.</summary>
    public static Packed Page(string html, int status = StatusCodes.Status200OK) =>
        new(Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8", status);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var packs = Takes(httpContext.Request);
        var body = packs ? Pack() : bytes;
        response.StatusCode = status;
        response.ContentType = type;
        response.ContentLength = body.Length;
        response.Headers.Vary = "Accept-Encoding";
        if (packs)
            response.Headers.ContentEncoding = "gzip";
        await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }

    private static bool Takes(HttpRequest request) =>
        request.GetTypedHeaders().AcceptEncoding.Any(e => e.Value == "gzip" && e.Quality is not 0);

    private byte[] Pack()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            gzip.Write(bytes);
        return packed.ToArray();
    }
}
