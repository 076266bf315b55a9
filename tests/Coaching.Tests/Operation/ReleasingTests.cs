using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Mail;
using StrengthDays.Coaching.Operation;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Tests.Dispatch;
using StrengthDays.Coaching.Tests.Host;
using static StrengthDays.Coaching.Tests.Dispatch.Runners;

namespace StrengthDays.Coaching.Tests.Operation;

/// <summary>A mail that ended badly, and the operator who lets it be tried again.</summary>
public sealed class ReleasingTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly World _world;
    private PlanId _plan;

    public ReleasingTests() => _world = new World(_folder, new ManualClock(Monday));

    public async Task InitializeAsync() => _plan = await _world.EnrolAsync(Ana);

    public async Task DisposeAsync()
    {
        await _world.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_mail_that_failed_is_sent_after_all_and_its_plan_goes_on_as_if_nothing_had_been()
    {
        await FailAsync();
        var failed = Assert.Single(await _world.ScheduledAsync(_plan));
        Assert.Equal(SentStatus.Failed, failed.Status);
        Assert.Equal([failed.Key], (await AlertsAsync()).Select(a => a.Key));

        Assert.Equal(Released.Due, await ReleaseAsync());
        await _world.GoToAsync(Utc("2027-01-09T00:00"));

        // A service that honours the header would call the first attempt too old, again and again.
        Assert.False(_world.Outbox.Passed.Last(m => m.LocalDate == Day("2027-01-06")).IsRepeat);

        Assert.Equal(
            [(6, SentStatus.Accepted), (8, SentStatus.Accepted)],
            (await _world.ScheduledAsync(_plan)).Select(m => (m.Date.Day, m.Status)));
        Assert.Equal(2, Files());
        Assert.Empty(await AlertsAsync());
        Assert.Single(await _world.DueAsync());
    }

    [Fact]
    public async Task A_mail_that_had_arrived_is_noted_and_not_sent_again()
    {
        await FailAsync(arrived: true);
        var handedOver = _world.Outbox.Passed.Count;

        Assert.Equal(Released.Arrived, await ReleaseAsync());
        await _world.GoToAsync(Utc("2027-01-07T00:00"));

        Assert.Equal(SentStatus.Accepted, Assert.Single(await _world.ScheduledAsync(_plan)).Status);
        Assert.Equal(handedOver, _world.Outbox.Passed.Count);
        Assert.Empty(await _world.Get<IDueIndex>().ListParkedAsync(9, default));
    }

    [Fact]
    public async Task A_mail_whose_day_is_over_stays_as_it_ended_and_leaves_the_list()
    {
        await FailAsync();
        await _world.GoToAsync(Utc("2027-01-07T00:00"));

        Assert.Equal(Released.TooLate, await ReleaseAsync());
        await _world.GoToAsync(Utc("2027-01-07T12:00"));

        Assert.Equal(SentStatus.Failed, Assert.Single(await _world.ScheduledAsync(_plan)).Status);
        Assert.Empty(await _world.Get<IDueIndex>().ListParkedAsync(9, default));
        Assert.Equal(0, Files());
    }

    [Fact]
    public async Task Who_unsubscribed_meanwhile_gets_nothing()
    {
        await FailAsync();
        await _world.Get<Leaving>().UnsubscribeAsync(await _world.PlanAsync(_plan), default);

        Assert.Equal(Released.Unwanted, await ReleaseAsync());
        await _world.GoToAsync(Utc("2027-01-07T00:00"));

        Assert.Equal(0, Files());
    }

    [Fact]
    [Trait("Fault", "F28")]
    public async Task Who_unsubscribed_gets_nothing_from_a_row_that_was_parked_before_anything_was_sent()
    {
        await ParkAsync();
        await _world.Get<Leaving>().UnsubscribeAsync(await _world.PlanAsync(_plan), default);
        await _world.GoToAsync(Utc("2027-01-05T12:00"));

        await ReleaseAsync();
        await _world.GoToAsync(Utc("2027-01-09T00:00"));

        Assert.Equal(0, Files());
        Assert.Empty(await _world.DueAsync());
    }

    [Fact]
    [Trait("Fault", "F27")]
    public async Task A_row_that_was_parked_before_anything_was_sent_says_what_the_plan_says_now()
    {
        await ParkAsync();
        await _world.ApplyAsync(
            _plan, (edits, plan) => edits.Patch(plan, """{ "name": "Anna", "sendAt": "07:30" }"""u8.ToArray()));
        await _world.GoToAsync(Utc("2027-01-05T12:00"));

        await ReleaseAsync();
        await _world.GoToAsync(Utc("2027-01-07T00:00"));

        Assert.Equal(1, Files());
        Assert.Contains("Anna", _world.Outbox.Passed[^1].Text, StringComparison.Ordinal);
        Assert.Equal(Utc("2027-01-06T06:30"), Assert.Single(await _world.ScheduledAsync(_plan)).At);
    }

    [Fact]
    [Trait("Fault", "F2")]
    public async Task A_row_that_was_parked_while_its_mail_may_have_left_is_asked_for_and_not_sent_again()
    {
        await _world.GoToAsync(Utc("2027-01-06T05:29"));
        var row = Assert.Single(await _world.DueAsync());
        var leaving = row with { State = DueState.Submitting, Attempt = 1 };
        await _world.Get<IDueIndex>().PutAsync([leaving], default);
        await _world.Get<IDueIndex>().ParkAsync(leaving, "could not be prepared", default);
        _world.Outbox.Find = () => SubmissionState.Known;

        await ReleaseAsync();
        await _world.GoToAsync(Utc("2027-01-06T07:00"));

        Assert.Equal(0, Files());
        Assert.Equal(SentStatus.Accepted, Assert.Single(await _world.ScheduledAsync(_plan)).Status);
    }

    [Fact]
    public async Task A_released_mail_says_what_the_plan_says_now()
    {
        await FailAsync();
        await _world.ApplyAsync(_plan, (edits, plan) => edits.Patch(plan, """{ "name": "Anna" }"""u8.ToArray()));

        await ReleaseAsync();
        await _world.GoToAsync(Utc("2027-01-07T00:00"));

        Assert.Contains("Anna", _world.Outbox.Passed[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_erased_plan_leaves_no_alert()
    {
        await FailAsync();

        await _world.Get<Leaving>().EraseAsync(await _world.PlanAsync(_plan), default);

        Assert.Empty(await AlertsAsync());
        Assert.Equal(Released.NotFound, await ReleaseAsync(ParkedRow.IdOf(new("20270106T0530-00", _plan.ToString()))));
    }

    [Fact]
    public async Task Old_alerts_and_old_counts_go_by_night()
    {
        await FailAsync();
        await _world.Get<MailTally>().FlushAsync(default);

        _world.Clock.Advance(TimeSpan.FromDays(MailAlerts.KeepDays + 2));
        await _world.Get<Tidying>().RunAsync(default);

        Assert.Empty(await AlertsAsync());
        var counters = _world.Get<ICounters>();
        Assert.Empty(await counters.ListAsync(MailTally.On(new DateOnly(2027, 1, 6)), default));
        Assert.NotEmpty(await counters.ListAsync(MailTally.Ever, default));
    }

    [Fact]
    public async Task An_alert_that_its_mail_refutes_goes_by_night()
    {
        await FailAsync();
        var failed = Assert.Single(await AlertsAsync());
        await _world.Get<IPlanStore>().ReviseSentAsync(failed, failed with { Status = SentStatus.Bounced }, default);
        await _world.Get<Tidying>().RunAsync(default);
        Assert.Single(await AlertsAsync());

        _world.Clock.Advance(TimeSpan.FromDays(1));
        await _world.Get<Tidying>().RunAsync(default);

        Assert.Empty(await AlertsAsync());
    }

    [Fact]
    public async Task An_alert_that_is_true_stays()
    {
        await FailAsync();
        _world.Clock.Advance(TimeSpan.FromDays(2));

        await _world.Get<Tidying>().RunAsync(default);

        Assert.Single(await AlertsAsync());
    }

    /// <summary>Five attempts without an answer, and the session mail of Wednesday is parked.</summary>
    private async Task FailAsync(bool arrived = false)
    {
        var lost = new SubmitResult(SubmitOutcome.Unknown);
        _world.Outbox.Answer = mail => mail.Kind is MailKind.Session && !arrived ? lost : null;
        _world.Outbox.Hears = result => arrived ? lost : result;
        _world.Outbox.Find = () => SubmissionState.NotKnown;
        await _world.GoToAsync(Utc("2027-01-06T07:00"));
        _world.Outbox.Answer = _ => null;
        _world.Outbox.Hears = result => result;
        _world.Outbox.Find = () => null;
    }

    /// <summary>The session mail of Wednesday, as a release that cannot prepare it parks it.</summary>
    private async Task ParkAsync() => await _world.Get<IDueIndex>().ParkAsync(
        Assert.Single(await _world.DueAsync()), "could not be prepared", default);

    private async Task<Released> ReleaseAsync(string? id = null) => await _world.Get<Releasing>().RunAsync(
        id ?? Assert.Single(await _world.Get<IDueIndex>().ListParkedAsync(9, default)).Id, default);

    private Task<System.Collections.Immutable.ImmutableArray<SentMail>> AlertsAsync() =>
        _world.Get<IAlertStore>().ListAsync(9, default);

    private int Files() => Directory.GetFiles(_folder["outbox"], "*.eml")
        .Count(file => File.ReadAllText(file).Contains("X-Strength-Days-Kind: session", StringComparison.Ordinal));
}
