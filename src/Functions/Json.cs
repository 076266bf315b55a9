using Microsoft.AspNetCore.Http;
using StrengthDays.Coaching.Contract;

namespace StrengthDays.Functions;

/// <summary>JSON in and out, as bytes: the contract's readers and writers do the rest.</summary>
internal static class Json
{
    /// <summary>The whole body, which the body limit has in memory already.</summary>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }

    public static IResult Of(byte[] json, int status = StatusCodes.Status200OK) =>
        Results.Text(json, "application/json", statusCode: status);

    /// <summary>What was read, as <paramref name="show"/> shows it, or a problem naming every mistake.</summary>
    public static IResult Answer<T>(ReadResult<T> read, Func<T, byte[]> show)
        where T : class =>
        read.Value is { } value ? Of(show(value)) : Problem.BadInput(read.Errors);
}
