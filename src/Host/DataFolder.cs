using System.Buffers.Text;
using System.Security.Cryptography;
using StrengthDays.Coaching.Settings;
using StrengthDays.Coaching.Storage;

namespace StrengthDays.Host;

/// <summary>
/// The folder for everything this host keeps. One host per folder: on an embedded store a lease found at start belongs
/// to a dead process only because no second one can be alive.
/// </summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream _lock;

    private DataFolder(string path, FileStream folderLock) => (FullPath, _lock) = (path, folderLock);

    public string FullPath { get; }

    /// <exception cref="SettingException">The folder cannot be used, or another host uses it.</exception>
    public static DataFolder Open(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            return new(path, Lock(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new SettingException($"Data: the folder {path} cannot be used ({e.Message}).");
        }
    }

    /// <summary>A secret of this installation, made when first asked for.</summary>
    /// <exception cref="SettingException">Its file is empty, and an empty key would open to everybody.</exception>
    public string Secret(string name)
    {
        if (ReadText(name)?.Trim() is { } known)
            return known.Length > 0
                ? known
                : throw new SettingException(
                    $"Data: {name} is empty. Put the secret back, or remove the file for a new one.");

        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        WriteText(name, secret);
        return secret;
    }

    public string? ReadText(string name) =>
        Path.Combine(FullPath, name) is var file && File.Exists(file) ? File.ReadAllText(file) : null;

    /// <summary>Whole or not at all, for this user only, and there after a power cut.</summary>
    /// <exception cref="IOException">It may not be there.</exception>
    public void WriteText(string name, string text)
    {
        var file = Path.Combine(FullPath, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var half = file + ".tmp";
        using (var stream = new FileStream(half, ForThisUserOnly()))
        {
            stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
            stream.Flush();
            DiskFlush.File(stream.SafeFileHandle);
        }

        File.Move(half, file, overwrite: true);
        DiskFlush.Folder(Path.GetDirectoryName(file)!);
    }

    public void Dispose() => _lock.Dispose();

    private static FileStream Lock(string path)
    {
        try
        {
            return new(Path.Combine(path, "host.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e.GetType() == typeof(IOException))
        {
            throw new SettingException($"Data: another host is using the folder {path}.");
        }
    }

    private static FileStreamOptions ForThisUserOnly()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
