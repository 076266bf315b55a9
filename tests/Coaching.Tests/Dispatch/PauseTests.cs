using System.Text;
using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Tests.Host;
using static StrengthDays.Coaching.Tests.Dispatch.Runners;

namespace StrengthDays.Coaching.Tests.Dispatch;

public sealed class PauseTests : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly World _world;

    public PauseTests() => _world = new World(_folder, new ManualClock(Monday));

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Sessions_inside_a_pause_are_skipped_with_a_reason_and_the_day_after_says_that_it_is_over()
    {
        var plan = await _world.EnrolAsync(Ana);
        await PauseAsync(plan, """{ "from": "2027-01-06", "to": "2027-01-11" }""");

        await _world.GoToAsync(Utc("2027-01-14T00:00"));

        Assert.Equal(
            [
                (Day("2027-01-04"), MailKind.Paused, SentStatus.Accepted, null),
                (Day("2027-01-06"), MailKind.Session, SentStatus.Skipped, "paused"),
                (Day("2027-01-08"), MailKind.Session, SentStatus.Skipped, "paused"),
                (Day("2027-01-12"), MailKind.Resumed, SentStatus.Accepted, null),
                (Day("2027-01-13"), MailKind.Session, SentStatus.Accepted, null),
            ],
            (await _world.ScheduledAsync(plan)).Select(m => (m.Date, m.Kind, m.Status, m.Reason)));
        Assert.Empty(_world.Alerts.Alerts);
    }

    [Fact]
    public async Task A_paused_runner_gets_no_session()
    {
        var plan = await _world.EnrolAsync(Ana);
        await PauseAsync(plan, """{ "to": "2027-01-11" }""");

        await _world.GoToAsync(Utc("2027-01-11T22:00"));

        Assert.DoesNotContain(_world.Outbox.Passed, m => m.Kind is MailKind.Session);
    }

    [Fact]
    public async Task An_open_pause_leaves_nothing_due_until_the_runner_resumes()
    {
        var plan = await _world.EnrolAsync(Ana);
        await PauseAsync(plan, "");
        var paused = await _world.PlanAsync(plan);

        Assert.Null(paused.Next);
        Assert.Equal(PlanStatus.Active, paused.Status);
        Assert.Empty(await _world.DueAsync());
    }

    [Fact]
    public async Task Resuming_writes_down_what_an_open_pause_swallowed_and_goes_on_today()
    {
        var plan = await _world.EnrolAsync(Ana);
        await PauseAsync(plan, """{ "from": "2027-01-05" }""");
        _world.Clock.Advance(Utc("2027-01-13T04:00") - _world.Now);

        await _world.ApplyAsync(plan, (edits, header) => edits.Resume(header));
        await _world.GoToAsync(Utc("2027-01-14T00:00"));

        Assert.Equal(
            [
                ("2027-01-06", SentStatus.Skipped), ("2027-01-08", SentStatus.Skipped), (
                    "2027-01-13", SentStatus.Accepted),
            ],
            (await _world.ScheduledAsync(plan)).Where(m => m.Kind is MailKind.Session).OrderBy(m => m.Date)
                .Select(m => ($"{m.Date:yyyy-MM-dd}", m.Status)));
        Assert.Equal([MailKind.Paused, MailKind.Resumed], _world.Outbox.Passed.Select(m => m.Kind)
            .Where(k => k is MailKind.Paused or MailKind.Resumed));
    }

    [Fact]
    public async Task A_pause_ended_early_is_not_announced_again_on_its_old_date()
    {
        var plan = await _world.EnrolAsync(Ana);
        await PauseAsync(plan, """{ "from": "2027-01-04", "to": "2027-01-10" }""");
        _world.Clock.Advance(Utc("2027-01-05T10:00") - _world.Now);
        await _world.ApplyAsync(plan, (edits, header) => edits.Resume(header));

        await _world.GoToAsync(Utc("2027-01-16T00:00"));

        Assert.Single(_world.Outbox.Passed, m => m.Kind is MailKind.Resumed);
        Assert.Equal(4, _world.Outbox.Passed.Count(m => m.Kind is MailKind.Session));
    }

    [Fact]
    public async Task A_pause_does_not_move_the_phases_of_a_race()
    {
        var plan = await _world.EnrolAsync(Ana);
        var before = await ReadAsync(plan);

        await PauseAsync(plan, """{ "from": "2027-02-01", "to": "2027-02-28" }""");

        Assert.Equal(before.Phases.AsEnumerable(), (await ReadAsync(plan)).Phases);
    }

    [Theory]
    [InlineData("""{ "from": "2027-01-03" }""", "from")]
    [InlineData("""{ "from": "2027-01-08", "to": "2027-01-07" }""", "to")]
    [InlineData("""{ "until": "2027-01-07" }""", "until")]
    public async Task A_pause_in_the_past_or_backwards_is_refused_by_name(string body, string member)
    {
        var plan = await _world.PlanAsync(await _world.EnrolAsync(Ana));

        var edit = _world.Get<PlanEdits>().Pause(plan, Encoding.UTF8.GetBytes(body));

        Assert.Null(edit.Change);
        Assert.Contains(member, edit.Problem!.Errors.ByMember.Keys);
    }

    [Fact]
    public async Task The_same_pause_twice_is_one_pause_and_one_mail()
    {
        var plan = await _world.EnrolAsync(Ana);

        await PauseAsync(plan, """{ "from": "2027-01-06", "to": "2027-01-11" }""");
        await PauseAsync(plan, """{ "from": "2027-01-06", "to": "2027-01-11" }""");

        Assert.Equal(2, (await _world.PlanAsync(plan)).Revision);
        Assert.Single(_world.Outbox.Passed, m => m.Kind is MailKind.Paused);
    }

    private Task PauseAsync(PlanId plan, string body) =>
        _world.ApplyAsync(plan, (edits, header) => edits.Pause(header, Encoding.UTF8.GetBytes(body)));

    private async Task<Training.Plan> ReadAsync(PlanId plan) =>
        _world.Get<PlanDocument>().PlanOf(await _world.PlanAsync(plan), []);
}
