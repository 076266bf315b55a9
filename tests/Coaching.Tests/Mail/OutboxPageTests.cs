using System.Collections.Immutable;
using System.Net;
using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Mail;
using StrengthDays.Coaching.Tests.Emails;
using StrengthDays.Coaching.Tests.Host;

namespace StrengthDays.Coaching.Tests.Mail;

public sealed class OutboxPageTests : IAsyncLifetime
{
    private RunningHost _host = null!;

    private string Folder => OutboxTransport.FolderIn(_host.Data);

    public async Task InitializeAsync() => _host = await RunningHost.StartAsync();

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Fact]
    public async Task An_empty_outbox_says_so() =>
        Assert.Contains("No mail yet.", await Get("/outbox"), StringComparison.Ordinal);

    [Fact]
    public async Task Mails_are_listed_newest_first_by_their_own_date()
    {
        await Submit(Mails.Number(2), Mails.Number(3), Mails.Number(1));
        var page = MailLint.Parse(await Get("/outbox"));
        Assert.Equal(
            new[] { 3, 2, 1 }.Select(n => $"/outbox/{Mails.Number(n).OperationId:D}"),
            page.QuerySelectorAll("td a").Select(a => a.GetAttribute("href")));
        Assert.Equal("Tue 2027-01-12 06:33 +01:00", page.QuerySelector("td")!.TextContent);
        Assert.Contains("ana@example.com", page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("session", page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mails_of_the_same_second_are_listed_as_they_were_written()
    {
        ImmutableArray<MailMessage> mails =
            [.. Enumerable.Range(0, 8).Select(n => Mails.Plain with { OperationId = Id(n) })];
        await Submit(mails);
        for (var n = 0; n < mails.Length; n++)
            File.SetLastWriteTimeUtc(
                Path.Combine(Folder, $"{Id(n):D}.eml"), DateTime.UnixEpoch.AddSeconds(n % 4 * 8 + n));

        var listed = MailLint.Parse(await Get("/outbox")).QuerySelectorAll("td a").Select(a => a.GetAttribute("href"));

        Assert.Equal(new[] { 7, 3, 6, 2, 5, 1, 4, 0 }.Select(n => $"/outbox/{Id(n):D}"), listed);

        static Guid Id(int n) => new(n, 0, 0, new byte[8]);
    }

    [Fact]
    public async Task Whoever_asks_for_the_headers_alone_gets_them()
    {
        await Submit(Mails.Number(1));

        foreach (var path in new[] { "/outbox", $"/outbox/{Mails.Number(1).OperationId:D}.eml" })
        {
            using var head = await _host.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
            Assert.Equal((HttpStatusCode.OK, ""), (head.StatusCode, await head.Content.ReadAsStringAsync()));
        }
    }

    [Fact]
    public async Task A_long_outbox_has_pages()
    {
        Directory.CreateDirectory(Folder);
        foreach (var mail in Enumerable.Range(0, 205).Select(Mails.Number))
            await File.WriteAllBytesAsync(Path.Combine(Folder, $"{mail.OperationId:D}.eml"), MimeWriter.Bytes(mail));
        var page = MailLint.Parse(await Get("/outbox?page=3"));
        Assert.Equal(5, page.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("Page 3 of 3", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/outbox?page=2", page.QuerySelectorAll("a").Last().GetAttribute("href"));
        Assert.Equal(100, MailLint.Parse(await Get("/outbox?page=-4")).QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public async Task A_mail_shows_its_headers_both_parts_and_its_file()
    {
        var letter = Letters.Session;
        var rendered = await new MailComposer().RenderAsync(letter);
        var mail = Mails.Plain with { Subject = "Grüße: <b>", Text = rendered.Text, Html = rendered.Html };
        await Submit(mail);
        var path = $"/outbox/{mail.OperationId:D}";
        var page = MailLint.Parse(await Get(path));
        Assert.Equal("Grüße: <b>", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("List-Unsubscribe-Post", page.QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(rendered.Text.ReplaceLineEndings(), page.QuerySelector("pre")!.TextContent.ReplaceLineEndings());
        Assert.Equal(path + ".html", page.QuerySelector("iframe")!.GetAttribute("src"));
        var html = (await Get(path + ".html")).ReplaceLineEndings("\n");
        Assert.Equal(rendered.Html, html.Replace("<base target=\"_blank\">", "", StringComparison.Ordinal));
        Assert.Equal(MimeWriter.Bytes(mail).ToArray(), await _host.Client.GetByteArrayAsync(path + ".eml"));
    }

    [Fact]
    public async Task Nothing_in_a_mail_can_run_and_its_links_open_outside()
    {
        await Submit(Mails.Plain);
        var answer = await _host.Client.GetAsync($"/outbox/{Mails.Plain.OperationId:D}.html");
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Matches("^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';", policy);
        Assert.DoesNotContain("allow-scripts", policy, StringComparison.Ordinal);
        Assert.Contains("<base target=\"_blank\">", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/outbox/00000000-0000-0000-0000-000000000000")]
    [InlineData("/outbox/..%2fops.key")]
    [InlineData("/outbox/../ops.key")]
    [InlineData("/outbox/ops.key")]
    [InlineData("/outbox/00000000-0000-0000-0000-000000000000.html")]
    [InlineData("/outbox/00000000-0000-0000-0000-000000000000.eml")]
    public async Task What_is_no_mail_is_not_found(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await _host.Client.GetAsync(path)).StatusCode);

    [Fact]
    public async Task A_link_in_the_folder_is_not_followed()
    {
        await Submit(Mails.Plain);
        var id = Mails.Number(9).OperationId;
        File.CreateSymbolicLink(Path.Combine(Folder, $"{id:D}.eml"), Path.Combine(_host.Data, "ops.key"));
        Assert.Equal(HttpStatusCode.NotFound, (await _host.Client.GetAsync($"/outbox/{id:D}")).StatusCode);
        Assert.Single(MailLint.Parse(await Get("/outbox")).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task A_file_that_is_no_mail_of_ours_breaks_nothing()
    {
        await Submit(Mails.Plain);
        var id = Mails.Number(9).OperationId;
        await File.WriteAllTextAsync(Path.Combine(Folder, $"{id:D}.eml"), "not a mail at all =\u00ff=?utf-8?B?@@?=");
        await File.WriteAllTextAsync(Path.Combine(Folder, "readme.eml"), "Subject: hello\r\n\r\n");
        Assert.Equal(2, MailLint.Parse(await Get("/outbox")).QuerySelectorAll("tbody tr").Length);
        Assert.Contains("Text part", await Get($"/outbox/{id:D}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host", "rebound.example")]
    [InlineData("X-Forwarded-For", "203.0.113.9")]
    [InlineData("Forwarded", "for=203.0.113.9")]
    public async Task Nobody_else_sees_the_outbox(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/outbox");
        request.Headers.Add(header, value);
        Assert.Equal(HttpStatusCode.NotFound, (await _host.Client.SendAsync(request)).StatusCode);
    }

    private Task<string> Get(string path) => _host.Client.GetStringAsync(path);

    private Task Submit(params ImmutableArray<MailMessage> mails) =>
        new OutboxTransport(Folder).SubmitAsync(mails, CancellationToken.None);
}
