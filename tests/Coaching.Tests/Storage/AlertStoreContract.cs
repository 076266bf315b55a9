using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;
using static StrengthDays.Coaching.Tests.Storage.StoreRows;

namespace StrengthDays.Coaching.Tests.Storage;

/// <summary>What every store of alerts keeps to.</summary>
public abstract class AlertStoreContract
{
    protected abstract IAlertStore Alerts { get; }

    [Fact]
    public async Task An_alert_comes_back_once_however_often_it_was_written()
    {
        var mail = Failed(Day);
        await Alerts.PutAsync([mail], default);
        await Alerts.PutAsync([mail with { Reason = "refused" }], default);

        Assert.Equal(mail with { Reason = "refused" }, Assert.Single(await Alerts.ListAsync(9, default)));
    }

    [Fact]
    public async Task The_newest_date_comes_first_and_no_more_than_were_asked_for()
    {
        await Alerts.PutAsync([Failed(Day), Failed(Day.AddDays(2)), Failed(Day.AddDays(1))], default);

        Assert.Equal([8, 7], (await Alerts.ListAsync(2, default)).Select(a => a.Date.Day));
    }

    [Fact]
    public async Task Alerts_go_one_by_one_or_with_their_date()
    {
        var (one, two, three) = (Failed(Day), Failed(Day.AddDays(1)), Failed(Day.AddDays(2)));
        await Alerts.PutAsync([one, two, three], default);

        await Alerts.ForgetAsync([two, Failed(Day)], default);
        Assert.Equal([three, one], (await Alerts.ListAsync(9, default)).AsEnumerable());

        await Alerts.ForgetBeforeAsync(three.Date, default);
        Assert.Equal(three, Assert.Single(await Alerts.ListAsync(9, default)));
    }

    private static SentMail Failed(DateOnly date) => new(
        MailKey.On(PlanId.New(), date), date, MailKind.Session, SentStatus.Failed, "gave up", At);
}
