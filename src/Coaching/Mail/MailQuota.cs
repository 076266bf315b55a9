using System.Collections.Immutable;
using StrengthDays.Coaching.Storage;

namespace StrengthDays.Coaching.Mail;

/// <summary>
/// How many mails may leave in any minute and in any hour, wherever it begins; 0 is no limit. Values in, values out.
/// Counted in pieces of ten seconds, and a piece weighs until its last instant is over: never more than the limit.
/// </summary>
public readonly record struct MailQuota(int PerMinute, int PerHour)
{
    private const int SlotSeconds = 10;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public bool IsLimited => PerMinute > 0 || PerHour > 0;

    /// <summary>Mails that may leave now.</summary>
    public int Room(ImmutableArray<Take> taken, DateTimeOffset now) => Math.Min(
        Room(taken, PerMinute, Minute, now), Room(taken, PerHour, Hour, now));

    /// <summary>When there is room again; now, when there is.</summary>
    public DateTimeOffset OpensAt(ImmutableArray<Take> taken, DateTimeOffset now)
    {
        var (minute, hour) = (OpensAt(taken, PerMinute, Minute, now), OpensAt(taken, PerHour, Hour, now));
        return minute > hour ? minute : hour;
    }

    /// <summary>With some more taken now, and without what weighs no more.</summary>
    public static ImmutableArray<Take> Add(ImmutableArray<Take> taken, int count, DateTimeOffset now)
    {
        var slot = now.ToUnixTimeSeconds() / SlotSeconds;
        var same = taken.Where(t => t.Slot == slot).Sum(t => t.Count);
        return [.. taken.Where(t => t.Slot != slot && EndOf(t) + Hour > now), new Take(slot, same + count)];
    }

    private static int Room(ImmutableArray<Take> taken, int limit, TimeSpan window, DateTimeOffset now) =>
        limit == 0 ? int.MaxValue : Math.Max(0, limit - taken.Where(t => EndOf(t) + window > now).Sum(t => t.Count));

    private static DateTimeOffset OpensAt(ImmutableArray<Take> taken, int limit, TimeSpan window, DateTimeOffset now)
    {
        var weighing = taken.Where(t => EndOf(t) + window > now).OrderBy(t => t.Slot).ToList();
        var over = limit == 0 ? -1 : weighing.Sum(t => t.Count) - limit;
        for (var i = 0; i < weighing.Count && over >= 0; i++)
        {
            over -= weighing[i].Count;
            now = EndOf(weighing[i]) + window;
        }

        return now;
    }

    private static DateTimeOffset EndOf(Take take) => DateTimeOffset.FromUnixTimeSeconds((take.Slot + 1) * SlotSeconds);
}
