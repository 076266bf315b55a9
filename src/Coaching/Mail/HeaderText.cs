using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace StrengthDays.Coaching.Mail;

/// <summary>
/// Header lines of RFC 5322: folded at spaces, words beyond ASCII encoded (RFC 2047), no way to smuggle in a line.
/// </summary>
internal static class HeaderText
{
    /// <summary>
    /// Lines that hold encoded words may have 76 characters (RFC 2047), others should have at most 78.
    /// </summary>
    private const int Preferred = 76;

    /// <summary>Longest line of RFC 5322 without its line break.</summary>
    private const int Longest = 998;

    // With "=?utf-8?B?" and "?=" 64 characters: fits behind "Subject: " on one line.
    private const int BytesPerWord = 39;

    private static readonly SearchValues<char> Unquoted =
        SearchValues.Create(" !#$%&'*+-/0123456789=?ABCDEFGHIJKLMNOPQRSTUVWXYZ^_`abcdefghijklmnopqrstuvwxyz{|}~");

    /// <summary>Appends one header with its line break.</summary>
    /// <exception cref="ArgumentException">A line break or other control character, or a line that no folding can
    /// make legal.</exception>
    public static void Append(StringBuilder head, string name, string value)
    {
        if (name.Length == 0 || name.Any(c => c is <= ' ' or >= (char)127 or ':'))
            throw new ArgumentException("Not a header name.", nameof(name));
        if (!Ascii.IsValid(value) || value.Any(char.IsControl))
            throw new ArgumentException($"The header {name} holds a control character or is not ASCII.", nameof(value));
        head.Append(name).Append(':');
        Fold(head, name, value);
        head.Append("\r\n");
    }

    /// <summary>
    /// Words for a person: as they are when ASCII, otherwise encoded; so is what would read as encoded by itself.
    /// </summary>
    /// <exception cref="ArgumentException">A line break or other control character.</exception>
    public static string Unstructured(string words)
    {
        if (words.Any(char.IsControl))
            throw new ArgumentException("The words hold a control character.", nameof(words));
        return Ascii.IsValid(words) && !words.Contains("=?", StringComparison.Ordinal) ? words : EncodedWords(words);
    }

    /// <summary>A display name as atoms, quoted string or encoded words, then the address in angle brackets.</summary>
    public static string MailboxText(Mailbox mailbox)
    {
        var (name, address) = (mailbox.DisplayName, mailbox.Address);
        if (name.Length == 0)
            return address;
        if (!Ascii.IsValid(name) || name.Contains("=?", StringComparison.Ordinal))
            return $"{EncodedWords(name)} <{address}>";
        return name.AsSpan().ContainsAnyExcept(Unquoted) ? $"{Quoted(name)} <{address}>" : $"{name} <{address}>";
    }

    private static string Quoted(string name)
    {
        var escaped = name
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal);
        return $"\"{escaped}\"";
    }

    private static void Fold(StringBuilder head, string name, string value)
    {
        var start = name.Length + 1;
        var column = start;
        foreach (var word in value.Split(' '))
        {
            if (column > start && word.Length > 0 && column + 1 + word.Length > Preferred)
            {
                head.Append("\r\n");
                column = 0;
            }
            head.Append(' ').Append(word);
            column += 1 + word.Length;
            if (column > Longest)
                throw new ArgumentException($"The header {name} fits no lines that mail allows.", nameof(value));
        }
    }

    private static string EncodedWords(string value)
    {
        var words = new StringBuilder();
        Span<byte> utf8 = stackalloc byte[BytesPerWord];
        for (var rest = value.AsSpan(); rest.Length > 0;)
        {
            // Stops before a character that does not fit whole, so that every word is valid by itself.
            Utf8.FromUtf16(rest, utf8, out var read, out var written);
            words.Append(words.Length == 0 ? "" : " ")
                .Append("=?utf-8?B?").Append(Convert.ToBase64String(utf8[..written])).Append("?=");
            rest = rest[read..];
        }
        return words.ToString();
    }
}
