using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Links;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Tests.Dispatch;
using StrengthDays.Coaching.Tests.Host;
using static StrengthDays.Coaching.Tests.Dispatch.Runners;

namespace StrengthDays.Coaching.Tests.Plans;

public sealed class SignUpTests : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly World _world;

    public SignUpTests() => _world = new World(_folder, new ManualClock(Monday));

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_sign_up_gets_one_confirmation_mail_and_nothing_else()
    {
        await SignUpAsync(Ana);
        await _world.GoToAsync(Utc("2027-01-09T00:00"));

        Assert.Equal(MailKind.Confirm, Assert.Single(_world.Outbox.Passed).Kind);
    }

    [Fact]
    public async Task A_sign_up_that_nobody_confirms_is_erased_after_seven_days()
    {
        await SignUpAsync(Ana);
        var id = await PendingAsync(Ana);

        await _world.GoToAsync(Monday.AddDays(7));

        Assert.Null(await _world.Get<IPlanStore>().FindPlanAsync(id, default));
        Assert.Empty(await _world.SentAsync(id));
        Assert.Empty(await _world.DueAsync());
        var person = await _world.Get<People>().FindAsync(Ana.Email, default);
        Assert.Equal((null, 1), (person!.Pending, person.Confirmations));
    }

    [Fact]
    public async Task An_address_gets_one_confirmation_mail_a_day_and_three_in_all()
    {
        for (var hour = 0; hour < 24 * 20; hour += 8)
        {
            await SignUpAsync(Ana);
            await _world.GoToAsync(_world.Now.AddHours(8));
        }

        Assert.Equal([0, 1, 2], _world.Outbox.Passed.Select(m => (int)Math.Round((m.Date - Monday).TotalDays)));
    }

    [Fact]
    public async Task Two_sign_ups_at_the_same_moment_are_one()
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => SignUpAsync(Ana))));
        // A sign-up that lost may have promised a change that another one made: kept when the promise is found.
        await _world.GoToAsync(_world.Now.AddMinutes(5));

        Assert.Single(_world.Outbox.Passed);
        Assert.Single(await _world.DueAsync());
    }

    [Fact]
    public async Task The_newest_answers_count_when_it_is_confirmed()
    {
        await SignUpAsync(Ana);
        await SignUpAsync(Ana with { SendAt = new TimeOnly(7, 15) });

        var plan = await ConfirmAsync(await PendingAsync(Ana));

        Assert.Equal(new TimeOnly(7, 15), plan.Inputs.Enrolment.SendAt);
    }

    [Fact]
    public async Task A_confirmed_plan_is_welcomed_and_starts_today_at_the_earliest()
    {
        var plan = await _world.PlanAsync(
            await _world.EnrolAsync(Ana.With(t => t with { StartOn = Day("2026-11-01") })));

        Assert.Equal((PlanStatus.Active, 1), (plan.Status, plan.Revision));
        Assert.Equal(Day("2027-01-04"), plan.Inputs.Enrolment.Training.StartOn);
        Assert.Equal([MailKind.Confirm, MailKind.Welcome], _world.Outbox.Passed.Select(m => m.Kind));
    }

    [Fact]
    public async Task A_plan_that_starts_later_stays_silent_until_then()
    {
        var plan = await _world.EnrolAsync(Ana.With(t => t with { StartOn = Day("2027-02-01") }));

        await _world.GoToAsync(Utc("2027-02-04T00:00"));

        Assert.Equal(Day("2027-02-03"), Assert.Single(await _world.ScheduledAsync(plan)).Date);
    }

    [Fact]
    public async Task A_mail_already_due_at_confirmation_but_inside_its_grace_is_sent_at_once()
    {
        _world.Clock.Set(Utc("2027-01-06T17:00"));

        var plan = await _world.EnrolAsync(Ana);

        Assert.Equal(Day("2027-01-06"), Assert.Single(await _world.ScheduledAsync(plan)).Date);
    }

    [Fact]
    public async Task A_mail_past_its_grace_at_confirmation_is_neither_sent_nor_missed()
    {
        _world.Clock.Set(Utc("2027-01-06T17:30"));

        var plan = await _world.EnrolAsync(Ana);
        await _world.TickAsync();

        Assert.Empty(await _world.ScheduledAsync(plan));
        Assert.Empty(_world.Alerts.Alerts);
        Assert.Equal(Day("2027-01-08"), (await _world.PlanAsync(plan)).Next?.Date);
    }

    [Fact]
    public async Task Confirming_again_changes_nothing()
    {
        await SignUpAsync(Ana);
        var id = await PendingAsync(Ana);
        await ConfirmAsync(id);

        var again = await ConfirmAsync(id);

        Assert.Equal((id, 1), (again.Id, again.Revision));
        Assert.Single(_world.Outbox.Passed, m => m.Kind is MailKind.Welcome);
    }

    [Fact]
    public async Task A_second_confirmed_sign_up_becomes_a_new_revision_of_the_plan()
    {
        var plan = await _world.EnrolAsync(Ana);
        await SignUpAsync(Ana with { SendAt = new TimeOnly(18, 0) });
        var second = await PendingAsync(Ana);
        var before = await _world.PlanAsync(plan);

        var after = await ConfirmAsync(second);
        await ConfirmAsync(second);

        Assert.NotEqual(plan, second);
        Assert.Equal((new TimeOnly(6, 30), 1), (before.Inputs.Enrolment.SendAt, before.Revision));
        Assert.Equal((plan, new TimeOnly(18, 0), 2), (after.Id, after.Inputs.Enrolment.SendAt, after.Revision));
        Assert.Equal(plan, (await _world.PlanAsync(second)).Successor);
        await _world.GoToAsync(Utc("2027-01-12T00:00"));
        Assert.Null(await _world.Get<IPlanStore>().FindPlanAsync(second, default));
        Assert.Equal(2, (await _world.PlanAsync(plan)).Revision);
    }

    [Fact]
    public async Task The_links_of_a_sign_up_that_became_a_revision_open_the_plan()
    {
        var plan = await _world.EnrolAsync(Ana);
        await SignUpAsync(Ana with { SendAt = new TimeOnly(18, 0) });
        var second = await PendingAsync(Ana);
        await ConfirmAsync(second);

        var token = _world.Get<RunnerLinks>().Manage(second, LinkGenerations.First);

        Assert.Equal(plan, (await _world.Get<PlanAccess>().OpenAsync(token, LinkPurpose.Manage, default))?.Id);
    }

    [Fact]
    public async Task Who_unsubscribed_gets_nothing_and_may_come_back_by_signing_up_again()
    {
        var plan = await _world.EnrolAsync(Ana);
        await _world.Get<Leaving>().UnsubscribeAsync(await _world.PlanAsync(plan), default);
        await _world.GoToAsync(Utc("2027-01-09T00:00"));
        var silent = (await _world.ScheduledAsync(plan)).Length;

        await SignUpAsync(Ana);
        var back = await ConfirmAsync(await PendingAsync(Ana));
        await _world.GoToAsync(Utc("2027-01-14T00:00"));

        Assert.Equal((0, PlanStatus.Active, plan), (silent, back.Status, back.Id));
        Assert.Equal(Day("2027-01-13"), Assert.Single(await _world.ScheduledAsync(plan)).Date);
    }

    [Fact]
    public async Task Unsubscribing_an_unconfirmed_sign_up_erases_it()
    {
        await SignUpAsync(Ana);
        var id = await PendingAsync(Ana);

        await _world.Get<Leaving>().UnsubscribeAsync(await _world.PlanAsync(id), default);

        Assert.Null(await _world.Get<IPlanStore>().FindPlanAsync(id, default));
        Assert.Empty(await _world.DueAsync());
    }

    [Fact]
    public async Task Erasing_leaves_the_hash_of_the_address_and_nothing_else()
    {
        var plan = await _world.EnrolAsync(Ana);
        await _world.GoToAsync(Utc("2027-01-07T00:00"));

        await _world.Get<Leaving>().EraseAsync(await _world.PlanAsync(plan), default);
        await _world.GoToAsync(Utc("2027-01-16T00:00"));

        Assert.Null(await _world.Get<IPlanStore>().FindPlanAsync(plan, default));
        Assert.Empty(await _world.SentAsync(plan));
        Assert.Empty(Directory.GetFiles(_world.Folder["outbox"]));
        Assert.Empty(await _world.DueAsync());
        Assert.Null((await _world.Get<People>().FindAsync(Ana.Email, default))!.Plan);
        Assert.Single(_world.Outbox.Passed, m => m.Kind is MailKind.Session);
    }

    [Fact]
    [Trait("Fault", "F28")]
    public async Task Who_is_unsubscribed_between_the_claim_and_the_retry_gets_no_retry()
    {
        var plan = await _world.EnrolAsync(Ana);
        _world.Outbox.Answer = _ => new(Coaching.Mail.SubmitOutcome.Unknown, "lost");
        await _world.GoToAsync(Utc("2027-01-06T05:30"));
        _world.Outbox.Answer = _ => null;
        await _world.Get<Leaving>().UnsubscribeAsync(await _world.PlanAsync(plan), default);

        await _world.GoToAsync(Utc("2027-01-06T05:40"));

        Assert.Single(_world.Outbox.Passed, m => m.Kind is MailKind.Session);
        var mail = Assert.Single(await _world.ScheduledAsync(plan));
        Assert.Equal((SentStatus.Skipped, "unsubscribed"), (mail.Status, mail.Reason));
        Assert.Empty(await _world.DueAsync());
    }

    private Task SignUpAsync(Enrolment enrolment) => _world.Get<SignUp>().RunAsync(enrolment, default);

    private async Task<PlanId> PendingAsync(Enrolment enrolment) =>
        (await _world.Get<People>().FindAsync(enrolment.Email, default))!.Pending!.Value;

    private async Task<PlanHeader> ConfirmAsync(PlanId signUp) =>
        (await _world.Get<Confirmation>().RunAsync(await _world.PlanAsync(signUp), default))!;
}
