using System.Diagnostics;
using StrengthDays.Host;

namespace StrengthDays.Coaching.Tests.Sigkill;

/// <summary>The host as a process of its own, which can be killed as a power cut would: with SIGKILL.</summary>
internal sealed class HostProcess : IDisposable
{
    /// <summary>The secret of its links, the same for whoever seeds the folder.</summary>
    public const string LinksKey = "a secret of this test";

    private readonly Process _process;
    private readonly Task<string> _output;

    private HostProcess(Process process) =>
        (_process, _output) = (process, process.StandardError.ReadToEndAsync());

    public static HostProcess Start(string data, params string[] settings) => Start(data, [], settings);

    /// <param name="clock">The one it believes in.</param>
    public static HostProcess Start(string data, FakeClock clock) => Start(data, clock.Environment);

    /// <param name="environment">Variables of its process beside ours.</param>
    public static HostProcess Start(
        string data, IEnumerable<(string Name, string Value)> environment, params string[] settings)
    {
        string[] args =
        [
            typeof(DataFolder).Assembly.Location, "--Data", data, "--urls", "http://127.0.0.1:0", "--Links:Key", LinksKey,
            .. settings,
        ];
        var start = new ProcessStartInfo("dotnet", args) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        // Whoever does not read a pipe stops its writer.
        _ = process.StandardOutput.ReadToEndAsync();
        return new(process);
    }

    public bool HasExited => _process.HasExited;

    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop, as a service manager does; gives its exit code.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start(
            "kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    /// <summary>What it said when it ended by itself.</summary>
    public async Task<string> LastWordsAsync() => $"The host ended with {_process.ExitCode}: {await _output}";

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
