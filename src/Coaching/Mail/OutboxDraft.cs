using Microsoft.Win32.SafeHandles;
using StrengthDays.Coaching.Storage;

namespace StrengthDays.Coaching.Mail;

/// <summary>
/// A mail on its way into the outbox: written, then flushed, then named. Disposing removes what has no name yet.
/// </summary>
internal sealed class OutboxDraft(OutboxFolder folder, Guid operationId) : IDisposable
{
    private readonly string _path = folder.UnfinishedPath(operationId);
    private SafeFileHandle? _file;
    private bool _named;

    /// <summary>
    /// Writes the bytes, unless the mail is in the outbox already: then this and all further steps do nothing.
    /// </summary>
    public void Write(ReadOnlySpan<byte> mail)
    {
        if (folder.Holds(operationId))
            return;
        _file = File.OpenHandle(_path, FileMode.CreateNew, FileAccess.Write);
        RandomAccess.Write(_file, mail, 0);
    }

    public void Flush()
    {
        if (_file is not null)
            DiskFlush.File(_file);
    }

    public void Publish()
    {
        if (_file is not null)
            _named = folder.Publish(_path, operationId);
    }

    public void Dispose()
    {
        if (_file is null)
            return;
        _file.Dispose();
        if (!_named)
            Remove();
    }

    private void Remove()
    {
        try
        {
            File.Delete(_path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next start removes it.
        }
    }
}
