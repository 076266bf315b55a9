using Azure.Core;
using Azure.Core.Pipeline;
using StrengthDays.AzureClients;

namespace Azure.Data.Tables;

/// <summary>An account's address and the pipeline that signs requests to it.</summary>
internal sealed class TableConnection
{
    // The emulator's published account: https://learn.microsoft.com/azure/storage/common/storage-use-azurite
    private const string EmulatorAccount = "devstoreaccount1";
    private const string EmulatorKey =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private const string EntraScope = "https://storage.azure.com/.default";

    private TableConnection(Uri endpoint, HttpPipelinePolicy signing, TableClientOptions? options)
    {
        options ??= new TableClientOptions();
        Endpoint = endpoint;
        Version = options.Version;
        Pipeline = HttpPipelineBuilder.Build(new HttpPipelineOptions(options)
        {
            PerRetryPolicies = { signing },
            ResponseClassifier = new ResponseClassifier(),
            RequestFailedDetailsParser = new TablesErrorParser(),
        });
    }

    public Uri Endpoint { get; }

    public string Version { get; }

    public HttpPipeline Pipeline { get; }

    /// <summary>From the path where the host is an emulator's, else from the host's first label.</summary>
    public string AccountName => Endpoint.IsLoopback || Endpoint.HostNameType is UriHostNameType.IPv4
        ? Endpoint.Segments.ElementAtOrDefault(1)?.TrimEnd('/') ?? ""
        : Endpoint.Host.Split('.')[0];

    public static TableConnection Open(string connectionString, TableClientOptions? options)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        var pairs = ConnectionString.Parse(connectionString);
        return pairs.GetValueOrDefault("UseDevelopmentStorage") == "true" ? Emulator(options) : Account(pairs, options);
    }

    public static TableConnection Open(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(credential);
        return new(endpoint, new SharedKeyLitePolicy(credential), options);
    }

    public static TableConnection Open(Uri endpoint, TokenCredential credential, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(credential);
        return new(endpoint, new BearerTokenAuthenticationPolicy(credential, EntraScope), options);
    }

    private static TableConnection Emulator(TableClientOptions? options) => Open(
        new Uri($"http://127.0.0.1:10002/{EmulatorAccount}"),
        new TableSharedKeyCredential(EmulatorAccount, EmulatorKey),
        options);

    private static TableConnection Account(Dictionary<string, string> pairs, TableClientOptions? options)
    {
        if (pairs.ContainsKey("SharedAccessSignature"))
            throw new NotSupportedException("A connection string with a shared access signature is not supported.");
        var credential = new TableSharedKeyCredential(pairs.Required("AccountName"), pairs.Required("AccountKey"));
        return Open(EndpointOf(pairs), credential, options);
    }

    private static Uri EndpointOf(Dictionary<string, string> pairs) =>
        pairs.TryGetValue("TableEndpoint", out var endpoint)
            ? new Uri(endpoint)
            : new Uri($"{pairs.GetValueOrDefault("DefaultEndpointsProtocol", "https")}://"
                + $"{pairs.Required("AccountName")}.table.{pairs.Required("EndpointSuffix")}");
}
