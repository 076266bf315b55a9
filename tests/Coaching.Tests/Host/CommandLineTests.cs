using System.Diagnostics;
using StrengthDays.Host;

namespace StrengthDays.Coaching.Tests.Host;

/// <summary>The host as a process of its own, as a person starts it.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Store", "postgres")]
    [InlineData("Mail:Transport", "pigeon")]
    [InlineData("Mail:From", "nobody")]
    [InlineData("Mail:PerMinute", "-1")]
    [InlineData("PublicUrl", "strength.example.com")]
    [InlineData("urls", "7071")]
    public async Task A_wrong_setting_stops_the_start_with_one_sentence_that_names_it(string name, string value)
    {
        var (code, output, error) = await RunAsync("--" + name, value, "--Data", _folder["data"]);

        Assert.Equal(1, code);
        Assert.Empty(output);
        Assert.StartsWith(name, Assert.Single(error), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Fault", "F25")]
    public async Task A_second_host_on_the_same_folder_refuses_to_start()
    {
        using var first = DataFolder.Open(_folder["data"]);

        var (code, _, error) = await RunAsync("--Data", _folder["data"]);

        Assert.Equal(1, code);
        Assert.Contains("another host", Assert.Single(error), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_told_in_one_sentence()
    {
        await using var first = await RunningHost.StartAsync();
        var url = first.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

        var (code, _, error) = await RunAsync("--urls", url, "--Data", _folder["data"]);

        Assert.Equal(1, code);
        Assert.Contains("--urls", Assert.Single(error), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_command_is_refused_and_help_lists_the_known_ones()
    {
        var (unknown, _, error) = await RunAsync("frobnicate");
        var (help, text, _) = await RunAsync("--help");

        Assert.Equal(2, unknown);
        Assert.Contains("frobnicate", Assert.Single(error), StringComparison.Ordinal);
        Assert.Equal(0, help);
        Assert.Contains(text, line => line.Contains("simulate", StringComparison.Ordinal));
    }

    private static async Task<(int Code, string[] Output, string[] Error)> RunAsync(params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(DataFolder).Assembly.Location, .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, Lines(await output), Lines(await error));
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
