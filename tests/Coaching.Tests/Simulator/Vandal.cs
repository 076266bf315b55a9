using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Storage.Sqlite;

namespace StrengthDays.Coaching.Tests.Simulator;

/// <summary>Somebody with a database tool: damages a due row, takes one away, or adds one that no plan asks for.</summary>
internal sealed class Vandal(SqliteDatabase database, IDueIndex due, Record record, Random random)
{
    private static readonly string[] _damages =
    [
        "inputs = '{'", "inputs = '{}'", "deadline = 'never'", "state = 'Lost'", "mail = 'nobody'", "date = '2027-13-01'",
        "letter = '['", "header = '0'", "attempt = 'x'", "at = 'soon'",
    ];

    public async Task StrikeAsync(DateTimeOffset now)
    {
        var rows = await AllAsync();
        if (rows.Count == 0)
            return;
        var row = rows[random.Next(rows.Count)];
        if (random.Next(4) > 0)
            Damage(row.Key);
        else if (random.Next(2) == 0)
            Rob(row, now);
        else
            await due.PutAsync([row with { Key = row.Key with { Row = SimRunner.NewId(random).ToString() }, ETag = null }], default);
    }

    // What a lease protects is being worked on: whoever changes that under a worker's hands is no fault but a crime.
    private async Task<List<DueRow>> AllAsync()
    {
        var rows = new List<DueRow>();
        foreach (var bucket in await due.ListBucketsAsync(DueKey.End, int.MaxValue, default))
            rows.AddRange(await due.ListFreeAsync(bucket, DateTimeOffset.MinValue, 1000, default));
        return [.. rows.Where(r => r.Defect is null && r.State is DueState.Due or DueState.Recovered && !r.IsGuard)];
    }

    private void Damage(DueKey key)
    {
        var damage = _damages[random.Next(_damages.Length)];
        record.Tell($"{key.Row} in {key.Bucket} is damaged: {damage}");
        database.Write(session => session.Run(
            $"UPDATE due SET {damage}, etag = abs(random()) WHERE bucket = $1 AND row = $2", key.Bucket, key.Row));
    }

    private void Rob(DueRow row, DateTimeOffset now)
    {
        database.Write(session => session.Run(
            "DELETE FROM due WHERE bucket = $1 AND row = $2", row.Key.Bucket, row.Key.Row));
        record.Tell($"{row.Key.Row} in {row.Key.Bucket} is stolen");
        record.Robbed.Add((row.Mail.Plan, now));
    }
}
