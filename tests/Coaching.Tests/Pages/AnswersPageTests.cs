using AngleSharp.Dom;
using StrengthDays.Coaching.Contract;

namespace StrengthDays.Coaching.Tests.Pages;

/// <summary>Answers change on a form that shows what would change before anything does.</summary>
public sealed class AnswersPageTests : IAsyncLifetime
{
    private Visitor _runner = null!;

    public async Task InitializeAsync() => _runner = await Visitor.StartAsync();

    public Task DisposeAsync() => _runner.DisposeAsync().AsTask();

    [Fact]
    public async Task It_holds_every_answer_so_that_saving_at_once_changes_nothing()
    {
        await _runner.PressAsync(("do", "race-added"), ("name", "Ten"), ("day", "2027-04-04"), ("distance", "10k"));
        var before = (await _runner.HeaderAsync())!;

        var (status, _) = await _runner.PressAsync(Save(await OpenAsync()));

        var after = (await _runner.HeaderAsync())!;
        Assert.Equal(303, status);
        Assert.Equal(before.Revision, after.Revision);
        Assert.Equal(
            QuestionnaireWriter.Write(before.Inputs.Enrolment), QuestionnaireWriter.Write(after.Inputs.Enrolment));
    }

    [Fact]
    public async Task A_preview_says_what_would_change_and_changes_nothing()
    {
        var page = await OpenAsync();
        Set(page, "minutes", "20");
        Set(page, "sendAt", "07:15");
        Set(page, "avoid", "Forearm plank");
        var before = (await _runner.HeaderAsync())!.ETag;

        var (status, preview) = await _runner.PressAsync(page.QuerySelector("button[value=preview-answers]")!);

        var changes = preview.QuerySelector("#plan ul")!.TextContent;
        Assert.Equal(200, status);
        Assert.Contains("Mails come at 07:15 in Europe/Berlin instead of 06:30", changes, StringComparison.Ordinal);
        Assert.Contains("No longer in the plan: ", changes, StringComparison.Ordinal);
        Assert.Contains("Still to come: ", changes, StringComparison.Ordinal);
        Assert.Equal("20", preview.QuerySelector("[name=minutes]")!.GetAttribute("value"));
        Assert.Single(preview.QuerySelectorAll("#plan svg"));
        Assert.Equal(before, (await _runner.HeaderAsync())!.ETag);

        (status, var saved) = await _runner.PressAsync(Save(preview));

        var answers = (await _runner.HeaderAsync())!.Inputs.Enrolment;
        Assert.Equal(303, status);
        Assert.Contains("answers are saved", saved.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((20, new TimeOnly(7, 15)), (answers.Training.Minutes, answers.SendAt));
        Assert.Equal(["forearm-plank"], answers.Training.Avoid.AsEnumerable());
    }

    [Fact]
    public async Task The_same_answers_would_change_nothing()
    {
        var page = await OpenAsync();

        var (_, preview) = await _runner.PressAsync(page.QuerySelector("button[value=preview-answers]")!);

        Assert.Equal("Nothing would change.", preview.QuerySelector("#plan ul")!.TextContent.Trim());
    }

    [Fact]
    public async Task What_is_emptied_goes_back_to_its_default()
    {
        var page = await OpenAsync();
        Set(page, "minutes", "");
        Set(page, "name", "");

        await _runner.PressAsync(Save(page));

        var answers = (await _runner.HeaderAsync())!.Inputs.Enrolment;
        Assert.Equal((45, null), (answers.Training.Minutes, answers.Name));
    }

    [Theory]
    [InlineData("minutes", "90", "minutes-error")]
    [InlineData("timeZone", "", "timeZone-error")]
    [InlineData("avoid", "Moonwalk", "avoid-error")]
    public async Task A_mistake_comes_back_beside_its_field_and_nothing_changes(string name, string value, string id)
    {
        var page = await OpenAsync();
        Set(page, name, value);
        var before = (await _runner.HeaderAsync())!.ETag;

        foreach (var button in new[] { "preview-answers", "save-answers" })
        {
            var (status, again) = await _runner.PressAsync(page.QuerySelector($"button[value={button}]")!);

            Assert.Equal(400, status);
            Assert.NotEmpty(again.GetElementById(id)!.TextContent);
            Assert.Equal(value, again.QuerySelector($"[name={name}]")!.GetAttribute("value"));
        }

        Assert.Equal(before, (await _runner.HeaderAsync())!.ETag);
    }

    [Fact]
    public async Task What_somebody_else_changed_meanwhile_is_not_overwritten_unseen()
    {
        var page = await OpenAsync();
        Set(page, "minutes", "20");
        await _runner.PressAsync(("do", "race-cancelled"), ("race", "0"), ("was", "2027-09-26"));

        var (status, again) = await _runner.PressAsync(Save(page));

        Assert.Equal(412, status);
        Assert.Contains("was changed meanwhile", again.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("20", again.QuerySelector("[name=minutes]")!.GetAttribute("value"));
        Assert.Equal(303, (await _runner.PressAsync(Save(again))).Status);
    }

    [Fact]
    public async Task The_first_day_is_asked_for_only_while_it_lies_ahead()
    {
        Assert.Single((await OpenAsync()).QuerySelectorAll("[name=startOn]"));
        _runner.Pass(TimeSpan.FromDays(2));

        var page = await OpenAsync();

        Assert.Empty(page.QuerySelectorAll("[name=startOn]"));
        Set(page, "minutes", "30");
        Assert.Equal(303, (await _runner.PressAsync(Save(page))).Status);
    }

    private Task<IDocument> OpenAsync() => _runner.GetAsync("?ask=answers");

    private static IElement Save(IDocument page) => page.QuerySelector("button[value=save-answers]")!;

    private static void Set(IDocument page, string name, string value) =>
        page.QuerySelector($"input[name='{name}']")!.SetAttribute("value", value);
}
