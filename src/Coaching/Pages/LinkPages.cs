using Microsoft.AspNetCore.Http;
using StrengthDays.Coaching.Contract;

namespace StrengthDays.Coaching.Pages;

/// <summary>The pages behind the links of a mail.</summary>
public sealed class LinkPages(PageRenderer renderer)
{
    public Task<string> ConfirmAsync() => Button(
        "One more click",
        "Press the button, and the plan is yours: each strength day starts with a mail that holds all you need.",
        "Start my plan");

    public Task<string> ConfirmedAsync(string planPath) => Link(
        "Confirmed already",
        "Nothing is left to do here: your plan has started, and its mails come by themselves.",
        "Open my plan",
        planPath);

    /// <summary>
    /// The same for a link that is too old, for one that was never ours and for a sign-up that is gone.
    /// </summary>
    public Task<string> TooOldAsync() => renderer.RenderAsync<TooOldPage>([]);

    /// <summary>Why a browser got no page, for a person to read.</summary>
    public Task<string> RefusedAsync(Problem problem) => problem.Status == StatusCodes.Status404NotFound
        ? NotFoundAsync()
        : Message("That did not work", problem.Detail);

    public Task<string> UnsubscribeAsync() => Button(
        "Stop the mails", "Press the button, and no more mail of this plan will come.", "Unsubscribe");

    public Task<string> UnsubscribedAsync() => Message(
        "No more mails",
        "You are unsubscribed. By mistake? Open your plan from any of our mails: one press there brings them back.");

    public Task<string> NotFoundAsync() => Link(
        "Nothing here",
        "There is nothing here, or the link is no longer valid. The newest of our mails has one that works.",
        "Make a plan",
        "/");

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

    private Task<string> Link(string title, string text, string link, string path) =>
        renderer.RenderAsync<LinkPage>(new()
        {
            [nameof(LinkPage.Title)] = title,
            [nameof(LinkPage.Text)] = text,
            [nameof(LinkPage.Link)] = link,
            [nameof(LinkPage.Path)] = path,
        });
}
