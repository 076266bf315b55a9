using System.Buffers;
using System.Globalization;
using System.Text;

namespace StrengthDays.Coaching.Mail;

/// <summary>
/// Writes a mail as RFC 5322 bytes. Deterministic: the same mail gives the same bytes, its date, its message id and its
/// boundary come from the mail itself. Lines end in CRLF and stay under 998 characters; the bytes are 7-bit.
/// </summary>
public static class MimeWriter
{
    /// <exception cref="ArgumentException">A header value holds a line break or another control character.</exception>
    public static void Write(MailMessage mail, IBufferWriter<byte> output)
    {
        var boundary = "=_" + mail.OperationId.ToString("N");
        Ascii(output, Head(mail, boundary));
        Part(output, boundary, "text/plain", mail.Text);
        Part(output, boundary, "text/html", mail.Html);
        Ascii(output, $"\r\n--{boundary}--\r\n");
    }

    /// <summary>The mail as bytes of its own.</summary>
    public static ReadOnlyMemory<byte> Bytes(MailMessage mail)
    {
        var output = new ArrayBufferWriter<byte>(mail.Html.Length + mail.Text.Length + 4096);
        Write(mail, output);
        return output.WrittenMemory;
    }

    private static string Head(MailMessage mail, string boundary)
    {
        var head = new StringBuilder(1024);
        HeaderText.Append(head, "From", HeaderText.MailboxText(Mailbox.Parse(mail.From)));
        HeaderText.Append(head, "To", HeaderText.MailboxText(Mailbox.Parse(mail.To)));
        HeaderText.Append(head, "Subject", HeaderText.Unstructured(mail.Subject));
        HeaderText.Append(head, "Date", DateText(mail.Date));
        HeaderText.Append(head, "Message-ID", $"<{mail.MessageId}>");
        foreach (var (name, value) in mail.Headers)
            HeaderText.Append(head, name, value);
        HeaderText.Append(head, "MIME-Version", "1.0");
        HeaderText.Append(head, "Content-Type", $"multipart/alternative; boundary=\"{boundary}\"");
        return head.ToString();
    }

    // RFC 5322: "Tue, 12 Jan 2027 06:30:00 +0100".
    private static string DateText(DateTimeOffset date) =>
        date.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture)
        + date.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);

    private static void Part(IBufferWriter<byte> output, string boundary, string type, string content)
    {
        // The line break before a boundary belongs to the boundary.
        Ascii(output, $"\r\n--{boundary}\r\nContent-Type: {type}; charset=utf-8\r\n");
        Ascii(output, "Content-Transfer-Encoding: quoted-printable\r\n\r\n");
        var utf8 = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(content.Length));
        QuotedPrintable.Write(output, utf8.AsSpan(0, Encoding.UTF8.GetBytes(content, utf8)));
        ArrayPool<byte>.Shared.Return(utf8);
    }

    private static void Ascii(IBufferWriter<byte> output, string text) => Encoding.ASCII.GetBytes(text, output);
}
