using StrengthDays.Host.Queues;

namespace StrengthDays.Coaching.Tests.Host;

public sealed class QueueTests : IAsyncLifetime
{
    private readonly TempFolder _data = new();
    private readonly ManualClock _clock = new(SampleHost.Start);
    private readonly SampleHost _host;

    public QueueTests() => _host = new(_data, _clock);

    private SampleWork Work => _host.Work;

    private InProcessQueues Queues => _host.Get<InProcessQueues>();

    private QueueListener Listener => _host.Get<QueueListener>();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await Listener.StopAsync(CancellationToken.None);
        await _host.DisposeAsync();
        _data.Dispose();
    }

    [Fact]
    public async Task A_returned_array_goes_message_by_message_to_the_output_queue()
    {
        Queues.Add("work", ["a"]);

        await Listener.DrainAsync(CancellationToken.None);

        Assert.Equal("a", await Work.NextAsync<string>());
        Assert.Equal("more a 1", await Work.NextAsync<string>());
        Assert.Equal("more a 2", await Work.NextAsync<string>());
    }

    [Fact]
    public async Task A_failed_message_comes_again_after_the_visibility_timeout_and_not_before()
    {
        Work.Do = _ => throw new InvalidOperationException("first time");
        Queues.Add("more-work", ["a"]);
        await Listener.StartAsync(CancellationToken.None);
        await Work.NextAsync<string>();
        await _clock.SomebodyWaitsAsync();
        Work.Do = _ => Task.CompletedTask;

        _clock.Advance(TimeSpan.FromSeconds(29));
        Assert.True(Work.IsIdle);

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("more a", await Work.NextAsync<string>());
    }

    [Fact]
    [Trait("Fault", "F14")]
    public async Task After_five_attempts_a_message_lies_in_the_poison_folder_and_others_went_on()
    {
        Work.Do = call => call is "more bad" ? throw new InvalidOperationException("always") : Task.CompletedTask;
        Queues.Add("more-work", ["bad", "good"]);
        await Listener.StartAsync(CancellationToken.None);
        for (var retry = 0; retry < 4; retry++)
        {
            await _clock.SomebodyWaitsAsync();
            _clock.Advance(TimeSpan.FromSeconds(30));
        }

        string[] calls = [.. await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Work.NextAsync<string>()))];
        // The call is over before its message is set aside, and a listener that is stopped in between sets nothing aside.
        for (var waits = 0; waits < 3000 && !Directory.Exists(_data["queues/more-work-poison"]); waits++)
            await Task.Delay(10);
        await Listener.StopAsync(CancellationToken.None);

        Assert.Equal(5, calls.Count(call => call == "more bad"));
        Assert.Contains("more good", calls);
        var poison = Assert.Single(Directory.GetFiles(_data["queues/more-work-poison"]));
        Assert.Equal("bad", await File.ReadAllTextAsync(poison));
        Assert.True(Work.IsIdle);
    }

    [Fact]
    public async Task A_message_still_in_work_is_not_handed_out_twice()
    {
        var release = new TaskCompletionSource();
        Work.Do = call => call is "more slow" ? release.Task : Task.CompletedTask;
        Queues.Add("more-work", ["slow"]);
        await Listener.StartAsync(CancellationToken.None);
        await Work.NextAsync<string>();

        Queues.Add("more-work", ["next"]);

        Assert.Equal("more next", await Work.NextAsync<string>());
        release.SetResult();
        await Listener.StopAsync(CancellationToken.None);
        Assert.True(Work.IsIdle);
    }

    [Fact]
    [Trait("Fault", "F35")]
    public async Task Stopping_waits_for_the_message_in_work()
    {
        var release = new TaskCompletionSource();
        Work.Do = _ => release.Task;
        Queues.Add("more-work", ["slow"]);
        await Listener.StartAsync(CancellationToken.None);
        await Work.NextAsync<string>();

        var stopping = Listener.StopAsync(CancellationToken.None);

        Assert.False(stopping.IsCompleted);
        release.SetResult();
        await stopping;
    }

    [Fact]
    public void A_full_queue_refuses_the_sender()
    {
        Queues.Add("work", Enumerable.Repeat("x", InProcessQueues.Longest));

        Assert.Throws<InvalidOperationException>(() => Queues.Add("work", ["one more"]));
    }

    [Theory]
    [InlineData("""{"a":1}""")]
    [InlineData("eyJhIjoxfQ==")]
    public async Task A_file_dropped_into_a_queue_folder_is_a_message_in_either_encoding(string content)
    {
        Drop("more-work", "1.json", content);

        await WatchAndDrainAsync();

        Assert.Equal("""more {"a":1}""", await Work.NextAsync<string>());
        Assert.Empty(Directory.GetFiles(_data["queues/more-work"]));
    }

    [Fact]
    public async Task A_file_stays_until_its_message_is_done_and_is_handed_out_once()
    {
        Work.Do = _ => throw new InvalidOperationException("not yet");
        Drop("more-work", "1.json", "a");

        await WatchAndDrainAsync();
        Assert.Single(Directory.GetFiles(_data["queues/more-work"]));
        Assert.Empty(_host.Get<QueueFiles>().New("more-work"));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_again_comes_back_as_it_was_read_first()
    {
        Work.Do = _ => throw new InvalidOperationException("first time");
        Drop("more-work", "1.json", "a");
        foreach (var message in _host.Get<QueueFiles>().New("more-work"))
            await Queues.AddAsync(message, CancellationToken.None);
        await Listener.StartAsync(CancellationToken.None);
        await Work.NextAsync<string>();
        await _clock.SomebodyWaitsAsync();
        Work.Do = _ => Task.CompletedTask;

        using (File.Open(_data["queues/more-work/1.json"], FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            _clock.Advance(TimeSpan.FromSeconds(30));

            Assert.Equal("more a", await Work.NextAsync<string>());
        }
    }

    [Fact]
    [Trait("Fault", "F14")]
    public async Task A_bad_file_moves_to_the_poison_folder_under_its_name()
    {
        Work.Do = _ => throw new InvalidOperationException("never");
        Drop("more-work", "1.json", "a");
        foreach (var message in _host.Get<QueueFiles>().New("more-work"))
            await Queues.AddAsync(message with { DequeueCount = 4 }, CancellationToken.None);

        await Listener.DrainAsync(CancellationToken.None);

        Assert.Empty(Directory.GetFiles(_data["queues/more-work"]));
        Assert.Equal("a", await File.ReadAllTextAsync(_data["queues/more-work-poison/1.json"]));
    }

    [Fact]
    [Trait("Fault", "F14")]
    public void A_file_that_cannot_be_read_keeps_none_behind_it_waiting_and_is_told_of()
    {
        Drop("more-work", "2.json", "b");
        File.CreateSymbolicLink(_data["queues/more-work/1.json"], _data["nowhere"]);
        var read = new List<string>();

        Assert.Throws<FileNotFoundException>(() =>
        {
            foreach (var message in _host.Get<QueueFiles>().New("more-work"))
                read.Add(message.Text);
        });

        Assert.Equal(["b"], read);
    }

    [Fact]
    public void Files_still_being_written_are_left_alone()
    {
        Drop("more-work", ".1.json", "a");
        Drop("more-work", "2.tmp", "b");

        Assert.Empty(_host.Get<QueueFiles>().New("more-work"));
    }

    private void Drop(string queue, string name, string content)
    {
        Directory.CreateDirectory(_data["queues/" + queue]);
        File.WriteAllText(_data[$"queues/{queue}/{name}"], content);
    }

    private async Task WatchAndDrainAsync()
    {
        foreach (var message in _host.Get<QueueFiles>().New("more-work"))
            await Queues.AddAsync(message, CancellationToken.None);
        await Listener.DrainAsync(CancellationToken.None);
    }
}
