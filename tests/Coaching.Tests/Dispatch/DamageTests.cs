using StrengthDays.Coaching.Dispatch;
using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Storage.Sqlite;
using StrengthDays.Coaching.Tests.Host;
using static StrengthDays.Coaching.Tests.Dispatch.Runners;

namespace StrengthDays.Coaching.Tests.Dispatch;

/// <summary>
/// Rows that somebody broke by hand: each is mended or set aside, and its siblings never wait for it.
/// </summary>
[Trait("Fault", "F21")]
public sealed class DamageTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly World _world;
    private PlanId _broken;
    private PlanId _sibling;

    public DamageTests() => _world = new World(_folder, new ManualClock(Monday));

    public async Task InitializeAsync()
    {
        _broken = await _world.EnrolAsync(Ana);
        _sibling = await _world.EnrolAsync(Ben);
    }

    public async Task DisposeAsync()
    {
        await _world.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("inputs = '{'")]
    [InlineData("inputs = '{}'")]
    [InlineData("inputs = replace(inputs, 'Berlin', 'Atlantis')")]
    [InlineData("mail = 'nobody'")]
    [InlineData("state = 'Lost'")]
    [InlineData("date = ''")]
    [InlineData("header = 'stale'")]
    [InlineData("deadline = 'never'")]
    public async Task A_damaged_due_row_is_rebuilt_from_its_plan_and_sent(string damage)
    {
        Break($"UPDATE due SET {damage} WHERE row = $1");

        await _world.GoToAsync(Utc("2027-01-09T00:00"));

        await AssertAllSentAsync(_broken);
        await AssertAllSentAsync(_sibling);
    }

    [Theory]
    [Trait("Fault", "F34")]
    [InlineData("v = 99")]
    [InlineData("inputs = '{'")]
    [InlineData("status = 'Asleep'")]
    public async Task A_damaged_plan_is_still_served_from_its_due_row(string damage)
    {
        Break($"UPDATE plans SET {damage} WHERE id = $1");

        await _world.GoToAsync(Utc("2027-01-09T00:00"));

        Assert.Equal(4, _world.Outbox.Passed.Count(m => m.Kind is MailKind.Session));
    }

    [Theory]
    [Trait("Fault", "F3")]
    [InlineData("UPDATE plans SET inputs = '{' WHERE id = $1")]
    [InlineData(
        "INSERT INTO sent (plan, key, date, kind, status, at) "
        + "VALUES ($1, $1 || '|2027-01-06', '2027-01-06', 'Session', 'Lost', 0)")]
    public async Task A_mail_whose_answer_was_lost_is_parked_alone_when_nobody_can_read_what_became_of_it(string damage)
    {
        var sibling = await EnrolInSameBucketAsync();
        await _world.GoToAsync(Utc("2027-01-06T05:29"));
        var row = (await _world.DueAsync()).Single(r => r.Mail.Plan == _broken);
        await _world.Get<IDueIndex>().PutAsync([row with { State = DueState.Submitting, Attempt = 1 }], default);
        Break(damage);

        await _world.GoToAsync(Utc("2027-01-09T00:00"));

        await AssertAllSentAsync(sibling);
        Assert.Equal([Alerts.Parked], _world.Alerts.Alerts);
        Assert.DoesNotContain(_world.Outbox.Passed, m => m.Kind is MailKind.Session && m.To == Ana.Email);
        Assert.Single(await _world.Get<IDueIndex>().ListParkedAsync(9, default));
    }

    [Fact]
    public async Task When_plan_and_due_row_are_both_damaged_the_row_is_parked_with_one_alert()
    {
        Break("UPDATE plans SET inputs = '{' WHERE id = $1");
        Break("UPDATE due SET inputs = '{' WHERE row = $1");

        await _world.GoToAsync(Utc("2027-01-09T00:00"));

        await AssertAllSentAsync(_sibling);
        Assert.Equal([Alerts.Parked], _world.Alerts.Alerts);
        Assert.Equal([_sibling], (await _world.DueAsync()).Select(r => r.Mail.Plan));
    }

    [Fact]
    public async Task A_plan_that_this_release_cannot_plan_is_parked_after_five_attempts_with_one_alert()
    {
        Break("UPDATE plans SET inputs = replace(inputs, 'Berlin', 'Atlantis') WHERE id = $1");
        Break("UPDATE due SET inputs = replace(inputs, 'Berlin', 'Atlantis') WHERE row = $1");

        await _world.GoToAsync(Utc("2027-01-09T00:00"));

        await AssertAllSentAsync(_sibling);
        Assert.Equal([Alerts.Parked], _world.Alerts.Alerts);
        Assert.Equal([_sibling], (await _world.DueAsync()).Select(r => r.Mail.Plan));
    }

    [Fact]
    public async Task A_due_row_without_a_plan_sends_nothing_more_after_it_is_found_out()
    {
        Break("DELETE FROM plans WHERE id = $1");

        await _world.GoToAsync(Utc("2027-01-16T00:00"));

        // The claim's If-Match is the last look; the first settle finds nobody.
        Assert.Equal(1, _world.Outbox.Passed.Count(m => m.Kind is MailKind.Session && m.To == Ana.Email));
        Assert.Equal([_sibling], (await _world.DueAsync()).Select(r => r.Mail.Plan));
    }

    [Fact]
    public async Task A_copy_of_a_due_row_under_the_key_of_another_plan_outlives_nobody()
    {
        var row = (await _world.DueAsync()).Single(r => r.Mail.Plan == _broken);
        await _world.Get<IDueIndex>().PutAsync([row with { Key = DueKey.Scheduled(PlanId.New(), row.At) }], default);
        await _world.Get<Leaving>().UnsubscribeAsync(await _world.PlanAsync(_broken), default);

        await _world.GoToAsync(Utc("2027-01-09T00:00"));

        Assert.DoesNotContain(_world.Outbox.Passed, m => m.Kind is MailKind.Session && m.To == Ana.Email);
        Assert.Equal([_sibling], (await _world.DueAsync()).Select(r => r.Mail.Plan));
    }

    [Fact]
    public async Task A_second_due_row_for_the_same_date_sends_nothing_twice()
    {
        var row = (await _world.DueAsync()).Single(r => r.Mail.Plan == _broken);
        await _world.Get<IDueIndex>().PutAsync(
            [row with { Key = DueKey.Scheduled(_broken, row.At.AddMinutes(5)), State = DueState.Recovered }], default);

        await _world.GoToAsync(Utc("2027-01-09T00:00"));

        Assert.Equal(2, _world.Outbox.Passed.Count(m => m.Kind is MailKind.Session && m.To == Ana.Email));
        Assert.Equal(2, (await _world.DueAsync()).Length);
    }

    [Fact]
    [Trait("Fault", "F34")]
    public async Task A_release_that_changes_plans_gives_a_new_revision_at_the_next_touch()
    {
        Break("""UPDATE due SET inputs = replace(inputs, '"engine":1', '"engine":0') WHERE row = $1""");

        await _world.GoToAsync(Utc("2027-01-07T00:00"));

        Assert.Equal((2, 1), ((await _world.PlanAsync(_broken)).Revision, (await _world.PlanAsync(_sibling)).Revision));
        Assert.Single(await _world.ScheduledAsync(_broken));
    }

    private async Task<PlanId> EnrolInSameBucketAsync()
    {
        for (var i = 0; ; i++)
        {
            if (await _world.EnrolAsync(Named($"sibling{i}@example.com")) is var plan && plan.Shard == _broken.Shard)
                return plan;
        }
    }

    private void Break(string sql) =>
        Assert.Equal(1, _world.Get<SqliteDatabase>().Write(session => session.Run(sql, _broken.ToString())));

    private async Task AssertAllSentAsync(PlanId plan)
    {
        Assert.Equal(
            [(Day("2027-01-06"), SentStatus.Accepted), (Day("2027-01-08"), SentStatus.Accepted)],
            (await _world.ScheduledAsync(plan)).Select(m => (m.Date, m.Status)));
        Assert.Contains(await _world.DueAsync(), r => r.Mail.Plan == plan && r.Date == Day("2027-01-13"));
    }
}
