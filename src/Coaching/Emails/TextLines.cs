using System.Text;

namespace StrengthDays.Coaching.Emails;

/// <summary>Lines of at most 74 columns; addresses stay whole.</summary>
internal sealed class TextLines
{
    private const int Width = 74;

    private readonly StringBuilder _text = new(4096);

    public override string ToString() => _text.ToString();

    public void Blank() => _text.Append('\n');

    public void Line(string line) => _text.Append(line).Append('\n');

    public void Rule(char c, int length) => _text.Append(c, Math.Clamp(length, 1, Width)).Append('\n');

    public void Heading(string words) => Line(words.ToUpperInvariant());

    public void Address(Uri address, int indent = 0) =>
        _text.Append(' ', indent).Append(address.AbsoluteUri).Append('\n');

    /// <param name="words">Nothing is written for none.</param>
    /// <param name="indent">Columns before every line.</param>
    /// <param name="hanging">Further columns before the second line and those after it.</param>
    public void Wrapped(string words, int indent = 0, int hanging = 0)
    {
        for (var rest = words.AsSpan(); rest.Length > 0; indent += hanging, hanging = 0)
        {
            var end = Break(rest, Width - indent);
            _text.Append(' ', indent).Append(rest[..end].TrimEnd()).Append('\n');
            rest = rest[end..].TrimStart();
        }
    }

    // At the last space that fits, otherwise at the first there is: a long word is never cut.
    private static int Break(ReadOnlySpan<char> words, int room)
    {
        if (words.Length <= room)
            return words.Length;
        var fits = words[..(room + 1)].LastIndexOf(' ');
        var first = words.IndexOf(' ');
        return fits > 0 ? fits : first > 0 ? first : words.Length;
    }
}
