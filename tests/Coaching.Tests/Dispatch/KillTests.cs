using System.Text;
using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Mail;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Tests.Host;
using StrengthDays.Coaching.Tests.Storage;
using static StrengthDays.Coaching.Tests.Dispatch.Runners;

namespace StrengthDays.Coaching.Tests.Dispatch;

/// <summary>
/// The process dies before and after each single call to store and transport, is started again, and runs on. Whatever
/// the moment: every date is settled exactly once, nothing is sent twice, and each plan has the one due row its header
/// asks for.
/// </summary>
[Trait("Fault", "F1")]
[Trait("Fault", "F2")]
[Trait("Fault", "F13")]
[Trait("Fault", "F27")]
[Trait("Fault", "F28")]
[Trait("Fault", "F30")]
[Trait("Category", "Once")]
public abstract class KillTests
{
    /// <summary>Who is sent a mail in the same minute.</summary>
    protected abstract string[] Runners { get; }

    [Fact]
    public async Task Killed_while_it_sends()
    {
        await ForEachMomentAsync(
            async world =>
            {
                foreach (var runner in Runners)
                    await world.EnrolAsync(Named(runner));
                world.Clock.Advance(Utc("2027-01-06T05:30") - world.Now);
            },
            world => world.TickAsync(),
            async (world, passed) =>
            {
                var count = Runners.Length;
                Assert.Equal(count, passed.Count(m => m.LocalDate == Day("2027-01-06")));
                Assert.Equal(count, passed.Count(m => m.LocalDate == Day("2027-01-08")));
                Assert.Equal(2 * count, passed.DistinctBy(m => m.OperationId).Count(m => m.Kind is MailKind.Session));
                await AssertSettledAsync(world, Runners);
            });
    }

    [Fact]
    public async Task Killed_while_it_changes_a_plan()
    {
        await ForEachMomentAsync(
            world => world.EnrolAsync(Ana),
            world => EditAsync(
                world, (edits, plan) => edits.Pause(plan, Body("""{ "from": "2027-01-05", "to": "2027-01-07" }"""))),
            async (world, passed) =>
            {
                var plan = await FindAsync(world, Ana.Email);
                var skipped = (await world.SentAsync(plan)).Where(
                    m => m.Status is SentStatus.Skipped).Select(m => m.Date);
                var sent = passed.Where(m => m.Kind is MailKind.Session).Select(m => m.LocalDate);
                // Either it never happened, or all of it did.
                var happened = (await world.PlanAsync(plan)).Revision == 2;
                Assert.Equal(happened ? ["2027-01-06"] : [], skipped.Select(Iso));
                Assert.Equal(happened ? ["2027-01-08"] : ["2027-01-06", "2027-01-08"], sent.Select(Iso));
                Assert.Equal(happened ? 1 : 0, passed.Count(m => m.Kind is MailKind.Paused));
                await AssertSettledAsync(world, Ana.Email);
            });
    }

    [Fact]
    public async Task Killed_while_somebody_signs_up_and_does_it_again()
    {
        await ForEachMomentAsync(
            _ => Task.CompletedTask,
            world => world.Get<SignUp>().RunAsync(Ana, default),
            async (world, passed) =>
            {
                await world.Get<SignUp>().RunAsync(Ana, default);
                await world.GoToAsync(Utc("2027-01-04T00:00"));
                Assert.Single(
                    world.Outbox.Passed.Concat(passed).DistinctBy(m => m.OperationId), m => m.Kind is MailKind.Confirm);
                var pending = (await world.Get<People>().FindAsync(Ana.Email, default))!.Pending!.Value;
                Assert.Equal(PlanStatus.Pending, (await world.PlanAsync(pending)).Status);
                Assert.Equal(pending, Assert.Single(await world.DueAsync()).Mail.Plan);
            },
            until: "2027-01-03T23:10");
    }

    [Fact]
    public async Task Killed_while_somebody_confirms_and_does_it_again()
    {
        await ForEachMomentAsync(
            world => world.Get<SignUp>().RunAsync(Ana, default),
            world => ConfirmAsync(world),
            async (world, passed) =>
            {
                await ConfirmAsync(world);
                await world.GoToAsync(Utc("2027-01-09T00:00"));
                Assert.Single(
                    world.Outbox.Passed.Concat(passed).DistinctBy(m => m.OperationId), m => m.Kind is MailKind.Welcome);
                await AssertSettledAsync(world, Ana.Email);
            },
            until: "2027-01-03T23:10");
    }

    [Fact]
    public async Task Killed_while_it_erases_and_it_is_erased_to_its_end_or_never_was()
    {
        await ForEachMomentAsync(
            world => world.EnrolAsync(Ana),
            world => EraseAsync(world),
            async (world, _) =>
            {
                if ((await world.Get<People>().FindAsync(Ana.Email, default))!.Plan is { } plan)
                    Assert.Equal(plan, Assert.Single(await world.DueAsync()).Mail.Plan);
                else
                    Assert.Empty(await world.DueAsync());
                await EraseAsync(world);
                await world.GoToAsync(Utc("2027-01-09T00:00"));
                Assert.Empty(await world.DueAsync());
            },
            until: "2027-01-03T23:10");
    }

    /// <summary>Null for a store on the disk.</summary>
    private protected abstract Task<TableAccount?> NewTablesAsync();

    private async Task ForEachMomentAsync(
        Func<World, Task> prepare,
        Func<World, Task> act,
        Func<World, List<MailMessage>, Task> check,
        string until = "2027-01-09T00:00")
    {
        for (var moment = 1; ; moment++)
        {
            using var folder = new TempFolder();
            var tables = await NewTablesAsync();
            var clock = new ManualClock(Monday);
            await using (var before = new World(folder, clock, tables: tables))
                await prepare(before);
            var faults = new Faults(moment);
            await using var dying = new World(folder, clock, faults, tables: tables);
            var killed = await Record.ExceptionAsync(() => act(dying));
            Assert.True(killed is null or KilledException, $"Moment {moment}: {killed}");
            await using var next = new World(folder, clock, tables: tables);
            await RunOnAsync(next, until, dying.Outbox.Passed, check, moment);
            if (!faults.IsDead)
                return;
        }
    }

    /// <summary>The next process, from its start on.</summary>
    private static async Task RunOnAsync(
        World world,
        string until,
        List<MailMessage> passed,
        Func<World, List<MailMessage>, Task> check,
        int moment)
    {
        try
        {
            await world.Get<IDueIndex>().EndForgottenLeasesAsync(world.Now.AddSeconds(5), default);
            world.Clock.Advance(TimeSpan.FromSeconds(5));
            await world.GoToAsync(Utc(until));
            await check(world, [.. passed, .. world.Outbox.Passed]);
            Assert.Empty(world.Alerts.Alerts);
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"Killed at moment {moment}.", e);
        }
    }

    /// <summary>Each plan has the one due row its header asks for, and no two mails of one date.</summary>
    private static async Task AssertSettledAsync(World world, params string[] emails)
    {
        var due = await world.DueAsync();
        Assert.Equal(emails.Length, due.Length);
        foreach (var email in emails)
        {
            var plan = await world.PlanAsync(await FindAsync(world, email));
            Assert.Contains(
                due, row => row.Key == DueKey.Scheduled(plan.Id, plan.Next!.Value.At) && row.HeaderETag == plan.ETag);
            Assert.Equal(Day("2027-01-08"), plan.Through);
        }
    }

    private static async Task<PlanId> FindAsync(World world, string email) =>
        (await world.Get<People>().FindAsync(email, default))!.Plan!.Value;

    private static async Task EditAsync(World world, Func<PlanEdits, PlanHeader, Edit> edit) =>
        await world.ApplyAsync(await FindAsync(world, Ana.Email), edit);

    private static async Task ConfirmAsync(World world)
    {
        var person = (await world.Get<People>().FindAsync(Ana.Email, default))!;
        var signUp = await world.Get<IPlanStore>().FindPlanAsync((person.Pending ?? person.Plan)!.Value, default);
        await world.Get<Confirmation>().RunAsync(signUp!, default);
    }

    private static async Task EraseAsync(World world)
    {
        if ((await world.Get<People>().FindAsync(Ana.Email, default))!.Plan is { } id
            && await world.Get<IPlanStore>().FindPlanAsync(id, default) is { } plan)
            await world.Get<Leaving>().EraseAsync(plan, default);
    }

    private static byte[] Body(string json) => Encoding.UTF8.GetBytes(json);

    private static string Iso(DateOnly date) => date.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}

public sealed class SqliteKillTests : KillTests
{
    protected override string[] Runners => ["a@example.com", "b@example.com", "c@example.com"];

    private protected override Task<TableAccount?> NewTablesAsync() => Task.FromResult<TableAccount?>(null);
}

public sealed class TableKillTests : KillTests
{
    protected override string[] Runners => ["a@example.com"];

    private protected override async Task<TableAccount?> NewTablesAsync() => await TableAccount.NewAsync();
}
