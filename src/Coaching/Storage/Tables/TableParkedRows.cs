using System.Diagnostics.CodeAnalysis;
using Azure.Data.Tables;

namespace StrengthDays.Coaching.Storage.Tables;

/// <summary>
/// The rows of the table <c>Parked</c>: due rows, damaged ones too, with their key, the reason and the time beside
/// them.
/// </summary>
internal static class TableParkedRows
{
    public static TableEntity Of(TableEntity due, string reason, DateTimeOffset at)
    {
        var key = new DueKey(due.PartitionKey, due.RowKey);
        var row = new TableEntity(due)
        {
            PartitionKey = key.Plan,
            RowKey = ParkedRow.IdOf(key),
            ["bucket"] = key.Bucket,
            ["row"] = key.Row,
        };
        row.Set("reason", reason);
        row.Set("parkedAt", TableValues.Of(at));
        return row;
    }

    public static ParkedRow Read(TableEntity row) => new(
        row.RowKey, row.Text("reason"), row.Instant("parkedAt"), TableDueRows.Read(row, KeyOf(row)));

    /// <summary>See <see cref="IDueIndex.ReleaseAsync"/>.</summary>
    public static TableEntity Released(TableEntity parked)
    {
        var (bucket, row) = KeyOf(parked);
        var mayHaveLeft = parked["state"] is nameof(DueState.Submitting);
        var due = new TableEntity(parked)
        {
            PartitionKey = bucket,
            RowKey = row,
            // One is left to ask about, or else whoever fails to prepare the mail again would rebuild the row unasked.
            ["attempt"] = mayHaveLeft ? 1 : 0,
        };
        foreach (var name in new[] { "bucket", "row", "reason", "parkedAt" })
            due.Remove(name);
        if (!mayHaveLeft && !KeyOf(parked).IsErasure)
            due.Set("state", nameof(DueState.Hold));
        due.Set("owner", null);
        due.Set(TableDueRows.Lease, null);
        return due;
    }

    /// <summary>The partition of an id that may come from outside.</summary>
    public static bool TryPartition(string id, [NotNullWhen(true)] out string? partition)
    {
        partition = id.Split('.') is [_, var plan, ..] && TableValues.IsKey(id) ? plan : null;
        return partition is not null;
    }

    private static DueKey KeyOf(TableEntity row) => new(row.Text("bucket"), row.Text("row"));
}
