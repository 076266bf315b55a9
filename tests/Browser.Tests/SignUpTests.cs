using Microsoft.Playwright;
using StrengthDays.Browser.Tests.Served;

namespace StrengthDays.Browser.Tests;

/// <summary>From the empty form to the first mail, as a visitor does it.</summary>
[Collection(OneSite.Name)]
public sealed class SignUpTests(Site site)
{
    [Theory]
    [InlineData(360, true)]
    [InlineData(768, true)]
    [InlineData(1280, true)]
    [InlineData(360, false)]
    [InlineData(1280, false)]
    public async Task From_the_form_to_the_first_mail(int width, bool script)
    {
        await using var window = await site.OpenAsync(width, script);
        var email = Runner.NewEmail();

        await window.GoAsync("/");
        await SignUpForm.FillInAsync(window);
        if (!script)
        {
            await window["[name=timeZone]"].FillAsync("Europe/Berlin");
            await window.PressAsync("Show my plan");
        }

        await Assertions.Expect(window["#plan svg .race-line"]).ToHaveCountAsync(1);
        Assert.Equal("", await window["[name=email]"].InputValueAsync());
        await window["[name=email]"].FillAsync(email);
        await window["[name=consent]"].CheckAsync();
        await window.PressAsync("Mail me my strength days");

        await window.IsAtAsync("/check-your-inbox");
        var confirm = await OpenMailAsync(window, email, "Please confirm your strength plan");
        await using var opened = await FollowAsync(window, confirm, "Confirm my plan");
        await opened.PressAsync("Start my plan");
        await opened.IsAtAsync("/plan/*");

        var welcome = await OpenMailAsync(window, email, "Your strength plan: first session");
        await Assertions.Expect(welcome.Locator("h1")).ToHaveTextAsync("Your strength plan is ready");
    }

    [Fact]
    public async Task The_preview_follows_every_answer_and_the_zone_is_found()
    {
        await using var window = await site.OpenAsync();

        await window.GoAsync("/");
        await window["[name=minutes]"].FocusAsync();
        await Assertions.Expect(window["[name=timeZone]"]).ToHaveValueAsync("Europe/Berlin");
        await SignUpForm.FillInAsync(window);
        await Assertions.Expect(window["#plan"]).ToContainTextAsync("Autumn Marathon");
        await window["[name='races[0].name']"].FillAsync("Another Name");
        await window["[name=minutes]"].FillAsync("30");

        await Assertions.Expect(window["#plan"]).ToContainTextAsync("Another Name");
        await window["[name=minutes]"].FillAsync("300");
        await window["[name=timeZone]"].FocusAsync();
        await Assertions.Expect(window["#plan li a"]).ToHaveTextAsync("Minutes must be a whole number from 15 to 60.");
        await Assertions.Expect(window["#zones option"].Filter(new() { HasText = "Pacific/Apia" })).ToHaveCountAsync(1);
        await window.IsAtAsync("/");
    }

    [Fact]
    public async Task A_zone_that_was_typed_stays()
    {
        await using var window = await site.OpenAsync(script: false);
        await window.GoAsync("/");
        await window["[name=timeZone]"].FillAsync("America/New_York");
        await window.PressAsync("Show my plan");

        await window.IsAtAsync("/#plan");
        await Assertions.Expect(window["[name=timeZone]"]).ToHaveValueAsync("America/New_York");
    }

    [Fact]
    public async Task The_form_can_be_filled_in_with_the_keyboard_alone()
    {
        await using var window = await site.OpenAsync(1280);
        var keys = new Keys(window.Page);

        await window.GoAsync("/");
        await keys.SeeAsync();
        await keys.GoToAsync("a.skip");
        await keys.FollowAsync();
        await keys.GoToAsync("[name='races[0].name']");
        await keys.TypeAsync("Autumn Marathon");
        await keys.GoToAsync("[name='races[0].date']");
        // Whichever of day and month this browser asks for first.
        var raceDay = new DateOnly(Runner.RaceDay.Year, 11, 11);
        await keys.TypeAsync(raceDay.ToString("ddMMyyyy", null), Runner.Iso(raceDay));
        await keys.GoToAsync("[name='races[0].distance']");
        await keys.TypeAsync("M", "marathon");
        foreach (var (day, run) in SignUpForm.Week)
        {
            await keys.GoToAsync($"[name='week.{day}']");
            await keys.ChooseAsync(run);
        }

        await keys.GoToAsync("[name=email]");
        await keys.TypeAsync(Runner.NewEmail());
        await keys.GoToAsync("[name=consent]");
        await keys.TickAsync();
        await keys.GoToAsync("button[value=sign-up]");
        await keys.PressAsync("Enter");

        await window.IsAtAsync("/check-your-inbox");
    }

    /// <summary>The HTML part of a mail, as the outbox shows it.</summary>
    private static async Task<IFrameLocator> OpenMailAsync(Window window, string email, string subject)
    {
        await window.GoAsync("/outbox");
        await window["tr"].Filter(new() { HasText = email }).GetByRole(AriaRole.Link)
            .Filter(new() { HasText = subject }).ClickAsync();
        return window.Page.FrameLocator("iframe");
    }

    private async Task<Window> FollowAsync(Window window, IFrameLocator mail, string link)
    {
        var address = await mail.GetByRole(AriaRole.Link, new() { Name = link }).GetAttributeAsync("href");
        var opened = await site.OpenAsync(window.Page.ViewportSize!.Width);
        await opened.GoAsync(address!);
        return opened;
    }
}
