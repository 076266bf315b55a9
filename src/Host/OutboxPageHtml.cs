using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using StrengthDays.Coaching.Mail;

namespace StrengthDays.Host;

/// <summary>The two pages of the outbox. Whatever comes from a mail is encoded.</summary>
internal static class OutboxPageHtml
{
    private const string Style =
        """
        :root{color-scheme:light dark;background:Canvas;color:CanvasText;font:16px/1.5 system-ui,sans-serif}
        body{max-width:64rem;margin:0 auto;padding:1rem}
        h1{line-height:1.2;margin:0 0 .5rem}p{overflow-wrap:anywhere}a{color:LinkText}
        table{border-collapse:collapse;width:100%}
        th,td{text-align:left;padding:.4rem .8rem .4rem 0;border-bottom:1px solid #8886;vertical-align:top}
        .wide{overflow-x:auto}
        iframe{width:100%;height:80vh;border:1px solid #8886;background:#fff}
        pre{overflow-x:auto}
        dt{font-weight:600}dd{margin:0 0 .4rem;overflow-wrap:anywhere}
        """;

    public static string StyleHash =>
        "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    public static string List(ImmutableArray<OutboxPageMail> mails, int total, int page, int pages) => Frame(
        "Outbox",
        $"""
        <h1>Outbox</h1>
        <p>{(total == 0 ? "No mail yet." : total == 1 ? "1 mail." : Text($"{total} mails, newest first."))}</p>
        <div class="wide"><table>
        <thead><tr>{Column("Date")}{Column("To")}{Column("Subject")}{Column("Kind")}</tr></thead>
        <tbody>
        {string.Concat(mails.Select(Row))}
        </tbody></table></div>
        {Pager(page, pages)}
        """);

    public static string Mail(OutboxPageMail mail) => Frame(
        mail["Subject"],
        $"""
        <p><a href="/outbox">Outbox</a></p>
        <h1>{Text(mail["Subject"])}</h1>
        <p>{Text(mail["From"])} to {Text(mail["To"])}<br>{Text(mail["Date"])}</p>
        <iframe title="HTML part" src="/outbox/{mail.Id:D}.html"
        sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
        <h2>Text part</h2>
        <pre tabindex="0">{Text(mail.Text)}</pre>
        <h2>Headers</h2>
        <dl>{string.Concat(mail.Headers.Select(h => $"<dt>{Text(h.Key)}</dt><dd>{Text(h.Value)}</dd>"))}</dl>
        <p><a href="/outbox/{mail.Id:D}.eml">The file as it is</a></p>
        """);

    private static string Column(string name) => $"<th scope=\"col\">{name}</th>";

    private static string Row(OutboxPageMail mail) =>
        $"""
        <tr><td>{Text(mail.Date.ToString("ddd yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture))}</td>
        <td>{Text(mail["To"])}</td>
        <td><a href="/outbox/{mail.Id:D}">{Text(mail["Subject"])}</a></td>
        <td>{Text(mail[MailHeaders.Kind])}</td></tr>
        """;

    private static string Pager(int page, int pages) => pages == 1
        ? ""
        : $"<p>Page {page} of {pages}{Link(page - 1, pages, "newer")}{Link(page + 1, pages, "older")}</p>";

    private static string Link(int page, int pages, string label) =>
        page < 1 || page > pages ? "" : $" <a href=\"/outbox?page={page}\">{label}</a>";

    private static string Frame(string title, string content) =>
        $"""
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Text(title)}</title><style>{Style}</style></head>
        <body><main>{content}</main></body></html>
        """;

    private static string Text(string words) => HtmlEncoder.Default.Encode(words);
}
