using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Links;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Tests.Architecture;
using StrengthDays.Coaching.Time;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Tests.Pages;

/// <summary>The live calendar over HTTP, read by ical.js as calendar programs would.</summary>
public sealed class CalendarTests : IAsyncLifetime
{
    private Visitor _runner = null!;

    public async Task InitializeAsync() => _runner = await Visitor.StartAsync();

    public Task DisposeAsync() => _runner.DisposeAsync().AsTask();

    [Fact]
    public async Task Every_session_is_at_its_local_hour_all_year_and_as_long_as_it_takes()
    {
        var plan = await PlanAsync();

        var events = (await ReadAsync()).Where(e => e.Uid.StartsWith("session-", StringComparison.Ordinal)).ToList();

        Assert.Contains(plan.Sessions, s => s.Date > new DateOnly(2027, 11, 1));
        Assert.Equal(plan.Sessions.Select(s => StartOf(s.Date)), events.Select(e => Instant(e.Start)));
        Assert.Equal(
            plan.Sessions.Select(s => StartOf(s.Date).AddMinutes(s.EstimatedMinutes)),
            events.Select(e => Instant(e.End)));
        Assert.All(events, e => Assert.Equal("Europe/Berlin", e.Zone));
    }

    [Fact]
    public async Task Race_and_phases_are_whole_days()
    {
        var plan = await PlanAsync();
        var days = (await ReadAsync()).Where(e => e.AllDay).ToList();

        var race = Assert.Single(days, e => e.Uid.StartsWith("race-", StringComparison.Ordinal));
        Assert.Equal(("Race: Berlin Marathon", "2027-09-26", "2027-09-27"), (race.Summary, race.Start, race.End));
        Assert.Equal(
            plan.Phases.Select(p => (Iso(p.From), Iso(p.To.AddDays(1)))).Order(),
            days.Where(e => e != race).Select(e => (e.Start, e.End)).Order());
    }

    [Fact]
    public async Task A_moved_session_keeps_its_uid_and_its_sequence_rises()
    {
        var before = (await ReadAsync()).Single(e => e.Start.StartsWith("2027-01-07T", StringComparison.Ordinal));
        await _runner.PressAsync(("do", "move"), ("date", "2027-01-07"), ("to", "2027-01-08"));

        var after = (await ReadAsync()).Single(e => e.Uid == before.Uid);

        Assert.StartsWith("2027-01-08T", after.Start, StringComparison.Ordinal);
        Assert.True(after.Sequence > before.Sequence);
    }

    [Fact]
    public async Task No_two_events_share_a_uid()
    {
        var uids = (await ReadAsync()).Select(e => e.Uid).ToList();

        Assert.Equal(uids.Distinct(), uids);
    }

    [Fact]
    public async Task Lines_are_folded_at_75_bytes_and_come_back_whole()
    {
        const string Name = "Straßenlauf; über Hügel, durch Täler \\ und zurück 🏃 mit dem ganzen Verein";
        await _runner.PressAsync(
            ("do", "race-added"), ("name", Name), ("day", "2027-05-02"), ("distance", "10k"), ("priority", "c"));

        var text = await TextAsync();

        Assert.Contains(Parse(text).Events, e => e.Summary == "Race: " + Name);
        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotMatch("[^\r]\n|\r[^\n]", text);
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
    }

    [Fact]
    public async Task It_says_how_often_to_look_again_and_what_it_is()
    {
        var answer = await _runner.Host.Client.GetAsync(await PathAsync());

        Assert.Equal("text/calendar", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("PT6H", Parse(await answer.Content.ReadAsStringAsync()).Refresh);
    }

    [Fact]
    public async Task It_opens_with_its_own_link_only_and_gives_no_other_away()
    {
        var manage = _runner.Plan.Split('/')[^1];

        Assert.Equal(404, (int)(await _runner.Host.Client.GetAsync($"/calendar/{manage}.ics")).StatusCode);
        Assert.Equal(404, (int)(await _runner.Host.Client.GetAsync("/calendar/nobody.ics")).StatusCode);
        var unfolded = (await TextAsync()).Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.DoesNotContain(manage, unfolded, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_link_opens_it_and_the_old_one_is_dead()
    {
        var old = await PathAsync();
        var events = (await ReadAsync()).Count;

        var (status, page) = await _runner.PressAsync(("do", "new-calendar-link"));

        Assert.Equal(303, status);
        Assert.Contains("new link", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(404, (int)(await _runner.Host.Client.GetAsync(old)).StatusCode);
        Assert.NotEqual(old, await PathAsync());
        Assert.NotNull(page.QuerySelector($"a[href='{await PathAsync()}']"));
        Assert.Equal(events, (await ReadAsync()).Count);
    }

    [Fact]
    public async Task It_is_empty_for_a_runner_who_has_left()
    {
        await _runner.PressAsync(("do", "unsubscribe"));

        Assert.Empty(await ReadAsync());
    }

    private static DateTimeOffset StartOf(DateOnly date) =>
        Zones.InstantOf(date, new TimeOnly(6, 30), "Europe/Berlin")!.Value;

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<Plan> PlanAsync()
    {
        var inputs = (await _runner.HeaderAsync())!.Inputs;
        return Season.Of(inputs.Enrolment.Training, Catalogue.Default, inputs.Events.ToHistory()).ToPlan();
    }

    private async Task<string> PathAsync()
    {
        var plan = (await _runner.HeaderAsync())!;
        var links = _runner.Host.Services.GetRequiredService<RunnerLinks>();
        return links.For(plan.Id, plan.Inputs.Links).Calendar!.PathAndQuery;
    }

    private async Task<string> TextAsync() => await _runner.Host.Client.GetStringAsync(await PathAsync());

    private async Task<List<Entry>> ReadAsync() => Parse(await TextAsync()).Events;

    private static Feed Parse(string calendar)
    {
        var tests = Path.Combine(Repository.Root, "tests");
        if (!Directory.Exists(Path.Combine(tests, "node_modules", "ical.js")))
            throw new InvalidOperationException(
                "ical.js is missing: run bash tests/run.sh (it installs it with npm ci).");
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(tests, "read-calendar.mjs")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        node.StandardInput.Write(calendar);
        node.StandardInput.Close();
        var json = node.StandardOutput.ReadToEnd();
        node.WaitForExit();
        Assert.Equal(0, node.ExitCode);
        return JsonSerializer.Deserialize<Feed>(json, JsonSerializerOptions.Web)!;
    }

    private sealed record Feed(string Refresh, List<Entry> Events);

    private sealed record Entry(
        string Uid, int Sequence, string Summary, bool AllDay, string Start, string End, string? Zone);
}
