using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Storage;

namespace StrengthDays.Coaching.Operation;

/// <summary>
/// How many mails ended how. Counted in memory as they are settled and added to the store now and then, because a count
/// of all mails would read them all and a write for each would cost as much as the mail. What a killed process had not
/// written is not counted; the mails themselves and the alerts are exact.
/// </summary>
public sealed class MailTally(ICounters counters, TimeProvider clock)
{
    /// <summary>Of the shared counts: ever since the store was made.</summary>
    public const string Ever = "mails";

    private static readonly Meter _meter = new("StrengthDays");
    private static readonly Counter<long> _mails = _meter.CreateCounter<long>("strength_days.mails", "{mail}");

    private readonly ConcurrentDictionary<(string Window, SentStatus Status), long> _pending = new();

    /// <summary>Of the shared counts: on a day, by UTC.</summary>
    public static string On(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{Ever}-{day:yyyyMMdd}");

    /// <summary>Notes one more mail that ended so; none is fine.</summary>
    public void Add(SentMail? mail)
    {
        if (mail is null)
            return;
        _mails.Add(1, new KeyValuePair<string, object?>("status", EnumNames<SentStatus>.Of(mail.Status)));
        var day = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        Add((Ever, mail.Status), 1);
        Add((On(day), mail.Status), 1);
    }

    /// <summary>Adds to the store what was noted since; what cannot be added is kept for the next time.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        foreach (var (key, _) in _pending)
        {
            if (!_pending.TryRemove(key, out var count))
                continue;
            try
            {
                await counters.AddAsync(
                    key.Window, [new(EnumNames<SentStatus>.Of(key.Status), count)], cancellationToken);
            }
            catch
            {
                Add(key, count);
                throw;
            }
        }
    }

    private void Add((string Window, SentStatus Status) key, long count) =>
        _pending.AddOrUpdate(key, count, (_, since) => since + count);
}
