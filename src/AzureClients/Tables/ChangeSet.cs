using System.Text;
using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>Several requests as one multipart body: all of them take effect, or none.</summary>
internal sealed class ChangeSet : IDisposable
{
    private readonly string _batch = $"batch_{Guid.NewGuid()}";
    private readonly string _changeSet = $"changeset_{Guid.NewGuid()}";
    private readonly MemoryStream _body = new();

    public ChangeSet() => Line($"--{_batch}\r\nContent-Type: multipart/mixed; boundary={_changeSet}\r\n");

    public string ContentType => $"multipart/mixed; boundary={_batch}";

    /// <summary>Takes the message over.</summary>
    public void Add(HttpMessage message)
    {
        using (message)
        {
            Line($"--{_changeSet}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n");
            var uri = message.Request.Uri.ToUri();
            Line($"{message.Request.Method} {uri.AbsoluteUri} HTTP/1.1\r\nHost: {uri.Authority}");
            foreach (var header in message.Request.Headers)
                Line($"{header.Name}: {header.Value}");
            Line("");
            message.Request.Content?.WriteTo(_body, CancellationToken.None);
            Line("");
        }
    }

    public BinaryData ToContent()
    {
        Line($"--{_changeSet}--\r\n\r\n--{_batch}--");
        return new BinaryData(_body.ToArray());
    }

    public void Dispose() => _body.Dispose();

    private void Line(string text) => _body.Write(Encoding.UTF8.GetBytes(text + "\r\n"));
}
