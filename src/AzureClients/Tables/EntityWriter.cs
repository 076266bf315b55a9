using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables;

/// <summary>An entity as JSON. What JSON cannot tell apart carries its type beside it.</summary>
internal static class EntityWriter
{
    /// <exception cref="NotSupportedException">A property is of a type that the service does not know.</exception>
    public static ReadOnlyMemory<byte> Write(TableEntity entity)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (name, value) in entity)
            {
                // The service decides these two.
                if (name is not (EntityNames.ETag or EntityNames.Timestamp))
                    WriteProperty(json, name, value);
            }

            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void WriteProperty(Utf8JsonWriter json, string name, object? value)
    {
        json.WritePropertyName(name);
        WriteValue(json, value);
        if (TypeOf(value) is { } type)
            json.WriteString(name + EntityNames.TypeSuffix, type);
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case bool yes: json.WriteBooleanValue(yes); break;
            case int number: json.WriteNumberValue(number); break;
            case double.NaN: json.WriteStringValue("NaN"); break;
            case double number: json.WriteNumberValue(number); break;
            case long or ulong: json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture)); break;
            case Guid id: json.WriteStringValue(id); break;
            case DateTimeOffset time: json.WriteStringValue(Utc(time)); break;
            case DateTime { Kind: DateTimeKind.Utc } time: json.WriteStringValue(Utc(time)); break;
            case DateTime: throw new NotSupportedException("A DateTime must be UTC.");
            case byte[] bytes: json.WriteBase64StringValue(bytes); break;
            case BinaryData data: json.WriteBase64StringValue(data); break;
            default: throw new NotSupportedException($"Not supported type {value.GetType()}.");
        }
    }

    private static string? TypeOf(object? value) => value switch
    {
        long or ulong => EntityNames.Int64,
        double => EntityNames.Double,
        Guid => EntityNames.Guid,
        DateTime or DateTimeOffset => EntityNames.DateTime,
        byte[] or BinaryData => EntityNames.Binary,
        _ => null,
    };

    private static string Utc(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);
}
