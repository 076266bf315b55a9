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
        await window.SaysAsync("pause is noted");
        await Assertions.Expect(window["svg .paused"]).ToHaveCountAsync(1);

        await window.PressAsync("Call it off");
        await window.SaysAsync("Welcome back");
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

        await window.SaysAsync("race is moved");
        await Assertions.Expect(window["input[type=date][name=day]"].First).ToHaveValueAsync(Runner.Iso(moved));
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task A_session_cannot_move_next_to_another_and_can_to_a_free_day(int width)
    {
        await using var window = await OpenPlanAsync(width);

        await MoveNextAsync(window, Runner.FirstMonday.AddDays(2));
        await window.RefusesAsync("two in a row");
        await window.RefusesAsync("Possible:");

        await MoveAsync(window, Runner.FirstMonday.AddDays(1));
        await window.SaysAsync("is moved");
        await IsNextAsync(window, Runner.FirstMonday.AddDays(1));
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task How_it_went_is_one_press_on_the_page_of_the_session(int width)
    {
        await using var window = await OpenPlanAsync(width);

        await window["a.button"].Filter(new() { HasText = "Open the session" }).ClickAsync();
        await window.PressAsync("Too easy");

        await window.SaysAsync("one step more");
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
        await window.SaysAsync("No more mail");

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

        await window.SaysAsync("answers are saved");
    }

    [Fact]
    public async Task What_was_pressed_by_mistake_on_a_phone_is_taken_back_with_one_press()
    {
        await using var window = await OpenPlanAsync(360);

        await window["summary"].Filter(new() { HasText = "Not on this day?" }).ClickAsync();
        await window.PressAsync("Leave it out");
        await UndoAsync(window, "Undo", "back in the plan");
        await IsNextAsync(window, Runner.FirstMonday);

        await MoveNextAsync(window, Runner.FirstMonday.AddDays(1));
        await UndoAsync(window, "Undo", "is moved");
        await IsNextAsync(window, Runner.FirstMonday);

        await window.PressAsync("Pause around my race");
        await UndoAsync(window, "Undo", "No pause is running");
        await UndoAsync(window, "Undo", "You are on your pause again");

        await window.PressAsync("It was cancelled");
        await UndoAsync(window, "Put it back", "The race is in the plan");
        await Assertions.Expect(window["svg .race-line"]).ToHaveCountAsync(1);

        await window.PressAsync("New calendar link");
        await UndoAsync(window, "Keep the old link", "its old link again");

        await window.PressAsync("Unsubscribe");
        await UndoAsync(window, "Undo", "Your mails come again");
        await window.GoAsync(window.Page.Url.Split('?')[0] + "?day=" + Runner.Iso(Runner.FirstMonday));
        await window.PressAsync("Too hard");
        await UndoAsync(window, "Take it back", "Taken back");
        await Assertions.Expect(window["main"]).Not.ToContainTextAsync("You said");
    }

    [Fact]
    public async Task A_session_on_paper_has_every_exercise_and_nothing_to_press()
    {
        await using var window = await OpenPlanAsync(1280);
        await window["a.button"].Filter(new() { HasText = "Open the session" }).ClickAsync();
        await Assertions.Expect(window["main button"].First).ToBeVisibleAsync();

        await window.Page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Dark });

        await Assertions.Expect(window["button:visible, a:visible, summary:visible, select:visible"]).ToHaveCountAsync(0);
        var exercises = await window["article .dose strong"].CountAsync();
        Assert.InRange(exercises, 6, 20);
        await Assertions.Expect(window["article .dose strong:visible"]).ToHaveCountAsync(exercises);
        Assert.Equal(
            ["rgb(0, 0, 0)", "rgb(255, 255, 255)"],
            await window.Page.EvaluateAsync<string[]>(Colours));
    }

    private async Task<Window> OpenPlanAsync(int width)
    {
        var runner = await Runner.StartAsync(site);
        var window = await site.OpenAsync(width);
        await window.GoAsync(runner.Plan);
        return window;
    }

    private static Task IsNextAsync(Window window, DateOnly day) =>
        Assertions.Expect(window["#next ~ h3 time"]).ToHaveAttributeAsync("datetime", Runner.Iso(day));

    // Of small print, whose grey is the hardest to print, and of the paper.
    private const string Colours =
        """
        () => [getComputedStyle(document.querySelector('article .quiet')).color,
          getComputedStyle(document.body).backgroundColor]
        """;

    private static async Task UndoAsync(Window window, string button, string says)
    {
        await window["[role=status] button"].Filter(new() { HasText = button }).ClickAsync();
        await window.SaysAsync(says);
    }

    private static async Task MoveNextAsync(Window window, DateOnly to)
    {
        await window["summary"].Filter(new() { HasText = "Not on this day?" }).ClickAsync();
        await MoveAsync(window, to);
    }

    private static async Task MoveAsync(Window window, DateOnly to)
    {
        await window["#to"].FillAsync(Runner.Iso(to));
        await window.PressAsync("Move");
    }
}
