using System.Diagnostics;
using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Tests.Architecture;
using StrengthDays.Coaching.Tests.Emails;
using StrengthDays.Coaching.Tests.Host;

namespace StrengthDays.Coaching.Tests.Pages;

/// <summary>Every page and the HTML of every mail, judged by html-validate in one process.</summary>
[Trait("Category", "Once")]
public sealed class HtmlTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_page_and_every_mail_is_valid()
    {
        await using (var visitor = await Visitor.SignUpAsync())
            Write("page-confirm", await TextAsync(visitor.Host.Client.GetAsync(await visitor.ConfirmLinkAsync())));
        await using (var runner = await Visitor.StartAsync())
            await WritePagesAsync(runner);
        foreach (var (letter, place) in Letters.All.Select((letter, place) => (letter, place)))
            Write($"mail-{place:00}-{letter.Kind}", (await new MailComposer().RenderAsync(letter)).Html);

        var (code, output) = await ValidateAsync();

        Assert.True(code == 0, output);
    }

    private async Task WritePagesAsync(Visitor runner)
    {
        string[] paths =
        [
            "/", "/check-your-inbox", "/confirm/nobody", "/unsubscribe/nobody", "/outbox", runner.Plan,
            runner.Plan + "?day=2027-01-04", runner.Plan + "?day=2027-01-05", runner.Plan + "?ask=erase",
            runner.Plan + "?ask=answers", runner.Plan + "?said=skip&of-date=2027-01-04",
        ];
        foreach (var (path, place) in paths.Select((path, place) => (path, place)))
            Write($"page-{place:00}", await TextAsync(runner.Host.Client.GetAsync(path)));
        Write("page-preview", await TextAsync(runner.Host.Client.PostAsync("/", FormBody.With("preview"))));
        Write("page-mistakes", await TextAsync(
            runner.Host.Client.PostAsync("/", FormBody.With("sign-up", ("email", "ana"), ("minutes", "99")))));
        foreach (var button in (string[])["preview-answers", "pause", "erase"])
        {
            var (_, page) = await runner.PressAsync(("do", button), ("from", "2020-01-01"));
            Write("page-" + button, page.Source.Text);
        }
    }

    private static async Task<string> TextAsync(Task<HttpResponseMessage> answer) =>
        await (await answer).Content.ReadAsStringAsync();

    private void Write(string name, string html) => File.WriteAllText(_folder[name + ".html"], html);

    private async Task<(int Code, string Output)> ValidateAsync()
    {
        var tests = Path.Combine(Repository.Root, "tests");
        if (!Directory.Exists(Path.Combine(tests, "node_modules", "html-validate")))
            throw new InvalidOperationException(
                "html-validate is missing: run bash tests/run.sh (it installs it with npm ci).");
        using var node = Process.Start(new ProcessStartInfo(
            "node", [Path.Combine(tests, "validate-html.mjs"), _folder.Path])
        {
            RedirectStandardOutput = true,
        })!;
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        return (node.ExitCode, output);
    }
}
