using Microsoft.AspNetCore.Http;

namespace StrengthDays.Functions;

/// <summary>Errors as <c>application/problem+json</c> (RFC 9457).</summary>
public static class Problems
{
    public static IResult Of(int status, string detail) => Results.Problem(detail, statusCode: status);
}
