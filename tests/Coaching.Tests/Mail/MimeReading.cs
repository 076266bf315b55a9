using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace StrengthDays.Coaching.Tests.Mail;

/// <summary>
/// Reads a mail by the letter of RFC 5322, 2045, 2046 and 2047, knowing nothing of how ours are written. Refuses what a
/// strict reader would refuse.
/// </summary>
internal sealed partial class MimeReading
{
    public required List<(string Name, string Value)> Headers { get; init; }

    public required string Body { get; init; }

    public string this[string name] =>
        Headers.Single(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    public static MimeReading Parse(ReadOnlyMemory<byte> bytes)
    {
        Assert.All(bytes.ToArray(), b => Assert.True(b < 128 && b != 0, "not 7-bit"));
        var text = Encoding.ASCII.GetString(bytes.Span);
        Assert.DoesNotMatch("(?<!\r)\n|\r(?!\n)", text);
        Assert.All(text.Split("\r\n"), line => Assert.InRange(line.Length, 0, 998));
        return Entity(text);
    }

    /// <summary>The parts of a multipart body, by content type.</summary>
    public Dictionary<string, string> Parts()
    {
        var type = Regex.Match(this["Content-Type"], "^multipart/alternative; boundary=\"([^\"]+)\"$");
        var boundary = type.Groups[1].Value;
        Assert.NotEmpty(boundary);
        var pieces = ("\r\n" + Body).Split("\r\n--" + boundary);
        Assert.Equal("--\r\n", pieces[^1]);
        return pieces[1..^1].Select(piece => Entity(piece["\r\n".Length..])).ToDictionary(
            part => part["Content-Type"].Split(';')[0],
            part => part.Content());
    }

    private static MimeReading Entity(string text)
    {
        var blank = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var lines = Fold().Replace(text[..blank], " ").Split("\r\n");
        return new MimeReading
        {
            Headers = [.. lines.Select(line => line.Split(':', 2)).Select(h => (h[0], Decoded(h[1].Trim())))],
            Body = text[(blank + 4)..],
        };
    }

    private string Content()
    {
        Assert.Equal("quoted-printable", this["Content-Transfer-Encoding"]);
        Assert.EndsWith("charset=utf-8", this["Content-Type"], StringComparison.Ordinal);
        Assert.All(Body.Split("\r\n"), line => Assert.Matches("^(?!.*[ \t]$).{0,76}$", line));
        var joined = Body.Replace("=\r\n", "", StringComparison.Ordinal);
        var bytes = new MemoryStream();
        for (var i = 0; i < joined.Length; i++)
        {
            if (joined[i] != '=')
            {
                bytes.WriteByte((byte)joined[i]);
                continue;
            }
            bytes.WriteByte(byte.Parse(joined.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            i += 2;
        }
        return Utf8(bytes.ToArray()).Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    private static string Decoded(string value) => Word().Replace(Between().Replace(value, "$1"), word =>
    {
        Assert.InRange(word.Length, 1, 75);
        return Utf8(Convert.FromBase64String(word.Groups[1].Value));
    });

    private static string Utf8(byte[] bytes) => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);

    [GeneratedRegex("\r\n(?=[ \t])[ \t]")]
    private static partial Regex Fold();

    [GeneratedRegex(@"=\?utf-8\?B\?([A-Za-z0-9+/=]+)\?=")]
    private static partial Regex Word();

    // White space between two encoded words counts for nothing (RFC 2047, 6.2).
    [GeneratedRegex(@"(=\?[^?]+\?B\?[^?]+\?=)\s+(?==\?)")]
    private static partial Regex Between();
}
