using System.Diagnostics;
using System.Globalization;

namespace StrengthDays.Coaching.Tests.Clients;

/// <summary>One Azurite for all tests of a run, in memory, started by the first; it ends with the run.</summary>
public sealed class AzuriteServer : IAsyncLifetime
{
    // Azurite's published account.
    public const string Account = "devstoreaccount1";
    public const string Key =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    // Accounts of their own for tests that need all tables empty; any key does.
    private const int Accounts = 4000;
    private const string AccountKey = "a2V5";

    private static int _accounts;

    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);
    private static readonly Lazy<Task<int>> Port = new(StartAsync);

    public Uri Endpoint { get; private set; } = null!;

    public string ConnectionString => Connection(Account, Key, Endpoint);

    public async Task InitializeAsync() => Endpoint = await EndpointAsync(Account);

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>A name no other test has.</summary>
    public static string NewTableName() => $"t{Guid.NewGuid():N}";

    /// <summary>Connection string of an account without any table.</summary>
    public static async Task<string> NewAccountAsync()
    {
        var name = $"a{Interlocked.Increment(ref _accounts)}";
        return Connection(name, AccountKey, await EndpointAsync(name));
    }

    private static async Task<Uri> EndpointAsync(string account) => new($"http://127.0.0.1:{await Port.Value}/{account}");

    private static string Connection(string account, string key, Uri endpoint) =>
        $"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={key};TableEndpoint={endpoint};";

    private static Task<int> StartAsync()
    {
        var tests = TestsFolder();
        if (!Directory.Exists(Path.Combine(tests, "node_modules", "azurite")))
            throw new InvalidOperationException(
                "Azurite is missing: run bash tests/run.sh (it installs Azurite with npm ci).");

        var port = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var azurite = Process.Start(Command(tests))!;
        azurite.OutputDataReceived += (_, line) => Heard(line.Data, port);
        azurite.ErrorDataReceived += (_, line) => Heard(line.Data, port);
        azurite.BeginOutputReadLine();
        azurite.BeginErrorReadLine();
        return port.Task.WaitAsync(StartLimit);
    }

    private static void Heard(string? line, TaskCompletionSource<int> port)
    {
        const string Listening = "listening on ";
        if (line is null)
            port.TrySetException(new InvalidOperationException("Azurite ended before it listened."));
        else if (line.StartsWith(Listening, StringComparison.Ordinal))
            port.TrySetResult(int.Parse(line.AsSpan(Listening.Length), CultureInfo.InvariantCulture));
    }

    private static ProcessStartInfo Command(string tests) => new(
        "node",
        [
            Path.Combine(tests, "azurite.js"), "--tableHost", "127.0.0.1", "--tablePort", "0",
            "--inMemoryPersistence", "--disableTelemetry", "--skipApiVersionCheck", "--silent",
        ])
    {
        WorkingDirectory = Path.GetTempPath(),
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        Environment =
        {
            ["AZURITE_ACCOUNTS"] =
                $"{Account}:{Key};{string.Join(';', Enumerable.Range(1, Accounts).Select(n => $"a{n}:{AccountKey}"))}",
        },
    };

    private static string TestsFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Functions.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        return Path.Combine(folder.FullName, "tests");
    }
}
