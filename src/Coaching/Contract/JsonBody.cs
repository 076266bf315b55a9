using System.Text.Json;
using System.Text.Unicode;

namespace StrengthDays.Coaching.Contract;

/// <summary>Bytes to one JSON object that is safe to walk: strict grammar, bounded depth, decodable strings.</summary>
internal static class JsonBody
{
    /// <summary>Objects and arrays inside each other, the outermost counted (reliability rules).</summary>
    public const int MaxDepth = 16;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The document, or null after saying what is wrong with the body.</summary>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> utf8, FieldErrors errors)
    {
        var json = utf8.Span.StartsWith(ByteOrderMark) ? utf8[ByteOrderMark.Length..] : utf8;
        if (Complaint(json.Span) is { } complaint)
        {
            errors.Add(FieldErrors.Body, complaint);
            return null;
        }

        return JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth });
    }

    private static string? Complaint(ReadOnlySpan<byte> json)
    {
        if (json.Trim(" \t\r\n"u8).IsEmpty)
            return "The body is empty. Send one JSON object.";
        if (!Utf8.IsValid(json))
            return "The body is not UTF-8. Send one JSON object in UTF-8.";
        try
        {
            return WalkThrough(json);
        }
        catch (JsonException e)
        {
            return $"The body is not valid JSON (line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}). " +
                "Send one JSON object without comments or trailing commas.";
        }
        catch (InvalidOperationException)
        {
            return "The body holds an escaped half of a surrogate pair. Send whole characters.";
        }
    }

    private static string? WalkThrough(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaxDepth + 1 });
        for (var first = true; reader.Read(); first = false)
        {
            if (first && reader.TokenType != JsonTokenType.StartObject)
                return "The body must be one JSON object.";
            var opens = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
            if (opens && reader.CurrentDepth >= MaxDepth)
                return $"The body is nested too deeply. At most {MaxDepth} levels are accepted.";
            if (reader.ValueIsEscaped)
                _ = reader.GetString();
        }

        return null;
    }
}
