using StrengthDays.Coaching.Tests.Host;
using Xunit.Abstractions;

namespace StrengthDays.Coaching.Tests.Sigkill;

/// <summary>
/// Somebody sets the clock of the machine while the real host delivers: an hour back, and a day ahead.
/// </summary>
[Trait("Fault", "F23")]
public sealed class ClockJumpTests(ITestOutputHelper output)
{
    private static readonly TimeSpan _glance = TimeSpan.FromMilliseconds(3);

    private static readonly TimeSpan _hour = TimeSpan.FromHours(1);

    [Fact]
    [Trait("Category", "Once")]
    public async Task A_clock_that_jumps_while_mails_leave_loses_none_doubles_none_and_keeps_their_day()
    {
        using var folder = new TempFolder();
        using var clock = new FakeClock();
        var date = await SeededRunners.SeedAsync(folder, clock.Now);
        var delivered = new DeliveredFolder(folder.Path);
        SigkillTests.HintAtEverything(folder, clock.Now);
        using var host = HostProcess.Start(folder.Path, clock);

        await JumpAsync(() => delivered.Mails > 0, -_hour);
        await SigkillTests.UntilAsync(() => delivered.IsQuiet(clock.Now), host, 30 * _glance);
        var (first, next) = (delivered.Complaints(date, clock.Now).ToList(), delivered.NextDue);
        clock.Set(next + _hour - TimeProvider.System.GetUtcNow());
        SigkillTests.HintAtEverything(folder, clock.Now);
        var jump = await JumpAsync(() => delivered.Mails > SeededRunners.Count, clock.Ahead + (24 * _hour));
        SigkillTests.HintAtEverything(folder, jump);
        await SigkillTests.UntilAsync(() => delivered.IsQuiet(clock.Now, 2 * SeededRunners.Count), host, 30 * _glance);

        Assert.Empty(first);
        var zone = ZoneOf(next);
        Assert.Empty(delivered.EndComplaints(date, zone, jump));
        Assert.Empty(delivered.EndComplaints(DateOnly.FromDateTime((next + zone).DateTime), zone, jump));
        output.WriteLine($"{delivered.Mails} mails of {2 * SeededRunners.Count}; the others were a day late");

        // The instant it shows then; taken before it is set, because mails leave meanwhile.
        async Task<DateTimeOffset> JumpAsync(Func<bool> reached, TimeSpan to)
        {
            await SigkillTests.UntilAsync(reached, host, _glance);
            var jump = clock.Now - clock.Ahead + to;
            clock.Set(to);
            return jump;
        }
    }

    // Where it was nine when they were seeded, and their mails are due at eight.
    private static TimeSpan ZoneOf(DateTimeOffset due) =>
        (8 * _hour) - due.TimeOfDay is var ahead && ahead < -9 * _hour ? ahead + (24 * _hour) : ahead;
}
