namespace StrengthDays.Coaching.Pages;

/// <summary>The pages behind the links of a mail.</summary>
public sealed class LinkPages(PageRenderer renderer)
{
    public Task<string> ConfirmAsync() => Button(
        "One more click",
        "Press the button, and the plan is yours: each strength day starts with a mail that holds all you need.",
        "Start my plan");

    public Task<string> UnsubscribeAsync() => Button(
        "Stop the mails", "Press the button, and no more mail of this plan will come.", "Unsubscribe");

    public Task<string> UnsubscribedAsync() => Message(
        "No more mails", "You are unsubscribed. To start again, fill in the form and confirm it.");

    public Task<string> NotFoundAsync() =>
        Message("Nothing here", "There is nothing here, or the link is no longer valid.");

    private Task<string> Button(string title, string text, string button) => renderer.RenderAsync<ButtonPage>(new()
    {
        [nameof(ButtonPage.Title)] = title,
        [nameof(ButtonPage.Text)] = text,
        [nameof(ButtonPage.Button)] = button,
    });

    private Task<string> Message(string title, string text) => renderer.RenderAsync<MessagePage>(new()
    {
        [nameof(MessagePage.Title)] = title,
        [nameof(MessagePage.Text)] = text,
    });
}
