using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace StrengthDays.Host;

/// <summary>
/// The files of the outbox as the page reads them. A mail never changes, so its headers are read once.
/// </summary>
internal sealed class OutboxPageFolder(string folder)
{
    private readonly ConcurrentDictionary<Guid, OutboxPageMail> _seen = new();

    /// <summary>By their own dates, which know seconds only; within one by when they were written.</summary>
    public ImmutableArray<OutboxPageMail> NewestFirst() => Directory.Exists(folder)
        ? [.. new DirectoryInfo(folder).EnumerateFiles("*.eml").OrderByDescending(file => file.LastWriteTimeUtc)
            .Select(Summary).OfType<OutboxPageMail>().OrderByDescending(mail => mail.Date)]
        : [];

    /// <summary>The file of a mail, or null: a link in the folder may point anywhere and is not followed.</summary>
    public string? PathOf(Guid id)
    {
        var file = new FileInfo(Path.Combine(folder, $"{id:D}.eml"));
        return IsMail(file) ? file.FullName : null;
    }

    private OutboxPageMail? Summary(FileInfo file) =>
        Guid.TryParseExact(Path.GetFileNameWithoutExtension(file.Name), "D", out var id) && IsMail(file)
            ? _seen.GetOrAdd(id, (_, path) => OutboxPageMail.Summary(id, path), file.FullName)
            : null;

    private static bool IsMail(FileInfo file) => file is { Exists: true, LinkTarget: null };
}
