using Azure;
using Azure.Data.Tables;
using StrengthDays.Coaching.Plans;
using static StrengthDays.Coaching.Storage.Tables.TableValues;

namespace StrengthDays.Coaching.Storage.Tables;

/// <summary>The rows of the table <c>Due</c>.</summary>
internal static class TableDueRows
{
    /// <summary>Empty while nobody has a lease, which is smaller than any instant.</summary>
    public const string Lease = "lease";

    /// <summary>What an entry needs of a row.</summary>
    public static readonly string[] Entry = ["PartitionKey", "RowKey", "header", Lease];

    public static DueEntry ReadEntry(TableEntity row) =>
        new(new DueKey(row.PartitionKey, row.RowKey), IsLeaseSound(row) ? row["header"] as string : null);

    public static TableEntity Of(DueRow due, Guid write)
    {
        var row = new TableEntity(due.Key.Bucket, due.Key.Row)
        {
            ["attempt"] = due.Attempt,
            ["revision"] = due.Revision,
        }.By(write);
        row.Set("mail", due.Mail.ToString());
        row.Set("date", TableValues.Of(due.Date));
        row.Set("at", TableValues.Of(due.At));
        row.Set("deadline", TableValues.Of(due.Deadline));
        row.Set("letter", due.Letter is { } letter ? StoredJson.Write(letter) : null);
        row.Set("state", due.State.ToString());
        row.Set("owner", due.Owner);
        row.Set(Lease, TableValues.Of(due.LeaseUntil));
        row.Set("hash", due.PayloadHash);
        row.Set("header", due.HeaderETag);
        row.Set("inputs", due.Inputs);
        row.Set("missed", due.Missed);
        row.Set("firstSent", TableValues.Of(due.FirstSent));
        if (due.ETag is { } etag)
            row.ETag = new ETag(etag);
        return row;
    }

    /// <summary>A row that cannot be read comes back with its defect, so that the others in its bucket go on.</summary>
    public static DueRow Read(TableEntity row) => Read(row, new DueKey(row.PartitionKey, row.RowKey));

    public static DueRow Read(TableEntity row, DueKey key)
    {
        try
        {
            return Parse(row, key);
        }
        catch (Exception e) when (IsDamage(e))
        {
            return Defective(row, key);
        }
    }

    private static bool IsLeaseSound(TableEntity row) =>
        row[Lease] is string lease && (lease is "" || TableValues.IsInstant(lease));

    private static DueRow Parse(TableEntity row, DueKey key) => new()
    {
        Key = key,
        ETag = row.ETag.ToString(),
        Mail = MailKey.Parse(row.Text("mail")),
        Date = row.Date("date"),
        At = row.Instant("at"),
        Deadline = row.Instant("deadline"),
        Letter = row.TextOrNull("letter") is { } letter ? StoredJson.Read<QueuedLetter>(letter) : null,
        State = row.Name<DueState>("state"),
        Attempt = row.Number("attempt"),
        Owner = row.TextOrNull("owner"),
        LeaseUntil = row.Text(Lease) is "" ? null : row.Instant(Lease),
        PayloadHash = row.TextOrNull("hash"),
        Revision = row.Number("revision"),
        HeaderETag = row.Text("header"),
        Inputs = row.Text("inputs"),
        Missed = row.TextOrNull("missed"),
        FirstSent = row.InstantOrNull("firstSent"),
    };

    private static DueRow Defective(TableEntity row, DueKey key) => new()
    {
        Key = key,
        ETag = row.ETag.ToString(),
        Mail = default,
        Date = default,
        At = default,
        Deadline = default,
        HeaderETag = "",
        Inputs = "",
        Defect = "unreadable due row",
    };
}
