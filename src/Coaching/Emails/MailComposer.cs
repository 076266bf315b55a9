using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Components.Web.HtmlRendering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using StrengthDays.Coaching.Emails.Bodies;
using StrengthDays.Coaching.Emails.Words;

namespace StrengthDays.Coaching.Emails;

/// <summary>
/// Writes a letter as a mail: one body, rendered as HTML by Razor and as text by a plain writer. Thread-safe.
/// </summary>
public sealed class MailComposer
{
    private static readonly ServiceProvider NoServices = new ServiceCollection().BuildServiceProvider();

    // A page has some 10,000 characters: worth keeping the room for the next one.
    [ThreadStatic]
    private static StringWriter? _page;

    public async Task<RenderedMail> RenderAsync(Letter letter)
    {
        var body = MailBodies.Of(letter);
        return new RenderedMail(SubjectLine.Of(letter), TextPart.Write(body), await HtmlAsync(body));
    }

    // One renderer a mail: a renderer keeps every root component it ever made, and its dispatcher would make
    // mails queue.
    private static async Task<string> HtmlAsync(MailBody body)
    {
        await using var renderer = new HtmlRenderer(NoServices, NullLoggerFactory.Instance);
        var parameters = ParameterView.FromDictionary(
            new Dictionary<string, object?> { [nameof(MailPage.Body)] = body });
        return await renderer.Dispatcher.InvokeAsync(async () =>
            Written(await renderer.RenderComponentAsync<MailPage>(parameters)));
    }

    private static string Written(HtmlRootComponent page)
    {
        var writer = _page ??= new StringWriter(CultureInfo.InvariantCulture);
        writer.GetStringBuilder().Clear();
        page.WriteHtmlTo(writer);
        return writer.ToString();
    }
}
