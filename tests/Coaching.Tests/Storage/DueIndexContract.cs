using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;
using static StrengthDays.Coaching.Tests.Storage.StoreRows;

namespace StrengthDays.Coaching.Tests.Storage;

/// <summary>What every due index keeps to.</summary>
public abstract class DueIndexContract
{
    private static int _minutes;

    // A bucket of its own for each test: an index may be shared.
    private readonly DateTimeOffset _at = At.AddYears(1).AddMinutes(Interlocked.Increment(ref _minutes) * 10);

    protected abstract IDueIndex Index { get; }

    [Fact]
    public async Task A_row_comes_back_as_it_was_written()
    {
        var row = Row();
        await Index.PutAsync([row], default);

        Assert.Equal(row, (await Index.FindAsync(row.Key, default))! with { ETag = null });
        Assert.Equal(
            row, Assert.Single(await Index.ListFreeAsync(row.Key.Bucket, _at, 100, default)) with { ETag = null });
    }

    [Fact]
    public async Task A_row_without_anything_optional_comes_back_too()
    {
        var row = Row() with { Letter = null, Owner = null, PayloadHash = null, Missed = null };
        await Index.PutAsync([row], default);

        Assert.Equal(row, (await Index.FindAsync(row.Key, default))! with { ETag = null });
    }

    [Fact]
    public async Task The_smallest_bucket_is_the_oldest_work()
    {
        var (early, late) = (Row(), Row(_at.AddMinutes(3)));
        await Index.PutAsync([late, early], default);

        Assert.Equal([early.Key.Bucket, late.Key.Bucket], await BucketsAsync(_at.AddMinutes(3)));
        Assert.Equal([early.Key.Bucket], await BucketsAsync(_at.AddMinutes(2)));
        Assert.Equal([early.Key.Bucket], await BucketsAsync(_at));
        Assert.Empty(await BucketsAsync(_at.AddMinutes(-1)));
    }

    [Fact]
    public async Task A_bucket_is_listed_once_however_many_rows_it_holds()
    {
        await Index.PutAsync([.. SameBucket(150), Row(_at.AddMinutes(1))], default);

        Assert.Equal([Bucket, Row(_at.AddMinutes(1)).Key.Bucket], await BucketsAsync(_at.AddMinutes(1)));
        Assert.Single(await Index.ListBucketsAsync(DueKey.End, 1, default));
    }

    [Fact]
    public async Task A_leased_row_is_seen_again_when_its_lease_is_over()
    {
        var row = Row() with { LeaseUntil = _at.AddSeconds(90) };
        await Index.PutAsync([row], default);

        Assert.Empty(await Index.ListFreeAsync(row.Key.Bucket, _at.AddSeconds(89), 100, default));
        Assert.Single(await Index.ListFreeAsync(row.Key.Bucket, _at.AddSeconds(90), 100, default));
    }

    [Fact]
    public async Task Only_as_many_rows_come_as_were_asked_for_smallest_first()
    {
        var rows = SameBucket(7);
        await Index.PutAsync([.. rows], default);

        var some = await Index.ListFreeAsync(rows[0].Key.Bucket, _at, 5, default);

        Assert.Equal(rows.Select(r => r.Key.Row).Order(StringComparer.Ordinal).Take(5), some.Select(r => r.Key.Row));
    }

    [Fact]
    [Trait("Fault", "F16")]
    public async Task Rows_are_replaced_only_while_unchanged_and_the_others_are_left_out()
    {
        await Index.PutAsync([.. SameBucket(3)], default);
        var rows = await Index.ListFreeAsync(Bucket, _at, 100, default);
        var stolen = Assert.Single(await Index.ReplaceAsync([rows[1] with { Owner = "thief" }], default));

        var mine = await Index.ReplaceAsync(
            [.. rows.Select(r => r with { State = DueState.Submitting, Owner = "me" })], default);

        Assert.Equal([rows[0].Key, rows[2].Key], mine.Select(r => r.Key));
        Assert.Equal("thief", (await Index.FindAsync(stolen.Key, default))!.Owner);
        foreach (var row in mine)
            Assert.Equal(row, await Index.FindAsync(row.Key, default));
    }

    [Fact]
    public async Task A_row_that_was_never_stored_replaces_nothing()
    {
        await Index.PutAsync([Row()], default);

        await Assert.ThrowsAnyAsync<ArgumentException>(() => Index.ReplaceAsync([Row() with { Owner = "x" }], default));

        Assert.Equal("me", (await Index.FindAsync(Row().Key, default))!.Owner);
    }

    [Fact]
    [Trait("Fault", "F16")]
    public async Task Of_two_who_claim_a_row_one_gets_it()
    {
        await Index.PutAsync([Row()], default);
        var row = (await Index.FindAsync(Row().Key, default))!;

        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() =>
            Index.ReplaceAsync([row with { Owner = $"worker {i}" }], default))));

        Assert.Single(claims.SelectMany(c => c));
    }

    [Fact]
    public async Task A_row_that_was_removed_and_came_back_is_another_row()
    {
        await Index.PutAsync([Row()], default);
        var old = (await Index.FindAsync(Row().Key, default))!;
        await Index.MoveOnAsync([], [old.Key], default);
        await Index.PutAsync([Row()], default);

        Assert.Empty(await Index.ReplaceAsync([old with { Owner = "ghost" }], default));
    }

    [Fact]
    public async Task Putting_replaces_what_was_there()
    {
        var other = Row() with { Inputs = "{ }", Attempt = 0, Letter = null };
        await Index.PutAsync([Row()], default);
        await Index.PutAsync([other], default);

        Assert.Equal(other, (await Index.FindAsync(other.Key, default))! with { ETag = null });
    }

    [Fact]
    public async Task Moving_on_adds_where_nothing_is_and_removes_the_rest()
    {
        var (there, added, old) = (Row(), Row(_at.AddMinutes(1)), Row(_at.AddMinutes(2)));
        await Index.PutAsync([there, old], default);

        await Index.MoveOnAsync(
            [there with { Owner = "late" }, added], [old.Key, old.Key with { Row = "nothing" }], default);

        Assert.Equal("me", (await Index.FindAsync(there.Key, default))!.Owner);
        Assert.NotNull(await Index.FindAsync(added.Key, default));
        Assert.Null(await Index.FindAsync(old.Key, default));
    }

    [Fact]
    public async Task A_thousand_rows_in_many_buckets_move_on_at_once()
    {
        var rows = Enumerable.Range(0, 1000).Select(i => Row(_at.AddMinutes(i % 7)) is var row
            ? row with { Key = row.Key with { Row = $"{i:0000}" } }
            : row).ToList();
        await Index.MoveOnAsync([.. rows], [], default);
        await Index.MoveOnAsync([], [.. rows.Select(r => r.Key)], default);

        Assert.Empty(await Index.ListFreeAsync(Bucket, DateTimeOffset.MaxValue, 1000, default));
    }

    [Fact]
    public async Task A_parked_row_leaves_the_index()
    {
        await Index.PutAsync([Row()], default);

        await Index.ParkAsync((await Index.FindAsync(Row().Key, default))!, "gave up", default);

        Assert.Null(await Index.FindAsync(Row().Key, default));
    }

    [Fact]
    public async Task The_same_row_twice_is_added_once_and_removed_once()
    {
        await Index.MoveOnAsync([Row(), Row()], [], default);
        Assert.NotNull(await Index.FindAsync(Row().Key, default));

        await Index.MoveOnAsync([], [Row().Key, Row().Key], default);
        Assert.Null(await Index.FindAsync(Row().Key, default));
    }

    [Fact]
    public async Task Rows_that_are_there_or_gone_already_keep_no_other_from_moving_on()
    {
        var rows = SameBucket(7);
        await Index.PutAsync([rows[1], rows[4]], default);

        await Index.MoveOnAsync([.. rows], [], default);
        Assert.Equal(7, (await Index.ListFreeAsync(Bucket, _at, 100, default)).Length);

        await Index.MoveOnAsync([], [rows[2].Key, rows[6].Key], default);
        await Index.MoveOnAsync([], [.. rows.Select(r => r.Key)], default);
        Assert.Empty(await Index.ListFreeAsync(Bucket, _at, 100, default));
    }

    [Fact]
    public async Task A_parked_row_is_listed_with_its_reason_until_it_is_released()
    {
        var row = Row() with { Attempt = 5, State = DueState.Submitting, LeaseUntil = _at.AddHours(1) };
        await Index.PutAsync([row], default);
        await Index.ParkAsync(row, "gave up", default);

        var parked = Assert.Single(await MineAsync());
        Assert.Equal(("gave up", row), (parked.Reason, parked.Row with { ETag = null }));

        Assert.True(await Index.ReleaseAsync(parked.Id, default));
        Assert.Empty(await MineAsync());
        var free = Assert.Single(await Index.ListFreeAsync(Bucket, _at, 100, default));
        Assert.Equal(
            row with { Attempt = 1, Owner = null, LeaseUntil = null }, free with { ETag = null });
        Assert.False(await Index.ReleaseAsync(parked.Id, default));
    }

    [Theory]
    [InlineData(DueState.Due, DueState.Hold, 0)]
    [InlineData(DueState.Recovered, DueState.Hold, 0)]
    [InlineData(DueState.Hold, DueState.Hold, 0)]
    [InlineData(DueState.Submitting, DueState.Submitting, 1)]
    public async Task A_parked_row_is_to_be_rebuilt_when_it_is_released_unless_its_mail_may_have_left(
        DueState parked, DueState released, int attempt)
    {
        var row = Row() with { State = parked, Attempt = 4 };
        await Index.PutAsync([row], default);
        await Index.ParkAsync(row, "unreadable plan", default);

        await Index.ReleaseAsync(ParkedRow.IdOf(row.Key), default);

        var free = (await Index.FindAsync(row.Key, default))!;
        Assert.Equal((released, attempt), (free.State, free.Attempt));
    }

    [Fact]
    public async Task A_parked_promise_to_erase_a_plan_is_still_that_when_it_is_released()
    {
        var mail = MailKey.Erasure(Plan);
        var row = Row() with { Key = DueKey.Guard(mail, _at), Mail = mail };
        await Index.PutAsync([row], default);
        await Index.ParkAsync(row, "gave up", default);

        await Index.ReleaseAsync(ParkedRow.IdOf(row.Key), default);

        Assert.Equal(DueState.Due, (await Index.FindAsync(row.Key, default))!.State);
    }

    [Fact]
    public async Task A_parked_row_is_found_by_its_id_until_it_is_forgotten()
    {
        await Index.PutAsync([Row()], default);
        await Index.ParkAsync(Row(), "gave up", default);
        var id = ParkedRow.IdOf(Row().Key);

        var parked = (await Index.FindParkedAsync(id, default))!;
        Assert.Equal((id, Row().Key), (parked.Id, parked.Row.Key));
        Assert.Null(await Index.FindParkedAsync("nothing", default));

        await Index.ForgetParkedAsync(parked, default);
        Assert.Null(await Index.FindParkedAsync(id, default));
    }

    [Fact]
    public async Task Rows_are_counted_up_to_an_instant_and_a_limit()
    {
        var before = await Index.CountAsync(DueKey.After(_at.AddMinutes(1)), 100_000, default);
        await Index.PutAsync([.. SameBucket(7), Row(_at.AddMinutes(2))], default);

        Assert.Equal(before + 7, await Index.CountAsync(DueKey.After(_at.AddMinutes(1)), 100_000, default));
        Assert.Equal(3, await Index.CountAsync(DueKey.After(_at.AddMinutes(1)), 3, default));
    }

    [Fact]
    public async Task What_is_parked_of_a_plan_can_be_forgotten()
    {
        var (scheduled, letter, other) = (Row(), Row() with { Key = new DueKey(Bucket, $"{Plan}|paused|2") }, OtherRow());
        await Index.PutAsync([scheduled, letter, other], default);
        foreach (var row in new[] { scheduled, letter, other })
            await Index.ParkAsync(row, "gave up", default);

        await Index.ForgetParkedAsync(Plan, default);

        Assert.Equal([other.Key], (await MineAsync()).Select(p => p.Row.Key));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nothing")]
    [InlineData("20270104T0530-07.")]
    [InlineData("20270104T0530-07.a/b\\c#d?e")]
    [InlineData("20270104T0530-07.'; DROP TABLE due; --")]
    [InlineData("20270104T0530-07.\u0000\u0085")]
    public async Task An_id_that_names_nothing_releases_nothing(string id) =>
        Assert.False(await Index.ReleaseAsync(id, default));

    [Fact]
    public async Task Rows_of_a_start_are_listed_with_the_tag_of_their_plan()
    {
        var id = new PlanId(Guid.ParseExact("ab" + Guid.NewGuid().ToString("N")[2..], "N"));
        var (one, two) = (Due(id, _at), Due(id, _at.AddMinutes(1)) with { HeaderETag = "other" });
        await Index.PutAsync([one, two, Due(new PlanId(Guid.ParseExact("ac" + new string('0', 30), "N")), _at)], default);

        var entries = await Index.ListEntriesAsync("ab", default);

        Assert.Equal(
            [new(one.Key, "tag"), new(two.Key, "other")],
            entries.Where(e => e.Key.Row == id.ToString()).OrderBy(e => e.Key.Bucket, StringComparer.Ordinal));
        Assert.All(entries, e => Assert.StartsWith("ab", e.Key.Row, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_empty_move_is_fine() => await Index.MoveOnAsync([], [], default);

    private static readonly PlanId Plan = PlanId.New();

    private string Bucket => Row().Key.Bucket;

    // Those of this test's own minutes.
    private async Task<IEnumerable<string>> BucketsAsync(DateTimeOffset until) =>
        (await Index.ListBucketsAsync(DueKey.After(until), int.MaxValue, default))
        .Where(b => string.CompareOrdinal(b, DueKey.After(_at.AddMinutes(-1))) > 0);

    private DueRow Row(DateTimeOffset? at = null) => Due(Plan, at ?? _at);

    private DueRow OtherRow() => Due(PlanId.New(), _at);

    // Those of this test's own minute.
    private async Task<IEnumerable<ParkedRow>> MineAsync() =>
        (await Index.ListParkedAsync(1000, default)).Where(p => DueKey.MinuteOf(p.Row.Key.Bucket) == _at);

    private List<DueRow> SameBucket(int count) =>
        [.. Enumerable.Range(0, count).Select(i => Row() with { Key = new DueKey(Bucket, $"row {i}") })];
}
