using Microsoft.AspNetCore.Http;
using StrengthDays.Coaching.Contract;

namespace StrengthDays.Functions;

/// <summary>Errors as <c>application/problem+json</c> (RFC 9457).</summary>
public static class Problems
{
    public static IResult Of(int status, string detail) => Results.Problem(detail, statusCode: status);

    /// <summary>400 with every mistake by its path.</summary>
    public static IResult Of(FieldErrors errors) => Results.ValidationProblem(
        errors.ByMember.ToDictionary(e => e.Key, e => e.Value.ToArray(), StringComparer.Ordinal),
        title: "Some answers cannot be used.");
}
