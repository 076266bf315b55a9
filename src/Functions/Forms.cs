using Microsoft.AspNetCore.Http;

namespace StrengthDays.Functions;

/// <summary>Bodies of browser forms.</summary>
internal static class Forms
{
    /// <summary>The whole body, which the body limit has in memory already.</summary>
    public static async Task<string> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(request.Body);
        return await reader.ReadToEndAsync(cancellationToken);
    }
}
