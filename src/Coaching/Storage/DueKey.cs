using System.Globalization;
using StrengthDays.Coaching.Plans;

namespace StrengthDays.Coaching.Storage;

/// <summary>Place of a row in the due index. Sorted as text, the smallest is the oldest work.</summary>
/// <param name="Bucket">Minute and shard, e.g. <c>20270104T0530-07</c>: one partition.</param>
/// <param name="Row">Plan id for the plan's scheduled row, the mail's key for an immediate one.</param>
public readonly record struct DueKey(string Bucket, string Row)
{
    /// <summary>Greater than every bucket.</summary>
    public const string End = "~";

    public static DueKey Scheduled(PlanId plan, DateTimeOffset at) => new(BucketOf(at, plan), plan.ToString());

    public static DueKey Immediate(PlanId plan, QueuedLetter letter) =>
        new(BucketOf(letter.At, plan), MailKey.Of(plan, letter).ToString());

    /// <summary>Of a promise to end what was begun.</summary>
    public static DueKey Guard(MailKey promise, DateTimeOffset now) =>
        new(BucketOf(now, promise.Plan), promise.ToString());

    /// <summary>What stands where the plan's id does: a row put there by hand may hold anything.</summary>
    public string Plan => Row.Split('|')[0];

    /// <summary>The promise to erase a plan to its end.</summary>
    public bool IsErasure => Row.EndsWith(MailKey.ErasureTail, StringComparison.Ordinal);

    /// <summary>Greater than every bucket due at that time, not greater than any later one.</summary>
    public static string After(DateTimeOffset now) => Minute(now) + "-~";

    public static bool IsBucket(string text) =>
        text.Length == 16 && text[13] == '-'
        && DateTime.TryParseExact(
            text[..13], "yyyyMMdd'T'HHmm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)
        && int.TryParse(text[14..], NumberStyles.None, CultureInfo.InvariantCulture, out var shard)
        && shard < PlanId.Shards;

    /// <summary>First instant of a bucket's minute.</summary>
    public static DateTimeOffset MinuteOf(string bucket) => DateTimeOffset.ParseExact(
        bucket[..13], "yyyyMMdd'T'HHmm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static string BucketOf(DateTimeOffset at, PlanId plan) =>
        string.Create(CultureInfo.InvariantCulture, $"{Minute(at)}-{plan.Shard:00}");

    private static string Minute(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyyMMdd'T'HHmm", CultureInfo.InvariantCulture);
}

/// <summary>As much of a row as says whether its plan agrees.</summary>
/// <param name="HeaderETag">See <see cref="DueRow.HeaderETag"/>; null when the row is damaged.</param>
public readonly record struct DueEntry(DueKey Key, string? HeaderETag);
