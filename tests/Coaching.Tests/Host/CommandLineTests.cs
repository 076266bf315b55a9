using System.Diagnostics;
using StrengthDays.Coaching.Tests.Contract;
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
    [InlineData("urls", "http://localhost:99999")]
    public async Task A_wrong_setting_stops_the_start_with_one_sentence_that_names_it(string name, string value)
    {
        var (code, output, error) = await RunAsync("--" + name, value, "--Data", _folder["data"]);

        Assert.Equal(1, code);
        Assert.Empty(output);
        Assert.StartsWith(name, Assert.Single(error), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plans.db")]
    [InlineData("outbox")]
    public async Task Data_that_is_broken_stops_the_start_with_one_sentence_that_names_the_folder(string name)
    {
        Directory.CreateDirectory(_folder["data"]);
        await File.WriteAllTextAsync(Path.Combine(_folder["data"], name), new string('x', 5000));

        var (code, output, error) = await RunAsync("--Data", _folder["data"], "--urls", "http://localhost:0");

        Assert.Equal(1, code);
        Assert.Empty(output);
        Assert.StartsWith($"Data: {_folder["data"]} ", Assert.Single(error), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Store needs a value", "--Store")]
    [InlineData("\"sqlite\"", "serve", "sqlite")]
    [InlineData("\"more\"", "--Store", "sqlite", "more")]
    [InlineData("did you mean Mail:Transport?", "--Mail:Trasport", "smtp")]
    [InlineData("did you mean Store?", "--Stor=tables")]
    public async Task What_serve_cannot_read_is_refused_and_never_ignored(string complaint, params string[] args)
    {
        var (code, output, error) = await RunAsync(args);

        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Contains(complaint, Assert.Single(error), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistyped_variable_is_refused_as_well()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(DataFolder).Assembly.Location]);
        start.Environment["Mail__PerMinutes"] = "30";

        var (code, _, error) = await RunAsync(start);

        Assert.Equal(2, code);
        Assert.Equal("There is no setting Mail:PerMinutes: did you mean Mail:PerMinute?", Assert.Single(error));
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

    [Theory]
    [InlineData("serve")]
    [InlineData("simulate")]
    public async Task Each_command_shows_its_help(string command)
    {
        var (code, text, _) = await RunAsync(command, "--help");

        Assert.Equal(0, code);
        Assert.Contains(text, line => line.Contains("--Data DIR", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_simulation_prints_its_mails_and_nothing_else()
    {
        var (code, output, _) = await RunAsync(
            "simulate", Samples.PathOf("no-race"), "--from", "2027-02-01", "--to", "2027-02-03", "--out", _folder["out"]);

        Assert.Equal(0, code);
        Assert.All(output[1..^1], line => Assert.Contains("2027-02-0", line, StringComparison.Ordinal));
        Assert.StartsWith($"{output.Length - 2} mails", output[^1], StringComparison.Ordinal);
    }

    private static Task<(int Code, string[] Output, string[] Error)> RunAsync(params string[] args) =>
        RunAsync(new ProcessStartInfo("dotnet", [typeof(DataFolder).Assembly.Location, .. args]));

    private static async Task<(int Code, string[] Output, string[] Error)> RunAsync(ProcessStartInfo start)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        try
        {
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        }
        catch (TimeoutException)
        {
            process.Kill();
            throw;
        }

        return (process.ExitCode, Lines(await output), Lines(await error));
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
