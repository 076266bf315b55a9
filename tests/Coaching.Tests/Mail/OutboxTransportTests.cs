using System.Collections.Immutable;
using StrengthDays.Coaching.Mail;
using StrengthDays.Coaching.Tests.Host;

namespace StrengthDays.Coaching.Tests.Mail;

public sealed class OutboxTransportTests : IDisposable
{
    private readonly TempFolder _temp = new();

    private string Folder => _temp["outbox"];

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task A_mail_becomes_a_file_named_after_its_operation()
    {
        var results = await new OutboxTransport(Folder).SubmitAsync([Mails.Plain], default);
        Assert.Equal<SubmitResult>([SubmitResult.Accepted], results);
        Assert.Equal(["6f1c9a52-0b1d-5c3e-9a55-3d1f0d2b7c11.eml"], Files());
        Assert.Equal(MimeWriter.Bytes(Mails.Plain).ToArray(), File.ReadAllBytes(PathOf(Mails.Plain)));
    }

    [Fact]
    public async Task A_mail_that_exists_is_sent_and_never_changes()
    {
        var outbox = new OutboxTransport(Folder);
        await outbox.SubmitAsync([Mails.Plain], default);
        var written = File.GetLastWriteTimeUtc(PathOf(Mails.Plain));
        var again = await outbox.SubmitAsync([Mails.Plain with { Text = "another" }], default);
        Assert.Equal<SubmitResult>([SubmitResult.Accepted], again);
        Assert.Equal(MimeWriter.Bytes(Mails.Plain).ToArray(), File.ReadAllBytes(PathOf(Mails.Plain)));
        Assert.Equal(written, File.GetLastWriteTimeUtc(PathOf(Mails.Plain)));
        Assert.Single(Files());
    }

    [Fact]
    public async Task Many_attempts_at_one_mail_leave_one_whole_file()
    {
        var outbox = new OutboxTransport(Folder);
        var attempts = await Task.WhenAll(Enumerable.Range(0, 16).Select(i =>
            outbox.SubmitAsync([Mails.Plain with { Text = $"attempt {i}" }, Mails.Plain], default)));
        Assert.Equal(32, attempts.Sum(results => results.Count(result => result == SubmitResult.Accepted)));
        Assert.Single(Files());
        MimeReading.Parse(File.ReadAllBytes(PathOf(Mails.Plain))).Parts();
    }

    [Fact]
    public async Task A_large_group_keeps_its_order_and_one_bad_mail_stops_no_other()
    {
        var mails = Enumerable.Range(0, 130).Select(Mails.Number).ToImmutableArray();
        mails = mails.SetItem(7, mails[7] with { To = "two@example.com, three@example.com" });
        var results = await new OutboxTransport(Folder).SubmitAsync(mails, default);
        Assert.Equal(SubmitOutcome.Refused, results[7].Outcome);
        Assert.DoesNotContain("@", results[7].Reason, StringComparison.Ordinal);
        Assert.All(results.RemoveAt(7), result => Assert.Equal(SubmitResult.Accepted, result));
        Assert.Equal(mails.RemoveAt(7).Select(m => $"{m.OperationId:D}.eml").Order(), Files().Order());
    }

    [Fact]
    public async Task What_a_dead_process_left_unfinished_is_removed_at_start_and_nothing_else()
    {
        await new OutboxTransport(Folder).SubmitAsync([Mails.Plain], default);
        File.WriteAllText(Path.Combine(Folder, $"{Mails.Number(1).OperationId:D}.0123.tmp"), "From: Stren");
        File.WriteAllText(Path.Combine(Folder, "notes.txt"), "mine");
        var outbox = new OutboxTransport(Folder);
        Assert.Equal(["6f1c9a52-0b1d-5c3e-9a55-3d1f0d2b7c11.eml", "notes.txt"], Files().Order());
        Assert.Equal(SubmissionState.NotKnown, await outbox.FindAsync(Mails.Number(1).OperationId, default));
        await outbox.SubmitAsync([Mails.Number(1)], default);
        Assert.Equal(3, Files().Count());
    }

    [Fact]
    public async Task The_file_answers_what_became_of_a_mail()
    {
        var outbox = new OutboxTransport(Folder);
        await outbox.SubmitAsync([Mails.Plain], default);
        Assert.Equal(SubmissionState.Known, await outbox.FindAsync(Mails.Plain.OperationId, default));
        Assert.Equal(SubmissionState.NotKnown, await outbox.FindAsync(Mails.Number(2).OperationId, default));
    }

    [Fact]
    public async Task Without_its_folder_the_outbox_takes_no_mail_for_now_and_gives_no_answer()
    {
        var outbox = new OutboxTransport(Folder);
        Directory.Delete(Folder);
        var result = Assert.Single(await outbox.SubmitAsync([Mails.Plain], default));
        Assert.Equal(SubmitOutcome.Down, result.Outcome);
        Assert.NotNull(result.RetryAfter);
        Assert.Equal(SubmissionState.NoAnswer, await outbox.FindAsync(Mails.Plain.OperationId, default));
        Directory.CreateDirectory(Folder);
        Assert.Equal<SubmitResult>([SubmitResult.Accepted], await outbox.SubmitAsync([Mails.Plain], default));
    }

    [Fact]
    public async Task A_mail_whose_file_cannot_be_written_stands_in_nobody_elses_way()
    {
        Directory.CreateDirectory(PathOf(Mails.Plain));
        var results = await new OutboxTransport(Folder).SubmitAsync([Mails.Plain, Mails.Number(1)], default);
        Assert.Equal([SubmitOutcome.Later, SubmitOutcome.Accepted], results.Select(r => r.Outcome));
    }

    [Fact]
    public async Task A_submission_that_is_called_off_before_it_begins_writes_nothing()
    {
        var outbox = new OutboxTransport(Folder);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => outbox.SubmitAsync([Mails.Plain], new CancellationToken(canceled: true)));
        Assert.Empty(Files());
    }

    private string PathOf(MailMessage mail) => Path.Combine(Folder, $"{mail.OperationId:D}.eml");

    private IEnumerable<string> Files() => Directory.EnumerateFiles(Folder).Select(f => Path.GetFileName(f));
}
