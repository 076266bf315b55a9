using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace StrengthDays.Coaching.Contract;

/// <summary>An error answer, <c>application/problem+json</c> (RFC 9457).</summary>
/// <param name="Status">HTTP status code.</param>
/// <param name="Detail">What to do about it.</param>
/// <param name="Errors">Mistakes by member; empty when the problem lies elsewhere.</param>
/// <param name="RetryAfter">How long to wait before the next request.</param>
public sealed record Problem(int Status, string Detail, FieldErrors Errors, TimeSpan? RetryAfter = null) : IResult
{
    public const string ContentType = "application/problem+json";

    private static readonly FieldErrors NoErrors = new();

    public static Problem Of(int status, string detail) => new(status, detail, NoErrors);

    public static Problem BadInput(FieldErrors errors) =>
        new(400, $"Nothing was changed. Please correct: {string.Join(", ", errors.ByMember.Keys)}.", errors);

    /// <summary>Bad input with a single mistake.</summary>
    /// <param name="path">The member.</param>
    /// <param name="complaint">What would be accepted, to be read after the member's name.</param>
    public static Problem BadInput(string path, string complaint)
    {
        var errors = new FieldErrors();
        errors.Add(path, complaint);
        return BadInput(errors);
    }

    /// <summary>One answer for unknown and for expired links, so that nobody learns which it was.</summary>
    public static Problem NotFound() => Of(404, "There is nothing here, or the link is no longer valid.");

    /// <param name="why">What stands in the way, e.g. the rule that forbids a move.</param>
    public static Problem Conflict(string why) => Of(409, why);

    /// <summary>A conflict that another value of a member would not have.</summary>
    /// <param name="path">The member.</param>
    /// <param name="complaint">What stands in the way, to be read after the member's name.</param>
    public static Problem Conflict(string path, string complaint)
    {
        var errors = new FieldErrors();
        errors.Add(path, complaint);
        return new(409, errors.ByMember[path][0], errors);
    }

    /// <summary>If-Match named a revision that is no longer the newest.</summary>
    public static Problem Outdated() =>
        Of(412, "The plan has changed since it was read. Read it again and repeat the change.");

    public static Problem TooLarge() => Of(413, "The body is longer than 64 KB.");

    public static Problem TooMany(TimeSpan retryAfter) =>
        new(429, "Too many requests for now. Please wait as long as Retry-After says.", NoErrors, retryAfter);

    public byte[] ToJson() => ContractJson.Bytes(json =>
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "about:blank"u8); // No more than the status says: the title is its phrase.
        json.WriteString("title"u8, ReasonPhrases.GetReasonPhrase(Status));
        json.WriteNumber("status"u8, Status);
        json.WriteString("detail"u8, Detail);
        json.WriteStartObject("errors"u8);
        foreach (var (path, messages) in Errors.ByMember)
        {
            json.WritePropertyName(path);
            json.WriteList(messages, static (json, message) => json.WriteStringValue(message));
        }

        json.WriteEndObject();
        json.WriteEndObject();
    });

    /// <summary>Writes status, headers and body.</summary>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var body = ToJson();
        response.StatusCode = Status;
        response.ContentType = ContentType;
        response.ContentLength = body.Length;
        if (RetryAfter is { } wait)
            response.Headers[HeaderNames.RetryAfter] = Seconds(wait);
        await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }

    /// <summary>A wait as the header Retry-After says it: whole seconds, one at least.</summary>
    public static string Seconds(TimeSpan wait) =>
        Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
}
