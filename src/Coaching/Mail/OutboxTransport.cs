using System.Buffers;
using System.Collections.Immutable;

namespace StrengthDays.Coaching.Mail;

/// <summary>
/// Mails as files in a folder, one each, named after the operation id: a file that exists is a mail that was sent, and
/// it never changes again. One process per folder.
/// </summary>
/// <param name="folder">Made when it is not there; what a dead process left half written is removed.</param>
public sealed class OutboxTransport(string folder) : IMailTransport
{
    // Bounds the files open at once.
    private const int GroupSize = 100;

    // Below, other programs' unwritten data on the same disk may cost more than flushes of single files.
    private const int WorthOneFlush = 8;

    // Longer ones make their buffer grow.
    private const int BytesOfMost = 32 * 1024;

    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(30);

    private static readonly SubmitResult NotDurable =
        new(SubmitOutcome.Unknown, "the outbox folder could not be flushed");

    private readonly OutboxFolder _folder = OutboxFolder.Open(folder);

    public string Name => "outbox";

    /// <summary>Where the outbox of a data folder is.</summary>
    public static string FolderIn(string dataFolder) => Path.Combine(dataFolder, "outbox");

    public Task<ImmutableArray<SubmitResult>> SubmitAsync(
        ImmutableArray<MailMessage> mails, CancellationToken cancellationToken) =>
        Task.Run(() => mails.Chunk(GroupSize).SelectMany(SubmitGroup).ToImmutableArray(), cancellationToken);

    public Task<SubmissionState> FindAsync(Guid operationId, CancellationToken cancellationToken) =>
        Task.Run(() => Find(operationId), cancellationToken);

    /// <exception cref="IOException">Some are still there.</exception>
    public Task ForgetAsync(ImmutableArray<Guid> operationIds, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            foreach (var operationId in operationIds)
                _folder.Remove(operationId);
            _folder.Flush();
        },
        cancellationToken);

    /// <summary>Group commit: all files are written, all flushed, all named, then the folder is flushed once.</summary>
    private SubmitResult[] SubmitGroup(MailMessage[] mails)
    {
        var bytes = new ArrayBufferWriter<byte>(BytesOfMost);
        var drafts = mails.Select(mail => new OutboxDraft(_folder, mail.OperationId)).ToArray();
        try
        {
            var results = drafts.Zip(mails, (draft, mail) => Attempt(() => Write(draft, mail, bytes))).ToArray();
            if (!FlushedTogether(mails.Length))
                Continue(results, i => drafts[i].Flush());
            Continue(results, i => drafts[i].Publish());
            var durable = Attempt(_folder.Flush) == SubmitResult.Accepted;
            return [.. results.Select(r => r == SubmitResult.Accepted && !durable ? NotDurable : r)];
        }
        finally
        {
            foreach (var draft in drafts)
                draft.Dispose();
        }
    }

    private static void Write(OutboxDraft draft, MailMessage mail, ArrayBufferWriter<byte> bytes)
    {
        bytes.ResetWrittenCount();
        MimeWriter.Write(mail, bytes);
        draft.Write(bytes.WrittenSpan);
    }

    // When it fails, flushing one by one tells which mails are concerned.
    private bool FlushedTogether(int mails)
    {
        var flushed = false;
        return mails >= WorthOneFlush
            && Attempt(() => flushed = _folder.FlushContents()) == SubmitResult.Accepted
            && flushed;
    }

    private static void Continue(SubmitResult[] results, Action<int> step)
    {
        for (var i = 0; i < results.Length; i++)
        {
            if (results[i] == SubmitResult.Accepted)
                results[i] = Attempt(() => step(i));
        }
    }

    private static SubmitResult Attempt(Action step)
    {
        try
        {
            step();
            return SubmitResult.Accepted;
        }
        catch (ArgumentException)
        {
            return new SubmitResult(SubmitOutcome.Refused, "a header or an address is not one that a mail may carry");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Trouble(e);
        }
    }

    private static SubmitResult Trouble(Exception e) => IsDiskFull(e)
        ? new(SubmitOutcome.Down, "the disk of the outbox is full", AfterTrouble)
        : e is DirectoryNotFoundException
            ? new(SubmitOutcome.Down, "the outbox folder is gone", AfterTrouble)
            : new(SubmitOutcome.Later, "the outbox folder cannot be written", AfterTrouble);

    // 28 is ENOSPC, 122 is EDQUOT on Linux; the other is Windows' ERROR_DISK_FULL as HRESULT.
    private static bool IsDiskFull(Exception e) => e.HResult is 28 or 122 or unchecked((int)0x80070070);

    // After a flush of the folder that failed, the name may be gone with the next power cut: only a flush that
    // succeeds answers.
    private SubmissionState Find(Guid operationId)
    {
        if (!_folder.IsThere)
            return SubmissionState.NoAnswer;
        if (!_folder.Holds(operationId))
            return SubmissionState.NotKnown;
        return Attempt(_folder.Flush) == SubmitResult.Accepted ? SubmissionState.Known : SubmissionState.NoAnswer;
    }
}
