using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using StrengthDays.Coaching.Tests.Clients;

namespace StrengthDays.Coaching.Tests.Storage;

/// <summary>
/// Stands before Azurite: counts what comes over the wire, and, asked to, refuses, stalls, answers short or not at all,
/// all from one seed.
/// </summary>
internal sealed partial class TableProxy : IAsyncDisposable
{
    private const string Partition = "x-ms-continuation-NextPartitionKey";

    private static readonly string[] _hopByHop = ["Transfer-Encoding", "Connection", "Keep-Alive"];

    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false });
    private readonly ConcurrentDictionary<string, string> _promised = new();
    private readonly Lock _gate = new();
    private readonly Random _random;
    private LocalServer _server = null!;
    private Uri _azurite = null!;
    private int _count;

    private TableProxy(int seed) => _random = new Random(seed);

    /// <summary>Of all requests, how many meet a fault: 0 to 1.</summary>
    public double Faults { get; set; }

    /// <summary>Longer than the clients wait.</summary>
    public TimeSpan Stall { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Requests that came, whatever became of them.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>How often each fault struck.</summary>
    public ConcurrentDictionary<ProxyFault, int> Struck { get; } = new();

    /// <summary>Of an account without any table, over the proxy.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>Of the same account, past the proxy.</summary>
    public string Direct { get; private init; } = "";

    public static async Task<TableProxy> StartAsync(int seed = 0)
    {
        var account = await AzuriteServer.NewAccountAsync();
        var endpoint = new Uri(account.Split("TableEndpoint=")[1].TrimEnd(';'));
        var proxy = new TableProxy(seed) { _azurite = endpoint, Direct = account };
        proxy._server = await LocalServer.StartAsync(proxy.AnswerAsync);
        proxy.ConnectionString = account.Replace(
            endpoint.Authority, proxy._server.Address.Authority, StringComparison.Ordinal);
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _client.Dispose();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        Interlocked.Increment(ref _count);
        var isQuery = HttpMethods.IsGet(http.Request.Method)
            && http.Request.Path.Value!.EndsWith("()", StringComparison.Ordinal);
        var fault = Draw(isQuery);
        Struck.AddOrUpdate(fault, 1, (_, count) => count + 1);
        if (fault is ProxyFault.Cut)
            Reset(http);
        else if (fault is ProxyFault.Busy)
            await BusyAsync(http);
        else if (fault is ProxyFault.EmptyPage)
            await EmptyPageAsync(http);
        else
            await ForwardAsync(http, fault);
    }

    private ProxyFault Draw(bool isQuery)
    {
        lock (_gate)
        {
            if (_random.NextDouble() >= Faults)
                return ProxyFault.None;
            return (ProxyFault)_random.Next(1, (int)(isQuery ? ProxyFault.EmptyPage : ProxyFault.Stalled) + 1);
        }
    }

    private async Task ForwardAsync(HttpContext http, ProxyFault fault)
    {
        using var request = await RequestAsync(http.Request, isShort: fault is ProxyFault.ShortPage);
        using var answer = await _client.SendAsync(request);
        if (fault is ProxyFault.AnswerLost)
            Reset(http);
        else if (fault is ProxyFault.Stalled)
            await Task.Delay(Stall, http.RequestAborted).ContinueWith(_ => Reset(http), TaskScheduler.Default);
        else
            await CopyAsync(answer, http.Response);
    }

    private async Task<HttpRequestMessage> RequestAsync(HttpRequest from, bool isShort)
    {
        using var body = new MemoryStream();
        await from.Body.CopyToAsync(body);
        var request = new HttpRequestMessage(
            new HttpMethod(from.Method), new Uri(_azurite, from.Path.ToUriComponent() + Query(from, isShort)))
        {
            Content = body.Length > 0 || HttpMethods.IsPost(from.Method) ? new ByteArrayContent(body.ToArray()) : null,
        };
        foreach (var (name, values) in from.Headers)
        {
            if (name is not "Host" && !request.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
                request.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
        }

        return request;
    }

    // The signature covers the path only, as the service has it.
    private string Query(HttpRequest from, bool isShort)
    {
        var query = from.QueryString.Value ?? "";
        if (from.Query["NextPartitionKey"] is [{ } token] && _promised.TryGetValue(token, out var asked))
            query = asked;
        return isShort ? $"{Top().Replace(query, "")}&%24top=1".Replace("?&", "?", StringComparison.Ordinal) : query;
    }

    /// <summary>No row, and a token: what was asked for comes with the next page.</summary>
    private async Task EmptyPageAsync(HttpContext http)
    {
        var token = $"proxy-{Guid.NewGuid():N}";
        _promised[token] = Query(http.Request, isShort: false);
        http.Response.Headers[Partition] = token;
        http.Response.ContentType = "application/json;odata=minimalmetadata";
        await http.Response.WriteAsync("""{ "value": [] }""");
    }

    private static async Task BusyAsync(HttpContext http)
    {
        http.Response.StatusCode = 503;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(
            """{ "odata.error": { "code": "ServerBusy", "message": { "value": "Busy." } } }""");
    }

    private static async Task CopyAsync(HttpResponseMessage answer, HttpResponse to)
    {
        to.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers))
        {
            if (!_hopByHop.Contains(name, StringComparer.OrdinalIgnoreCase))
                to.Headers[name] = values.ToArray();
        }

        await answer.Content.CopyToAsync(to.Body);
    }

    /// <summary>The connection ends with RST.</summary>
    private static void Reset(HttpContext http)
    {
        if (http.Features.Get<IConnectionSocketFeature>() is { Socket: var socket })
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
        http.Abort();
    }

    [GeneratedRegex(@"&?(%24|\$)top=\d+")]
    private static partial Regex Top();
}

/// <summary>What becomes of one request.</summary>
internal enum ProxyFault
{
    None,

    /// <summary>The connection ends before anybody saw the request.</summary>
    Cut,

    Busy,

    /// <summary>Done, and the connection ends before the answer.</summary>
    AnswerLost,

    /// <summary>Done, and nothing comes for longer than anybody waits.</summary>
    Stalled,

    /// <summary>At most one row; queries only.</summary>
    ShortPage,

    /// <summary>No row, and a token to go on with; queries only.</summary>
    EmptyPage,
}
