using System.Diagnostics;
using System.Globalization;
using StrengthDays.Coaching.Tests.Host;

namespace StrengthDays.Coaching.Tests.Dispatch;

/// <summary>A folder on a real disk of its own, which is soon full: a tmpfs, which root may mount.</summary>
internal sealed class SmallDisk : IDisposable
{
    private const string Filler = "filler";

    public SmallDisk(int megabytes)
    {
        var size = string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m");
        Run("mount", "-t", "tmpfs", "-o", size, "none", Folder.Path);
    }

    public TempFolder Folder { get; } = new();

    /// <summary>Takes all room but so much.</summary>
    public void Fill(int leaveKilobytes)
    {
        using var filler = File.OpenHandle(Folder[Filler], FileMode.Create, FileAccess.Write);
        var (page, length) = (new byte[4096], 0L);
        try
        {
            for (; ; length += page.Length)
                RandomAccess.Write(filler, page, length);
        }
        catch (IOException)
        {
            RandomAccess.SetLength(filler, length - (1024L * leaveKilobytes));
        }
    }

    public void MakeRoom() => File.Delete(Folder[Filler]);

    public void Dispose()
    {
        Run("umount", Folder.Path);
        Folder.Dispose();
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var complaint = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"Run the tests as root, who may mount a tmpfs: {complaint}");
    }
}
