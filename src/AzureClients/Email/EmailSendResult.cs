using System.Text.Json;

namespace Azure.Communication.Email;

public class EmailSendResult
{
    internal EmailSendResult(string id, EmailSendStatus status)
    {
        Id = id;
        Status = status;
    }

    public EmailSendStatus Status { get; }

    internal string Id { get; }

    internal static EmailSendResult Read(Response response)
    {
        using var document = JsonDocument.Parse(response.Content);
        var root = document.RootElement;
        return new(root.GetProperty("id").GetString()!, root.GetProperty("status").GetString()!);
    }
}
