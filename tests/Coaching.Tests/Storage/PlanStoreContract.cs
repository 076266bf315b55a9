using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;
using static StrengthDays.Coaching.Tests.Storage.StoreRows;

namespace StrengthDays.Coaching.Tests.Storage;

/// <summary>What every store of plans keeps to.</summary>
public abstract class PlanStoreContract
{
    private readonly PlanId _id = PlanId.New();

    /// <summary>An empty store, or one that no other test shares plans with.</summary>
    protected abstract IPlanStore Store { get; }

    [Fact]
    public async Task A_header_comes_back_as_it_was_stored()
    {
        var header = Header(_id);

        var etag = await Store.SavePlanAsync(header, [], default);

        var found = await Store.FindPlanAsync(_id, default);
        Assert.Equal(etag, found!.ETag);
        Assert.Equal(Text(header), Text(found));
    }

    [Fact]
    public async Task A_header_without_anything_optional_comes_back_too()
    {
        var header = Header(
            _id) with
        { Through = null, Next = null, Missed = null, Letters = [], SignUp = null, Successor = null };

        await Store.SavePlanAsync(header, [], default);

        Assert.Equal(Text(header), Text((await Store.FindPlanAsync(_id, default))!));
    }

    [Fact]
    public async Task An_unknown_plan_is_not_found() => Assert.Null(await Store.FindPlanAsync(_id, default));

    [Fact]
    public async Task A_new_header_is_stored_only_once()
    {
        await Store.SavePlanAsync(Header(_id), [], default);

        Assert.Null(await Store.SavePlanAsync(Header(_id) with { Revision = 9 }, [Sent(_id)], default));
        Assert.Equal(3, (await Store.FindPlanAsync(_id, default))!.Revision);
        Assert.Empty(await Store.ListSentAsync(_id, default));
    }

    [Fact]
    public async Task A_header_is_replaced_only_while_it_is_unchanged()
    {
        var first = await Store.SavePlanAsync(Header(_id), [], default);
        var second = await Store.SavePlanAsync(Header(_id) with { Revision = 4, ETag = first }, [Sent(_id)], default);

        Assert.NotNull(second);
        Assert.NotEqual(first, second);
        Assert.Null(await Store.SavePlanAsync(Header(_id) with { Revision = 5, ETag = first }, [], default));
        Assert.Equal(4, (await Store.FindPlanAsync(_id, default))!.Revision);
        Assert.Single(await Store.ListSentAsync(_id, default));
    }

    [Fact]
    public async Task A_header_is_not_replaced_when_one_of_its_mails_is_there_already()
    {
        var etag = await Store.SavePlanAsync(Header(_id), [Sent(_id)], default);

        Assert.Null(await Store.SavePlanAsync(
            Header(_id) with { Revision = 4, ETag = etag }, [Sent(_id, Day.AddDays(2)), Sent(_id)], default));
        Assert.Equal(3, (await Store.FindPlanAsync(_id, default))!.Revision);
        Assert.Single(await Store.ListSentAsync(_id, default));
    }

    [Fact]
    public async Task Settling_writes_the_mail_and_moves_the_header_on()
    {
        var etag = await Store.SavePlanAsync(Header(_id), [], default);
        var next = new NextDue(Day.AddDays(7), At.AddDays(7));

        var settled = await SettleAsync(Sent(_id), new Advance(etag!, Day.AddDays(2), next, Ended: false, "late"));

        var header = await Store.FindPlanAsync(_id, default);
        Assert.Equal(new Settled(SettleOutcome.Done, header!.ETag), settled);
        Assert.Equal((Day.AddDays(2), next, "late"), (header.Through, header.Next, header.Missed));
        var expected = Header(_id) with { Through = Day.AddDays(2), Next = next, Missed = "late" };
        Assert.Equal(Text(expected), Text(header));
        Assert.Equal(Sent(_id), await Store.FindSentAsync(MailKey.On(_id, Day), default));
    }

    [Fact]
    public async Task A_plan_that_is_over_ends_with_its_last_mail()
    {
        var etag = await Store.SavePlanAsync(Header(_id), [], default);

        await SettleAsync(Sent(_id), new Advance(etag!, Day, null, Ended: true, null));

        var header = await Store.FindPlanAsync(_id, default);
        Assert.Equal((PlanStatus.Ended, null, null), (header!.Status, header.Next, header.Missed));
    }

    [Fact]
    public async Task A_mail_is_settled_once()
    {
        var etag = await Store.SavePlanAsync(Header(_id), [], default);
        var advance = new Advance(etag!, Day, null, Ended: false, null);
        var first = await SettleAsync(Sent(_id), advance);

        var second = await SettleAsync(Sent(_id) with { Reason = "another" }, advance);

        Assert.Equal(SettleOutcome.AlreadySettled, second.Outcome);
        Assert.Equal("why", (await Store.FindSentAsync(MailKey.On(_id, Day), default))!.Reason);
        Assert.Equal(first.HeaderETag, (await Store.FindPlanAsync(_id, default))!.ETag);
    }

    [Fact]
    public async Task A_changed_header_lets_nothing_be_settled()
    {
        await Store.SavePlanAsync(Header(_id), [], default);

        var settled = await SettleAsync(Sent(_id), new Advance(await AnotherTagAsync(), Day, null, Ended: false, null));

        Assert.Equal(SettleOutcome.Changed, settled.Outcome);
        Assert.Empty(await Store.ListSentAsync(_id, default));
        Assert.NotNull((await Store.FindPlanAsync(_id, default))!.Next);
    }

    [Fact]
    public async Task A_damaged_tag_counts_as_another_and_keeps_no_other_plan_waiting()
    {
        var other = PlanId.New();
        await Store.SavePlanAsync(Header(_id), [], default);
        await Store.SavePlanAsync(Header(other), [], default);

        var settled = await Store.SettleAsync(
            [
                new(_id, Sent(_id), new Advance("stale", Day, null, Ended: false, null)),
                new(_id, Sent(_id), new Advance("", Day, null, Ended: false, null)),
                new(other, Sent(other), null),
            ],
            default);

        Assert.Equal(
            [SettleOutcome.Changed, SettleOutcome.Changed, SettleOutcome.Done], settled.Select(s => s.Outcome));
    }

    [Fact]
    public async Task A_mail_without_a_date_in_the_plan_leaves_the_header_as_it_is()
    {
        await Store.SavePlanAsync(Header(_id), [], default);

        var settled = await SettleAsync(Sent(_id), null);

        Assert.Equal(SettleOutcome.Done, settled.Outcome);
        Assert.Equal(Day, (await Store.FindPlanAsync(_id, default))!.Through);
    }

    [Fact]
    public async Task Nothing_is_settled_for_a_plan_that_was_erased()
    {
        var etag = await Store.SavePlanAsync(Header(_id), [Sent(_id)], default);
        await Store.ErasePlanAsync(_id, default);

        var scheduled = await SettleAsync(Sent(_id), new Advance(etag!, Day, null, Ended: false, null));
        var immediate = await SettleAsync(Sent(_id), null);

        Assert.Equal((SettleOutcome.Erased, SettleOutcome.Erased), (scheduled.Outcome, immediate.Outcome));
        Assert.Null(await Store.FindPlanAsync(_id, default));
        Assert.Empty(await Store.ListSentAsync(_id, default));
    }

    [Fact]
    public async Task A_hundred_settlements_come_back_in_their_order()
    {
        var ids = Enumerable.Range(0, 100).Select(_ => PlanId.New()).ToArray();
        foreach (var id in ids.Where((_, i) => i % 3 > 0))
            await Store.SavePlanAsync(Header(id), [], default);

        var settled = await Store.SettleAsync([.. ids.Select(id => new Settlement(id, Sent(id), null))], default);

        Assert.Equal(
            ids.Select(
                (_, i) => i % 3 > 0 ? SettleOutcome.Done : SettleOutcome.Erased), settled.Select(s => s.Outcome));
    }

    [Fact]
    public async Task A_mail_is_revised_or_taken_back_only_while_it_stands_as_it_was_known()
    {
        var failed = Sent(_id) with { Status = SentStatus.Failed, Reason = "gave up" };
        await Store.SavePlanAsync(Header(_id), [failed, Sent(_id, Day.AddDays(1))], default);

        Assert.False(await Store.ReviseSentAsync(failed with { Status = SentStatus.Unknown }, null, default));
        Assert.True(await Store.ReviseSentAsync(failed, failed with { Status = SentStatus.Unknown }, default));
        Assert.False(await Store.ReviseSentAsync(failed, null, default));
        Assert.Equal(SentStatus.Unknown, (await Store.FindSentAsync(failed.Key, default))!.Status);
        Assert.True(await Store.ReviseSentAsync(failed with { Status = SentStatus.Unknown }, null, default));
        Assert.Equal(Sent(_id, Day.AddDays(1)), Assert.Single(await Store.ListSentAsync(_id, default)));
    }

    [Fact]
    public async Task Erasing_takes_every_row_of_one_plan_and_no_other()
    {
        var other = PlanId.New();
        await Store.SavePlanAsync(
            Header(_id), [.. Enumerable.Range(0, 98).Select(i => Sent(_id, Day.AddDays(i)))], default);
        await Store.SavePlanAsync(Header(other), [Sent(other)], default);

        await Store.ErasePlanAsync(_id, default);
        await Store.ErasePlanAsync(_id, default);

        Assert.Empty(await Store.ListSentAsync(_id, default));
        Assert.Single(await Store.ListSentAsync(other, default));
    }

    [Fact]
    public async Task A_plan_with_years_of_mails_is_erased_too()
    {
        for (var year = 0; year < 3; year++)
        {
            var before = await Store.FindPlanAsync(_id, default);
            await Store.SavePlanAsync(
                Header(_id) with { ETag = before?.ETag },
                [.. Enumerable.Range(0, 98).Select(i => Sent(_id, Day.AddDays((100 * year) + i)))],
                default);
        }

        Assert.Equal(294, (await Store.ListSentAsync(_id, default)).Length);
        await Store.ErasePlanAsync(_id, default);

        Assert.Null(await Store.FindPlanAsync(_id, default));
        Assert.Empty(await Store.ListSentAsync(_id, default));
        Assert.Equal(SettleOutcome.Erased, (await SettleAsync(Sent(_id), null)).Outcome);
    }

    [Fact]
    public async Task Texts_longer_than_one_property_come_back_whole()
    {
        var long1 = string.Concat(Enumerable.Range(0, 30_001).Select(i => i % 2 == 0 ? "\u00fc" : "\ud83c\udfc3"));
        var header = Header(_id) with { Outline = "x" + long1 };
        var sent = Sent(_id) with { Session = long1 };

        await Store.SavePlanAsync(header, [sent], default);

        Assert.Equal(Text(header), Text((await Store.FindPlanAsync(_id, default))!));
        Assert.Equal(sent, Assert.Single(await Store.ListSentAsync(_id, default)));
    }

    [Fact]
    public async Task Plans_are_listed_in_the_order_of_their_ids_page_by_page()
    {
        var ids = Enumerable.Range(0, 5).Select(i => PlanId.Parse($"c{i}{Guid.NewGuid():N}"[..32])).ToArray();
        foreach (var id in ids.Reverse())
            await Store.SavePlanAsync(Header(id), [Sent(id), Sent(id, Day.AddDays(2))], default);

        var first = await Store.ListPlansAsync("c", "c4", 3, default);
        var second = await Store.ListPlansAsync(first[^1].Id.ToString(), "c4", 3, default);

        Assert.Equal(ids[..3], first.Select(p => p.Id));
        Assert.Equal([ids[3]], second.Select(p => p.Id));
        Assert.Equal(Text(Header(ids[0])), Text(first[0].Header!));
        Assert.NotNull(first[0].Header!.ETag);
    }

    [Fact]
    public async Task Mails_are_listed_in_the_order_of_their_keys()
    {
        await Store.SavePlanAsync(
            Header(_id), [Sent(_id, Day.AddDays(9)), Sent(_id), Sent(_id, Day.AddDays(2))], default);

        Assert.Equal(
            [Day, Day.AddDays(2), Day.AddDays(9)], (await Store.ListSentAsync(_id, default)).Select(m => m.Date));
    }

    [Fact]
    public async Task A_person_comes_back_and_is_replaced_only_while_unchanged()
    {
        var person = new Person(Guid.NewGuid().ToString("N"))
        {
            Plan = _id, Pending = PlanId.New(), Confirmations = 2, LastConfirmation = At, Suppressed = "bounced",
        };

        Assert.True(await Store.SavePersonAsync(person, default));
        Assert.False(await Store.SavePersonAsync(person, default));
        var found = await Store.FindPersonAsync(person.Hash, default);
        Assert.Equal(person, found! with { ETag = null });
        Assert.True(await Store.SavePersonAsync(found with { Plan = null, Suppressed = null }, default));
        Assert.False(await Store.SavePersonAsync(found with { Confirmations = 3 }, default));
        var after = await Store.FindPersonAsync(person.Hash, default);
        Assert.Equal(person with { Plan = null, Suppressed = null }, after! with { ETag = null });
    }

    [Fact]
    public async Task An_unknown_person_is_not_found() =>
        Assert.Null(await Store.FindPersonAsync(Guid.NewGuid().ToString("N"), default));

    private async Task<Settled> SettleAsync(SentMail sent, Advance? advance) =>
        Assert.Single(await Store.SettleAsync([new(_id, sent, advance)], default));

    /// <summary>An ETag that this store gave, for another state.</summary>
    private async Task<string> AnotherTagAsync()
    {
        var header = await Store.FindPlanAsync(_id, default);
        await Store.SavePlanAsync(header!, [], default);
        return header!.ETag!;
    }
}
