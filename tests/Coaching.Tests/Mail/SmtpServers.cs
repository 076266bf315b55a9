using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;
using StrengthDays.Coaching.Tests.Architecture;

namespace StrengthDays.Coaching.Tests.Mail;

/// <summary>
/// SMTP servers of npm's smtp-server, all in one process for a test run, each with a script of its own.
/// </summary>
internal sealed class SmtpServers
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private static readonly Lazy<SmtpServers> Running = new(() => new SmtpServers());

    private readonly ConcurrentDictionary<int, SmtpSink> _sinks = new();
    private readonly StreamWriter _input;
    private int _count;

    private SmtpServers()
    {
        var tests = Path.Combine(Repository.Root, "tests");
        if (!Directory.Exists(Path.Combine(tests, "node_modules", "smtp-server")))
            throw new InvalidOperationException(
                "smtp-server is missing: run bash tests/run.sh (it installs it with npm ci).");
        var process = Process.Start(
            new ProcessStartInfo("node", [Path.Combine(tests, "smtp-server.js")])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            })!;
        process.OutputDataReceived += (_, line) => Heard(line.Data);
        process.BeginOutputReadLine();
        _input = process.StandardInput;
    }

    /// <param name="script">
    /// <c>greeting</c>, <c>from</c>, <c>end</c>: an answer such as "450 4.2.0 Not now", "hang up" or "say nothing", or a
    /// list of them; <c>to</c> the same by address; <c>data</c>: "hang up before the end"; <c>password</c>: asks for it;
    /// <c>plain</c>: no encryption.
    /// </param>
    public static async Task<SmtpSink> StartAsync(object? script = null)
    {
        var servers = Running.Value;
        var id = Interlocked.Increment(ref servers._count);
        var sink = servers._sinks.GetOrAdd(id, _ => new SmtpSink());
        var line = JsonSerializer.Serialize(new { id, script = script ?? new { } });
        lock (servers._input)
        {
            servers._input.WriteLine(line);
            servers._input.Flush();
        }

        await sink.Started.WaitAsync(Limit);
        return sink;
    }

    private void Heard(string? line)
    {
        if (line is null)
            return;
        using var said = JsonDocument.Parse(line);
        var sink = _sinks[said.RootElement.GetProperty("id").GetInt32()];
        sink.Heard(said.RootElement);
    }
}

/// <summary>One server and what came to it.</summary>
internal sealed class SmtpSink
{
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _connected = new(0);
    private readonly Channel<SmtpMail> _mails = Channel.CreateUnbounded<SmtpMail>();

    public Task Started => _started.Task;

    public int Port { get; private set; }

    /// <summary>Connections so far.</summary>
    public int Connections { get; private set; }

    /// <summary>The next time that somebody connects.</summary>
    public async Task ConnectedAsync() => Assert.True(await _connected.WaitAsync(TimeSpan.FromSeconds(30)));

    /// <summary>The next mail that the server has whole, whatever it answered.</summary>
    public async Task<SmtpMail> NextAsync() => await _mails.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));

    /// <summary>No mail came that nobody has asked for.</summary>
    public bool IsEmpty => !_mails.Reader.TryPeek(out _);

    internal void Heard(JsonElement said)
    {
        if (said.TryGetProperty("port", out var port))
            (Port, _) = (port.GetInt32(), _started.TrySetResult());
        else if (said.TryGetProperty("connection", out var connection))
            (Connections, _) = (connection.GetInt32(), _connected.Release());
        else
            _mails.Writer.TryWrite(SmtpMail.Read(said));
    }
}

/// <param name="User">Who logged in; null for nobody.</param>
/// <param name="IsEncrypted">On its way to the server.</param>
/// <param name="AtOnce">Most mails that were on their way at the same time so far.</param>
internal sealed record SmtpMail(byte[] Bytes, string From, string To, string? User, bool IsEncrypted, int AtOnce)
{
    public MimeReading Content => MimeReading.Parse(Bytes);

    internal static SmtpMail Read(JsonElement said) => new(
        said.GetProperty("mail").GetBytesFromBase64(),
        said.GetProperty("from").GetString()!,
        Assert.Single(said.GetProperty("to").EnumerateArray()).GetString()!,
        said.GetProperty("user").GetString(),
        said.GetProperty("tls").GetBoolean(),
        said.GetProperty("atOnce").GetInt32());
}
