using System.Globalization;

namespace StrengthDays.Host.Simulation;

/// <summary>How far a simulation has come, for a person who waits; silent when nobody looks.</summary>
internal sealed class ProgressBar(TextWriter output, DateTimeOffset start, DateTimeOffset end)
{
    private const int Width = 40;

    private readonly bool _seen = !Console.IsErrorRedirected;
    private int _shown = -1;

    public void Show(DateTimeOffset now, int mails)
    {
        var done = (int)((now - start) / (end - start) * Width);
        if (!_seen || done == _shown)
            return;
        _shown = done;
        output.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"\r[{new string('#', done)}{new string('.', Width - done)}] {now:yyyy-MM-dd} {mails} mails"));
    }

    public void Clear()
    {
        if (_shown >= 0)
            output.Write($"\r{new string(' ', Width + 40)}\r");
    }
}
