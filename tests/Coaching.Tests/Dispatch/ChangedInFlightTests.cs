using System.Collections.Immutable;
using System.Text;
using StrengthDays.Coaching.Dispatch;
using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Mail;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Tests.Host;
using static StrengthDays.Coaching.Tests.Dispatch.Runners;

namespace StrengthDays.Coaching.Tests.Dispatch;

/// <summary>
/// The plan changes while its mail is on its way, and the transport then takes it another time: what is sent in the end
/// is what the plan says now.
/// </summary>
[Trait("Fault", "F27")]
[Trait("Fault", "F28")]
public sealed class ChangedInFlightTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly World _world;
    private PlanId _plan;

    public ChangedInFlightTests() => _world = new World(_folder, new ManualClock(Monday));

    public async Task InitializeAsync() => _plan = await _world.EnrolAsync(Ana);

    public async Task DisposeAsync()
    {
        await _world.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Who_unsubscribes_meanwhile_gets_nothing()
    {
        await RefuseOnceAsync(async () =>
            await _world.Get<Leaving>().UnsubscribeAsync(await _world.PlanAsync(_plan), default));

        Assert.Equal(0, Sessions());
        Assert.Empty(await _world.DueAsync());
    }

    [Fact]
    public async Task Who_unsubscribes_before_the_settled_plan_has_its_next_row_gets_nothing()
    {
        var index = _world.Get<IDueIndex>();
        var next = Assert.Single(await _world.DueAsync());
        await index.MoveOnAsync([], [next.Key], default);
        await _world.Get<Leaving>().UnsubscribeAsync(await _world.PlanAsync(_plan), default);
        await index.MoveOnAsync([next], [], default);

        await _world.GoToAsync(next.At + TimeSpan.FromHours(1));

        Assert.Equal(0, Sessions());
        Assert.Empty(await _world.DueAsync());
    }

    [Fact]
    [Trait("Fault", "F28")]
    public async Task A_letter_on_its_way_when_its_runner_leaves_is_in_the_ledger_all_the_same()
    {
        _world.Outbox.Hears = _ => new(SubmitOutcome.Unknown, "lost");
        await _world.ApplyAsync(_plan, (edits, plan) => edits.Pause(plan, "{}"u8.ToArray()));
        await _world.TickAsync();
        _world.Outbox.Hears = result => result;
        await _world.Get<Leaving>().UnsubscribeAsync(await _world.PlanAsync(_plan), default);

        await _world.GoToAsync(_world.Now + TimeSpan.FromMinutes(10));

        Assert.Equal(
            SentStatus.Accepted, (await _world.SentAsync(_plan)).Single(m => m.Kind is MailKind.Paused).Status);
        Assert.Empty(await _world.DueAsync());
    }

    [Fact]
    [Trait("Fault", "F22")]
    public async Task A_plan_that_asks_for_a_date_the_ledger_has_goes_on_and_sends_nothing_twice()
    {
        await _world.GoToAsync(Utc("2027-01-06T06:00"));
        var plan = await _world.PlanAsync(_plan);
        var lagging = plan with { Through = Day("2027-01-05"), Next = new(Day("2027-01-06"), Utc("2027-01-06T05:30")) };
        var etag = await _world.Get<IPlanStore>().SavePlanAsync(lagging, [], default);
        var row = DueRows.Scheduled(lagging with { ETag = etag })! with { State = DueState.Recovered };
        await _world.Get<IDueIndex>().MoveOnAsync([row], [Assert.Single(await _world.DueAsync()).Key], default);

        await _world.GoToAsync(_world.Now + TimeSpan.FromMinutes(5));

        Assert.Equal(1, Sessions());
        Assert.Equal(Day("2027-01-08"), (await _world.PlanAsync(_plan)).Next?.Date);
        Assert.Equal(Day("2027-01-08"), Assert.Single(await _world.DueAsync()).Date);
    }

    [Fact]
    [Trait("Fault", "F28")]
    public async Task Who_is_erased_while_a_repair_writes_his_rows_anew_gets_nothing()
    {
        var header = await _world.PlanAsync(_plan);
        var rows = DueRepair.Asked(header).Where(row => row.Letter is not null).ToImmutableArray();
        await _world.Get<Leaving>().EraseAsync(header, default);
        var before = _world.Outbox.Passed.Count;
        await _world.Get<IDueIndex>().MoveOnAsync(rows, [], default);

        await _world.GoToAsync(_world.Now + TimeSpan.FromMinutes(10));

        Assert.NotEmpty(rows);
        Assert.Equal(before, _world.Outbox.Passed.Count);
        Assert.Empty(await _world.DueAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Fault", "F22")]
    public async Task A_row_that_no_plan_asks_for_goes_and_does_not_have_its_plan_revised_every_minute(bool isErased)
    {
        var (plan, row) = (await _world.PlanAsync(_plan), Assert.Single(await _world.DueAsync()));
        if (isErased)
            await _world.Get<Leaving>().EraseAsync(plan, default);
        var orphan = row with
        {
            Key = DueKey.Scheduled(_plan, _world.Now),
            At = _world.Now,
            State = DueState.Recovered,
            Inputs = StoredJson.Write(plan.Inputs with { Engine = PlanInputs.CurrentEngine - 1 }),
            ETag = null,
        };
        await _world.Get<IDueIndex>().MoveOnAsync([orphan], [], default);

        await _world.GoToAsync(_world.Now + TimeSpan.FromMinutes(5));

        Assert.Equal(isErased ? [] : [row.Key], (await _world.DueAsync()).Select(r => r.Key));
        Assert.Equal(
            isErased ? null : plan.Revision, (await _world.Get<IPlanStore>().FindPlanAsync(_plan, default))?.Revision);
    }

    [Theory]
    [InlineData(SubmitOutcome.Later)]
    [InlineData(SubmitOutcome.Unknown)]
    [Trait("Fault", "F27")]
    public async Task Who_pauses_before_a_mail_that_never_left_is_sent_again_gets_no_session(SubmitOutcome outcome)
    {
        await RefuseOnceAsync(
            () => _world.ApplyAsync(_plan, (edits, plan) => edits.Pause(plan, "{}"u8.ToArray())), outcome);

        Assert.Equal(0, Sessions());
        Assert.Empty(await _world.DueAsync());
    }

    [Fact]
    [Trait("Fault", "F6")]
    public async Task A_pause_counts_from_the_answer_that_asked_for_it()
    {
        var at = Utc("2027-01-06T05:30");
        _world.Clock.Advance(at - _world.Now);
        _world.Outbox.Answer = _ =>
        {
            _world.Clock.Advance(TimeSpan.FromSeconds(40));
            return new SubmitResult(SubmitOutcome.Later, "slow", TimeSpan.FromMinutes(5));
        };

        await _world.TickAsync();

        Assert.Equal(at.AddSeconds(40).AddMinutes(5), Assert.Single(await _world.DueAsync()).LeaseUntil);
    }

    [Theory]
    [InlineData("""{ "minutes": 30 }""", SubmitOutcome.Later)]
    [InlineData("""{ "minutes": 30 }""", SubmitOutcome.Unknown)]
    [InlineData("""{ "sendAt": "09:00" }""", SubmitOutcome.Later)]
    [InlineData("""{ "sendAt": "09:00" }""", SubmitOutcome.Unknown)]
    [InlineData("""{ "timeZone": "Asia/Kathmandu" }""", SubmitOutcome.Later)]
    [Trait("Fault", "F27")]
    public async Task Who_changes_something_else_meanwhile_gets_it_all_the_same_and_once(
        string patch, SubmitOutcome outcome)
    {
        await RefuseOnceAsync(() => ChangeAsync(patch), outcome);

        Assert.Equal(1, Sessions());
        Assert.Equal(SentStatus.Accepted, Assert.Single(await _world.ScheduledAsync(_plan)).Status);
        Assert.Equal(Day("2027-01-08"), Assert.Single(await _world.DueAsync()).Date);
        Assert.Empty(_world.Alerts.Alerts);
    }

    [Fact]
    [Trait("Fault", "F27")]
    public async Task A_mail_that_never_leaves_after_a_change_does_not_end_in_silence()
    {
        _world.Clock.Advance(Utc("2027-01-06T05:30") - _world.Now);
        var changed = false;
        _world.Outbox.Answer = mail =>
        {
            if (!changed)
                ChangeAsync("""{ "minutes": 30 }""").GetAwaiter().GetResult();
            changed = true;
            return new(SubmitOutcome.Later, "busy", TimeSpan.FromHours(20));
        };
        await _world.TickAsync();

        await _world.GoToAsync(Utc("2027-01-07T12:00"));

        Assert.Equal(0, Sessions());
        Assert.Equal(SentStatus.Expired, Assert.Single(await _world.ScheduledAsync(_plan)).Status);
        Assert.Single(_world.Alerts.Alerts);
        Assert.Equal(Day("2027-01-08"), Assert.Single(await _world.DueAsync()).Date);
    }

    [Fact]
    public async Task Who_changes_nothing_gets_it_later()
    {
        await RefuseOnceAsync(() => Task.CompletedTask);

        Assert.Equal(1, Sessions());
        Assert.Equal(SentStatus.Accepted, Assert.Single(await _world.ScheduledAsync(_plan)).Status);
        Assert.Single(await _world.DueAsync());
    }

    private Task ChangeAsync(string patch) =>
        _world.ApplyAsync(_plan, (edits, plan) => edits.Patch(plan, Encoding.UTF8.GetBytes(patch)));

    /// <summary>At the first attempt at the session of Wednesday.</summary>
    private async Task RefuseOnceAsync(Func<Task> meanwhile, SubmitOutcome outcome = SubmitOutcome.Later)
    {
        _world.Clock.Advance(Utc("2027-01-06T05:30") - _world.Now);
        _world.Outbox.Answer = mail =>
        {
            if (mail.Kind is not MailKind.Session)
                return null;
            _world.Outbox.Answer = _ => null;
            meanwhile().GetAwaiter().GetResult();
            return new(outcome, "busy", TimeSpan.FromMinutes(5));
        };
        await _world.TickAsync();
        await _world.GoToAsync(Utc("2027-01-06T20:00"));
    }

    private int Sessions() => Directory.GetFiles(_folder["outbox"], "*.eml")
        .Count(file => File.ReadAllText(file).Contains("X-Strength-Days-Kind: session", StringComparison.Ordinal));
}
