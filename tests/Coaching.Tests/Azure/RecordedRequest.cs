using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace StrengthDays.Coaching.Tests.Clients;

/// <param name="Line">Method, path and query as they came, unescaped.</param>
internal sealed record RecordedRequest(string Line, Dictionary<string, string> Headers, string Body)
{
    public string? this[string header] => Headers.GetValueOrDefault(header);

    public static async Task<RecordedRequest> ReadAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        return new(
            $"{request.Method} {Uri.UnescapeDataString(new Uri(request.GetEncodedUrl()).PathAndQuery)}",
            request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await reader.ReadToEndAsync());
    }

    /// <summary>As a client is about to send it.</summary>
    public static async Task<RecordedRequest> ReadAsync(HttpRequestMessage request) => new(
        $"{request.Method} {Uri.UnescapeDataString(request.RequestUri!.PathAndQuery)}",
        request.Headers.Concat(request.Content?.Headers.AsEnumerable() ?? []).ToDictionary(
            h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase),
        request.Content is null ? "" : await request.Content.ReadAsStringAsync());
}
