using System.Collections.Immutable;
using StrengthDays.Coaching.Mail;
using StrengthDays.Coaching.Storage;

namespace StrengthDays.Coaching.Tests.Mail;

public sealed class MailQuotaTests
{
    private static readonly DateTimeOffset Start = new(2027, 1, 6, 5, 30, 0, TimeSpan.Zero);

    [Fact]
    public void Without_limits_there_is_always_room() =>
        Assert.Equal(int.MaxValue, new MailQuota(0, 0).Room([new Take(0, int.MaxValue / 2)], Start));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void However_it_is_asked_no_minute_and_no_hour_ever_holds_more_than_its_limit(int seed)
    {
        var random = new Random(seed);
        var quota = new MailQuota(30, 100);
        var (taken, log, now) = (ImmutableArray<Take>.Empty, new List<(DateTimeOffset At, int Count)>(), Start);
        for (var i = 0; i < 1500; i++)
        {
            now += TimeSpan.FromMilliseconds(random.Next(8000));
            var block = Math.Min(random.Next(40), quota.Room(taken, now));
            taken = MailQuota.Add(taken, block, now);
            log.Add((now, block));
        }

        Assert.InRange(Most(TimeSpan.FromMinutes(1)), 0, 30);
        Assert.InRange(Most(TimeSpan.FromHours(1)), 0, 100);
        // And it does not starve: of what a hundred minutes allowed, most was given.
        Assert.InRange(log.Sum(t => t.Count), 150, 300);

        int Most(TimeSpan window) => log.Where(t => t.Count > 0).Max(first => log
            .Where(t => t.At >= first.At && t.At < first.At + window).Sum(t => t.Count));
    }

    [Fact]
    public void It_says_when_there_is_room_again_and_not_before()
    {
        var quota = new MailQuota(30, 0);
        var taken = MailQuota.Add(MailQuota.Add([], 20, Start), 10, Start.AddSeconds(25));

        var opens = quota.OpensAt(taken, Start.AddSeconds(30));

        Assert.Equal(Start.AddSeconds(70), opens);
        Assert.Equal((0, 20), (quota.Room(taken, opens.AddTicks(-1)), quota.Room(taken, opens)));
    }

    [Fact]
    public void With_room_it_is_open_now() => Assert.Equal(Start, new MailQuota(30, 100).OpensAt([], Start));

    [Fact]
    public void What_weighs_no_more_is_forgotten() =>
        Assert.Single(MailQuota.Add(MailQuota.Add([], 5, Start), 5, Start.AddMinutes(61)));
}
