using Microsoft.Playwright;
using StrengthDays.Browser.Tests.Served;

namespace StrengthDays.Browser.Tests;

/// <summary>What a runner does to a plan, in a browser on a phone, a tablet and a desk.</summary>
[Collection(OneSite.Name)]
public sealed class PlanTests(Site site)
{
    public static readonly TheoryData<int> Widths = [360, 768, 1280];

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task A_pause_around_the_race_is_two_presses_and_resume_ends_it(int width)
    {
        await using var window = await OpenPlanAsync(width);

        await window.PressAsync("Pause around my race");
        Assert.Contains("pause is noted", await window.SaidAsync(), StringComparison.Ordinal);
        await Assertions.Expect(window["svg .paused"]).ToHaveCountAsync(1);

        await window.PressAsync("Resume");
        Assert.Contains("Welcome back", await window.SaidAsync(), StringComparison.Ordinal);
        await Assertions.Expect(window["svg .paused"]).ToHaveCountAsync(0);
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task A_race_that_moved_takes_the_plan_along(int width)
    {
        await using var window = await OpenPlanAsync(width);
        var moved = Runner.RaceDay.AddDays(14);

        await window["input[type=date][name=day]"].First.FillAsync(Runner.Iso(moved));
        await window.PressAsync("It moved");

        Assert.Contains("race is moved", await window.SaidAsync(), StringComparison.Ordinal);
        Assert.Equal(Runner.Iso(moved), await window["input[type=date][name=day]"].First.InputValueAsync());
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task A_session_cannot_move_next_to_another_and_can_to_a_free_day(int width)
    {
        await using var window = await OpenPlanAsync(width);

        await MoveNextAsync(window, Runner.FirstMonday.AddDays(2));
        var why = await window.RefusedAsync();
        Assert.Contains("two in a row", why, StringComparison.Ordinal);
        Assert.Contains("Possible:", why, StringComparison.Ordinal);

        await MoveNextAsync(window, Runner.FirstMonday.AddDays(1));
        Assert.Contains("is moved", await window.SaidAsync(), StringComparison.Ordinal);
        Assert.Equal(Runner.Iso(Runner.FirstMonday.AddDays(1)), await NextAsync(window));
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task How_it_went_is_one_press_on_the_page_of_the_session(int width)
    {
        await using var window = await OpenPlanAsync(width);

        await window["a.button"].Filter(new() { HasText = "Open it" }).ClickAsync();
        await window.PressAsync("Too easy");

        Assert.Contains("one step more", await window.SaidAsync(), StringComparison.Ordinal);
        await Assertions.Expect(window["main"]).ToContainTextAsync("You said: too easy");
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Who_unsubscribed_comes_back_by_the_form(int width)
    {
        var runner = await Runner.StartAsync(site);
        await using var window = await site.OpenAsync(width);
        await window.GoAsync(runner.Plan);

        await window.PressAsync("Unsubscribe");
        Assert.Contains("No more mail", await window.SaidAsync(), StringComparison.Ordinal);

        await Runner.SignUpAsync(site, runner.Email);
        await window.GoAsync(await Runner.ConfirmLinkAsync(site, runner.Email));
        await window.PressAsync("Start my plan");
        await Assertions.Expect(window["main"]).ToContainTextAsync("Your plan is running.");
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Erasing_asks_first_and_leaves_no_page(int width)
    {
        var runner = await Runner.StartAsync(site);
        await using var window = await site.OpenAsync(width);
        await window.GoAsync(runner.Plan);

        await window["a"].Filter(new() { HasText = "Erase everything" }).ClickAsync();
        await window.PressAsync("Erase everything");
        await Assertions.Expect(window["h1"]).ToHaveTextAsync("All is erased");

        await window.GoAsync(runner.Plan);
        await Assertions.Expect(window["h1"]).ToHaveTextAsync("Nothing here");
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Other_answers_show_what_would_change_and_change_it_when_saved(int width)
    {
        await using var window = await OpenPlanAsync(width);

        await window["a"].Filter(new() { HasText = "Change my answers" }).ClickAsync();
        await window["[name=minutes]"].FillAsync("20");
        await window["[name=sendAt]"].FillAsync("07:15");
        await window["[name=sendAt]"].PressAsync("Tab");
        await Assertions.Expect(window["#plan ul"]).ToContainTextAsync("Mails come at 07:15");
        await window.PressAsync("Save my answers");

        Assert.Contains("answers are saved", await window.SaidAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_left_out_is_back_with_one_press()
    {
        await using var window = await OpenPlanAsync(360);

        await window["summary"].Filter(new() { HasText = "Not on this day?" }).ClickAsync();
        await window.PressAsync("Leave it out");
        await window.PressAsync("Undo");

        Assert.Contains("back in the plan", await window.SaidAsync(), StringComparison.Ordinal);
        Assert.Equal(Runner.Iso(Runner.FirstMonday), await NextAsync(window));
    }

    private async Task<Window> OpenPlanAsync(int width)
    {
        var runner = await Runner.StartAsync(site);
        var window = await site.OpenAsync(width);
        await window.GoAsync(runner.Plan);
        return window;
    }

    private static Task<string?> NextAsync(Window window) =>
        window["#next ~ h3 time"].GetAttributeAsync("datetime");

    private static async Task MoveNextAsync(Window window, DateOnly to)
    {
        await window["summary"].Filter(new() { HasText = "Not on this day?" }).ClickAsync();
        await window["#to"].FillAsync(Runner.Iso(to));
        await window.PressAsync("Move");
    }
}
