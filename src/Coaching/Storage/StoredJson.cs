using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Storage;

/// <summary>
/// The JSON inside rows, the same in every store. Answers equal to their default are left out: the inputs stand twice
/// for each runner, in the header and in the due row.
/// </summary>
public static class StoredJson
{
    private static readonly Questionnaire Untouched = new() { StartOn = default, Week = default };

    private static readonly JsonSerializerOptions Options = new()
    {
        // By reflection: generated code gives an init property that is left out its type's default, not the one it
        // declares.
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutDefaults, RequireTheRest } },
        Converters = { new JsonStringEnumConverter() },
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        AllowOutOfOrderMetadataProperties = true,
        RespectNullableAnnotations = true,
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Info<T>());

    /// <exception cref="UnreadableRowException">Damaged, or written by a later release.</exception>
    public static T Read<T>(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, Info<T>()) ?? throw new UnreadableRowException(typeof(T).Name);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            // The cause may quote what a runner wrote, so it stays here.
            throw new UnreadableRowException(typeof(T).Name);
        }
    }

    private static JsonTypeInfo<T> Info<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    // Only what may be null is left out when written, so anything else that is not there is damage.
    private static void RequireTheRest(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.AssociatedParameter is { HasDefaultValue: false } parameter)
                property.IsRequired = !parameter.IsNullable
                    && Nullable.GetUnderlyingType(parameter.ParameterType) is null;
        }
    }

    private static void LeaveOutDefaults(JsonTypeInfo type)
    {
        if (type.Type != typeof(Questionnaire))
            return;
        foreach (var property in type.Properties.Where(p => !p.IsRequired && p.Get is not null))
        {
            var untouched = property.Get!(Untouched);
            property.ShouldSerialize = (_, value) =>
                !Equals(value, untouched)
                && !(value is ICollection { Count: 0 } && untouched is ICollection { Count: 0 });
        }
    }
}
