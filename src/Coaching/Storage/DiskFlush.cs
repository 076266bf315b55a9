using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace StrengthDays.Coaching.Storage;

/// <summary>
/// Flushes files and folders to the disk and says when that failed. The runtime's own
/// <see cref="RandomAccess.FlushToDisk"/> opens no folder, and on Linux it stays silent when fsync fails (seen with
/// .NET 10.0 and an injected EIO).
/// </summary>
public static class DiskFlush
{
    private const int ReadOnly = 0;

    // Answers of file systems that know no flush, EINVAL and EOPNOTSUPP on Linux: there is no more to be had from them.
    private const int InvalidArgument = 22;
    private const int NotSupported = 95;

    /// <exception cref="IOException">The bytes may not be on the disk; HResult holds the error number.</exception>
    public static void File(SafeFileHandle file)
    {
        if (!OperatingSystem.IsLinux())
            RandomAccess.FlushToDisk(file);
        else if (Fsync(file) != 0 && Marshal.GetLastPInvokeError() is not (InvalidArgument or NotSupported))
            throw Failure("flush");
    }

    /// <summary>Makes renames inside durable. Windows keeps them in the journal of its file system by itself.</summary>
    /// <exception cref="IOException">Names may not be on the disk.</exception>
    public static void Folder(string path)
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = OpenFolder(path);
        File(folder);
    }

    /// <summary>
    /// Flushes the whole file system that a folder is on: for a hundred new files ten times as fast as one by one.
    /// False where the system has no such call; before Linux 5.8 it does not tell of errors.
    /// </summary>
    /// <exception cref="IOException">Something on it may not be on the disk.</exception>
    public static bool FileSystem(string path)
    {
        if (!OperatingSystem.IsLinux() || !OperatingSystem.IsOSPlatformVersionAtLeast("Linux", 5, 8))
            return false;
        using var folder = OpenFolder(path);
        return SyncFileSystem(folder) == 0 ? true : throw Failure("flush");
    }

    private static SafeFileHandle OpenFolder(string path)
    {
        var folder = new SafeFileHandle(Open(path, ReadOnly), ownsHandle: true);
        return folder.IsInvalid ? throw Failure("open") : folder;
    }

    private static IOException Failure(string what)
    {
        var error = Marshal.GetLastPInvokeError();
        return new IOException($"Cannot {what}: {Marshal.GetPInvokeErrorMessage(error)}", error);
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern nint Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int Fsync(SafeFileHandle file);

    [DllImport("libc", EntryPoint = "syncfs", SetLastError = true)]
    private static extern int SyncFileSystem(SafeFileHandle anyFile);
}
