using System.Buffers;

namespace StrengthDays.Coaching.Mail;

/// <summary>The quoted-printable encoding of RFC 2045 for text: lines of at most 76 characters, CRLF, 7-bit.</summary>
internal static class QuotedPrintable
{
    private const int Width = 75;

    // Printable ASCII but "=": copied as it is. Space too, except at the end of a line.
    private static readonly SearchValues<byte> Safe = SearchValues.Create(
        " !\"#$%&'()*+,-./0123456789:;<>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~"u8);

    /// <summary>Writes the text with CRLF between its lines.</summary>
    public static void Write(IBufferWriter<byte> output, ReadOnlySpan<byte> utf8)
    {
        foreach (var range in utf8.Split((byte)'\n'))
        {
            if (range.Start.Value > 0)
                output.Write("\r\n"u8);
            var line = utf8[range];
            Line(output, line.EndsWith("\r"u8) ? line[..^1] : line);
        }
    }

    private static void Line(IBufferWriter<byte> output, ReadOnlySpan<byte> line)
    {
        for (var column = 0; line.Length > 0;)
        {
            var plain = PlainRun(line);
            var taken = plain == 0 ? Escape(output, line[0], ref column) : Copy(output, line[..plain], ref column);
            line = line[taken..];
        }
    }

    // A space that ends the line must be encoded, so it does not belong to the run.
    private static int PlainRun(ReadOnlySpan<byte> line)
    {
        var run = line.IndexOfAnyExcept(Safe);
        return run < 0 ? line.Length - (line[^1] == ' ' ? 1 : 0) : run;
    }

    private static int Copy(IBufferWriter<byte> output, ReadOnlySpan<byte> plain, ref int column)
    {
        if (column == Width)
            SoftBreak(output, ref column);
        var count = Math.Min(plain.Length, Width - column);
        output.Write(plain[..count]);
        column += count;
        return count;
    }

    private static int Escape(IBufferWriter<byte> output, byte value, ref int column)
    {
        if (column + 3 > Width)
            SoftBreak(output, ref column);
        var escaped = output.GetSpan(3);
        escaped[0] = (byte)'=';
        escaped[1] = Hex(value >> 4);
        escaped[2] = Hex(value & 0xF);
        output.Advance(3);
        column += 3;
        return 1;
    }

    private static void SoftBreak(IBufferWriter<byte> output, ref int column)
    {
        output.Write("=\r\n"u8);
        column = 0;
    }

    private static byte Hex(int digit) => "0123456789ABCDEF"u8[digit];
}
