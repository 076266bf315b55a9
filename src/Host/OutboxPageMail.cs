using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace StrengthDays.Host;

/// <summary>
/// A mail file as written by our MIME writer; whatever else lies in the folder shows as far as it can be read.
/// </summary>
internal sealed record OutboxPageMail(
    Guid Id,
    ImmutableArray<KeyValuePair<string, string>> Headers,
    string Text,
    string Html)
{
    private const string Blank = "\r\n\r\n";

    public DateTimeOffset Date => DateTimeOffset.TryParseExact(
        this["Date"], "ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        ? date
        : DateTimeOffset.MinValue;

    /// <summary>A header by name, empty where it is missing.</summary>
    public string this[string name] =>
        Headers.FirstOrDefault(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value ?? "";

    public static OutboxPageMail Read(Guid id, string file)
    {
        var (headers, body) = Split(File.ReadAllText(file, Encoding.Latin1));
        var mail = new OutboxPageMail(id, headers, "", "");
        var parts = body.Split("\r\n--" + Boundary(mail["Content-Type"])).Select(Split).ToLookup(
            part => part.Headers.FirstOrDefault(h => h.Key == "Content-Type").Value?.Split(';')[0] ?? "",
            part => QuotedPrintableText(part.Body));
        return mail with { Text = string.Concat(parts["text/plain"]), Html = string.Concat(parts["text/html"]) };
    }

    /// <summary>The headers only.</summary>
    public static OutboxPageMail Summary(Guid id, string file)
    {
        var head = string.Join("\r\n", File.ReadLines(file, Encoding.Latin1).TakeWhile(line => line.Length > 0));
        return new OutboxPageMail(id, Split(head + Blank).Headers, "", "");
    }

    private static (ImmutableArray<KeyValuePair<string, string>> Headers, string Body) Split(string message)
    {
        var end = message.IndexOf(Blank, StringComparison.Ordinal);
        return end < 0 ? ([], "") : ([.. Header(message[..end])], message[(end + Blank.Length)..]);
    }

    private static IEnumerable<KeyValuePair<string, string>> Header(string head) =>
        from line in head.Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n")
        let colon = line.IndexOf(": ", StringComparison.Ordinal)
        where colon > 0
        select KeyValuePair.Create(line[..colon], Words(line[(colon + 2)..]));

    private static string Boundary(string contentType) =>
        contentType.Split('"') is [_, var boundary, ..] ? boundary : "none";

    // Encoded words of RFC 2047 as our writer makes them: base64 of UTF-8, parted by spaces that count for nothing.
    private static string Words(string value)
    {
        const string Open = "=?utf-8?B?";
        var parts = value.Replace("?= " + Open, "?=" + Open, StringComparison.Ordinal).Split(Open);
        return parts[0] + string.Concat(parts.Skip(1).Select(p => p.Split("?=", 2)).Select(p => Base64(p[0]) + p[^1]));
    }

    private static string Base64(string word)
    {
        var bytes = new byte[word.Length];
        return Convert.TryFromBase64String(word, bytes, out var count)
            ? Encoding.UTF8.GetString(bytes, 0, count)
            : word;
    }

    private static string QuotedPrintableText(string body)
    {
        var plain = body.Replace("=\r\n", "", StringComparison.Ordinal);
        var bytes = new List<byte>(plain.Length);
        for (var i = 0; i < plain.Length; i++)
        {
            var escaped = plain[i] == '=' ? Octet(plain.AsSpan(i + 1)) : null;
            bytes.Add(escaped ?? (byte)plain[i]);
            i += escaped is null ? 0 : 2;
        }
        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static byte? Octet(ReadOnlySpan<char> digits) =>
        digits.Length >= 2
        && byte.TryParse(digits[..2], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var octet)
            ? octet
            : null;
}
