namespace StrengthDays.Browser.Tests.Served;

/// <summary>Every page there is, each as somebody comes to see it.</summary>
internal static class Scenes
{
    public static readonly IReadOnlyDictionary<string, Func<Window, Site, Task>> Pages =
        new Dictionary<string, Func<Window, Site, Task>>(StringComparer.Ordinal)
        {
            ["form"] = (w, _) => w.GoAsync("/"),
            ["form-with-preview"] = (w, _) => AnswerFormAsync(w, "Show my plan"),
            ["form-with-mistakes"] = (w, _) => AnswerFormAsync(w, "Mail me my strength days"),
            ["check-your-inbox"] = (w, _) => w.GoAsync("/check-your-inbox"),
            ["confirm"] = ConfirmAsync,
            ["confirmed-already"] = ConfirmedAsync,
            ["confirm-too-old"] = (w, _) => w.GoAsync("/confirm/nobody"),
            ["plan"] = (w, s) => PlanAsync(w, s),
            ["plan-paused"] = (w, s) => PlanAsync(w, s, button: "Pause around my race"),
            ["plan-refused"] = RefusedAsync,
            ["plan-with-undo"] = (w, s) => PlanAsync(w, s, button: "It was cancelled"),
            ["answers"] = (w, s) => PlanAsync(w, s, "?ask=answers"),
            ["answers-with-preview"] = AnswersAsync,
            ["plan-unsubscribed"] = (w, s) => PlanAsync(w, s, button: "Unsubscribe"),
            ["session"] = (w, s) => PlanAsync(w, s, "?day=" + Runner.Iso(Runner.FirstMonday)),
            ["session-answered"] = (w, s) => PlanAsync(w, s, "?day=" + Runner.Iso(Runner.FirstMonday), "Too hard"),
            ["session-none"] = (w, s) => PlanAsync(w, s, "?day=" + Runner.Iso(Runner.FirstMonday.AddDays(1))),
            ["erase"] = (w, s) => PlanAsync(w, s, "?ask=erase"),
            ["erased"] = (w, s) => PlanAsync(w, s, "?ask=erase", "Erase everything"),
            ["unsubscribe"] = UnsubscribeAsync,
            ["nothing-here"] = (w, _) => w.GoAsync("/plan/nobody"),
            ["outbox"] = OutboxAsync,
            ["outbox-mail"] = OutboxMailAsync,
        };

    private static async Task AnswerFormAsync(Window window, string button)
    {
        await window.GoAsync("/");
        await SignUpForm.FillInAsync(window);
        await window.PressAsync(button);
    }

    private static async Task ConfirmAsync(Window window, Site site)
    {
        var email = Runner.NewEmail();
        await Runner.SignUpAsync(site, email);
        await window.GoAsync(await Runner.ConfirmLinkAsync(site, email));
    }

    private static async Task ConfirmedAsync(Window window, Site site)
    {
        var email = Runner.NewEmail();
        await Runner.SignUpAsync(site, email);
        var link = await Runner.ConfirmLinkAsync(site, email);
        await site.Client.PostAsync(link, null);
        await window.GoAsync(link);
    }

    private static async Task AnswersAsync(Window window, Site site)
    {
        await PlanAsync(window, site, "?ask=answers");
        await window["[name=minutes]"].FillAsync("20");
        await window["[name=sendAt]"].FillAsync("07:15");
        await window.PressAsync("Show what would change");
    }

    private static async Task PlanAsync(Window window, Site site, string more = "", string? button = null)
    {
        var runner = await Runner.StartAsync(site);
        await window.GoAsync(runner.Plan + more);
        if (button is not null)
            await window.PressAsync(button);
    }

    private static async Task RefusedAsync(Window window, Site site)
    {
        await PlanAsync(window, site);
        await window["#from"].FillAsync("2020-01-01");
        await window.PressAsync("Pause");
    }

    private static async Task UnsubscribeAsync(Window window, Site site)
    {
        var runner = await Runner.StartAsync(site);
        await window.GoAsync(await runner.UnsubscribeLinkAsync(site));
    }

    private static async Task OutboxAsync(Window window, Site site)
    {
        await Runner.StartAsync(site);
        await window.GoAsync("/outbox");
    }

    private static async Task OutboxMailAsync(Window window, Site site)
    {
        var runner = await Runner.StartAsync(site);
        await window.GoAsync(await Runner.MailAsync(site, runner.Email, "Your strength plan"));
    }
}
