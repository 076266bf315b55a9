using StrengthDays.Coaching.Storage;

namespace StrengthDays.Coaching.Mail;

/// <summary>The folder of the outbox: which file is whose, and how a rename survives a power cut.</summary>
internal sealed class OutboxFolder
{
    private const string Unfinished = ".tmp";

    private const UnixFileMode ThisUserOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly string _path;
    private readonly Lock _renaming = new();

    private OutboxFolder(string path) => _path = path;

    /// <summary>Makes the folder where needed and removes what a dead process left unfinished.</summary>
    public static OutboxFolder Open(string path)
    {
        // Mails hold addresses, and links that need no password.
        var folder = OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(path)
            : Directory.CreateDirectory(path, ThisUserOnly);
        foreach (var leftover in folder.EnumerateFiles("*" + Unfinished))
            leftover.Delete();
        return new OutboxFolder(folder.FullName);
    }

    public bool IsThere => Directory.Exists(_path);

    public bool Holds(Guid operationId) => File.Exists(FinalPath(operationId));

    /// <summary>A name that no other attempt at the same mail uses.</summary>
    public string UnfinishedPath(Guid operationId) =>
        Path.Combine(_path, $"{operationId:D}.{Guid.NewGuid():N}{Unfinished}");

    /// <summary>Gives a finished file its name; false when another has it, which stays as it is.</summary>
    public bool Publish(string unfinished, Guid operationId)
    {
        // The lock keeps looking and renaming together within this process, and there is no other.
        lock (_renaming)
        {
            if (Holds(operationId))
                return false;
            // Never overwrites here, but the flag makes it one rename, atomic everywhere, and without a
            // fallback to copying.
            File.Move(unfinished, FinalPath(operationId), overwrite: true);
            return true;
        }
    }

    public void Remove(Guid operationId) => File.Delete(FinalPath(operationId));

    /// <summary>
    /// Makes all that was written survive a power cut at one stroke; false where files must be flushed one by one.
    /// </summary>
    public bool FlushContents() => DiskFlush.FileSystem(_path);

    /// <summary>Makes what was published survive a power cut.</summary>
    public void Flush() => DiskFlush.Folder(_path);

    private string FinalPath(Guid operationId) => Path.Combine(_path, $"{operationId:D}.eml");
}
