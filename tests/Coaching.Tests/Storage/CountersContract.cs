using StrengthDays.Coaching.Storage;

namespace StrengthDays.Coaching.Tests.Storage;

/// <summary>What every store of counts keeps to.</summary>
public abstract class CountersContract
{
    protected abstract ICounters Counters { get; }

    [Fact]
    public async Task Counts_add_up_by_window_and_name()
    {
        Assert.Equal([1, 5], (await Counters.AddAsync("hour-1", [new("a", 1), new("b", 5)], default)).AsEnumerable());
        Assert.Equal([3], (await Counters.AddAsync("hour-1", [new("a", 2)], default)).AsEnumerable());
        Assert.Equal([7], (await Counters.AddAsync("hour-2", [new("a", 7)], default)).AsEnumerable());

        var counts = await Counters.ListAsync("hour-1", default);
        Assert.Equal([("a", 3L), ("b", 5L)], counts.Select(c => (c.Key, c.Value)).Order());
        Assert.Empty(await Counters.ListAsync("hour-3", default));
    }

    [Fact]
    public async Task Of_some_who_count_at_once_each_is_counted()
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(
            () => Counters.AddAsync("rush", [new("a", 1)], default))));

        Assert.Equal(6, (await Counters.ListAsync("rush", default))["a"]);
    }

    [Fact]
    public async Task Old_windows_go_and_the_others_stay()
    {
        foreach (var window in new[] { "day-1", "day-2", "day-3", "ever" })
            await Counters.AddAsync(window, [new("a", 1), new("b", 1)], default);

        await Counters.ForgetAsync("day-1", "day-3", default);

        Assert.Empty(await Counters.ListAsync("day-1", default));
        Assert.Empty(await Counters.ListAsync("day-2", default));
        Assert.Equal(2, (await Counters.ListAsync("day-3", default)).Count);
        Assert.Equal(2, (await Counters.ListAsync("ever", default)).Count);
    }
}
