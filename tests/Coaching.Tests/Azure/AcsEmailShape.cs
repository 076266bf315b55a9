using System.Text.Json;

namespace StrengthDays.Coaching.Tests.Clients;

/// <summary>The message of the REST description: only known members, of their types, the required ones there.</summary>
internal static class AcsEmailShape
{
    private static readonly string[] Members =
    [
        "headers", "senderAddress", "content", "recipients", "attachments", "replyTo",
        "userEngagementTrackingDisabled",
    ];

    /// <summary>Null when there is none.</summary>
    public static string? Mistake(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            Message(document.RootElement);
            return null;
        }
        catch (Exception e) when (
            e is JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            return e.Message;
        }
    }

    private static void Message(JsonElement message)
    {
        Known(message, Members);
        Text(message, "senderAddress");
        Content(message.GetProperty("content"));
        Recipients(message.GetProperty("recipients"));
        if (message.TryGetProperty("headers", out var headers))
            Require(headers.EnumerateObject().All(h => Filled(h.Value)), "headers");
        if (message.TryGetProperty("replyTo", out var replyTo))
            Addresses(replyTo);
        if (message.TryGetProperty("userEngagementTrackingDisabled", out var disabled))
            _ = disabled.GetBoolean();
    }

    private static void Content(JsonElement content)
    {
        Known(content, "subject", "plainText", "html");
        Text(content, "subject");
        Require(content.EnumerateObject().Count(part => part.Name != "subject" && Filled(part.Value)) > 0, "content");
    }

    private static void Recipients(JsonElement recipients)
    {
        Known(recipients, "to", "cc", "bcc");
        _ = recipients.GetProperty("to");
        var count = recipients.EnumerateObject().Sum(list => Addresses(list.Value));
        Require(count is > 0 and <= 50, "recipients");
    }

    private static int Addresses(JsonElement list)
    {
        foreach (var address in list.EnumerateArray())
        {
            Known(address, "address", "displayName");
            Text(address, "address");
            Require(address.GetProperty("address").GetString()!.Contains('@', StringComparison.Ordinal), "address");
            if (address.TryGetProperty("displayName", out var name))
                _ = name.GetString() ?? throw new FormatException("displayName");
        }

        return list.GetArrayLength();
    }

    private static void Known(JsonElement json, params string[] names) =>
        Require(json.EnumerateObject().All(member => names.Contains(member.Name)), string.Join(", ", names));

    private static void Text(JsonElement json, string name) => Require(Filled(json.GetProperty(name)), name);

    private static bool Filled(JsonElement json) => !string.IsNullOrWhiteSpace(json.GetString());

    private static void Require(bool holds, string what)
    {
        if (!holds)
            throw new FormatException($"Wrong: {what}.");
    }
}
