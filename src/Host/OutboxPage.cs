using System.Net;

namespace StrengthDays.Host;

/// <summary>The mails of the outbox in a browser, for the person at this machine only.</summary>
internal static class OutboxPage
{
    private const int MailsPerPage = 100;

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    // Links of a mail open in a tab of their own, as in a mail program; nothing in it runs or loads.
    private const string MailPolicy =
        "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; "
        + "frame-ancestors 'self'";

    private static readonly string PagePolicy =
        $"default-src 'none'; style-src '{OutboxPageHtml.StyleHash}'; frame-src 'self'; base-uri 'none'; "
        + "form-action 'none'; frame-ancestors 'none'";

    /// <param name="app">The host.</param>
    /// <param name="folder">Folder of the outbox; it need not be there.</param>
    public static void MapOutbox(this IEndpointRouteBuilder app, string folder)
    {
        var mails = new OutboxPageFolder(folder);
        var pages = app.MapGroup("/outbox").AddEndpointFilter(OnlyLocal);
        pages.MapMethods("", Reading, (HttpContext http, int? page) => List(http, mails, page ?? 1));
        pages.MapMethods("{id:guid}", Reading, (HttpContext http, Guid id) =>
            One(mails, id, mail => Page(http, OutboxPageHtml.Mail(mail))));
        pages.MapMethods("{id:guid}.html", Reading, (HttpContext http, Guid id) =>
            One(mails, id, mail => Body(http, mail)));
        pages.MapMethods("{id:guid}.eml", Reading, (Guid id) => mails.PathOf(id) is { } file
            ? Results.File(file, "message/rfc822", $"{id:D}.eml")
            : Results.NotFound());
    }

    private static IResult List(HttpContext http, OutboxPageFolder mails, int page)
    {
        var all = mails.NewestFirst();
        var pages = Math.Max(1, (all.Length + MailsPerPage - 1) / MailsPerPage);
        var shown = Math.Clamp(page, 1, pages);
        var mailsShown = all.Skip((shown - 1) * MailsPerPage).Take(MailsPerPage);
        return Page(http, OutboxPageHtml.List([.. mailsShown], all.Length, shown, pages));
    }

    private static IResult One(OutboxPageFolder mails, Guid id, Func<OutboxPageMail, IResult> show) =>
        mails.PathOf(id) is { } file ? show(OutboxPageMail.Read(id, file)) : Results.NotFound();

    private static IResult Page(HttpContext http, string html)
    {
        http.Response.Headers.XFrameOptions = "DENY";
        return Html(http, PagePolicy, html);
    }

    private static IResult Body(HttpContext http, OutboxPageMail mail)
    {
        http.Response.Headers.XFrameOptions = "SAMEORIGIN";
        var html = mail.Html.Replace("<head>", "<head><base target=\"_blank\">", StringComparison.Ordinal);
        return Html(http, MailPolicy, html);
    }

    private static IResult Html(HttpContext http, string policy, string html)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        return Results.Text(html, "text/html; charset=utf-8");
    }

    private static ValueTask<object?> OnlyLocal(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        IsLocal(context.HttpContext) ? next(context) : ValueTask.FromResult<object?>(Results.NotFound());

    // A proxy on this machine connects from loopback too, but names whom it speaks for; and a page of another site that
    // makes its own name point at this machine still sends that name.
    private static bool IsLocal(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !http.Request.Headers.ContainsKey("X-Forwarded-For")
        && !http.Request.Headers.ContainsKey("Forwarded")
        && IsLoopbackName(http.Request.Host.Host);

    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
