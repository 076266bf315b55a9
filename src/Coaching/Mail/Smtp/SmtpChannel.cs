using System.Collections.Immutable;
using System.Globalization;
using System.Net.Security;
using System.Text;

namespace StrengthDays.Coaching.Mail.Smtp;

/// <summary>Commands out, replies in (RFC 5321, 4.2), over a connection that may become encrypted on the way.</summary>
internal sealed class SmtpChannel(Stream stream) : IAsyncDisposable
{
    // Far above any honest reply: a server that never stops talking is broken.
    private const int LongestReply = 64 * 1024;

    private readonly byte[] _buffer = new byte[4096];
    private Stream _stream = stream;
    private int _read;
    private int _filled;

    public async Task<SmtpReply> AskAsync(string command, CancellationToken cancellationToken)
    {
        await WriteAsync(Encoding.ASCII.GetBytes(command + "\r\n"), cancellationToken);
        return await ReadAsync(cancellationToken);
    }

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await _stream.WriteAsync(bytes, cancellationToken);
        await _stream.FlushAsync(cancellationToken);
    }

    /// <exception cref="IOException">The line went dead, or what came is no reply.</exception>
    public async Task<SmtpReply> ReadAsync(CancellationToken cancellationToken)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        for (var length = 0; length < LongestReply;)
        {
            var line = await LineAsync(cancellationToken);
            length += line.Length + 2;
            if (line.Length < 3
                || !int.TryParse(line[..3], NumberStyles.None, CultureInfo.InvariantCulture, out var code))
                break;
            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] == ' ')
                return new SmtpReply(code, lines.ToImmutable());
        }

        throw new IOException("What the server said is no reply.");
    }

    /// <summary>Goes on encrypted. Whatever was said in the clear behind the last reply is an attack.</summary>
    public async Task SecureAsync(SslClientAuthenticationOptions options, CancellationToken cancellationToken)
    {
        if (_read < _filled)
            throw new IOException("The server spoke before encryption began.");
        var secured = new SslStream(_stream);
        _stream = secured;
        await secured.AuthenticateAsClientAsync(options, cancellationToken);
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private async Task<string> LineAsync(CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        while (line.Length < LongestReply)
        {
            var next = await ByteAsync(cancellationToken);
            if (next == '\n')
                return line.ToString().TrimEnd('\r');
            line.Append((char)next);
        }

        throw new IOException("What the server said is no reply.");
    }

    private async ValueTask<byte> ByteAsync(CancellationToken cancellationToken)
    {
        if (_read == _filled)
        {
            (_read, _filled) = (0, await _stream.ReadAsync(_buffer, cancellationToken));
            if (_filled == 0)
                throw new EndOfStreamException("The server hung up.");
        }

        return _buffer[_read++];
    }
}
