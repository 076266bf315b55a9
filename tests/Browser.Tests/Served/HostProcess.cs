using System.Diagnostics;

namespace StrengthDays.Browser.Tests.Served;

/// <summary>
/// The host as a person starts it: a process of its own on a free port, with a data folder of its own.
/// </summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly DirectoryInfo _data;

    private HostProcess(Process process, DirectoryInfo data, Uri address) =>
        (_process, _data, Address) = (process, data, address);

    public Uri Address { get; }

    public static async Task<HostProcess> StartAsync()
    {
        var data = Directory.CreateTempSubdirectory("strength-days-browser-");
        var process = Process.Start(new ProcessStartInfo(
            "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "StrengthDays.Host.dll"),
                "--urls", "http://127.0.0.1:0", "--Data", data.FullName,
                // One machine signs up a whole club.
                "--SignUp:PerClientPerHour", "0",
            ])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var greeting = await process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("The host ended before it served anything.");
        // Nobody reads the rest, and a full pipe would stop the host.
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        return new(process, data, new Uri(greeting.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1]));
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _data.Delete(recursive: true);
    }
}
