using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using StrengthDays.Coaching.Storage;

namespace StrengthDays.Coaching.Tests.Sigkill;

/// <summary>
/// Looks at what a host left, with nothing of the product: the files of the outbox and the tables of the store.
/// </summary>
internal sealed partial class DeliveredFolder(string data)
{
    private readonly string _outbox = Path.Combine(data, "outbox");

    public int Mails => Directory.Exists(_outbox) ? Directory.GetFiles(_outbox, "*.eml").Length : 0;

    /// <summary>The earliest row of all.</summary>
    public DateTimeOffset NextDue => DueKey.MinuteOf(Read("SELECT min(bucket) FROM due")[0]);

    /// <summary>Nothing is left to do now.</summary>
    public bool IsQuiet(DateTimeOffset now) => IsQuiet(now, SeededRunners.Count);

    /// <param name="settled">Mails that have their end by then.</param>
    public bool IsQuiet(DateTimeOffset now, int settled) =>
        Read("SELECT count(*) FROM due WHERE bucket < $1", Minute(now))[0] == "0"
        && Read("SELECT count(*) FROM sent")[0] == Text(settled);

    /// <summary>
    /// Everybody has exactly one end for that date: a mail that is there, sent on its own day, or an alert that its time
    /// was over.
    /// </summary>
    /// <param name="zone">How far the runners are ahead of UTC.</param>
    /// <param name="jump">The clock was set to that; what was on its way just then is excused.</param>
    /// <returns>What is wrong.</returns>
    public IEnumerable<string> EndComplaints(DateOnly date, TimeSpan zone, DateTimeOffset jump)
    {
        var day = Iso(date);
        var mails = Directory.GetFiles(_outbox, "*.eml").Select(File.ReadAllText)
            .Where(mail => mail.Contains($"X-Strength-Days-Date: {day}", StringComparison.Ordinal)).ToList();
        return
        [
            .. Same("ends of", Read("SELECT id FROM plans"), Read("SELECT plan FROM sent WHERE date = $1", day)),
            .. Same(
                "alerts of",
                Read("SELECT plan || '|' || $1 FROM sent WHERE date = $1 AND status = 'Expired'", day),
                Read("SELECT key FROM alerts WHERE key LIKE '%' || $1", day)),
            .. Same(
                "accepted of",
                mails.Select(mail => To().Match(mail).Groups[1].Value),
                Read("SELECT inputs FROM sent JOIN plans ON id = plan WHERE date = $1 AND sent.status = 'Accepted'", day)
                    .Select(inputs => Address().Match(inputs).Value)),
            .. Read("SELECT DISTINCT status FROM sent WHERE status NOT IN ('Accepted', 'Expired')"),
            .. mails.Where(mail => !IsWhole(mail, day)).Select(_ => "a mail that is not whole"),
            .. mails.Select(LeftAt).Where(at => DateOnly.FromDateTime(at.ToOffset(zone).DateTime) != date)
                .Where(at => at < jump.AddSeconds(-1) || at > jump.AddMinutes(1)).Select(at => $"one for {day} left at {at:O}"),
        ];
    }

    /// <summary>Everybody has exactly one mail of that date, whole, and it is settled once; one row each is to come.</summary>
    /// <returns>What is wrong.</returns>
    public IEnumerable<string> Complaints(DateOnly date, DateTimeOffset now)
    {
        var mails = Directory.GetFiles(_outbox, "*.eml").Select(File.ReadAllText).ToList();
        return
        [
            .. Received(mails.Select(mail => To().Match(mail).Groups[1].Value)),
            .. mails.Where(mail => !IsWhole(mail, Iso(date))).Select(_ => "a mail that is not whole or of another date"),
            .. Same("no unfinished file", [], Directory.GetFiles(_outbox, "*.tmp")),
            .. StoreComplaints(date, now),
        ];
    }

    /// <summary>Everybody once.</summary>
    /// <param name="addresses">Of all mails that were accepted, again and again if they were.</param>
    public static IEnumerable<string> Received(IEnumerable<string> addresses) =>
        Same("mails to", Enumerable.Range(0, SeededRunners.Count).Select(SeededRunners.AddressOf), addresses);

    /// <summary>The part of it that is about ledger and due index.</summary>
    public IEnumerable<string> StoreComplaints(DateOnly date, DateTimeOffset now)
    {
        var plans = Read("SELECT id FROM plans ORDER BY id");
        var day = Iso(date);
        return
        [
            .. Same("ledger rows of", plans, Read("SELECT plan FROM sent WHERE status = 'Accepted' AND date = $1", day)),
            .. Same("ledger rows at all of", plans, Read("SELECT plan FROM sent")),
            .. Same("due rows of", plans, Read("SELECT row FROM due WHERE bucket > $1 AND lease IS NULL", Minute(now))),
            .. Same("due rows at all of", plans, Read("SELECT row FROM due")),
            .. Same("plans and due rows that agree", plans, Read(
                "SELECT id FROM plans JOIN due ON row = id WHERE nextAt = at AND nextDate = due.date AND header = plans.etag")),
            .. Same("nothing parked or alerted", [], Read("SELECT id FROM parked UNION SELECT key FROM alerts")),
        ];
    }

    private static string Iso(DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Same(string what, IEnumerable<string> expected, IEnumerable<string> found)
    {
        var (missing, extra) = (expected.ToList(), new List<string>());
        foreach (var one in found)
        {
            if (!missing.Remove(one))
                extra.Add(one);
        }

        return missing.Count + extra.Count == 0
            ? []
            : [$"{what}: {missing.Count} missing ({missing.FirstOrDefault()}), {extra.Count} extra ({extra.FirstOrDefault()})"];
    }

    private static DateTimeOffset LeftAt(string mail) => DateTimeOffset.ParseExact(
        Date().Match(mail).Groups[1].Value.Trim(), "ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture);

    private static bool IsWhole(string mail, string day)
    {
        var boundary = Boundary().Match(mail).Groups[1].Value;
        return mail.Contains($"X-Strength-Days-Date: {day}", StringComparison.Ordinal)
            && mail.Contains("X-Strength-Days-Kind: session", StringComparison.Ordinal)
            && boundary.Length > 0 && mail.TrimEnd().EndsWith($"--{boundary}--", StringComparison.Ordinal);
    }

    private List<string> Read(string sql, params string[] values)
    {
        using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = Path.Combine(data, "plans.db"), Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
            command.Parameters.AddWithValue(Text(i + 1).Insert(0, "$"), values[i]);
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        return rows;
    }

    private static string Minute(DateTimeOffset now) =>
        now.UtcDateTime.ToString("yyyyMMdd'T'HHmm", CultureInfo.InvariantCulture) + "-~";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^To: .*?([^\s<>]+@[^\s<>]+)", RegexOptions.Multiline)]
    private static partial Regex To();

    [GeneratedRegex(@"r\d+@example\.com")]
    private static partial Regex Address();

    [GeneratedRegex(@"^Date: (.*)", RegexOptions.Multiline)]
    private static partial Regex Date();

    [GeneratedRegex("boundary=\"?([^\"\\s;]+)")]
    private static partial Regex Boundary();
}
