using System.Globalization;
using System.Text;

namespace StrengthDays.Coaching.Feeds;

/// <summary>
/// Lines of a calendar (RFC 5545, 3.1): CRLF, at most 75 bytes, longer ones folded between characters.
/// </summary>
internal sealed class CalendarText
{
    private const int MostBytes = 75;

    private readonly StringBuilder _text = new();

    public override string ToString() => _text.ToString();

    public void Component(string name, Action content)
    {
        Line("BEGIN", name);
        content();
        Line("END", name);
    }

    /// <param name="property">Name, with its parameters.</param>
    /// <param name="value">As it stands in the file.</param>
    public void Line(string property, string value)
    {
        var room = MostBytes;
        foreach (var rune in $"{property}:{value}".EnumerateRunes())
        {
            if (rune.Utf8SequenceLength > room)
            {
                _text.Append("\r\n ");
                room = MostBytes - 1;
            }

            _text.Append(rune);
            room -= rune.Utf8SequenceLength;
        }

        _text.Append("\r\n");
    }

    /// <summary>A value of type TEXT (3.3.11); control characters other than line ends are left out.</summary>
    public void Text(string property, string words) => Line(
        property,
        string.Concat(words.ReplaceLineEndings("\n").Select(c => c switch
        {
            '\n' => "\\n",
            '\\' or ';' or ',' => "\\" + c,
            _ => char.IsControl(c) ? "" : c.ToString(),
        })));

    public void Date(string property, DateOnly date) =>
        Line(property + ";VALUE=DATE", date.ToString("yyyyMMdd", CultureInfo.InvariantCulture));

    /// <summary>A wall-clock time in a zone that the calendar describes.</summary>
    public void Local(string property, DateTime time, string zone) => Line($"{property};TZID={zone}", Time(time));

    public void Utc(string property, DateTimeOffset at) => Line(property, Time(at.UtcDateTime) + "Z");

    public static string Time(DateTime time) => time.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
}
