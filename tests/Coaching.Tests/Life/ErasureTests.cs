using System.Text;

namespace StrengthDays.Coaching.Tests.Life;

/// <summary>What the disk still knows, read byte by byte as a thief or a backup would.</summary>
public sealed class ErasureTests
{
    private const string Address = "gone@example.com";

    [Fact]
    public async Task No_file_holds_a_byte_of_a_runner_who_was_erased()
    {
        await using var runner = await Trainee.StartAsync(("email", $"\"{Address}\""), ("name", "\"Gone Girl\""));
        await runner.GoToAsync("2027-01-05");
        await runner.AnswerAsync("2027-01-04", "pain");
        await runner.MoveAsync("2027-01-11", "2027-01-12");
        var known = FilesWith(runner.Data, Address);

        await runner.EraseAsync();

        Assert.NotEmpty(known);
        Assert.Empty(FilesWith(runner.Data, Address));
        Assert.Empty(FilesWith(runner.Data, "Gone Girl"));
    }

    [Fact]
    public async Task What_runners_said_is_readable_for_this_user_only()
    {
        await using var runner = await Trainee.StartAsync();

        foreach (var file in Directory.GetFiles(runner.Data, "plans.db*"))
        {
            if (!OperatingSystem.IsWindows())
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    private static List<string> FilesWith(string folder, string text) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(".lock", StringComparison.Ordinal))
            .Where(file => Bytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0),
    ];

    // The host has them open.
    private static byte[] Bytes(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
