using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using StrengthDays.Coaching.Emails;
using StrengthDays.Training.Tests.Sentences;

namespace StrengthDays.Coaching.Tests.Emails;

/// <summary>What must hold for every mail, whatever its kind and contents.</summary>
internal static partial class MailLint
{
    public static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    /// <summary>On one line, as if it had never been wrapped.</summary>
    public static string Flat(string text) => Spaces().Replace(text, " ");

    public static void Check(RenderedMail mail, Letter letter)
    {
        var page = Parse(mail.Html);
        Structure(page);
        NothingIsFetched(page);
        LinksAre(page, letter);
        Words(mail);
        TextHoldsEverything(page, mail.Text);
        Assert.InRange(mail.Html.Length, 1, 60_000);
        Assert.Empty(Contrast.TooWeak(page));
    }

    private static void Structure(IDocument page)
    {
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("light dark", page.QuerySelector("meta[name=color-scheme]")?.GetAttribute("content"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.NotEmpty(page.Title!);
        Assert.All(page.QuerySelectorAll("table"), table => Assert.Equal("presentation", table.GetAttribute("role")));
    }

    private static void NothingIsFetched(IDocument page)
    {
        Assert.Empty(page.QuerySelectorAll(
            "script, img, link, iframe, object, embed, form, base, video, audio, svg, [src], [background]"));
        Assert.DoesNotMatch("(?i)url\\(|@import|javascript:|expression\\(|\\son\\w+=", page.DocumentElement.OuterHtml);
    }

    private static void LinksAre(IDocument page, Letter letter)
    {
        var links = page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).ToList();
        Assert.All(links, link => Assert.StartsWith("https://", link, StringComparison.Ordinal));
        Assert.Contains(letter.Links.Unsubscribe.AbsoluteUri, links);
        if (letter is not ConfirmLetter)
            Assert.Contains(letter.Links.Plan.AbsoluteUri, links);
    }

    // No promises and no statistics (R008, R090 to R093, R149, D14, D15).
    private static void Words(RenderedMail mail)
    {
        Assert.Empty(CopyLint.Faults(Flat(mail.Subject + "\n" + mail.Text)));
        Assert.InRange(mail.Subject.Length, 1, 90);
        Assert.DoesNotMatch(@"[\r\n]", mail.Subject);
        Assert.All(
            mail.Text.Split('\n').Where(line => !line.Contains("https://", StringComparison.Ordinal)),
            line => Assert.InRange(line.Length, 0, 78));
    }

    /// <summary>Every word the HTML shows, and every address it points at, stands in the text.</summary>
    private static void TextHoldsEverything(IDocument page, string text)
    {
        var flat = Flat(text);
        foreach (var node in page.Body!.Descendants<IText>().Where(n => n.ParentElement!.LocalName != "style"))
        {
            var words = Flat(node.Data).Trim(' ', '\u00A0', ':');
            Assert.Contains(words, flat, StringComparison.OrdinalIgnoreCase);
        }
        Assert.All(
            page.QuerySelectorAll("a"),
            link => Assert.Contains(link.GetAttribute("href")!, text, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
