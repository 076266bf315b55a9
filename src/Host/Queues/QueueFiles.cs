using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using System.Text;

namespace StrengthDays.Host.Queues;

/// <summary>
/// Queues as folders: <c>DATA/queues/NAME/</c> holds messages somebody dropped in, one file each, and
/// <c>DATA/queues/NAME-poison/</c> what no function could handle. A file is removed when its message is done, so
/// nothing is lost with the process.
/// </summary>
internal sealed class QueueFiles(DataFolder data)
{
    private readonly ConcurrentDictionary<string, bool> _handedOut = new(StringComparer.Ordinal);

    /// <summary>
    /// Messages not handed out yet, by file name. Names that start with a dot or end in .tmp are still being written.
    /// </summary>
    /// <exception cref="IOException">One cannot be read; thrown after all others.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public IEnumerable<QueuedMessage> New(string queue)
    {
        var files = Directory.CreateDirectory(FolderOf(queue))
            .EnumerateFiles()
            .Where(file => !file.Name.StartsWith('.') && file.Extension != ".tmp")
            .Where(file => !_handedOut.ContainsKey(file.FullName))
            .OrderBy(file => file.Name, StringComparer.Ordinal);
        ExceptionDispatchInfo? unreadable = null;
        foreach (var file in files)
        {
            string text;
            try
            {
                text = Read(file.FullName);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                unreadable = ExceptionDispatchInfo.Capture(e);
                continue;
            }

            _handedOut.TryAdd(file.FullName, true);
            yield return new QueuedMessage(queue, text, File: file.FullName);
        }

        unreadable?.Throw();
    }

    /// <summary>
    /// The message with what its file says now, where that can be read: the first time it may have been half written.
    /// </summary>
    public static QueuedMessage Again(QueuedMessage message)
    {
        try
        {
            return message.File is { } file ? message with { Text = Read(file) } : message;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return message;
        }
    }

    public void Done(QueuedMessage message)
    {
        if (message.File is not { } file)
            return;

        File.Delete(file);
        _handedOut.TryRemove(file, out _);
    }

    public void Poison(QueuedMessage message)
    {
        var name = message.File is { } file ? Path.GetFileName(file) : Hash(message.Text) + ".txt";
        data.WriteText(Path.Combine("queues", message.Queue + "-poison", name), message.Text);
        Done(message);
    }

    /// <summary>Tells one message from another without showing it.</summary>
    public static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];

    private string FolderOf(string queue) => Path.Combine(data.FullPath, "queues", queue);

    /// <summary>Plain or base64, as storage queues hold both.</summary>
    private static string Read(string file)
    {
        var text = File.ReadAllText(file).Trim();
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : text;
    }
}
