using System.Text.Json;

namespace StrengthDays.Coaching.Contract;

/// <summary>JSON Merge Patch (RFC 7396): objects merge, everything else replaces, null removes.</summary>
public static class MergePatch
{
    /// <summary>The document with the patch applied, as UTF-8. Members keep their order, new ones come last.</summary>
    public static byte[] Apply(JsonElement document, JsonElement patch) =>
        ContractJson.Bytes(json => WriteMerged(json, document, patch));

    private static void WriteMerged(Utf8JsonWriter json, JsonElement document, JsonElement patch)
    {
        if (patch.ValueKind != JsonValueKind.Object)
        {
            patch.WriteTo(json);
            return;
        }

        json.WriteStartObject();
        WriteKept(json, document, patch);
        WriteAdded(json, document, patch);
        json.WriteEndObject();
    }

    private static void WriteKept(Utf8JsonWriter json, JsonElement document, JsonElement patch)
    {
        if (document.ValueKind != JsonValueKind.Object)
            return;
        foreach (var member in document.EnumerateObject())
        {
            if (!patch.TryGetProperty(member.Name, out var change))
                member.WriteTo(json);
            else
                WriteChanged(json, member.Name, member.Value, change);
        }
    }

    private static void WriteAdded(Utf8JsonWriter json, JsonElement document, JsonElement patch)
    {
        foreach (var member in patch.EnumerateObject())
        {
            if (document.ValueKind != JsonValueKind.Object || !document.TryGetProperty(member.Name, out _))
                WriteChanged(json, member.Name, default, member.Value);
        }
    }

    private static void WriteChanged(Utf8JsonWriter json, string name, JsonElement before, JsonElement change)
    {
        if (change.ValueKind == JsonValueKind.Null)
            return;
        json.WritePropertyName(name);
        WriteMerged(json, before, change);
    }
}
