using AngleSharp.Dom;

namespace StrengthDays.Coaching.Tests.Pages;

/// <summary>What the runner's page says and keeps when a form on it is refused, over HTTP.</summary>
public sealed class RefusedFormTests : IAsyncLifetime
{
    private Visitor _runner = null!;

    public async Task InitializeAsync() => _runner = await Visitor.StartAsync();

    public Task DisposeAsync() => _runner.DisposeAsync().AsTask();

    [Fact]
    public async Task The_dates_of_a_pause_stay_as_they_were_typed()
    {
        var (_, page) = await _runner.PressAsync(("do", "pause"), ("from", "2027-02-01"), ("to", "2027-01-20"));

        Assert.Equal(("2027-02-01", "2027-01-20"), (ValueOf(page, "from"), ValueOf(page, "until")));
        Assert.Equal("2027-09-20", ValueOf(page, "race-from"));
    }

    [Fact]
    public async Task A_race_to_be_added_stays_as_it_was_typed_with_its_form_open()
    {
        var (status, page) = await _runner.PressAsync(
            ("do", "race-added"), ("name", "Ten \u2603 https://spam.example"), ("day", "2027-04-04"),
            ("distance", "half-marathon"), ("priority", "c"));

        Assert.Equal(400, status);
        Assert.True(page.GetElementById("new-name")!.Closest("details")!.HasAttribute("open"));
        Assert.Equal("Ten \u2603 https://spam.example", ValueOf(page, "new-name"));
        Assert.Equal("2027-04-04", ValueOf(page, "new-day"));
        Assert.Equal(
            ["half-marathon", "c"],
            page.QuerySelectorAll("option[selected]").Select(option => option.GetAttribute("value")));
    }

    [Fact]
    public async Task The_day_of_a_move_stays_as_it_was_typed_and_is_named_as_people_name_days()
    {
        var (_, page) = await _runner.PressAsync(("do", "move"), ("date", "2027-01-04"), ("to", "2027-01-08"));

        Assert.StartsWith("The new day cannot be Fri 8 Jan 2027. ", Refused(page), StringComparison.Ordinal);
        Assert.True(page.GetElementById("to")!.Closest("details")!.HasAttribute("open"));
        Assert.Equal("2027-01-08", ValueOf(page, "to"));
    }

    [Fact]
    public async Task The_day_of_a_race_that_moved_stays_as_it_was_typed()
    {
        var (status, page) = await _runner.PressAsync(
            ("do", "race-moved"), ("race", "0"), ("was", "2027-09-26"), ("day", "0027-09-26"));

        Assert.Equal(400, status);
        Assert.Equal("0027-09-26", ValueOf(page, "day-0"));
    }

    [Fact]
    public async Task A_day_that_was_left_empty_is_asked_for_without_a_lesson_in_notation()
    {
        var (_, page) = await _runner.PressAsync(("do", "move"), ("date", "2027-01-04"), ("to", ""));

        Assert.Equal("The new day is missing.", Refused(page));
    }

    [Fact]
    public async Task A_window_that_was_overtaken_by_another_is_told_so()
    {
        var (status, page) = await _runner.PressAsync(
            ("do", "race-moved"), ("race", "0"), ("was", "2027-01-01"), ("day", "2027-10-10"));

        Assert.Equal(412, status);
        Assert.StartsWith(
            "Your plan was changed meanwhile, perhaps in another window.", Refused(page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pause")]
    [InlineData("unsubscribe")]
    public async Task An_address_opened_again_later_does_not_say_what_no_longer_holds(string said) =>
        Assert.Null((await _runner.GetAsync("?said=" + said)).QuerySelector("[role=status]"));

    [Fact]
    public async Task Nothing_says_welcome_back_to_somebody_who_left_again()
    {
        await _runner.PressAsync(("do", "unsubscribe"));

        Assert.Null((await _runner.GetAsync("?said=return")).QuerySelector("[role=status]"));
    }

    private static string? ValueOf(IDocument page, string id) => page.GetElementById(id)!.GetAttribute("value");

    private static string Refused(IDocument page) => page.QuerySelector("[role=alert]")!.TextContent.Trim();
}
