using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StrengthDays.Coaching.Tests.Contract;
using StrengthDays.Coaching.Tests.Dispatch;
using StrengthDays.Coaching.Tests.Host;

namespace StrengthDays.Coaching.Tests.Http;

/// <summary>
/// Requests that no client library would send (section 4.4): without a length, with a wrong one, slower than anybody
/// means it. Each is answered, and leaves nothing behind.
/// </summary>
[Trait("Category", "Once")]
public sealed class RawRequestTests : IAsyncLifetime
{
    // The server's own default waits five seconds.
    private static readonly MinDataRate _rate = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(1.1));

    private readonly AlertLog _log = new();
    private RunningHost _host = null!;

    public async Task InitializeAsync() => _host = await RunningHost.StartAsync(services => services
        .Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MinRequestBodyDataRate = _rate)
        .AddLogging(logging => logging.AddProvider(_log)));

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Theory]
    [InlineData("POST /api/plans HTTP/1.1\nHost: x\nConnection: close\n\n", 400)]
    [InlineData("POST /api/plans HTTP/1.0\nContent-Length: 2\n\n[]", 400)]
    [InlineData("POST /api/plans HTTP/1.1\nHost: x\nConnection: close\nContent-Length: 90\n\n{ \"email\"", 408)]
    [InlineData("POST /api/plans HTTP/1.1\nHost: x\nConnection: close\nTransfer-Encoding: chunked\n\n5\n{ \"em", 408)]
    [InlineData("POST /api/plans HTTP/1.1\nHost: x\nConnection: close\nTransfer-Encoding: chunked\n\nzz\n", 400)]
    [InlineData("POST /api/plans HTTP/1.1\nHost: x\nConnection: close\nContent-Length: -1\n\n", 400)]
    [InlineData("POST /api/plans HTTP/1.1\nHost: x\nConnection: close\nContent-Length: 99999999999\n\n", 413)]
    [InlineData("GET / HTTP/1.0\n\n", 200)]
    public async Task A_request_without_a_length_or_with_a_wrong_one_is_answered_and_leaves_nothing(string request, int status)
    {
        var before = StoreDump.Of(_host.Data);

        var answer = await AskAsync(async stream => await stream.WriteAsync(Wire(request)));

        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.Equal(before, StoreDump.Of(_host.Data));
        Assert.Empty(_log.Alerts);
    }

    /// <summary>All of it would have been a good sign-up.</summary>
    [Fact]
    public async Task A_body_that_trickles_in_is_given_up_and_leaves_nothing()
    {
        var before = StoreDump.Of(_host.Data);
        var body = Wire(Filled.InFull);

        var answer = await AskAsync(async stream =>
        {
            await stream.WriteAsync(Wire(
                $"POST /api/plans HTTP/1.1\nHost: x\nConnection: close\nContent-Length: {body.Length}\n\n"));
            for (var i = 0; i < body.Length && !stream.DataAvailable; i++)
            {
                await stream.WriteAsync(body.AsMemory(i, 1));
                await Task.Delay(100);
            }
        });

        Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
        Assert.Equal(before, StoreDump.Of(_host.Data));
        Assert.Empty(_log.Alerts);
        Assert.DoesNotContain(_log.Lines, line => line.Contains("@example", StringComparison.OrdinalIgnoreCase));
    }

    private static byte[] Wire(string text) => Encoding.ASCII.GetBytes(text.ReplaceLineEndings("\r\n"));

    private async Task<string> AskAsync(Func<NetworkStream, Task> ask)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(_host.Client.BaseAddress!.Host, _host.Client.BaseAddress.Port);
        var stream = client.GetStream();
        await ask(stream);
        using var reader = new StreamReader(stream, Encoding.ASCII);
        return await reader.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(60));
    }
}
